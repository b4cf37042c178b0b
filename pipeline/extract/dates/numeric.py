"""Dates in figures: years, ISO dates, 8.10.2025, 10/8/2025, Q3 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.dates import calendar_dates as calendar
from pipeline.extract.dates.calendar_dates import Published
from pipeline.extract.dates.mentions import DateMention, Found
from pipeline.extract.dates.words import DateWords
from pipeline.extract.languages.phrases import Written

LOOK_BACK = 16  # code points before a day and month in figures that hold the word that makes them a date
_NUMERIC = re.compile(
    r"[0-9](?<![\w$€£.,/:-][0-9])(?:"
    r"(?<=[12])(?P<year>9[5-9][0-9]|0[0-4][0-9])(?:(?P<iso>[-/.])(?P<month>[01]?[0-9])(?:(?P=iso)(?P<day>[0-3]?[0-9]))?)?"
    r"|[0-9]?(?P<sep>[./-])(?P<second>[0-9]{1,2})(?:(?P=sep)(?P<last>[0-9]{4}|[0-9]{2})|\.)?"
    r")(?![\w%$€£]|[.,:/][0-9])"
)


def numeric_dates(written: Written, words: DateWords, published: Published) -> Iterator[tuple[int, Found]]:
    """Every date in figures with its start, in order."""
    for match in _NUMERIC.finditer(written.text):
        mention = _year_first(match) if match["year"] else _day_and_month(match, written, words, published)
        if mention:
            yield match.start(), Found(mention)


def _year_first(match: re.Match[str]) -> DateMention | None:
    """A year, a year and month, or an ISO date; a year alone where what follows is no month ("2024-25")."""
    start, end = match.span()
    year = int(match[0][:4])
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    if not 1950 <= year <= 2049 or month == 0 or day == 0:
        return None
    if month is None or not calendar.valid(year, month, day) or (day is None and match["iso"] != "-"):
        return DateMention(start, start + 4, calendar.iso(year), "year", False)
    return DateMention(start, end, calendar.iso(year, month, day), "day" if day else "month", False)


def _day_and_month(
    match: re.Match[str], written: Written, words: DateWords, published: Published
) -> DateMention | None:
    """Day and month in the language's order, with a year, or after a word that only a date follows ("am 8.10.")."""
    start, end = match.span()
    first, second = int(re.split(r"[./-]", match[0])[0]), int(match["second"])
    day, month = (first, second) if words.day_first or first > 12 else (second, first)
    if day == 0 or month == 0:
        return None
    if match["last"]:
        year = int(match["last"]) + (0 if len(match["last"]) == 4 else 1900 if match["last"] >= "50" else 2000)
        if not 1950 <= year <= 2049 or not calendar.valid(year, month, day):
            return None
        return DateMention(start, end, calendar.iso(year, month, day), "day", False)
    if match["sep"] != words.figures or (match["sep"] == "." and match[0][-1] != "."):
        return None
    if not words.patterns.before_figures.search(written.lower, max(0, start - LOOK_BACK), start):
        return None
    value = calendar.day_without_year(month, day, published, future=False)
    return DateMention(start, end, value, "day", True) if value else None


def period_codes(written: Written, words: DateWords, published: Published) -> Iterator[tuple[int, Found]]:
    """Q3 2026, H1 2025, 3T25, Q2: every coded quarter or half with its start, in order.

    Only Q needs no year: H2 may be hydrogen, T4 a chip.
    """
    for match in words.patterns.period_code.finditer(written.text):
        start, end = match.span()
        year = match["year"] or (str(published.year) if published.year else None)
        if year is None or not (match["year"] or "Q" in match[0]):
            continue
        value = year if len(year) == 4 else f"20{year}"
        yield start, Found(DateMention(start, end, value, "half" if match["half"] else "quarter", not match["year"]))
