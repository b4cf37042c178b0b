"""Phrases to look up at a place in a text: what may follow or precede a number, found by its first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from pipeline.extract.languages.forms import lowered

V = TypeVar("V")
FIRST = re.compile(r"[^\W\d_]+|[^\w\s]")
GAP = re.compile(r" {0,2}(?:- ?)?(?:\n(?=[^\W\d_]))?")
NEXT = re.compile(rf"(?>{GAP.pattern})({FIRST.pattern})")
"""The word or sign behind such a gap."""
GAPS = (" - ", "  ", " -", "- ", " ", "-", "\n")
"""What a space in a phrase stands for, the longest first."""
_ANY_GAP = f"(?:{'|'.join(map(re.escape, GAPS))})"
_TYPOGRAPHY = {
    "\t": " ",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u2007": " ",
    "\u200a": " ",
    "’": "'",
    "‐": "-",
    "‑": "-",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """The text, as long as before, without what UTF-8 cannot hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _LONE_SURROGATE.sub("?", text)
    return text


class Written(NamedTuple):
    """A text with one kind of space, apostrophe and hyphen, and the same in lower case; offsets hold in all three."""

    text: str
    lower: str

    @classmethod
    def of(cls, text: str) -> Written:
        """The text in both forms."""
        text = without_surrogates(text)
        for sign, plain in _TYPOGRAPHY.items():
            text = text.replace(sign, plain)
        return cls(text, lowered(text))


class Phrases(Generic[V]):
    """A table of phrases, each with what it means.

    A space in a phrase matches one or two spaces of the text, a line break or a hyphen; in `loose` tables it may also
    be missing (currency signs: "US $160"). Case counts only when `cased`.
    """

    def __init__(self, meanings: Mapping[str, V], *, cased: bool = False, loose: bool = False) -> None:
        self._cased = cased
        buckets: dict[str, dict[str, V]] = {}
        for listed, meaning in meanings.items():
            phrase = listed if cased else listed.lower()
            first = FIRST.match(phrase)
            if first is None:
                raise ValueError(f"a phrase starts with a letter or a sign, not {phrase!r}")
            buckets.setdefault(first[0], {})[phrase] = meaning
        self._buckets = {first: _bucket(first, phrases, loose) for first, phrases in buckets.items()}
        self.firsts = frozenset(first.lower() for first in buckets)
        """What phrases start with: a word or a sign, in lower case."""

    def match(self, written: Written, at: int) -> tuple[V, int] | None:
        """The meaning and the end of the longest phrase that starts at `at`; None when there is none."""
        string = written.text if self._cased else written.lower
        first = FIRST.match(string, at)
        bucket = self._buckets.get(first[0]) if first else None
        if first is None or bucket is None:
            return None
        pattern, meanings = bucket
        if pattern is None:
            return meanings[0], first.end()
        found = pattern.match(string, at)
        return (meanings[(found.lastindex or 1) - 1], found.end()) if found else None


def after_gap(written: Written, at: int) -> int:
    """Past the spaces, hyphen or line break that may stand between a number and what it counts."""
    found = GAP.match(written.text, at)
    return found.end() if found else at


def alternation(phrases: Iterable[str], *, loose: bool = False, ends: bool = True) -> str:
    """A pattern for any of the phrases, longest first; with `ends` a word must end there too."""
    return "|".join(_pattern(phrase, loose, ends) for phrase in sorted(phrases, key=len, reverse=True))


def _bucket(first: str, phrases: dict[str, V], loose: bool) -> tuple[re.Pattern[str] | None, list[V]]:
    """The pattern of phrases with one first word, a group each, and their meanings; none if that word is all."""
    if list(phrases) == [first]:
        return None, list(phrases.values())
    ordered = sorted(phrases, key=len, reverse=True)
    pattern = "|".join(f"({_pattern(phrase, loose, ends=True)})" for phrase in ordered)
    return re.compile(pattern), [phrases[phrase] for phrase in ordered]


def _pattern(phrase: str, loose: bool, ends: bool) -> str:
    gap = " ?" if loose else _ANY_GAP
    return gap.join(map(re.escape, phrase.split(" "))) + (r"(?![^\W\d_])" if ends and phrase[-1].isalpha() else "")
