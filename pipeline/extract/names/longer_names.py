"""Names that begin as a listed one does and are others: `Helion Mind`, which is no Helion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.names.mentions import Draft, Found, Key


def join_longer_names(drafts: Sequence[Draft]) -> None:
    """`Helion Mind`, wherever Helion stands, is no Helion: a known first word that never stands without another."""
    longer: dict[str, Counter[Key]] = {}
    for draft in drafts:
        for before, after in pairwise([*draft.names, None]):
            if before is not None and (known := before.found.known) is not None:
                tail = after.key if after is not None and _goes_on(before.found, after.found) else ()
                longer.setdefault(known.key, Counter())[tail] += 1
    joined = {known for known, tails in longer.items() if len(tails) == 1 and () not in tails and tails.total() > 1}
    for draft in drafts if joined else ():
        for i, (before, after) in reversed(list(enumerate(pairwise(draft.names)))):
            if before.found.known is not None and before.found.known.key in joined:
                draft.names[i : i + 2] = [before.until(after.last, after.found.core)]


def _goes_on(known: Found, after: Found) -> bool:
    """Whether an unknown word stands right behind a known company's name of one word."""
    firm = known.known is not None and known.known.kind == "company" and known.size == 1
    return firm and after.known is None and after.first == known.last and after.size == 1
