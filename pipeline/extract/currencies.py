"""Currencies beside a number: signs, ISO 4217 codes and a language's names for them."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.languages import Language, common
from pipeline.extract.phrases import SPACE, Phrases, alternation

LOOK_BACK = 10  # code points; the longest sign before a number ("u.s. $ ") has seven


class Currency(NamedTuple):
    """A currency in the text [start, end). `factor`: a scale written into its code (MUSD). `weak`: may be another word."""

    start: int
    end: int
    code: str
    factor: float = 1
    weak: bool = False


class Currencies:
    """The currencies that one language writes."""

    def __init__(self, language: Language) -> None:
        shared = common()
        signs = {sign: code for code, written in shared["signs"].items() for sign in written}
        self._codes = _codes(shared["codes"])
        self._signs = Phrases({sign: (code, 1.0) for sign, code in signs.items()} | self._codes, cased=True, loose=True)
        table = language.table("currencies")
        names = {name: code for code, written in table.get("names", {}).items() for name in written}
        self._names = Phrases(names)
        self._weak = frozenset(table.get("weak", ()))
        self._link = Phrases(dict.fromkeys(table.get("link", ()), True))
        self._sign_codes = {re.sub(r"\s", "", sign): code for sign, code in signs.items()}
        self._sign_ends = frozenset(sign[-1] if not sign[-1].isalnum() else sign[-2:] for sign in signs)
        before = alternation([sign for sign in signs if not sign.startswith("$ ")], loose=True, ends=False)
        self._sign_before = re.compile(rf"(?:(?<![^\W\d_])|(?=[^\w\s]))({before}):?{SPACE}{{0,2}}\Z")
        self._code_before = re.compile(rf"(?<![^\W\d_])([A-Za-z]{{3,5}}){SPACE}?\$?{SPACE}{{0,2}}\Z")

    @property
    def firsts(self) -> frozenset[str]:
        """How what may follow a number starts: links, names, signs and codes, the latter with case."""
        return self._signs.firsts | self._names.firsts | self._link.firsts

    def before(self, text: str, start: int, floor: int) -> Currency | None:
        """The currency that ends where the number starts, no further left than `floor`."""
        end = start
        while end > floor and start - end < 2 and text[end - 1].isspace():
            end -= 1
        if end == floor:
            return None
        found = None
        if text[end - 3 : end] in self._codes or text[end - 1] == "$":
            found = self._code_before.search(text, max(floor, start - LOOK_BACK), start)
            code, factor = self._codes.get(found[1], ("", 1)) if found else ("", 1)
            if found and code:
                return Currency(found.start(), found.end(), code, factor)
        if text[end - 1] in self._sign_ends or text[end - 2 : end] in self._sign_ends:
            found = self._sign_before.search(text, max(floor, start - LOOK_BACK), start)
            if found:
                return Currency(found.start(), found.end(), self._sign_codes[re.sub(r"\s", "", found[1])])
        return None

    def skip_link(self, text: str, at: int) -> int:
        """Past "of", "de", "d'" between a scale word and what it counts."""
        link = self._link.match(text, at)
        return _skip_spaces(text, link[1]) if link else at

    def after(self, text: str, at: int, *, linked: bool) -> Currency | None:
        """The currency that starts at `at`, or after "of", "de", "d'" when a scale word came before (`linked`)."""
        if linked:
            at = self.skip_link(text, at)
        if sign := self._signs.match(text, at):
            (code, factor), end = sign
            refined = self._signs.match(text, _skip_spaces(text, end)) if not text[end - 1].isalnum() else None
            if refined and refined[0][0] in self._codes and text[refined[1] - 1].isalpha():
                (code, factor), end = refined
            return Currency(at, end, code, factor)
        if name := self._names.match(text, at):
            return Currency(at, name[1], name[0], weak=text[at : name[1]].lower() in self._weak)
        return None


def _codes(table: dict[str, object]) -> dict[str, tuple[str, float]]:
    """ISO codes as written, with the scale that some carry (MUSD) and their other names (RMB)."""
    codes = {code: code for code in str(table["iso"]).split()} | dict(table["alias"])  # type: ignore[call-overload]
    codes |= {lower: codes[lower.upper()] for lower in str(table["lower"]).split()}
    marks: dict[str, float] = dict(table["marks"])  # type: ignore[call-overload]
    scaled = {
        mark + name: (code, factor) for mark, factor in marks.items() for name, code in codes.items() if name.isupper()
    }
    return scaled | {name: (code, 1.0) for name, code in codes.items()}


def _skip_spaces(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at


_SPACES = re.compile(rf"{SPACE}{{0,2}}\n?")
