"""Who would buy, and who would be bought, in the deal that a sentence denies: `an investment by Foo in Bar`."""

from __future__ import annotations

from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.roles import assign
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import NOUNS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.kinds.denial_cues import opens_with_clause

_TAKERS = {"invest": "recipient", "investment": "recipient", "stake": "recipient", "hold": "recipient",
           "acquire": "target", "acquisition": "target", "bid": "target", "majority": "target",
           "sold": "target"}  # fmt: skip
_OF_NOUNS = frozenset({"by", "of", "from", "poss"})
_GIVING = frozenset({"investors", "acquirer"})


def suitors(sentence: Sentence) -> list[Entity]:
    """Who would buy or invest in the deal that a sentence speaks of: `an investment by Foo`."""
    found = []
    for deal in sentence.events:
        label = event_label(sentence, deal, None)
        parts = assign(sentence, deal, label) if label in _TAKERS else []
        cases = _OF_NOUNS | ({"subject"} if opens_with_clause(sentence) else set())
        found += [p.entity for p in parts if p.role in _GIVING and p.case in cases]
        sold = assign(sentence, deal, "sold") if label == "sale" else []  # `rumours of a sale to Foo`
        found += [p.entity for p in sold if p.role == "acquirer" and p.case == "to"]
    return found


def taker_denied(sentence: Sentence, event: int, speaker: Entity) -> Entity | None:
    """Who would be bought or paid in the deal denied: `Foo said it had never discussed an investment in Bar`."""
    behind = [e for e in sentence.events if e >= event]
    fronted = [e for e in sentence.events if e < event and sentence.stream[e].labels & NOUNS]  # `Asked about a bid`
    for deal in behind + fronted:
        label = event_label(sentence, deal, None)
        if role := _TAKERS.get(label):
            taken = (p.entity for p in assign(sentence, deal, label) if p.role == role)
            found = next((e for e in taken if e.firm and e is not speaker and not e.financier), None)
            if found is not None or deal >= event:
                return found
    return None
