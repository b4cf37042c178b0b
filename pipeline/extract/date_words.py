"""A language's dates as look-ups and patterns: months, weekdays, relative phrases, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import daachorse

from pipeline.extract.languages import load
from pipeline.extract.phrases import Phrases, alternation

_GAP = r"[\s\u00a0\u202f\u2009]"
_GAPS = _GAP + "{0,3}"  # never more: what may be long and what may follow it must not make a pattern backtrack
YEAR = r"(?:19[5-9][0-9]|20[0-4][0-9])"
_NOT_IN_NUMBER = r"(?<![\w$€£.,/:-])"


class DateWords:
    """What the date grammar of one language needs, built once."""

    def __init__(self, lang: str) -> None:
        language = load(lang)
        table = language.table("dates")
        self.day_first: bool = table.get("order", "dmy") != "mdy"
        months = {name: number for number, names in enumerate(table.get("months", ()), 1) for name in names}
        weekdays = {name: number for number, names in enumerate(table.get("weekdays", ())) for name in names}
        relative = {phrase: _offset(meaning) for phrase, meaning in table.get("relative", {}).items()}
        periods = {name: unit for unit in ("quarter", "half") for name in table.get(unit, ())}
        self.months, self.weekdays = Phrases(months), Phrases(weekdays)
        self.relative, self.periods = Phrases(relative), Phrases(periods)
        self.unsure_months = {name.lower(): name[0].isupper() for name in table.get("month_only_after", ())}
        self.before_month = frozenset(table.get("before_month", ()))
        self.direction_after = Phrases(
            dict.fromkeys(table.get("past_after", ()), -1) | dict.fromkeys(table.get("future_after", ()), 1)
        )
        self.ranks = {rank: number for number, ranks in enumerate(table.get("ranks", ()), 1) for rank in ranks}
        self.units = {name: unit for unit, names in table.get("units", {}).items() for name in names}
        self.counts: dict[str, float] = {**language.table("numbers").get("words", {}), **table.get("counts", {})}
        signs = {"ago": -1, "hence": 1}
        before = {phrase: sign for name, sign in signs.items() for phrase in table.get(f"{name}_before", ())}
        after = {phrase: sign for name, sign in signs.items() for phrase in table.get(f"{name}_after", ())}
        self.away_before, self.away_after = Phrases(before), Phrases(after)
        self.link = Phrases(dict.fromkeys(table.get("links", ()), True))
        self._compile(table)
        starts = {*months, *weekdays, *relative, *periods, *before, *after}
        anchors = sorted({re.split(r"[\s'’]", phrase)[0] for phrase in starts})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            anchors or ["\0"], daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def _compile(self, table: Mapping[str, Any]) -> None:
        ordinal = f"(?:{_any(table.get('ordinals', ()))})?"
        link = f"(?:{_GAPS}(?:{_any(table.get('links', ()))}))?{_GAPS}"
        qualifier = rf"(?:\b(?:{_any(table.get('qualifiers', ()))})(?:{_GAP}|-){{0,3}})?"
        flags = re.IGNORECASE
        self.day_before = re.compile(rf"{_NOT_IN_NUMBER}([0-9]{{1,2}}){ordinal}(?:-|{link})\Z", flags)
        self.day_after = re.compile(
            rf"(?:-|{_GAP}{{0,2}})([0-9]{{1,2}}){ordinal}(?![\w%]|[.,:][0-9]|{_GAPS}(?:%|million|billion))", flags
        )
        self.year_after = re.compile(rf"(?:-|{link},?{_GAPS})({YEAR})(?![\w%]|[.,][0-9])", flags)
        self.qualifier_before = re.compile(rf"{qualifier}\Z", flags)
        self.rank_before = re.compile(rf"\b({_any(self.ranks)}){_GAP}{{1,3}}\Z", flags)
        unit, count = _any(self.units), _any([*self.counts])
        amount = rf"\b([0-9]{{1,2}}|{count}){_GAP}{{1,3}}({unit})"
        self.amount = re.compile(rf"{_GAPS}{amount}\b", flags)
        self.amount_before = re.compile(rf"{amount}{_GAP}{{1,3}}\Z", flags)
        self.past_before = re.compile(rf"\b(?:{_any(table.get('past', ()))}){_GAP}{{1,3}}\Z", flags)
        self.future_before = re.compile(rf"\b(?:{_any(table.get('future', ()))}){_GAP}{{1,3}}\Z", flags)
        self.word_before = re.compile(rf"([^\W\d_]+['’]?){_GAPS}\Z")
        self.apposed = re.compile(rf"[,(]?{_GAPS}(?:(?:{_any(table.get('apposed', ()))}){_GAP}{{1,3}})?", flags)
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
