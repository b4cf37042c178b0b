"""Publication times: the instant, how precisely it is known, and the publisher's own day.

A time without a zone keeps its day alone: whose clock it is would be a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

Precision = Literal["second", "day", "month", "year"]
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})"
    r"(?:[T ]\s*(?P<time>\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?)\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.IGNORECASE,
)
_NO_ZONE = re.compile(r"\d:\d\d(?::\d\d)?\s*(-0000)?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is UTC (midnight, the first of the month or year when no more is known), `day` as written: 2025-10-08."""

    at: datetime
    precision: Precision
    day: str


def parse(raw: str) -> Moment | None:
    """A time in ISO 8601 (also shortened to month or year) or in the form of e-mail and RSS; None if neither."""
    text = raw.strip()
    try:
        found = _ISO.fullmatch(text)
        return _iso(found) if found else _mail(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _iso(found: re.Match[str]) -> Moment:
    year, month, day = found["year"], found["month"], found["day"]
    if not month:
        return Moment(datetime(int(year), 1, 1, tzinfo=UTC), "year", year)
    if not day:
        return Moment(datetime(int(year), int(month), 1, tzinfo=UTC), "month", f"{year}-{month}")
    date = f"{year}-{month}-{day}"
    if not found["time"] or not found["zone"]:
        return _whole_day(datetime.fromisoformat(date))
    zone = found["zone"].upper().replace("UTC", "Z").replace("GMT", "Z")
    instant = datetime.fromisoformat(f"{date}T{found['time'].replace(',', '.')}{zone}")
    return Moment(instant.astimezone(UTC), "second", date)


def _mail(text: str) -> Moment:
    instant = parsedate_to_datetime(text)
    if instant.tzinfo is None or _NO_ZONE.search(text):
        return _whole_day(instant)
    return Moment(instant.astimezone(UTC), "second", instant.date().isoformat())


def _whole_day(date: datetime) -> Moment:
    at = datetime(date.year, date.month, date.day, tzinfo=UTC)
    return Moment(at, "day", at.date().isoformat())
