"""What an acquisition buys: companies beside the event, listed together, or named by their owner alone."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import WORD, Entity

_ASIDE = frozenset({"join", "title", "kin"})


def unnamed(sentence: Sentence, owner: Entity) -> Entity | None:
    """What is bought when only its owner has a name: `Jane Doe's AI device startup`."""
    stream = sentence.stream
    for i, case in sentence.case.items():
        if stream[i].value is not owner or not case.poss or "poss_pronoun" in stream[i].labels:
            continue
        for j in range(i + 2, min(i + 7, len(stream))):
            if stream[j].type != WORD or stream[j].labels & VERBS:
                break
            if "org_noun" in stream[j].labels:
                return Entity(sentence.article.text[stream[i].start : stream[j].end], "company")
    return None


def beside(sentence: Sentence, event: int) -> list[Entity]:
    """The companies beside an event, without the seller (`the acquisition from Foo`) and whoever has joined in."""
    stream = sentence.stream
    noun = not stream[event].labels & VERBS
    found = []
    for i, case in sorted(sentence.case.items()):
        entity = stream[i].value
        seller = noun and case.label == "from" and case.anchor == event + 1
        apart = case.label == "with" and case.anchor > event + 2  # `takeovers meant to close the gap with Foo`
        if not seller and not apart and case.label not in _ASIDE and "poss_pronoun" not in stream[i].labels:
            found.append(entity)
    return [e for e in found if e is not None and e.party and e.kind in ("company", "unknown")]


def listed_with(sentence: Sentence, target: Entity, buyers: list[Entity]) -> list[Entity]:
    """The other companies of a list of targets."""
    groups = {
        c.group for i, c in sentence.case.items() if sentence.stream[i].value is target and c.label in ("of", "bare")
    }
    found = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in groups and not c.poss]
    return [
        e for e in found if e is not None and e is not target and e not in buyers and e.kind in ("company", "unknown")
    ]
