"""Dates in a text, resolved against the day it was published: a small closed grammar, its words from the language's file.

Nothing is guessed: a month name that is also a verb needs a preposition, a relative date needs a publication date of its
own precision. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.extract import calendar_dates as calendar
from pipeline.extract.calendar_dates import Published
from pipeline.extract.date_words import YEAR, DateWords, date_words

Grain = Literal["day", "week", "month", "quarter", "half", "year"]
LOOK_BACK = 24  # code points before a month or quarter that may hold its day or rank
_NUMERIC = re.compile(
    r"[0-9](?<![\w$€£.,/:-][0-9])(?:"
    r"(?<=[12])(?P<year>[09][0-9]{2})(?:-(?P<month>[01][0-9])-(?P<day>[0-3][0-9]))?"
    r"|[0-9]?(?P<sep>[./-])(?P<second>[0-9]{1,2})(?P=sep)(?P<last>[0-9]{4}|[0-9]{2})"
    r")(?![\w%$€£]|[.,:/][0-9])"
)
_YEAR = re.compile(YEAR)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, code points [start, end). `value` is YYYY, YYYY-MM or YYYY-MM-DD.

    `grain` is what the words name; a quarter or half has its year as value, a week its month. `relative` says that the
    publication date was needed.
    """

    start: int
    end: int
    value: str
    grain: Grain
    relative: bool


def find_dates(text: str, lang: str, published: str | None) -> list[DateMention]:
    """The dates of `text`, ordered by start, none overlapping another.

    `published` is YYYY, YYYY-MM or YYYY-MM-DD, or None; what needs more of it than is known is left out. Raises
    UnknownLanguageError.
    """
    return list(_Reader(text, date_words(lang), Published.parse(published)).mentions())


class _Reader:
    """Reads the dates of one text."""

    def __init__(self, text: str, words: DateWords, published: Published) -> None:
        self.text, self.words, self.published = text, words, published

    def mentions(self) -> Iterator[DateMention]:
        numeric = {match.start(): match for match in _NUMERIC.finditer(self.text)}
        codes = {match.start(): match for match in self.words.period_code.finditer(self.text)}
        floor = 0
        for start in sorted({*numeric, *codes, *self.words.starts(self.text)}):
            if start < floor:
                continue
            if start in numeric:
                found = self.numeric(numeric[start])
            elif start in codes:
                found = self.code(codes[start])
            else:
                found = self.worded(start, floor)
            if found:
                yield found
                floor = found.end

    def numeric(self, match: re.Match[str]) -> DateMention | None:
        """A year, an ISO date, or day and month and year in figures in the language's order."""
        start, end = match.span()
        if match["sep"]:
            first, second = int(re.split(r"[./-]", match[0])[0]), int(match["second"])
            year = int(match["last"]) + (2000 if len(match["last"]) == 2 else 0)
            day, month = (first, second) if self.words.day_first or first > 12 else (second, first)
            if not 1950 <= year <= 2049 or not calendar.valid(year, month, day) or day == 0:
                return None
            return DateMention(start, end, calendar.iso(year, month, day), "day", False)
        if match["month"]:
            year, month, day = (int(part) for part in match[0].split("-"))
            value = calendar.iso(year, month, day)
            return DateMention(start, end, value, "day", False) if calendar.valid(year, month, day) else None
        if not _YEAR.fullmatch(match[0]):
            return None
        return DateMention(self.qualified(start), end, match[0], "year", False)

    def code(self, match: re.Match[str]) -> DateMention | None:
        """Q3 2026, H1 2025."""
        start, end = match.span()
        if (start and self.text[start - 1].isalnum()) or self.text[end : end + 1].isalnum():
            return None
        return self.period(start, end, "quarter" if match[1] else "half")

    def period(self, start: int, end: int, grain: Grain) -> DateMention | None:
        """A quarter or half with the year that follows it, else with that of the publication."""
        year = self.words.year_after.match(self.text, end)
        if year:
            return DateMention(start, year.end(), year[1], grain, False)
        relative = self.relative_year(end)
        if relative:
            return DateMention(start, relative[1], relative[0], grain, True)
        return DateMention(start, end, str(self.published.year), grain, True) if self.published.year else None

    def relative_year(self, end: int) -> tuple[str, int] | None:
        """The year of "last year", "de l'an dernier" right after `end`, and where that ends."""
        at = end + (self.text[end : end + 1] == " ")
        at = link[1] if (link := self.words.link.match(self.text, at)) else at
        found = self.words.relative.match(self.text, at)
        if not found or found[0][0] != "year" or self.published.year is None:
            return None
        return calendar.iso(self.published.year + found[0][1]), found[1]

    def worded(self, start: int, floor: int) -> DateMention | None:
        """A relative phrase, weekday, month or period that begins (or has its main word) at `start`."""
        words, text = self.words, self.text
        if found := words.relative.match(text, start):
            (unit, offset), end = found
            value = calendar.relative(unit, offset, self.published)
            return DateMention(start, end, value, unit, True) if value else None  # type: ignore[arg-type]
        if month := words.months.match(text, start):
            return self.month(start, month[0], month[1], floor)
        if day := words.weekdays.match(text, start):
            return self.weekday(start, day[0], day[1])
        if period := words.periods.match(text, start):
            rank = words.rank_before.search(text, max(floor, start - LOOK_BACK), start)
            return self.period(rank.start(), period[1], period[0]) if rank else None  # type: ignore[arg-type]
        return self.ago(start, floor)
