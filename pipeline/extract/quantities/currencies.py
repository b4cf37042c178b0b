"""Currencies beside a number: signs, ISO 4217 codes and a language's names for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from pipeline.extract.languages import Language, common
from pipeline.extract.languages.phrases import Phrases, Written, after_gap, alternation

FEWEST_OF_A_WEAK_NAME = 1000
FIRST_YEAR, LAST_YEAR = 1900, 2039  # "in 2024 won"
LOOK_BACK = 10  # code points; the longest sign before a number ("U.S. $ ") has seven


class Currency(NamedTuple):
    """A currency in the text [start, end). `factor`: a scale in its code (MUSD). `weak`: may be another word."""

    start: int
    end: int
    code: str
    factor: float = 1
    weak: bool = False


class Currencies:
    """The currencies that one language writes."""

    def __init__(self, language: Language) -> None:
        shared, table = common(), language.table("currencies")
        signs = {sign: code for code, written in shared["signs"].items() for sign in written}
        self._codes = _codes(shared["codes"], language.table("scales").get("marks", {}), signs)
        self._signs = Phrases({sign: (code, 1.0) for sign, code in signs.items()} | self._codes, cased=True, loose=True)
        self._names = Phrases({name: code for code, written in table.get("names", {}).items() for name in written})
        self._weak = frozenset(table.get("weak", ()))
        self._weak_not_before = Phrases(dict.fromkeys(table.get("weak_not_before", ()), True))
        self._link = Phrases(dict.fromkeys(table.get("link", ()), True))
        self._sign_codes = {sign.replace(" ", ""): code for sign, code in signs.items()}
        self._sign_ends = frozenset(sign[-1] if not sign[-1].isalnum() else sign[-2:] for sign in signs)
        before = alternation([sign for sign in signs if not sign.startswith("$ ")], loose=True, ends=False)
        self._sign_before = re.compile(rf"(?:(?<![^\W\d_])|(?=[^\w\s]))({before}):? {{0,2}}\Z")
        self._code_before = re.compile(r"(?<![^\W\d_])([A-Za-z]{3,5}) ?\$? {0,2}\Z")

    @property
    def firsts(self) -> frozenset[str]:
        """How what may follow a number starts: links, names, signs and codes, in lower case."""
        return self._signs.firsts | self._names.firsts | self._link.firsts

    def before(self, written: Written, start: int, floor: int) -> Currency | None:
        """The currency that ends where the number starts, no further left than `floor`."""
        text, end = written.text, start
        while end > floor and start - end < 2 and text[end - 1].isspace():
            end -= 1
        if end <= floor:
            return None
        back = max(floor, start - LOOK_BACK)
        if text[end - 3 : end] in self._codes or text[end - 1] == "$":
            found = self._code_before.search(text, back, start)
            code, factor = self._codes.get(found[1], ("", 1)) if found else ("", 1)
            if found and code:
                return Currency(found.start(), found.end(), code, factor)
        if text[end - 1] in self._sign_ends or text[end - 2 : end] in self._sign_ends:
            found = self._sign_before.search(text, back, start)
            if found:
                return Currency(found.start(), found.end(), self._sign_codes[found[1].replace(" ", "")])
        return None

    def counts(self, written: Written, currency: Currency, value: float, *, scaled: bool) -> bool:
        """Whether a name that may be another word is money here: "5,000 won" is, "3 won" and "in 2024 won" are not."""
        if not currency.weak or scaled:
            return True
        if self._weak_not_before.match(written, after_gap(written, currency.end)):
            return False
        return value >= FEWEST_OF_A_WEAK_NAME and not FIRST_YEAR <= value <= LAST_YEAR

    def is_sign_of_next(self, written: Written, currency: Currency) -> bool:
        """Whether a sign stands right before another number, to which it may belong as well."""
        following = after_gap(written, currency.end)
        is_sign = not written.text[currency.end - 1].isalpha()
        return is_sign and written.text[following : following + 1].isdigit()

    def skip_link(self, written: Written, at: int) -> int:
        """Past "of", "de", "d'" between a scale word and what it counts."""
        link = self._link.match(written, at)
        return _skip_spaces(written, link[1]) if link else at

    def after(self, written: Written, at: int, *, linked: bool) -> Currency | None:
        """The currency that starts at `at`, or after "of", "de", "d'" when a scale word came before (`linked`)."""
        text = written.text
        if linked:
            at = self.skip_link(written, at)
        sign = self._signs.match(written, at)
        if sign and not text[sign[1] : sign[1] + 1].isdigit():  # "$10-$20": the second sign is the next number's
            (code, factor), end = sign
            refined = self._signs.match(written, _skip_spaces(written, end)) if not text[end - 1].isalnum() else None
            if refined and refined[0][0] in self._codes and text[refined[1] - 1].isalpha():
                (code, factor), end = refined  # "$5 million AUD", "5 $ CAD"
            return Currency(at, end, code, factor)
        if name := self._names.match(written, at):
            return Currency(at, name[1], name[0], weak=written.lower[at : name[1]] in self._weak)
        return None


def _codes(
    table: Mapping[str, Any], own_marks: Mapping[str, float], signs: Mapping[str, str]
) -> dict[str, tuple[str, float]]:
    """ISO codes as written and their other names (RMB), alone and with the scales that they carry (MUSD, MUS$)."""
    codes = {code: code for code in table["iso"].split()} | table["alias"]
    codes |= {lower: codes[lower.upper()] for lower in table["lower"].split()}
    lettered = {sign.replace(" ", ""): code for sign, code in signs.items() if sign[0].isupper()}
    scaled = {
        mark + name: (code, own_marks.get(mark, factor))
        for mark, factor in table["marks"].items()
        for name, code in (codes | lettered).items()
        if name[0].isupper()
    }
    return scaled | {name: (code, 1.0) for name, code in codes.items()}


def _skip_spaces(written: Written, at: int) -> int:
    found = _SPACES.match(written.text, at)
    return found.end() if found else at


_SPACES = re.compile(r" {0,2}\n?")
