"""A guarantee of a loan that the text has just told: who borrowed is backed, for the sum of the loan."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import bears, before

_STORY = 1  # sentences from a loan to who guarantees it
_BY = frozenset({"by", "from", "of"})


def guarantee_of_loan(sentence: Sentence, statement: Statement) -> bool:
    """`Foo got a loan from Bar, guaranteed by Baz`, or `Baz guarantees the loan`: make the guarantee that of the loan.

    Who guarantees it is none of its lenders, though he may stand in their list.
    """
    loan = _loan_told(sentence, statement.event)
    borrower = loan.first("recipient") if loan is not None else None
    guarantor = _guarantor(sentence, statement.event, borrower)
    if loan is None or borrower is None or guarantor is None:
        return False
    for told in sentence.recent(_STORY, "funding_round"):
        lenders = told.parties.get("investors", [])
        if told.first("recipient") is borrower and len(lenders) > 1:
            told.parties["investors"] = [lender for lender in lenders if lender is not guarantor]
    statement.parties = {"beneficiary": [borrower], "guarantor": [guarantor]}
    if "amount" in loan.fields:
        statement.fields["amount"] = dict(loan.fields["amount"])
    return True


def _loan_told(sentence: Sentence, event: int) -> Statement | None:
    """The loan of a sum that the sentence itself tells, or the one before where this one says `the loan`."""
    stream = sentence.stream
    owed = [i for i, token in enumerate(stream) if "obligation" in token.labels]
    told = (s for s in sentence.recent(_STORY, "funding_round") if s.fields.get("instrument") == "debt")
    loan = next((s for s in told if "amount" in s.fields), None)
    if loan is None or not owed:
        return None
    again = bears(before(stream, min(owed, key=lambda i: abs(i - event)), 1), "definite")
    return loan if loan.number == sentence.number or again else None


def _guarantor(sentence: Sentence, event: int, borrower: Entity | None) -> Entity | None:
    """Whom a preposition right behind the guarantee names, or in another sentence than that of the loan its subject."""
    named = [(case, sentence.stream[i].value) for i, case in sorted(sentence.case.items())]
    others = [(case, e) for case, e in named if e is not None and e.party and e is not borrower]
    behind = [e for case, e in others if case.label in _BY and event < case.anchor <= event + 2]
    return next(iter(behind), None) or _subject(others, named)


def _subject(others: list[tuple[Case, Entity]], named: list[tuple[Case, Entity]]) -> Entity | None:
    """The one name of the sentence, if nothing governs it."""
    return others[0][1] if len(named) == len(others) == 1 and others[0][0].label == "bare" else None
