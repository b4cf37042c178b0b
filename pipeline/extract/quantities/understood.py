"""Sums whose currency is understood: in "6 milliards de dollars, puis 10 milliards" both are dollars."""

from __future__ import annotations

import re

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import FIRST, Written, after_gap
from pipeline.extract.quantities.amounts import Reading

FARTHEST = 400  # code points between the sum that names its currency and the one that does not
SMALLEST = 1_000_000
_WRITTEN_OUT = re.compile(r"[^\W\d_]{4}\Z")
_ENDS = frozenset(",.;:!?)»”\"'–—")


class Understood:
    """What one language lets follow a sum without its currency; no table, no such sums ("2 billion users")."""

    def __init__(self, language: Language) -> None:
        self._before = frozenset(language.table("currencies").get("understood_before", ()))

    def read(self, written: Written, reading: Reading, earlier: Reading | None) -> Reading:
        """`reading` as money when the sum before it, with nothing else counted in between, names the currency."""
        if not self._before or reading.kind != "number" or reading.scale < SMALLEST:
            return reading
        if earlier is None or earlier.kind != "money" or reading.start - earlier.end > FARTHEST:
            return reading
        if not _WRITTEN_OUT.search(written.lower, reading.start, reading.end):
            return reading  # "70B" is the size of a model
        following = FIRST.match(written.lower, after_gap(written, reading.end))
        if following and following[0] not in self._before and following[0] not in _ENDS:
            return reading
        return reading._replace(kind="money", currency=earlier.currency)
