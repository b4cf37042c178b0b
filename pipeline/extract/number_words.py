"""Numbers in words, put together from a language's table of their parts ("two and a half billion")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import daachorse

from pipeline.extract.languages import Language
from pipeline.extract.numerals import Numeral
from pipeline.extract.phrases import SPACE, Phrases

LONGEST_RUN = 24  # number words in a row
_GAP = re.compile(rf"(?:{SPACE}|\n|[-‐‑]){{0,3}}")
_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"([^\W\d_]+['’]?)[\s\-‐‑]{0,2}\Z")


class _Sum:
    """A number under way: finished parts with their scale, and what has been read since the last scale word."""

    def __init__(self) -> None:
        self.parts: list[tuple[float, float]] = []
        self.rest: float | None = None
        self.scale: float = 1

    @property
    def complete(self) -> bool:
        """Whether it is a number as it stands; a mere fraction waits for its scale word."""
        return self.rest is None or not 0 < self.rest < 1

    def add_half(self) -> None:
        """ "One and a half", "un milliard et demi": half of what was counted last."""
        if self.rest is None:
            self.parts.append((0, self.scale / 2))
        else:
            self.rest += 0.5

    def value(self) -> float:
        return sum(value for _, value in self.parts) + (self.rest or 0)

    def multiply(self, scale: float) -> bool:
        """Take a scale word; False when it cannot follow ("million billion" can, "a million million" cannot)."""
        smaller = [value for other, value in self.parts if other < scale]
        if self.rest is None and self.parts and not smaller:
            return False
        count = sum(smaller) + (self.rest or 0) or 1
        self.parts = [part for part in self.parts if part[0] >= scale]
        self.parts.append((scale, count * scale))
        self.rest, self.scale = None, max(self.scale, scale)
        return True

    def add(self, value: float, units_first: bool) -> bool:
        """Take a number below a thousand; False when it cannot follow ("two three")."""
        rest = self.rest
        if rest is None:
            if any(scale <= value for scale, _ in self.parts):
                return False
            self.rest = value
        elif value == 100 and 1 < rest < 100 and rest == int(rest):
            self.rest = rest * 100
        elif _fits(rest, value) or (units_first and value >= 20 and value % 10 == 0 and 0 < rest % 100 < 10):
            self.rest = rest + value
        else:
            return False
        return True


def _fits(rest: float, value: float) -> bool:
    """Whether value goes into the empty places of rest: 20 + 5, 300 + 15, 60 + 17 (soixante-dix-sept)."""
    if value <= 0 or value != int(value) or rest <= 0:
        return False
    if value < 10:
        return rest % 10 == 0
    if value < 20 and rest % 100 in {60, 80}:
        return True
    return rest % (100 if value < 100 else 1000) == 0


class NumberWords:
    """Finds numbers in words."""

    def __init__(self, language: Language) -> None:
        table = language.table("numbers")
        scales: Mapping[str, float] = language.table("scales").get("words", {})
        fractions: Mapping[str, float] = table.get("fractions", {})
        parts: dict[str, float] = {**table.get("words", {}), **scales, **fractions}
        self._values = {_plain(part): value for part, value in parts.items()}
        self._scales = frozenset(_plain(part) for part in scales)
        self._part = re.compile(_any_of(parts), re.IGNORECASE)
        self._join = re.compile(_any_of(table.get("join", ())), re.IGNORECASE)
        self._point = Phrases(dict.fromkeys(table.get("point", ()), True))
        self._half = Phrases(dict.fromkeys(table.get("half_after", ()), True))
        self._link = Phrases(dict.fromkeys(table.get("fraction_links", ()), True))
        self._alone = frozenset(table.get("alone", ()))
        self._vague = frozenset(table.get("vague", ()))
        self._articles = frozenset(table.get("articles", ()))
        self._units_first: bool = table.get("units_first", False)
        units = [name for name, watts in language.table("power").get("names", {}).items() if watts >= 1_000_000]
        self._units = frozenset(units)
        self._anchors = sorted({re.split(r"[\s-]", word.lower())[0] for word in (*parts, *units)})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            self._anchors or ["\0"], daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def starts(self, text: str) -> list[int]:
        """Where a word begins that may begin a number, or a unit that an article may count ("a gigawatt")."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a few capitals grow in lower case; offsets must not move
            lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
        found = self._automaton.find(lowered)
        return [start for start, _, _ in found if start == 0 or not lowered[start - 1].isalnum()]

    def read(self, text: str, start: int) -> Numeral | None:
        """The number that begins with the word at `start`, its article included, if there is one."""
        total, at, end, good = _Sum(), start, start, None
        for _ in range(LONGEST_RUN):
            part = self._part.match(text, at)
            if part is None or not self._take(total, part, glued=start < at == end):
                break
            end = self._tail(text, part.end(), total)
            if total.complete and not _LETTER.match(text, end):
                good = Numeral(start, end, total.value(), total.scale, words=True)
            at = self._next(text, end, total)
        return self._with_article(text, start, good)

    def _take(self, total: _Sum, part: re.Match[str], *, glued: bool) -> bool:
        word = _plain(part[0])
        value = self._values[word]
        if word in self._scales:
            return total.multiply(value)
        if 0 < value < 1 and total.rest is not None:  # zweieinhalb adds, three quarters multiplies
            total.rest = total.rest + value if glued else total.rest * value
            return True
        return total.add(value, self._units_first)

    def _tail(self, text: str, end: int, total: _Sum) -> int:
        """Where the number ends after "and a half" or spoken decimals ("two point five"), which it adds to the sum."""
        at = _gap(text, end)
        half = self._half.match(text, at)
        if half and total.complete:
            total.add_half()
            return half[1]
        point = self._point.match(text, at) if total.rest is not None else None
        decimals = ""
        while point and len(decimals) < LONGEST_RUN:
            digit = self._part.match(text, _gap(text, end if decimals else point[1]))
            value = self._values[_plain(digit[0])] if digit else 100
            if digit is None or value >= 100 or value != int(value):
                break
            decimals, end = decimals + str(int(value)), digit.end()
        if decimals and total.rest is not None:
            total.rest = float(f"{int(total.rest)}.{decimals}")
        return end

    def _next(self, text: str, end: int, total: _Sum) -> int:
        """Where the next word of the number may begin, past "and", or past "of a" after a fraction."""
        at = _gap(text, end)
        if not total.complete:
            link = self._link.match(text, at)
            return _gap(text, link[1]) if link else at
        join = self._join.match(text, at)
        after = _gap(text, join.end()) if join else at
        return after if join and self._part.match(text, after) else at

    def _with_article(self, text: str, start: int, number: Numeral | None) -> Numeral | None:
        """The number with the article before it; a bare scale word is a number only with one ("a billion")."""
        first = self._part.match(text, start)
        value = self._values[_plain(first[0])] if first and number else 0
        if number and first and 1 <= value < 100:
            return number
        before = _WORD_BEFORE.search(text, max(0, start - 16), start)
        word = before[1].lower() if before else ""
        if before and word in self._articles:
            begin, end = before.span(1)
            if number:
                return number._replace(start=begin)
            unit = _LETTERS.match(text, start)
            return Numeral(begin, end, 1, words=True) if unit and unit[0].lower() in self._units else None
        bare_scale = first is not None and _plain(first[0]) in self._scales and _plain(first[0]) not in self._alone
        return None if bare_scale or word in self._vague else number


def _gap(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at


def _plain(word: str) -> str:
    return re.sub(r"[\s\-‐‑]+", " ", word.lower())


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first, without backing out of a choice once made."""
    patterns = (re.sub(r"(?:\\ |\\-)", r"[\\s\\-‐‑]{1,3}", re.escape(w)) for w in sorted(words, key=len, reverse=True))
    return f"(?>{'|'.join(patterns)})" if words else "(?!)"
