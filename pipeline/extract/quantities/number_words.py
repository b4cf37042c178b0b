"""Numbers in words, put together from a language's table of their parts ("two and a half billion")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import daachorse

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import FIRST, NEXT, Phrases, Written, after_gap
from pipeline.extract.quantities.numerals import Numeral
from pipeline.extract.quantities.word_sum import WordSum

LONGEST_RUN = 24  # number words in a row
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+'?)[ \n-]{0,2}\Z")


class NumberWords:
    """Finds numbers in words. `counted`: how what a number counts starts; a lone "one" is read only before that."""

    def __init__(self, language: Language, counted: frozenset[str]) -> None:
        table = language.table("numbers")
        scales: Mapping[str, float] = language.table("scales").get("words", {})
        self._fractions: Mapping[str, float] = table.get("fractions", {})
        self._values: dict[str, float] = {**table.get("words", {}), **scales, **self._fractions}
        self._scales = frozenset(scales)
        self._part = re.compile(_any_of(self._values))
        self._join = re.compile(_any_of(table.get("join", ())))
        self._point = Phrases(dict.fromkeys(table.get("point", ()), True))
        self._half = Phrases(dict.fromkeys(table.get("half_after", ()), True))
        self._link = Phrases(dict.fromkeys(table.get("fraction_links", ()), True))
        self._alone, self._vague = frozenset(table.get("alone", ())), frozenset(table.get("vague", ()))
        self._articles, self._lone = frozenset(table.get("articles", ())), frozenset(table.get("lone", ()))
        self._units_first: bool = table.get("units_first", False)
        self._glued: bool = table.get("glued", False)
        units = [name for name, watts in language.table("power").get("names", {}).items() if watts >= 1_000_000]
        self._units = frozenset(units)
        self._halved = self._units.union(language.table("percent").get("words", ()))
        parts = {first[0] for word in self._values if (first := FIRST.match(word))}
        joins = {first[0] for word in table.get("join", ()) if (first := FIRST.match(word))}
        self._follow = counted | parts | joins | self._point.firsts | self._half.firsts | self._link.firsts
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            sorted({*parts, *units}) or ["\0"], daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def starts(self, written: Written) -> list[int]:
        """Where a word begins that may begin a number, or a unit that an article may count ("a gigawatt")."""
        lower = written.lower
        found = self._automaton.find(lower)
        return [
            start
            for start, end, _ in found
            if not (start and lower[start - 1].isalnum())
            and (self._glued or not lower[end : end + 1].isalpha())
            and (lower[start:end] not in self._lone or self._leads(written, end))
        ]

    def _leads(self, written: Written, end: int) -> bool:
        """Whether what follows may belong to a number or be counted by it."""
        if written.lower[end : end + 1].isalpha():
            return True
        following = NEXT.match(written.lower, end)
        return following is not None and following[1] in self._follow

    def read(self, written: Written, start: int) -> Numeral | None:
        """The number that begins with the word at `start`, its article included, if there is one."""
        total, at, good, lower = WordSum(), start, None, written.lower
        for _ in range(LONGEST_RUN):
            part = self._part.match(lower, at)
            if part is None or not self._take(total, part[0]):
                break
            end = self._tail(written, part.end(), total)
            if total.complete and not lower[end : end + 1].isalpha():
                good = Numeral(start, end, total.value, total.scale, words=True)
            at = self._next(written, end, total)
            if not total.complete and _word(lower, at) in self._halved:
                good = Numeral(start, at, total.value, words=True)  # "half a gigawatt", "a quarter of a percent"
        return self._with_article(lower, start, good)

    def _take(self, total: WordSum, word: str) -> bool:
        word = word.replace(" ", "-")  # "quatre vingt"
        value = self._values[word]
        if word in self._scales:
            return total.multiply(value)
        if word in self._fractions:
            return total.take_fraction(value)
        return total.add(value, units_first=self._units_first)

    def _tail(self, written: Written, end: int, total: WordSum) -> int:
        """Where the number ends after "and a half" or spoken decimals ("two point five"), which it adds to the sum."""
        at = after_gap(written, end)
        half = self._half.match(written, at)
        if half and total.complete:
            total.add_half()
            return half[1]
        point = self._point.match(written, at) if total.rest is not None else None
        decimals = ""
        while point and len(decimals) < LONGEST_RUN:
            digit = self._part.match(written.lower, after_gap(written, end if decimals else point[1]))
            value = self._values.get(digit[0], 100) if digit else 100
            if digit is None or value >= 100 or value != int(value):
                break
            decimals, end = decimals + str(int(value)), digit.end()
        if decimals and total.rest is not None:
            total.rest = float(f"{int(total.rest)}.{decimals}")
        return end

    def _next(self, written: Written, end: int, total: WordSum) -> int:
        """Where the next word of the number may begin, past "and", or past "of a" after a fraction."""
        at = after_gap(written, end)
        if not total.complete:
            link = self._link.match(written, at)
            return after_gap(written, link[1]) if link else at
        join = self._join.match(written.lower, at)
        after = after_gap(written, join.end()) if join else at
        return after if join and self._part.match(written.lower, after) else at

    def _with_article(self, lower: str, start: int, number: Numeral | None) -> Numeral | None:
        """The number with the article before it; a bare scale word is a number only with one ("a billion")."""
        first = self._part.match(lower, start)
        value = self._values.get(first[0], 0) if first and number else 0
        if number and 1 <= value < 100:
            return number
        before = _WORD_BEFORE.search(lower, max(0, start - 16), start)
        word = before[1] if before else ""
        if before and word in self._articles:
            begin, end = before.span(1)
            if number:
                return number._replace(start=begin)
            return Numeral(begin, end, 1, words=True) if _word(lower, start) in self._units else None
        bare_scale = first is not None and first[0] in self._scales and first[0] not in self._alone
        return None if bare_scale or word in self._vague else number


def _word(lower: str, at: int) -> str:
    found = _LETTERS.match(lower, at)
    return found[0] if found else ""


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, without backing out of a choice once made."""
    patterns = (re.escape(word).replace(r"\-", "[ -]") for word in sorted(words, key=len, reverse=True))
    return f"(?>{'|'.join(patterns)})" if words else "(?!)"
