"""Dates in a text, resolved against the day it was published: a small closed grammar, its words from a language's file.

Nothing is guessed: a month name that is also a verb needs a preposition, a relative date needs a publication date as
precise as itself. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.extract import calendar_dates as calendar
from pipeline.extract.calendar_dates import Published
from pipeline.extract.date_words import YEAR, DateWords, date_words
from pipeline.extract.phrases import Written

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
        self.written = Written.of(text)
        self.lower = self.written.lower

    def mentions(self) -> Iterator[DateMention]:
        numeric = {match.start(): match for match in _NUMERIC.finditer(self.text)}
        codes = {match.start(): match for match in self.words.period_code.finditer(self.text)}
        floor, weekday = 0, None
        for start in sorted({*numeric, *codes, *self.words.starts(self.written)}):
            if start < floor:
                continue
            if start in numeric:
                found = self.numeric(numeric[start])
            elif start in codes:
                found = self.code(codes[start])
            else:
                found = self.worded(start, floor)
            if not found:
                continue
            floor = found.end
            if weekday and found.grain == "day" and self.apposed(weekday.end, found.start):
                found, weekday = replace(found, start=weekday.start), None  # "Wednesday, October 8" is one date
            if weekday:
                yield weekday
            weekday = found if found.grain == "day" and self.words.weekdays.match(self.written, start) else None
            if not weekday:
                yield found
        if weekday:
            yield weekday

    def apposed(self, end: int, start: int) -> bool:
        """Whether only a comma, a bracket or an article stands between a weekday and its date."""
        return bool(self.words.apposed.fullmatch(self.lower, end, start)) and start - end < LOOK_BACK

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
        year = self.words.year_after.match(self.lower, end)
        if year:
            return DateMention(start, year.end(), year[1], grain, False)
        relative = self.relative_year(end)
        if relative:
            return DateMention(start, relative[1], relative[0], grain, True)
        return DateMention(start, end, str(self.published.year), grain, True) if self.published.year else None

    def relative_year(self, end: int) -> tuple[str, int] | None:
        """The year of "last year", "de l'an dernier" right after `end`, and where that ends."""
        at = end + (self.text[end : end + 1] == " ")
        at = link[1] if (link := self.words.link.match(self.written, at)) else at
        found = self.words.relative.match(self.written, at)
        if not found or found[0][0] != "year" or self.published.year is None:
            return None
        return calendar.iso(self.published.year + found[0][1]), found[1]

    def worded(self, start: int, floor: int) -> DateMention | None:
        """A relative phrase, weekday, month or period that begins (or has its main word) at `start`."""
        words = self.words
        if away := self.away(start):
            return away
        if found := words.relative.match(self.written, start):
            (unit, offset), end = found
            value = calendar.relative(unit, offset, self.published)
            return DateMention(start, end, value, unit, True) if value else None  # type: ignore[arg-type]
        if month := words.months.match(self.written, start):
            return self.month(start, month[0], month[1], floor)
        if day := words.weekdays.match(self.written, start):
            return self.weekday(start, day[0], day[1])
        if period := words.periods.match(self.written, start):
            rank = words.rank_before.search(self.lower, max(floor, start - LOOK_BACK), start)
            return self.period(rank.start(), period[1], period[0]) if rank else None  # type: ignore[arg-type]
        return None

    def qualified(self, start: int) -> int:
        """Where a year or month begins with its "early", "fin", "Ende" before it."""
        found = self.words.qualifier_before.search(self.lower, max(0, start - LOOK_BACK), start)
        return found.start() if found else start

    def direction(self, start: int, end: int) -> tuple[int, int, int]:
        """Whether "last" (-1) or "next" (1) stands by the words [start, end), which it widens."""
        for sign, pattern in ((-1, self.words.past_before), (1, self.words.future_before)):
            if before := pattern.search(self.lower, max(0, start - LOOK_BACK), start):
                return sign, before.start(), end
        at = end + (self.text[end : end + 1] == " ")
        after = self.words.direction_after.match(self.written, at)
        return (after[0], start, after[1]) if after else (0, start, end)

    def month(self, start: int, number: int, end: int, floor: int) -> DateMention | None:
        """A month with the day before or after it and the year after it, as far as they are there."""
        text, words = self.text, self.words
        name = text[start:end]
        before = words.day_before.search(self.lower, max(floor, start - LOOK_BACK), start)
        after = words.day_after.match(self.lower, end) if not before and not words.day_first else None
        day = int((before or after)[1]) if before or after else None  # type: ignore[index]
        first = before.start() if before else start
        end = after.end() if after else end
        year = words.year_after.match(self.lower, end)
        if year:
            if not calendar.valid(int(year[1]), number, day):
                return None
            value = calendar.iso(int(year[1]), number, day)
            return DateMention(self.qualified(first), year.end(), value, "day" if day else "month", False)
        if relative := self.relative_year(end):
            return DateMention(
                first, relative[1], calendar.iso(int(relative[0]), number, day), "day" if day else "month", True
            )
        if day is None and not self.stands_alone(name, start):
            return None
        sign, first, end = self.direction(first, end)
        if day is None:
            month = calendar.month_without_year(number, self.published, future=sign > 0)
            return DateMention(self.qualified(first), end, month, "month", True) if month else None
        whole = calendar.day_without_year(number, day, self.published, future=sign > 0)
        return DateMention(first, end, whole, "day", True) if whole else None

    def stands_alone(self, name: str, start: int) -> bool:
        """Whether a month's name is one here, without day or year: "May" needs a preposition and its capital."""
        if (capital := self.words.unsure_months.get(name.lower())) is None:
            return True
        before = self.words.word_before.search(self.lower, max(0, start - LOOK_BACK), start)
        return (
            before is not None and before[1].lower() in self.words.before_month and (name[0].isupper() or not capital)
        )

    def weekday(self, start: int, number: int, end: int) -> DateMention | None:
        """The last such day up to the publication; the next one after "next"."""
        sign, first, last = self.direction(start, end)
        value = calendar.weekday(number, self.published, future=sign > 0)
        return DateMention(first, last, value, "day", True) if value else None

    def away(self, start: int) -> DateMention | None:
        """Two weeks ago, il y a deux ans, vor drei Tagen, in two weeks."""
        words = self.words
        if phrase := words.away_before.match(self.written, start):
            amount = words.amount.match(self.lower, phrase[1])
            begin, end = start, amount.end() if amount else 0
        elif phrase := words.away_after.match(self.written, start):
            amount = words.amount_before.search(self.lower, max(0, start - LOOK_BACK), start)
            begin, end = amount.start() if amount else 0, phrase[1]
        if not phrase or not amount:
            return None
        count, unit = amount[1].lower(), words.units[amount[2].lower()]
        number = int(count) if count.isdigit() else int(words.counts[count])
        value = calendar.relative(unit, phrase[0] * number, self.published)
        return DateMention(begin, end, value, unit, True) if value else None
