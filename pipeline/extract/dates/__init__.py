"""Dates in a text, resolved against the day it was published: a small closed grammar, its words from a language's file.

Nothing is guessed: a month name that is also a verb needs a preposition, a relative date needs a publication date as
precise as itself. Time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.dates import calendar_dates as calendar
from pipeline.extract.dates.calendar_dates import Published
from pipeline.extract.dates.mentions import DateMention, Found
from pipeline.extract.dates.numeric import numeric_dates, period_codes
from pipeline.extract.dates.worded import WordedDates
from pipeline.extract.dates.words import DateWords, date_words
from pipeline.extract.languages.phrases import Written

LONGEST_GAP = 16  # code points between a weekday and its date
__all__ = ["DateMention", "find_dates", "mentioned_dates"]


def find_dates(text: str, lang: str, published: str | None) -> list[DateMention]:
    """The dates of `text`, ordered by start, none overlapping another.

    `published` is YYYY, YYYY-MM or YYYY-MM-DD, or None; what needs more of it than is known is left out. Raises
    UnknownLanguageError.
    """
    return [mention for mention in mentioned_dates(text, lang, published) if mention.value]


def mentioned_dates(text: str, lang: str, published: str | None) -> list[DateMention]:
    """The same with the months whose year nothing tells: no dates, but no other words either (`may`)."""
    written, words, day = Written.of(text), date_words(lang), Published.parse(published)
    mentions: list[DateMention] = []
    last: Found | None = None
    for found in _in_order(written, words, day):
        joined = _join(written, words, day, last, found) if last else None
        if joined:
            mentions.pop()
        last = joined or found
        mentions.append(last.mention)
    return mentions


def _in_order(written: Written, words: DateWords, published: Published) -> Iterator[Found]:
    """Every date by itself, none overlapping another."""
    figures = dict(numeric_dates(written, words, published)) | dict(period_codes(written, words, published))
    worded = WordedDates(written, words, published)
    floor = 0
    for start in sorted({*figures, *words.starts(written)}):
        if start < floor:
            continue
        found = figures.get(start) or worded.read(start, floor)
        if found and found.mention.grain == "year" and start in figures:
            found = Found(replace(found.mention, start=worded.qualified(start)))  # "early 2026"
        if found:
            yield found
            floor = found.mention.end


def _join(written: Written, words: DateWords, published: Published, left: Found, right: Found) -> Found | None:
    """Two neighbours as the one date that they are."""
    one, other = left.mention, right.mention
    gap = written.lower[one.end : other.start]
    if len(gap) > LONGEST_GAP:
        return None
    widened = replace(other, start=one.start)
    if one.grain == "year" and other.grain in {"quarter", "half"} and other.relative and gap in {" ", "-"}:
        return Found(replace(widened, value=one.value, relative=one.relative))  # "2019 Q1"
    within = (left.weekday is not None or left.weeks is not None) and gap.strip() in words.within
    if within and other.grain in {"month", "year"} and right.weeks is None:
        return Found(widened)  # "the last week of September"
    if not words.patterns.apposed.fullmatch(gap):
        return None
    if left.weekday is not None and right.weekday is None and other.grain == "day":
        return Found(widened)  # "Wednesday, October 8"
    return None if "," in gap else _day_of_week(published, left, right)


def _day_of_week(published: Published, left: Found, right: Found) -> Found | None:
    """A weekday and a week beside each other: "Monday of last week", "next week on Tuesday"."""
    for day, week in ((left, right), (right, left)):
        if day.weekday is not None and week.weeks is not None:
            value = calendar.day_of_week(day.weekday, week.weeks, published)
            start, end = left.mention.start, right.mention.end
            return Found(DateMention(start, end, value, "day", True)) if value else None
    return None
