"""Statements of sums without an event word: a giver's share of a round, one more customer."""

from __future__ import annotations

from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import Entity


def contribution(sentence: Sentence, figure: int, investors: list[Entity]) -> list[Statement]:
    """The investment of givers in whatever organisation the story is about."""
    recipient = focus_of(sentence, investors)
    if recipient is None:
        return []
    return [_told(sentence, figure, "investment", {"recipient": [recipient], "investors": investors})]


def followed(sentence: Sentence, figure: int) -> list[Statement]:
    """`Two months later followed Foo, good for $3bn`: another customer of the supplier whose contract was told."""
    stream = sentence.stream
    at = next((i for i, t in enumerate(stream[:figure]) if "follows" in t.labels), None)
    told = next((s for s in reversed(sentence.earlier) if s.kind == "capacity" and not s.fragment), None)
    supplier = told.first("provider") if told is not None and sentence.number - told.reading <= 1 else None
    if at is None or told is None or supplier is None or told.first("customer") is None:
        return []
    named = [sentence.stream[i].value for i in (at - 1, at + 1) if i in sentence.case and not sentence.case[i].poss]
    new = next((e for e in named if e is not None and e.firm and e not in told.everyone), None)
    return [_told(sentence, figure, "capacity", {"customer": [new], "provider": [supplier]})] if new else []


def _told(sentence: Sentence, figure: int, kind: str, parties: dict[str, list[Entity]]) -> Statement:
    statement = Statement(kind, sentence.number, figure, parties=parties, guessed=True)
    set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    return statement
