"""Numbers in digits, as a language separates thousands and decimals."""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST_RUN = 24  # characters of a number in digits; anything longer is no quantity
_THIN = "\u00a0\u202f\u2009\u2007'’"


class Numeral(NamedTuple):
    """A number in the text: code points [start, end), its value, the scale in it ("two billion": 10^9), if in words."""

    start: int
    end: int
    value: float
    scale: float = 1
    words: bool = False


def tidy(value: float) -> float | int:
    """The value without the noise of binary fractions; an int when it is whole."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


class Digits:
    """Numbers in digits, by what a language puts between thousands (`groups`) and before decimals (`decimal`).

    One separator and three digits ("1.234") is what the language says; two different separators, or one repeated, say
    themselves what they are. No-break and thin spaces and apostrophes separate thousands in every language.
    """

    def __init__(self, decimal: str, groups: str) -> None:
        self._groups = frozenset(groups + _THIN)
        one = f"[{re.escape(groups)}{_THIN}]"
        self.pattern = re.compile(
            r"[0-9](?:(?<![^\W\d_][0-9])[0-9]{0,2}(?:"  # no letter before: "GB300 200 000" holds no 300 200 000
            r"(?:,[0-9]{3})+\.[0-9]+|(?:\.[0-9]{3})+,[0-9]+|(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
            rf"|(?P<one>{one})[0-9]{{3}}(?:(?P=one)[0-9]{{3}})*(?![0-9])(?:(?!(?P=one))[{re.escape(decimal)}][0-9]+)?"
            r"|(?P<two>[., ])[0-9]{3}(?:(?P=two)[0-9]{3})+(?![0-9])(?:(?!(?P=two))[.,][0-9]+)?"
            r")(?![0-9])|[0-9]*(?:[.,][0-9]+)?)"
        )

    def value(self, written: str) -> float:
        """What a match of the pattern is worth."""
        marks = [c for c in written if not c.isdigit()]
        digits = "".join(c for c in written if c.isdigit())
        if not marks or not self._has_decimals(written, marks):
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
