"""Phrases that tell both sides of a capacity at once: a contract won from a customer, a customer won, a site's
keeper."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.windows import back, bears, before
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.kinds.side_guesses import FIRMS

_AS_NEAR = 5  # tokens from `as` to the noun that it opens
_SITE_NEAR = 4  # tokens from a site to the words that say who keeps it


def taken_on(sentence: Sentence, event: int) -> tuple[list[Entity], Entity] | None:
    """`Foo won Bar as a customer`, `Foo has chosen Bar and Baz as suppliers`: the new ones, and who took them on."""
    stream = sentence.stream
    at = next((i for i in back(event, _AS_NEAR) if "as" in stream[i].labels), 0)
    last = sentence.case.get(at - 1)
    if last is None:
        return None
    new: list[Entity] = [stream[i].value for i, c in sentence.case.items() if c.group == last.group]
    bare = (i for i, c in sentence.case.items() if i < at - 1 and c.label == "bare" and not c.poss)
    doers: list[Entity] = [e for i in bare if (e := stream[i].value) is not None and e not in new]
    return (new, doers[0]) if doers else None


def keeper(sentence: Sentence, taken: Sequence[Entity]) -> Entity | None:
    """Who builds, owns or runs the site that a sentence speaks of: `a campus that Foo is building`, `run by Foo`."""
    stream = sentence.stream
    if not bears(stream, "site_noun"):
        return None
    for i, case in sorted(sentence.case.items()):
        entity: Entity | None = stream[i].value
        if entity is None or entity.kind not in FIRMS or entity in taken:
            continue
        owned = case.poss and bears(stream[i + 1 : i + 2 + _SITE_NEAR], "site_noun")
        if owned or (case.label == "by" and bears(before(stream, case.anchor, 1), "operate", "build")):
            return entity
    return None
