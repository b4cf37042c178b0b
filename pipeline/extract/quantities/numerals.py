"""Numbers in digits, as a language separates thousands and decimals."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 24  # characters of a number in digits; anything longer is no quantity
_THIN = "\u00a0\u202f\u2009\u2007'’"
_JOINERS = frozenset(".,:/")


class Numeral(NamedTuple):
    """A number in the text: code points [start, end), its value, the scale in it ("two billion": 10^9), if in words."""

    start: int
    end: int
    value: float
    scale: float = 1
    words: bool = False


def tidy(value: float) -> float | int:
    """The value without the noise of binary fractions; an int when it is whole."""
    if value == int(value):
        return int(value)
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


class Digits:
    """Numbers in digits, by what a language puts between thousands (`groups`) and before decimals (`decimal`).

    One separator and three digits ("1.234") is what the language says; two different separators, or one repeated, say
    themselves what they are. `thousand` may stand between thousands and the rest ("4 mil 800"). No-break
    and thin spaces and apostrophes separate thousands in every language.
    """

    def __init__(self, decimal: str, groups: str, thousand: str = "") -> None:
        self._mixed = rf" {thousand} " if thousand else ""
        self._groups = frozenset(groups + _THIN)
        one = f"[{re.escape(groups)}{_THIN}]"
        letter = r"(?<![^\W\d_]"  # "EUR2,000,000" is one number, but "GB300 200 000" holds two
        unglued = rf"(?:(?=[.,'’])|{letter}[0-9]){letter}[0-9]{{2}}){letter}[0-9]{{3}}))"
        bare = rf"\b{thousand} [0-9]{{3}}(?![0-9.,])|"  # "mil 300 millones"
        mixed = rf"[0-9]{{1,3}}{self._mixed}[0-9]{{1,3}}(?![0-9.,])|{bare}" if thousand else ""
        self._pattern = re.compile(
            mixed + r"[0-9](?:[0-9]{0,2}(?:"
            r"(?:,[0-9]{3}){1,6}\.[0-9]+|(?:\.[0-9]{3}){1,6},[0-9]+|(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]+)?"
            rf"|{unglued}(?P<one>{one})[0-9]{{3}}(?:(?P=one)[0-9]{{3}}){{0,6}}(?![0-9])"
            rf"(?:(?!(?P=one))[{re.escape(decimal)}][0-9]+)?"
            rf"|{unglued}(?P<two>[., ])[0-9]{{3}}(?:(?P=two)[0-9]{{3}}){{1,6}}(?![0-9])(?:(?!(?P=two))[.,][0-9]+)?"
            r")(?![0-9])|[0-9]*(?:[.,][0-9]+)?)"
        )

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where numbers in digits stand, dates, times and versions among them."""
        return [match.span() for match in self._pattern.finditer(text)]

    def read(self, text: str, start: int, end: int) -> Numeral | None:
        """The number of such a span; None for dates, times, versions and runs too long to be a quantity."""
        if end - start > LONGEST or (text[end : end + 1] in _JOINERS and text[end + 1 : end + 2].isdigit()):
            return None
        if start > 1 and text[start - 1] in _JOINERS and text[start - 2].isdigit():
            return None
        written = text[start:end]
        return Numeral(start, end, float(written) if written.isdigit() else self._value(written))

    def _value(self, written: str) -> float:
        if self._mixed and self._mixed.strip() in written:
            thousands, rest = written.split(self._mixed.strip())
            return float(int(thousands or 1) * 1000 + int(rest))
        marks = [c for c in written if not c.isdigit()]
        digits = "".join(c for c in written if c.isdigit())
        if not self._has_decimals(written, marks):
            return float(digits)
        after = len(written) - written.rindex(marks[-1]) - 1
        return float(f"{digits[:-after]}.{digits[-after:]}")

    def _has_decimals(self, written: str, marks: list[str]) -> bool:
        if len(set(marks)) > 1:
            return True
        if len(marks) > 1 or marks[0] not in ".,":
            return False
        groups_of_three = len(written) - written.index(marks[0]) == 4 and written[0] != "0"
        return not (groups_of_three and marks[0] in self._groups)
