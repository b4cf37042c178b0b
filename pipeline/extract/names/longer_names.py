"""Names that begin as a listed one does and are others: `Helion Mind`, which is no Helion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.names.mentions import Draft, Found, Key, key_of


def join_longer_names(drafts: Sequence[Draft]) -> None:
    """`Helion Mind`, wherever Helion stands, is no Helion: a known first word that never stands without another."""
    longer: dict[str, Counter[Key]] = {}
    for draft in drafts:
        for before, after in pairwise([*draft.found, None]):
            if before is not None and before.known is not None:
                tail = key_of(draft.words, after) if after is not None and _goes_on(before, after) else ()
                longer.setdefault(before.known.key, Counter())[tail] += 1
    joined = {known for known, tails in longer.items() if len(tails) == 1 and () not in tails and tails.total() > 1}
    for draft in drafts if joined else ():
        for i, (before, after) in reversed(list(enumerate(pairwise(draft.found)))):
            if before.known is not None and before.known.key in joined:
                draft.found[i : i + 2] = [replace(before, last=after.last, core=after.core, known=None)]


def _goes_on(known: Found, after: Found) -> bool:
    """Whether an unknown word stands right behind a known company's name of one word."""
    firm = known.known is not None and known.known.kind == "company" and known.size == 1
    return firm and after.known is None and after.first == known.last and after.size == 1
