"""Dates in words: months with their day and year, weekdays, "last week", "third quarter", "two years ago"."""

from __future__ import annotations

import re
from typing import cast

from pipeline.extract.dates import calendar_dates as calendar
from pipeline.extract.dates.calendar_dates import Published
from pipeline.extract.dates.mentions import DateMention, Found, Grain
from pipeline.extract.dates.words import DateWords
from pipeline.extract.languages.phrases import Written

_COMPOUND = re.compile(r"-[^\W\d_]")  # "Mar-a-Lago"
LOOK_BACK = 32  # code points before a month, quarter or "ago" that hold its day, rank or count


class WordedDates:
    """Reads the dates in words of one text."""

    def __init__(self, written: Written, words: DateWords, published: Published) -> None:
        self.written, self.lower = written, written.lower
        self.words, self.patterns, self.published = words, words.patterns, published

    def read(self, start: int, floor: int) -> Found | None:
        """The date that begins, or has its main word, at `start`; nothing left of `floor` belongs to it."""
        words, written = self.words, self.written
        if away := self._away(start):
            return Found(away)
        if relative := words.relative.match(written, start):
            (unit, offset), end = relative
            return self._relative(start, end, unit, offset)
        if month := words.months.match(written, start):
            mention = self._month(start, month[0], month[1], floor)
            return Found(mention) if mention else None
        if weekday := words.weekdays.match(written, start):
            return self._weekday(start, weekday[0], weekday[1])
        if period := words.periods.match(written, start):
            rank = self.patterns.rank_before.search(self.lower, max(floor, start - LOOK_BACK), start)
            mention = self._period(rank.start(), period[1], period[0]) if rank else None
            return Found(mention) if mention else None
        return None

    def _relative(self, start: int, end: int, unit: str, offset: int) -> Found | None:
        year = self.patterns.year_after.match(self.lower, end) if unit in {"quarter", "half"} else None
        if year:  # "the last quarter of 2025"
            return Found(DateMention(start, year.end(), year[1], cast(Grain, unit), False))
        value = calendar.relative(unit, offset, self.published)
        mention = DateMention(start, end, value, cast(Grain, unit), True) if value else None
        return Found(mention, weeks=offset if unit == "week" else None) if mention else None

    def _period(self, start: int, end: int, unit: str) -> DateMention | None:
        """A quarter or half with the year that follows it, else with that of the publication."""
        grain = cast(Grain, unit)
        if year := self.patterns.year_after.match(self.lower, end):
            return DateMention(start, year.end(), year[1], grain, False)
        if relative := self._relative_year(end):
            return DateMention(start, relative[1], calendar.iso(relative[0]), grain, True)
        return DateMention(start, end, str(self.published.year), grain, True) if self.published.year else None

    def _relative_year(self, end: int) -> tuple[int, int] | None:
        """The year of "last year", "de l'an dernier" right after `end`, and where that ends."""
        words, at = self.words.relative, end + (self.lower[end : end + 1] == " ")
        found = words.match(self.written, at) or words.match(self.written, self._past_link(end))
        if not found or found[0][0] != "year" or self.published.year is None:
            return None
        return self.published.year + found[0][1], found[1]

    def _month(self, start: int, number: int, end: int, floor: int) -> DateMention | None:
        """A month with the day before or after it and the year after it, as far as they are there."""
        lower, words = self.lower, self.words
        name_end, first, day = end, start, None
        if before := self.patterns.day_before.search(lower, max(floor, start - LOOK_BACK), start):
            first, day = before.start(), words.day_of(before[1])
        elif after := None if words.day_first else self._day_after(start, end):
            end, day = after.end(), words.day_of(after[1])
        grain: Grain = "day" if day else "month"
        year = self.patterns.year_after.match(lower, end)
        if year and (year[1] or lower[start - 1 : start] in {"-", "/"}):  # two figures are a year in "31-Oct-74" alone
            value = int(year[1] or year[2]) + (0 if year[1] else 1900 if year[2] >= "50" else 2000)
            if not calendar.valid(value, number, day):
                return None
            return DateMention(self.qualified(first), year.end(), calendar.iso(value, number, day), grain, False)
        if relative := self._relative_year(end):
            return DateMention(first, relative[1], calendar.iso(relative[0], number, day), grain, True)
        if day is None and not self._stands_alone(start, name_end):
            return None
        sign, first, end = self._direction(first, end)
        if day is None:
            iso = calendar.month_without_year(number, self.published, direction=sign)
        else:
            iso = calendar.day_without_year(number, day, self.published, future=sign > 0)
        return DateMention(self.qualified(first), end, iso or "", grain, True)

    def _day_after(self, start: int, end: int) -> re.Match[str] | None:
        """The day behind a month; none is what a month without one ("in") and a word make a count: "in May 5 firms"."""
        day = self.patterns.day_after.match(self.lower, end)
        counts = day and self.written.text[day.end() : day.end() + 2].strip().islower()
        before = self.patterns.word_before.search(self.lower, max(0, start - LOOK_BACK), start) if counts else None
        return None if before and before[1] in self.words.before_mere_month else day

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a month's name is one here, without day or year: "May" needs a preposition and its capital."""
        capital = self.words.unsure_months.get(self.lower[start:end])
        if capital is None:
            return True
        if _COMPOUND.match(self.lower, end):
            return False
        before = self.patterns.word_before.search(self.lower, max(0, start - LOOK_BACK), start)
        upper = self.written.text[start].isupper()
        return before is not None and before[1] in self.words.before_month and (upper or not capital)

    def qualified(self, start: int) -> int:
        """Where a year or month begins with its "early", "fin", "Ende" before it."""
        found = self.patterns.qualifier_before.search(self.lower, max(0, start - LOOK_BACK), start)
        return found.start() if found else start

    def _weekday(self, start: int, number: int, end: int) -> Found | None:
        """The last such day up to the publication; before it after "last", after it after "next"."""
        if numbered := self.patterns.day_behind.match(self.lower, end):  # "nesta quarta-feira (8)"
            value = calendar.weekday_and_day(number, int(numbered[1]), self.published)
            if value and not self.words.months.match(self.written, self._past_link(numbered.end())):
                return Found(DateMention(start, numbered.end(), value, "day", True))
        sign, first, last = self._direction(start, end)
        value = calendar.weekday(number, self.published, direction=sign)
        return Found(DateMention(first, last, value, "day", True), weekday=number) if value else None

    def _past_link(self, end: int) -> int:
        """Past a space and the "of" or "de" that may stand between the parts of a date."""
        at = end + (self.lower[end : end + 1] == " ")
        link = self.words.link.match(self.written, at)
        return link[1] + (self.lower[link[1] : link[1] + 1] == " ") if link else at

    def _direction(self, start: int, end: int) -> tuple[int, int, int]:
        """Whether "last" (-1), "this" (0) or "next" (1) stands by the words [start, end), which it widens."""
        for sign, pattern in self.patterns.direction_before:
            if before := pattern.search(self.lower, max(0, start - LOOK_BACK), start):
                return sign, before.start(), end
        at = end + (self.lower[end : end + 1] == " ")
        after = self.words.direction_after.match(self.written, at)
        return (after[0], start, after[1]) if after else (0, start, end)

    def _away(self, start: int) -> DateMention | None:
        """Two weeks ago, il y a deux ans, vor drei Tagen, in two weeks."""
        words = self.words
        if phrase := words.away_before.match(self.written, start):
            amount = self.patterns.amount.match(self.lower, phrase[1])
            begin, end = start, amount.end() if amount else 0
        elif phrase := words.away_after.match(self.written, start):
            amount = self.patterns.amount_before.search(self.lower, max(0, start - LOOK_BACK), start)
            begin, end = amount.start() if amount else 0, phrase[1]
        if not phrase or not amount:
            return None
        number, unit = int(amount[1]) if amount[1].isdigit() else int(words.counts[amount[1]]), words.units[amount[2]]
        value = calendar.relative(unit, phrase[0] * number, self.published)
        return DateMention(begin, end, value, cast(Grain, unit), True) if value else None
