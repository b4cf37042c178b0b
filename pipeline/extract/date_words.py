"""A language's dates as look-ups and patterns: months, weekdays, relative phrases, quarters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import daachorse

from pipeline.extract.languages import load
from pipeline.extract.phrases import Phrases, Written, alternation

_GAP = r"[ \n]"
_GAPS = _GAP + "{0,3}"  # never more: a long gap, and what may follow it, must not make a pattern backtrack
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
        ago = dict.fromkeys(table.get("ago_before", ()), -1)
        hence = dict.fromkeys(table.get("hence_before", ()), 1)
        after = dict.fromkeys(table.get("ago_after", ()), -1) | dict.fromkeys(table.get("hence_after", ()), 1)
        self.months, self.weekdays = Phrases(months), Phrases(weekdays)
        self.relative, self.periods = Phrases(relative), Phrases(periods)
        self.away_before, self.away_after = Phrases(ago | hence), Phrases(after)
        self.link = Phrases(dict.fromkeys(table.get("links", ()), True))
        self.direction_after = Phrases(
            dict.fromkeys(table.get("past_after", ()), -1) | dict.fromkeys(table.get("future_after", ()), 1)
        )
        self.unsure_months = {name.lower(): name[0].isupper() for name in table.get("month_only_after", ())}
        self.before_month = frozenset(table.get("before_month", ()))
        self.units = {name: unit for unit, names in table.get("units", {}).items() for name in names}
        self.counts: dict[str, float] = {**language.table("numbers").get("words", {}), **table.get("counts", {})}
        self._compile(table)
        starts = {*months, *weekdays, *relative, *periods, *ago, *hence, *after}
        anchors = sorted({re.split(r"[\s']", phrase)[0] for phrase in starts})
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
            anchors or ["\0"], daachorse.MATCH_KIND_LEFTMOST_LONGEST
        )

    def _compile(self, table: Mapping[str, Any]) -> None:
        ordinal = f"(?:{_any(table.get('ordinals', ()))})?"
        link = f"(?:{_GAPS}(?:{_any(table.get('links', ()))}))?{_GAPS}"
        qualifier = rf"(?:\b(?:{_any(table.get('qualifiers', ()))})[ \n-]{{0,3}})?"
        ranks = [rank for names in table.get("ranks", ()) for rank in names]
        amount = rf"\b([0-9]{{1,2}}|{_any(self.counts)}){_GAP}{{1,3}}({_any(self.units)})"
        self.day_before = re.compile(rf"{_NOT_IN_NUMBER}([0-9]{{1,2}}){ordinal}(?:-|{link})\Z")
        self.day_after = re.compile(
            rf"(?:-|{_GAPS})([0-9]{{1,2}}){ordinal}(?![\w%]|[.,:][0-9]|{_GAPS}(?:%|million|billion))"
        )
        self.year_after = re.compile(rf"(?:-|{link},?{_GAPS})({YEAR})(?![\w%]|[.,][0-9])")
        self.qualifier_before = re.compile(rf"{qualifier}\Z")
        self.rank_before = re.compile(rf"\b({_any(ranks)}){_GAP}{{1,3}}\Z")
        self.amount = re.compile(rf"{_GAPS}{amount}\b")
        self.amount_before = re.compile(rf"{amount}{_GAP}{{1,3}}\Z")
        self.past_before = re.compile(rf"\b(?:{_any(table.get('past', ()))}){_GAP}{{1,3}}\Z")
        self.future_before = re.compile(rf"\b(?:{_any(table.get('future', ()))}){_GAP}{{1,3}}\Z")
        self.word_before = re.compile(rf"([^\W\d_]+'?){_GAPS}\Z")
        self.apposed = re.compile(rf"[,(]?{_GAPS}(?:(?:{_any(table.get('apposed', ()))}){_GAP}{{1,3}})?")
        codes = "".join(table.get("quarter_codes", "Q")), "".join(table.get("half_codes", "H"))
        self.period_code = re.compile(rf"([{codes[0]}])([1-4])|([{codes[1]}])([12])")

    def starts(self, written: Written) -> list[int]:
        """Where a word begins that may begin a date, or name its month."""
        found = self._automaton.find(written.lower)
        return [start for start, _, _ in found if start == 0 or not written.lower[start - 1].isalnum()]


@cache
def date_words(lang: str) -> DateWords:
    """The date grammar of a language, built once."""
    return DateWords(lang)


def _offset(meaning: str) -> tuple[str, int]:
    unit, _, offset = meaning.partition(" ")
    return unit, int(offset)


def _any(phrases: Iterable[str]) -> str:
    return alternation(phrases, ends=False) or "(?!)"
