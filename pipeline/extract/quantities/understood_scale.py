"""Mere numbers whose scale the sum before them tells: "900 millones de dólares, a una valoración de 9.900"."""

from __future__ import annotations

import re

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import FIRST, Phrases, Written, after_gap, alternation
from pipeline.extract.quantities.amounts import Reading
from pipeline.extract.quantities.bounds import KINDS

FARTHEST = 2000  # code points between the sum that tells its scale and the number that does not
SMALLEST, LARGEST = 1_000_000, 2e12  # the scale of that sum, and the most that the number may come to
LOOK_BACK = 60  # code points that hold a word of worth or sums, with a bound behind it
_YEAR = re.compile(r"(?:19|20)\d\d")
_ENDS = frozenset(",.;:!?)»”\"'–—")


class UnderstoodScale:
    """What lets a number of one language take its scale from the sum before; no table, no such numbers."""

    def __init__(self, language: Language) -> None:
        table = language.table("currencies").get("scale_understood", {})
        bounds = language.table("bounds")
        between = [p for kind in (*KINDS, "skip") for p in bounds.get(kind, ()) if p[0].isalpha()]
        before = rf"(?:{alternation(table['before'])})(?: (?:{alternation(between)})){{0,2}} ?\Z" if table else "(?!)"
        self._before = re.compile(rf"(?<!\w){before}")
        self._after = Phrases(dict.fromkeys(table.get("after", ()), True))
        self._followed_by = Phrases(dict.fromkeys(table.get("followed_by", ()), True))
        self._lasts = frozenset(phrase.split()[-1] for phrase in (*table.get("before", ()), *between))

    def read(self, written: Written, reading: Reading, earlier: Reading | None) -> Reading:
        """`reading` as money of the scale and currency of `earlier`, if it is a number that tells a worth or a sum."""
        if not self._lasts or reading.kind != "number" or reading.scale != 1 or earlier is None:
            return reading
        near = earlier.kind == "money" and reading.start - earlier.end <= FARTHEST
        if not near or earlier.scale < SMALLEST or reading.value * earlier.scale > LARGEST:
            return reading
        digits = written.text[reading.start : reading.end]
        if not digits[0].isdigit() or _YEAR.fullmatch(digits):
            return reading
        if not (self._after.match(written, after_gap(written, reading.end)) or self._told(written, reading)):
            return reading
        value, scale = reading.value * earlier.scale, earlier.scale
        return reading._replace(kind="money", value=value, scale=scale, currency=earlier.currency)

    def _told(self, written: Written, reading: Reading) -> bool:
        """Whether a verb or noun of sums stands before a number, and nothing that it counts behind it."""
        before = written.lower[max(0, reading.start - LOOK_BACK) : reading.start]
        words = before.rsplit(None, 1)
        if not words or words[-1] not in self._lasts or not self._before.search(before):
            return False
        at = after_gap(written, reading.end)
        following = FIRST.match(written.lower, at)
        return following is None or following[0] in _ENDS or self._followed_by.match(written, at) is not None
