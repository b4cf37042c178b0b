"""A language's dates as look-ups: months, weekdays, relative phrases, quarters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import daachorse

from pipeline.extract.dates.patterns import DIRECTIONS, DatePatterns
from pipeline.extract.languages import Language, common, load
from pipeline.extract.languages.phrases import GAPS, Phrases, Written


class DateWords:
    """What the date grammar of one language needs, built once."""

    def __init__(self, lang: str) -> None:
        language = load(lang)
        table = language.table("dates")
        self.figures: str = table.get("figures", "/")
        self.day_first: bool = table.get("order", "dmy") != "mdy"
        months = {name: number for number, names in enumerate(table.get("months", ()), 1) for name in names}
        weekdays = {name: number for number, names in enumerate(table.get("weekdays", ())) for name in names}
        spans = table.get("spans", {})
        relative = {phrase: _offset(meaning) for phrase, meaning in table.get("relative", {}).items()}
        relative |= _spans_away(table, spans)
        periods = {name: unit for unit in ("quarter", "half") for name in spans.get(unit, ())}
        ago = dict.fromkeys(table.get("ago_before", ()), -1)
        hence = dict.fromkeys(table.get("hence_before", ()), 1)
        after = dict.fromkeys(table.get("ago_after", ()), -1) | dict.fromkeys(table.get("hence_after", ()), 1)
        self.months, self.weekdays = Phrases(months), Phrases(weekdays)
        self.relative, self.periods = Phrases(relative), Phrases(periods)
        self.away_before, self.away_after = Phrases(ago | hence), Phrases(after)
        self.link = Phrases(dict.fromkeys(table.get("links", ()), True))
        directions = {phrase: sign for name, sign in DIRECTIONS for phrase in table.get(f"{name}_after", ())}
        self.direction_after = Phrases(directions)
        self.unsure_months = {name.lower(): name[0].isupper() for name in table.get("month_only_after", ())}
        self.before_month, self.within = frozenset(table.get("before_month", ())), frozenset(table.get("within", ()))
        self.units = {name: unit for unit, names in table.get("units", {}).items() for name in names}
        self.counts: dict[str, float] = {**language.table("numbers").get("words", {}), **table.get("counts", {})}
        self._days: dict[str, int] = table.get("days", {})
        self.before_mere_month = frozenset(table.get("before_mere_month", ()))
        self.patterns = DatePatterns(table, self.counts, self.units, _counted(language))
        starts = {*months, *weekdays, *relative, *periods, *ago, *hence, *after}
        openings = sorted({opening for phrase in starts for opening in _openings(phrase)})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(openings or ["\0"])

    def day_of(self, written: str) -> int:
        """The day of the month that figures or an ordinal name."""
        return int(written) if written.isdigit() else self._days[written]

    def starts(self, written: Written) -> list[int]:
        """Where words begin that may begin a date, or name its month; some more than once."""
        lower = written.lower
        found = self._automaton.find_overlapping(lower)
        return [
            start
            for start, end, _ in found
            if (start == 0 or not lower[start - 1].isalnum())
            and not (lower[end - 1].isalpha() and lower[end : end + 1].isalpha())
        ]


def _openings(phrase: str) -> Iterator[str]:
    """The first two words of a phrase, with all that may stand between them (`Phrases`)."""
    first, *rest = phrase.lower().split(" ", 2)
    yield from (f"{first}{gap}{rest[0]}" for gap in GAPS) if rest else [first]


def _counted(language: Language) -> set[str]:
    """What a figure counts: scales, units, currencies and chips ("in May 5 million")."""
    tables = (language.table("scales").get("words", ()), language.table("power").get("names", ()))
    symbols = {symbol.lower() for symbol in common()["power"] if len(symbol) > 1}
    names = language.table("currencies").get("names", {}).values()
    percent, chips = language.table("percent").get("words", ()), language.table("chips").get("nouns", ())
    return symbols.union(*tables, *names, percent, chips)


@cache
def date_words(lang: str) -> DateWords:
    """The date grammar of a language, built once."""
    return DateWords(lang)


def _spans_away(table: Mapping[str, Any], spans: Mapping[str, Any]) -> dict[str, tuple[str, int]]:
    """ "Last week", "la semaine dernière": every span beside every word that moves it."""
    named = [(name, unit) for unit, names in spans.items() for name in names]
    before = {
        f"{word} {name}": (unit, sign)
        for key, sign in DIRECTIONS
        for word in table.get(key, ())
        for name, unit in named
    }
    after = {
        f"{name} {word}": (unit, sign)
        for key, sign in DIRECTIONS
        for word in table.get(f"{key}_after", ())
        for name, unit in named
    }
    return before | after


def _offset(meaning: str) -> tuple[str, int]:
    unit, _, offset = meaning.partition(" ")
    return unit, int(offset)
