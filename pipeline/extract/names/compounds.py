"""Compounds of a name and a noun (`Rumble-Papiere`, of Rumble), where nouns have capitals and a hyphen ties the two."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.names.mentions import Draft


def part_compounds(drafts: Sequence[Draft]) -> None:
    """End an unlisted name at its hyphen when the article has what stands before it as a name of its own."""
    alone = {name.key for draft in drafts for name in draft.names}
    for draft in drafts:
        for number, name in enumerate(draft.names):
            if name.found.known is None and "-" in name.parts[1:]:
                end = name.first + name.parts.index("-", 1)
                first = name.until(end, end)
                if first.key in alone:
                    draft.names[number] = first
