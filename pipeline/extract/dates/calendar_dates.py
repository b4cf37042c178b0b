"""Calendar arithmetic: what a date with parts left out means, seen from the day an article was published."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Published(NamedTuple):
    """When an article came out, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=64)
    def parse(cls, published: str | None) -> Published:
        """From YYYY, YYYY-MM, YYYY-MM-DD or a longer ISO 8601 time; nothing known when it is none of these."""
        found = _ISO.match(published or "")
        if not found:
            return cls()
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or not valid(year, month, day):
            return cls()
        return cls(year, month, day)

    @property
    def date(self) -> date | None:
        """The day, when it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    @property
    def known(self) -> str | None:
        """YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known; None where nothing is."""
        return None if self.year is None else iso(self.year, self.month, self.day)


def valid(year: int, month: int | None, day: int | None) -> bool:
    """Whether there is such a day, month or year."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return False
    return True


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def month_without_year(month: int, published: Published, *, direction: int) -> str | None:
    """The month up to the publication's (0), the last one before it (-1), or the next one from it on (1)."""
    if published.year is None or published.month is None:
        return None
    if direction > 0:
        return iso(published.year + (month < published.month), month)
    return iso(published.year - (month > published.month or (direction < 0 and month == published.month)), month)


def day_without_year(month: int, day: int, published: Published, *, future: bool) -> str | None:
    """The day on or before the publication (a day of grace for time zones), or after it."""
    if published.year is None or published.month is None:
        return None
    year = published.year
    reference = (published.month, published.day or 31)
    if future:
        year += (month, day) < reference if published.day else month < published.month
    else:
        year -= (month, day) > (reference[0], reference[1] + 1)
    return iso(year, month, day) if valid(year, month, day) else None


def weekday(number: int, published: Published, *, direction: int) -> str | None:
    """The last such weekday up to the publication (Monday 0), the last one before it (-1), or the next one (1)."""
    day = published.date
    if day is None:
        return None
    back = (day.weekday() - number) % 7
    if direction > 0:
        back -= 7
    elif direction < 0:
        back = back or 7
    return _shifted(day, -back)


def weekday_and_day(number: int, day: int, published: Published) -> str | None:
    """The last day up to the publication that is that weekday (Monday 0) and that day of its month, within a year."""
    last = weekday(number, published, direction=0)
    if last is None:
        return None
    days = (_shifted(date.fromisoformat(last), -7 * weeks) for weeks in range(53))
    return next((iso for iso in days if iso and int(iso[8:]) == day), None)


def day_of_week(number: int, weeks: int, published: Published) -> str | None:
    """That weekday (Monday 0) of the week so many weeks away."""
    day = published.date
    return _shifted(day, number - day.weekday() + 7 * weeks) if day else None


def relative(unit: str, offset: int, published: Published) -> str | None:
    """The day, month, quarter or year so many of them away; a week gives its month when that is one month."""
    if unit == "year":
        return iso(published.year + offset) if published.year else None
    if unit in {"day", "week"}:
        return _days(unit, offset, published.date)
    if published.year is None or published.month is None:
        return None
    if unit == "quarter":
        quarter = published.year * 4 + (published.month - 1) // 3 + offset
        return iso(quarter // 4)
    months = published.year * 12 + published.month - 1 + offset
    return iso(months // 12, months % 12 + 1) if months >= 12 else None


def _days(unit: str, offset: int, day: date | None) -> str | None:
    if day is None or unit == "day":
        return _shifted(day, offset) if day else None
    monday = _shifted(day, 7 * offset - day.weekday())
    sunday = _shifted(day, 7 * offset - day.weekday() + 6)
    if monday is None or sunday is None:
        return None
    return monday[:7] if monday[:7] == sunday[:7] else monday[:4]


def _shifted(day: date, days: int) -> str | None:
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
