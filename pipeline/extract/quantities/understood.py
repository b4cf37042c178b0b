"""Sums whose currency is understood: in "6 milliards de dollars, puis 10 milliards" both are dollars."""

from __future__ import annotations

import re

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import FIRST, Phrases, Written, after_gap
from pipeline.extract.quantities.amounts import Reading

FARTHEST = 2000  # code points between the sum that names its currency and the one that does not
SMALLEST = 1_000_000
BRACKET = 24  # code points from a bracket to the sum in it, with its bound
_WRITTEN_OUT = re.compile(r"[^\W\d_]{4}\Z")
_NOUN = re.compile(r"(?:[a-zäöüß]+(?:e|en|er|es|em) )?[A-ZÄÖÜ]")  # `Nutzer`, `neue Nutzer`, where nouns have capitals
_ENDS = frozenset(",.;:!?)»”\"'–—")


class Understood:
    """What one language lets follow a sum without its currency; no table, no such sums ("2 billion users")."""

    def __init__(self, language: Language) -> None:
        table = language.table("currencies")
        told = dict.fromkeys(table.get("understood_unless", ()), False) | dict.fromkeys(
            table.get("understood_before", ()), True
        )
        self._following, self._unless = Phrases(told), "understood_unless" in table
        self._nouns_capitalised = bool(language.table("names").get("nouns_capitalised"))

    def read(self, written: Written, reading: Reading, earlier: Reading | None) -> Reading:
        """`reading` as money when the sum before it, with nothing else counted in between, names the currency."""
        if not self._following.firsts or reading.kind != "number" or reading.scale < SMALLEST:
            return reading
        if earlier is None or earlier.kind != "money" or reading.start - earlier.end > FARTHEST:
            return reading
        if not _WRITTEN_OUT.search(written.lower, reading.start, reading.end):
            return reading  # "70B" is the size of a model
        if not self._lets(written, after_gap(written, reading.end)):
            return reading
        return reading._replace(kind="money", currency=earlier.currency)

    def _lets(self, written: Written, at: int) -> bool:
        """Whether what follows a number counts nothing of its own."""
        if found := self._following.match(written, at):
            return found[0] or written.text[after_gap(written, found[1]) :][:1].isupper()  # `1.300 millones de Foo`
        following = FIRST.match(written.lower, at)
        if following is None or following[0] in _ENDS:
            return True
        return self._unless and not (self._nouns_capitalised and _NOUN.match(written.text, at))


def in_brackets(text: str, start: int) -> bool:
    """Whether a sum right behind an opening bracket only says another one in other money: `$2bn (€1.7bn)`."""
    near = text[max(0, start - BRACKET) : start]
    return near.rfind("(") > near.rfind(")")
