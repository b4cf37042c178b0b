"""Compounds of a name and a noun (`Rumble-Papiere`, of Rumble), where nouns have capitals and a hyphen ties the two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.names.mentions import Draft, Found, key_of
from pipeline.extract.names.words import Words


def part_compounds(drafts: Sequence[Draft]) -> None:
    """End an unlisted name at its hyphen when the article has what stands before it as a name of its own."""
    alone = {key_of(draft.words, found) for draft in drafts for found in draft.found}
    for draft in drafts:
        for number, found in enumerate(draft.found):
            if found.known is None and (end := _hyphen(draft.words, found)) is not None:
                first = replace(found, last=end, core=end)
                if key_of(draft.words, first) in alone:
                    draft.found[number] = first


def _hyphen(words: Words, found: Found) -> int | None:
    """The first hyphen inside a name."""
    return next((at for at in range(found.first + 1, found.core) if words.raw[at] == "-"), None)
