"""Paragraphs and sentences with their place in the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import sentencex

from pipeline.extract.languages import common, load
from pipeline.extract.reading.descriptions import lexicon_of

# A pattern that starts with a rare sign is searched for fast: what stands before that sign is looked at behind it.
_LINE = re.compile(r"[^\n\r]+")
_BULLET = re.compile(r"\s*(?:[-•*–—▪●◦‣·]|\d{1,2}[.)])\s+")
_LETTER = re.compile(r"[A-Z](?<=[^\W\d_][ -][A-Z])\.\s+(?=[^\W\d_])")
_WORD_BEFORE = re.compile(r"\b[^\W\d_]+\Z")
_INNER_BULLET = re.compile(r"[.;:!?]\s+[-•*▪●◦‣]\s+(?=\w)")
_GLUED = re.compile(r"\.(?:[A-Z]+|[a-z]+)\b")  # the stop of a name: `Character.AI`, `Convergence.ai`
_BEFORE_FIGURE = re.compile(r"[.!?](?<=[^\W\d]{3}[.!?])\s+(?=\d)")  # German ordinals make sentencex wary of it
LONGEST_STAGE = 24  # code points of a word for a series and what follows it
_SPACE = re.compile(r"\s+")
LONGEST = 800
"""Code points of a sentence; what goes on without a stop is read in pieces, so that time stays linear in the text."""
_ENDS = (".", "!", "?", "…", ".”", '."', ".»", ":", ";")


@dataclass(slots=True)
class Sentence:
    """One sentence: code points [start, end) of the text."""

    start: int
    end: int


@dataclass(slots=True)
class Paragraph:
    """One line of text. `heading`: short and without a full stop; `bullet`: an item of a list."""

    start: int
    end: int
    sentences: list[Sentence]
    heading: bool
    bullet: bool


def lines(text: str) -> list[tuple[int, int]]:
    """Spans of the non-empty lines; a list that was flattened into one line is taken apart again."""
    found = []
    for match in _LINE.finditer(text):
        start = match.start()
        for inner in _INNER_BULLET.finditer(text, *match.span()):
            found.append((start, inner.start() + 1))
            start = inner.start() + 1
        found.append((start, match.end()))
    return [(a, b) for a, b in found if not text[a:b].isspace()]


def paragraph(text: str, start: int, end: int, lang: str, spans: Sequence[tuple[int, int]]) -> Paragraph:
    """A line with its sentences; a boundary inside one of `spans` (quantities) or after an abbreviation is none."""
    line = text[start:end]
    bullet = _BULLET.match(line) is not None
    bare = line.strip(" *#\t_|")
    heading = len(bare) < 110 and not bullet and not bare.endswith(_ENDS)
    cuts = [start]
    inside = sorted((a, b) for a, b in spans if a >= start and b <= end)
    staged = _stage_ends(line, lang)
    stops = accumulate(map(len, sentencex.segment(lang, line)[:-1]))
    short = _abbreviation(lang)
    for stop in sorted({*stops, *staged, *(opens.end() for opens in _BEFORE_FIGURE.finditer(line))}):
        cut = start + stop
        if _within(inside, cut) or _GLUED.match(text, cut - 1, end):
            continue
        if stop in staged or not short.search(text[max(start, cut - 12) : cut]):
            cuts.append(cut)
    cuts = sorted({*cuts, *_opened_by_figures(text, start, inside, lang), end})
    pieces = [cut for a, b in pairwise(cuts) for cut in _pieces(text, a, b, inside)]
    sentences = [Sentence(a, b) for a, b in pairwise([start, *pieces]) if text[a:b].strip()]
    return Paragraph(start, end, sentences, heading, bullet)


@cache
def _abbreviation(lang: str) -> re.Pattern[str]:
    """An initial or an abbreviation of the language, with its full stop, at the end of a text."""
    tables = (common()["sentences"], load(lang).table("sentences"))
    words = "|".join(re.escape(word) for table in tables for word in table.get("abbreviations", ()))
    return re.compile(rf"\b(?:[A-WYZ]|{words})\.\s*$")


def _stage_ends(line: str, lang: str) -> set[int]:
    """Where a sentence ends with the letter of a series (`... a Series B. Foo led`), which is no initial."""
    return {
        letter.end()
        for letter in _LETTER.finditer(line)
        if (word := _WORD_BEFORE.search(line, max(0, letter.start() - LONGEST_STAGE), letter.start() - 1))
        and "stages:series" in lexicon_of(lang).longest([word[0].lower()], 0)[1]
    }


def _opened_by_figures(text: str, start: int, spans: Sequence[tuple[int, int]], lang: str) -> list[int]:
    """Where a sentence opens with a figure behind a full stop, which the library takes for an ordinal in German."""
    stops = (a for a, _ in spans if a - start > 3 and text[a].isdigit() and text[a - 2 : a] == ". ")
    short = _abbreviation(lang)
    return [a for a in stops if text[a - 4 : a - 2].isalpha() and not short.search(text[max(start, a - 12) : a])]


def _within(spans: Sequence[tuple[int, int]], cut: int) -> bool:
    """Whether a boundary would fall inside one of the sorted spans."""
    at = bisect_left(spans, (cut, 0)) - 1
    return at >= 0 and spans[at][1] > cut


def _pieces(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Where a sentence ends, and before that where one is cut that nobody would write: after a word, outside spans."""
    ends: list[int] = []
    while end - start > LONGEST:
        spaces = (m.end() for m in _SPACE.finditer(text, start + LONGEST // 2, start + LONGEST))
        start = max((cut for cut in spaces if not _within(spans, cut)), default=start + LONGEST)
        ends.append(start)
    return [*ends, end]
