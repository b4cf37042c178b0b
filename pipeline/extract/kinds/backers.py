"""Who puts money into a round: lists of investors and their leaders, in the round's sentence or in later ones."""

from __future__ import annotations

from pipeline.extract.facts.negation import negated
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import bears

_GIVING = frozenset({"raise", "raise_weak", "round", "invest", "investment", "stake", "investor", "equity", "debt"})
_MONEY = _GIVING - {"raise_weak"}
_GIVEN_BY = frozenset({"invest", "investment", "stake", "give"})
_OF_ANYTHING = frozenset({"raise_weak", "give"})  # verbs that need money beside them
_CASES = frozenset({"lead", "join", "from", "by", "with", "to"})  # in which backers stand
_LONG_LIST = 3  # names of a list that may be backers in any case
_BOUGHT_NEAR = 6  # tokens from a purchase to its seller
_MERE_JOIN = frozenset({"join", "part", "relative", "and"})  # `including`, `dont`: of whatever
FUNDING = _GIVING | {"join", "lead", "join_verb", "lead_verb", "funding_context"}


def backers(
    sentence: Sentence, recipient: Entity | None, figure: int | None = None
) -> tuple[list[Entity], list[Entity]]:
    """Leaders and investors that a sentence names (beside a figure); the leaders are among the investors."""
    leads: list[Entity] = []
    investors: list[Entity] = []
    candidates = [(i, case) for i, case in sentence.case.items() if may_give(case)]
    about_money = any(case.label in ("lead", "join") for _, case in candidates) and any(
        t.labels & FUNDING and not t.labels <= _MERE_JOIN for t in sentence.stream if t.labels
    )
    whole = _groups_with(sentence, recipient)
    for i, case in sorted(candidates):
        entity = sentence.stream[i].value
        if entity is None or not entity.party or entity is recipient or entity.kind == "project":
            continue
        if not sentence.belongs(case.anchor if case.anchor >= 0 else i, figure):
            continue
        if case.label in ("lead", "join") and case.anchor >= 0 and negated(sentence, case.anchor):
            continue  # `Foo did not take part`
        if case.label == "lead":
            leads.append(entity)
        if (case.label in ("lead", "join") and about_money) or _gives(sentence, case, whole):
            investors.append(entity)
    return _once(leads), _once(investors)


def may_give(case: Case) -> bool:
    """Whether a name in this case may be that of a backer."""
    return case.label in _CASES or case.size >= _LONG_LIST


def _groups_with(sentence: Sentence, recipient: Entity | None) -> set[int]:
    """The lists that the recipient stands in: no lists of investors."""
    return {case.group for i, case in sentence.case.items() if sentence.stream[i].value is recipient}


def _gives(sentence: Sentence, case: Case, mixed: set[int]) -> bool:
    """Whether money comes from a name: `from` or `by` beside a word of giving, or a long list of financiers."""
    stream = sentence.stream
    if case.label in ("from", "by") and case.anchor > 0:
        if case.label == "by" and "presented" in stream[case.anchor - 1].labels:
            return False
        giving = _GIVEN_BY if case.label == "by" else _GIVING
        near = [e for e in sentence.events if distance(stream, e, case.anchor) <= 3]
        if _sells(sentence, case.anchor):
            return False
        plain = case.label == "from" and any(not stream[e].labels & EVENTS for e in near)  # a stage
        if "money" not in stream.measures and stream.labels.isdisjoint(_MONEY):
            giving = giving - _OF_ANYTHING  # `from Foo, with whom it closed a contract`, `chips supplied by Foo`
        return plain or any(stream[e].labels & giving for e in near)
    if case.label in ("with", "to") and case.anchor > 0 and case.group not in mixed and _financiers(sentence, case):
        return any("debt_round" in stream[e].labels and distance(stream, e, case.anchor) <= 2 for e in sentence.events)
    if case.size < _LONG_LIST or case.group in mixed or case.label not in ("bare", "with", "of", "to"):
        return False
    members = [stream[i].value for i, c in sentence.case.items() if c.group == case.group]
    money = sum(1 for e in members if e is not None and (e.financier or e.kind == "person"))
    return money * 2 >= len(members) and bears(stream, *FUNDING)


def _sells(sentence: Sentence, anchor: int) -> bool:
    """Whether who is named after `from` sells what is bought: `to finance the purchase of Foo from Bar`."""
    before = [e for e in sentence.events if anchor - _BOUGHT_NEAR <= e < anchor]
    labels = sentence.stream[before[-1]].labels if before else frozenset()
    return "acquisition" in labels and labels.isdisjoint(_GIVING)


def _financiers(sentence: Sentence, case: Case) -> bool:
    """Whether all names of a list may deal in money: a loan `with` or borrowed `à` them comes from them."""
    members = [sentence.stream[i].value for i, c in sentence.case.items() if c.group == case.group]
    return all(e is not None and e.firm and e.trade in ("capital", "") for e in members)


def _once(entities: list[Entity]) -> list[Entity]:
    return list({id(e): e for e in entities}.values())
