"""Sentences before their names are decided: words, what they measure, and what may be a name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from pipeline.extract.languages.forms import TOKEN, plain
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.mentions import Found, Mention
from pipeline.extract.names.spotting import find
from pipeline.extract.names.words import Words
from pipeline.extract.reading.measured import Span
from pipeline.extract.reading.sentences import Paragraph, Sentence


@dataclass(slots=True)
class Draft:
    """A sentence before its names are decided."""

    sentence: Sentence
    words: Words
    spans: dict[int, tuple[int, Span]]
    names: list[Mention]
    paragraph: int
    heading: bool
    bullet: bool

    def unnamed_until(self, end: int) -> Draft:
        """The same draft without the names that start before `end` (those of a dateline)."""
        return replace(self, names=[name for name in self.names if self.words.spans[name.first][0] >= end])


def drafts_of(
    block: Paragraph, number: int, text: str, lexicon: Lexicon, found: list[Span], offset: int
) -> list[Draft]:
    """The sentences of a line; `found` are measured from `offset` on."""
    drafts = []
    ordered = sorted(found, key=lambda q: q.start)
    starts = [q.start for q in ordered]
    flat = plain(text[block.start : block.end])
    bold = "**" in flat
    for sentence in block.sentences:
        words = _words(text, sentence, flat, block.start)
        first = bisect_left(starts, sentence.start - offset)
        spans = _token_spans(words, ordered[first : bisect_left(starts, sentence.end - offset)], offset)
        blocked = [False] * len(words.raw)
        for first, (last, _) in spans.items():
            blocked[first:last] = [True] * (last - first)
        names = find(words, lexicon, blocked, heading=block.heading)
        drafts.append(
            Draft(
                sentence,
                words,
                spans,
                [Mention(words, _bold(text, words, name) if bold else name, lexicon) for name in names],
                number,
                block.heading,
                block.bullet,
            )
        )
    return drafts


def _bold(text: str, words: Words, found: Found) -> Found:
    """A name printed in bold letters (`**Foo**`) is sure to be one, even where a capital tells nothing."""
    start, end = words.spans[found.first][0], words.spans[found.last - 1][1]
    return replace(found, initial=False) if text[max(0, start - 2) : start] == "**" == text[end : end + 2] else found


def _words(text: str, sentence: Sentence, flat: str, start: int) -> Words:
    """The tokens of a sentence; `flat` is its line, which opens at `start`, in lower case."""
    raw: list[str] = []
    lower: list[str] = []
    spans: list[tuple[int, int]] = []
    at = sentence.start
    pieces = text[at : sentence.end].split(" ")
    for piece, low in zip(pieces, flat[at - start : sentence.end - start].split(" "), strict=True):
        if piece.isalnum():  # most are, and need no pattern
            raw.append(piece)
            lower.append(low)
            spans.append((at, at + len(piece)))
        elif piece:
            for a, b in map(re.Match.span, TOKEN.finditer(piece)):
                if piece[a] == "*" and _emphasis(text, at + a):
                    continue
                raw.append(piece[a:b])
                lower.append(low[a:b])
                spans.append((at + a, at + b))
        at += len(piece) + 1
    return Words(tuple(lower), tuple(raw), tuple(spans))


def _token_spans(words: Words, found: list[Span], offset: int) -> dict[int, tuple[int, Span]]:
    """First token of each quantity or date, with the token after its last; `found` in order."""
    spans: dict[int, tuple[int, Span]] = {}
    if not found:
        return spans
    starts, ends = [a for a, _ in words.spans], [b for _, b in words.spans]
    past = 0
    for item in found:
        first = bisect_right(ends, item.start + offset)
        if past <= first < len(ends):
            past = bisect_left(starts, item.end + offset, first)
            spans[first] = (past, item)
    return spans


def _emphasis(text: str, at: int) -> bool:
    """Whether a sign is one of the pair of asterisks around bold words."""
    return text[at] == "*" and "*" in (text[at - 1 : at], text[at + 1 : at + 2])
