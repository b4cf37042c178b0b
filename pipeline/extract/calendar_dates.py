"""Calendar arithmetic: what a date with parts left out means, seen from the day an article was published."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Published(NamedTuple):
    """When an article came out, as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
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


def month_without_year(month: int, published: Published, *, future: bool) -> str | None:
    """The month on or before the publication, or after it when what stands around points forward."""
    if published.year is None or published.month is None:
        return None
    year = published.year
    if future:
        return iso(year if month >= published.month else year + 1, month)
    return iso(year if month <= published.month else year - 1, month)


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


def weekday(number: int, published: Published, *, future: bool) -> str | None:
    """The last such weekday on or before the publication (Monday 0), or the next one after it."""
    day = published.date
    if day is None:
        return None
    back = (day.weekday() - number) % 7
    return (day + timedelta(days=7 - back if future else -back)).isoformat()


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
    if day is None:
        return None
    try:
        if unit == "day":
            return (day + timedelta(days=offset)).isoformat()
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
    except OverflowError:
        return None
    sunday = monday + timedelta(days=6)
    return iso(monday.year, monday.month) if monday.month == sunday.month else iso(monday.year)
