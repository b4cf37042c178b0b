"""A language's dates as look-ups and patterns: months, weekdays, relative phrases, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import daachorse

from pipeline.extract.languages import load
from pipeline.extract.phrases import Phrases, alternation

_GAP = r"[\s\u00a0\u202f\u2009]"
YEAR = r"(?:19[5-9][0-9]|20[0-4][0-9])"
_NOT_IN_NUMBER = r"(?<![\w$€£.,/:-])"


class DateWords:
    """What the date grammar of one language needs, built once."""

    def __init__(self, lang: str) -> None:
        language = load(lang)
        table = language.table("dates")
        self.day_first: bool = table.get("order", "dmy") != "mdy"
        self.capitalised: bool = table.get("capitalised", False)
        months = {name: number for number, names in enumerate(table.get("months", ()), 1) for name in names}
        weekdays = {name: number for number, names in enumerate(table.get("weekdays", ())) for name in names}
        relative = {phrase: _offset(meaning) for phrase, meaning in table.get("relative", {}).items()}
        periods = {name: unit for unit in ("quarter", "half") for name in table.get(unit, ())}
        self.months, self.weekdays = Phrases(months), Phrases(weekdays)
        self.relative, self.periods = Phrases(relative), Phrases(periods)
        self.lone_months = frozenset(months) - frozenset(table.get("month_only_after", ()))
        self.before_month = frozenset(table.get("before_month", ()))
        self.future = frozenset(table.get("future", ()))
        self.future_after = Phrases(dict.fromkeys(table.get("future_after", ()), True))
        self.ranks = {rank: number for number, ranks in enumerate(table.get("ranks", ()), 1) for rank in ranks}
        self.units = {name: unit for unit, names in table.get("units", {}).items() for name in names}
        self.counts: dict[str, float] = {**language.table("numbers").get("words", {}), **table.get("counts", {})}
        self.ago_before, self.ago_after = table.get("ago_before", []), table.get("ago_after", [])
        self._compile(table)
        starts = {*months, *weekdays, *relative, *periods, *self.ago_before, *self.ago_after}
        anchors = sorted({re.split(r"[\s'’]", phrase)[0] for phrase in starts})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            anchors or ["\0"], daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def _compile(self, table: dict[str, list[str]]) -> None:
        ordinal = f"(?:{_any(table.get('ordinals', ()))})?"
        link = f"(?:{_GAP}*(?:{_any(table.get('links', ()))}))?{_GAP}*"
        qualifier = rf"(?:\b(?:{_any(table.get('qualifiers', ()))})(?:{_GAP}|-)*)?"
        flags = re.IGNORECASE
        self.day_before = re.compile(rf"{_NOT_IN_NUMBER}([0-9]{{1,2}}){ordinal}(?:-|{link})\Z", flags)
        self.day_after = re.compile(
            rf"(?:-|{_GAP}{{0,2}})([0-9]{{1,2}}){ordinal}(?![\w%]|[.,:][0-9]|{_GAP}*(?:%|million|billion))", flags
        )
        self.year_after = re.compile(rf"(?:-|{link},?{_GAP}*)({YEAR})(?![\w%]|[.,][0-9])", flags)
        self.qualifier_before = re.compile(rf"{qualifier}\Z", flags)
        self.rank_before = re.compile(rf"\b({_any(self.ranks)}){_GAP}+\Z", flags)
        unit, count = _any(self.units), _any([*self.counts])
        amount = rf"\b([0-9]{{1,2}}|{count}){_GAP}+({unit})"
        self.ago = re.compile(rf"(?:{_any(self.ago_before)}){_GAP}*{amount}\b" if self.ago_before else "(?!)", flags)
        self.ago_behind = re.compile(rf"{amount}{_GAP}+\Z" if self.ago_after else "(?!)", flags)
        codes = "".join(table.get("quarter_codes", "Q")), "".join(table.get("half_codes", "H"))
        self.period_code = re.compile(rf"([{codes[0]}])([1-4])|([{codes[1]}])([12])")

    def starts(self, text: str) -> list[int]:
        """Where a word begins that may begin a date, or name its month."""
        lowered = text.lower()
        if len(lowered) != len(text):
            lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
        found = self._automaton.find(lowered)
        return [start for start, _, _ in found if start == 0 or not lowered[start - 1].isalnum()]


@cache
def date_words(lang: str) -> DateWords:
    """The date grammar of a language, built once."""
    return DateWords(lang)


def _offset(meaning: str) -> tuple[str, int]:
    unit, _, offset = meaning.partition(" ")
    return unit, int(offset)


def _any(phrases: Iterable[str]) -> str:
    return alternation(phrases, ends=False) or "(?!)"
