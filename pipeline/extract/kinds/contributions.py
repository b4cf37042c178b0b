"""Statements of sums without an event word: a giver's share of a round, an item of a digest, a price told later."""

from __future__ import annotations

from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import bracket_end


def contribution(sentence: Sentence, figure: int, investors: list[Entity]) -> list[Statement]:
    """The investment of givers in whatever organisation the story is about; in a list of spendings, theirs."""
    last = next(iter(sentence.recent(1)), None)
    if last is not None and last.kind == "capex":
        return [_told(sentence, figure, "capex", {"owner": [giver]}) for giver in investors[:1]]
    recipient = focus_of(sentence, investors)
    if recipient is None:
        return []
    return [_told(sentence, figure, "investment", {"recipient": [recipient], "investors": investors})]


def part_of_round(sentence: Sentence, figure: int, investors: list[Entity]) -> list[Statement]:
    """The investment of those who give the debt or equity of a round told in this sentence or right before."""
    value = sentence.stream[figure].value.value
    for whole in sentence.recent(1, "funding_round"):
        if whole.fields.get("amount", {"value": 0})["value"] <= value:
            continue
        told = _told(sentence, figure, "investment", {"recipient": whole.parties["recipient"], "investors": investors})
        told.fields["instrument"], told.guessed = sentence.roles[figure], False
        return [told]
    return []


def round_of_item(sentence: Sentence, figure: int, raiser: Entity) -> Statement:
    """The round of an item of a list, with the investors that its bracket names."""
    inside = range(figure + 1, bracket_end(sentence.stream, figure))
    named = [(sentence.stream[i].value, case) for i, case in sentence.case.items() if i in inside]
    parties = {
        "recipient": [raiser],
        "investors": [e for e, _ in named if e is not None and e is not raiser],
        "leads": [e for e, case in named if e is not None and case.label == "lead"],
    }
    return _told(sentence, figure, "funding_round", {role: group for role, group in parties.items() if group})


def followed(sentence: Sentence, figure: int) -> list[Statement]:
    """`Two months later followed Foo, good for $3bn`: another customer of the supplier whose contract was told."""
    stream = sentence.stream
    at = next((i for i, t in enumerate(stream[:figure]) if "follows" in t.labels), None)
    told = next((s for s in reversed(sentence.earlier) if s.kind == "capacity" and not s.fragment), None)
    supplier = told.first("provider") if told is not None and sentence.number - told.number <= 1 else None
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
