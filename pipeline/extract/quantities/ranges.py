"""Ranges: "30 to 50 billion dollars", "between $10 and $15 billion", "5-7 GW" are one quantity with two ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import Written
from pipeline.extract.quantities.amounts import Amount
from pipeline.extract.quantities.bounds import preceding_words

LONGEST_GAP = 12  # code points between the two ends ("  and up to ")
DASHES = frozenset("-–—‑‐−~")


class Ends(NamedTuple):
    """The two ends of a range; `one`: they are one quantity."""

    low: Amount
    high: Amount
    one: bool


class Ranges:
    """The range words of one language."""

    def __init__(self, language: Language) -> None:
        table = language.table("ranges")
        self._between, self._and = frozenset(table.get("between", ())), frozenset(table.get("and", ()))
        self._from, self._to = frozenset(table.get("from", ())), frozenset(table.get("to", ()))
        self._or = frozenset(table.get("or", ()))
        self._skip = frozenset(language.table("bounds").get("skip", ()))

    def join(self, written: Written, low: Amount, high: Amount) -> Ends | None:
        """Both ends of a range with the unit and scale that they share.

        "From $10 billion to $15 billion" is a change: two quantities, which may share a scale all the same.
        """
        gap = written.lower[low.end : high.start]
        if len(gap) > LONGEST_GAP:
            return None
        link = self._link(written, low, gap.strip())
        if link and high.kind == "number" and low.signed and (high.scale > 1 or gap.strip() in DASHES):
            high = high._replace(kind="money", currency=low.currency)  # "$5-7 billion"
        elif high.kind == "number" or low.kind not in ("number", high.kind) or (high.signed and low.kind == "number"):
            return None
        shared = _share(low, high) if link else None
        return Ends(shared, high, link == "range" or low.kind == "number") if shared else None

    def _link(self, written: Written, low: Amount, gap: str) -> str | None:
        if gap in DASHES:
            return "range"
        if gap in self._and:
            return "range" if self._word_before(written, low) in self._between else None
        if gap in self._to:
            return "change" if self._word_before(written, low) in self._from else "range"
        return "range" if gap in self._or and low.kind == "number" else None

    def _word_before(self, written: Written, low: Amount) -> str:
        words: Sequence[str] = preceding_words(written, low.start)
        meaningful = [word for word in words if word not in self._skip]
        return meaningful[-1] if meaningful else ""


def _share(low: Amount, high: Amount) -> Amount | None:
    """`low` in the unit and, where it has none of its own, the scale of `high`; None when that makes no range."""
    mantissa = high.value / high.scale
    if low.scale == 1 and high.scale != 1 and low.value < mantissa:
        low = low._replace(value=low.value * high.scale, scale=high.scale)
    elif low.kind == "number" and high.scale != 1 and low.scale == 1:
        return None
    if low.value >= high.value:
        return None
    return low._replace(kind=high.kind, currency=low.currency or high.currency)
