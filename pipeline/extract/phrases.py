"""Phrases to look up at a place in a text: what may follow or precede a number, found by its first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

V = TypeVar("V")
SPACE = r"[ \t\u00a0\u202f\u2009\u2007\u200a]"
FIRST = re.compile(r"[^\W\d_]+|[^\w\s]")
GAP = re.compile(rf"{SPACE}{{0,2}}(?:[-‐‑]{SPACE}?)?(?:\n(?=[^\W\d_]))?")


class Phrases(Generic[V]):
    """A table of phrases, each with what it means.

    Spaces in a phrase match any one or two spaces of the text or a hyphen; in `loose` tables they may also be missing
    (currency signs: "US $160"). ’ and ' are one. Case counts only when `cased`.
    """

    def __init__(self, meanings: Mapping[str, V], *, cased: bool = False, loose: bool = False) -> None:
        self._cased = cased
        self._meanings = {self._key(phrase): meaning for phrase, meaning in meanings.items()}
        buckets: dict[str, list[str]] = {}
        for phrase in meanings:
            first = FIRST.match(phrase)
            if first is None:
                raise ValueError(f"a phrase starts with a letter or a sign, not {phrase!r}")
            buckets.setdefault(first[0] if cased else first[0].lower(), []).append(phrase)
        self._buckets = {first: self._pattern(first, phrases, loose) for first, phrases in buckets.items()}

    @property
    def firsts(self) -> frozenset[str]:
        """What phrases start with: a word (lower case unless cased) or a sign."""
        return frozenset(self._buckets)

    def match(self, text: str, at: int) -> tuple[V, int] | None:
        """The meaning and the end of the longest phrase that starts at `at`; None when there is none."""
        first = FIRST.match(text, at)
        if first is None:
            return None
        word = first[0] if self._cased else first[0].lower()
        pattern = self._buckets.get(word, 0)
        if pattern == 0:
            return None
        if pattern is None:
            return self._meanings[word], first.end()
        found = pattern.match(text, at)
        return (self._meanings[self._key(found[0])], found.end()) if found else None

    def _key(self, phrase: str) -> str:
        return _canonical(phrase if self._cased else phrase.lower())

    def _pattern(self, first: str, phrases: list[str], loose: bool) -> re.Pattern[str] | None:
        """What finds the longest of the phrases; None when the first word is all there is."""
        if len(phrases) == 1 and self._key(phrases[0]) == first:
            return None
        return re.compile(alternation(phrases, loose=loose), 0 if self._cased else re.IGNORECASE)


def alternation(phrases: Iterable[str], *, loose: bool = False, ends: bool = True) -> str:
    """A pattern for any of the phrases, longest first; with `ends` a word must end there too."""
    return "|".join(_phrase_pattern(phrase, loose, ends) for phrase in sorted(phrases, key=len, reverse=True))


def _phrase_pattern(phrase: str, loose: bool, ends: bool) -> str:
    gap = rf"{SPACE}?" if loose else rf"(?:{SPACE}{{1,2}}|\n|{SPACE}?[-‐‑]{SPACE}?)"
    body = gap.join(_APOSTROPHE.sub("['’]", re.escape(part)) for part in phrase.split(" "))
    return body + (r"(?![^\W\d_])" if ends and phrase[-1].isalpha() else "")


def _canonical(phrase: str) -> str:
    return _SEPARATORS.sub("", phrase.replace("’", "'"))


_SEPARATORS = re.compile(r"[\s\-‐‑]+")
_APOSTROPHE = re.compile("['’]")
