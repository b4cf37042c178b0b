"""Whom `the company` means beside a verb of saying: the one that speaks, or the one whose officer does."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import ACTING
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Token

_SPEAKER_NEAR = 10  # tokens from a verb of saying to whose officer speaks
_SPEAKING = frozenset({"speaker_verb", "report_verb"})


def employer_of_speaker(tokens: Sequence[Token], at: int) -> Entity | None:
    """`Foo's Jane Roe says the company will`, `Foo chief executive Jane Roe told`: whose officer speaks."""
    for i in range(at):
        if tokens[i].type != NAME or tokens[i].value.kind != "person":
            continue
        owner = next((j for j in range(i - 1, max(-1, i - 6), -1) if tokens[j].type == NAME), None)
        if owner is None or tokens[owner].value is None or not tokens[owner].value.firm:
            continue
        between = tokens[owner + 1 : i]
        plain = all(t.type == WORD or t.text in "'’-" for t in between)
        if plain and any(t.labels & {"poss", "title_noun"} for t in between):
            entity: Entity = tokens[owner].value
            return entity
    return None


def speaker_for_himself(tokens: Sequence[Token], at: int) -> Entity | None:
    """`"We have raised $20m," said Jane Roe, chief executive of Foo`: whose officer says `we`."""
    acts = any(t.labels & ACTING for t in tokens[at + 1 : at + 3])
    if not acts or any("not" in t.labels for t in tokens[max(0, at - 1) : at + 4]):
        return None  # what is denied has its own rules
    spoken = [i for i, t in enumerate(tokens) if "speaker_verb" in t.labels]
    verb = next((i for i in spoken if i > at), spoken[-1] if spoken else None)
    if verb is None:
        return None
    near = tokens[verb + 1 : verb + 1 + _SPEAKER_NEAR] if verb > at else tokens[max(0, verb - _SPEAKER_NEAR) : verb]
    if not any("title_noun" in t.labels for t in near):
        return None
    return next((t.value for t in near if t.type == NAME and t.value is not None and t.value.firm), None)


def speaking(tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
    """`Foo has set aside 100 MW, the company said`: the one of whom its own sentence tells."""
    speaks = any(t.labels & _SPEAKING for t in tokens[at + 1 : at + 2])
    if not speaks or tokens[at - 1].text != ",":
        return None
    first = next((t.value for t in tokens[:at] if t.type == NAME), None)
    named = first is not None and bool(here) and first is here[0]
    return here[0] if named and here[0].firm and not here[0].financier else None
