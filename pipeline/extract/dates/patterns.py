"""The patterns of a language's dates: what stands before and after a month, a weekday, a quarter, "ago"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.extract.languages.phrases import alternation

_GAP = r"[ \n]"
_GAPS = _GAP + "{0,3}"  # never more: a long gap, and what may follow it, must not make a pattern backtrack
YEAR = r"(?:19[5-9][0-9]|20[0-4][0-9])"
DIRECTIONS = (("past", -1), ("this", 0), ("future", 1))
_NOT_IN_NUMBER = r"(?<![\w$€£.,/:-])"


class DatePatterns:
    """Patterns over lower-case text (`period_code` over text with its case), made from the table of one language.

    `counts`: words for numbers before `units` of time; `counted`: what makes a figure behind a month no day of it.
    """

    def __init__(
        self, table: Mapping[str, Any], counts: Iterable[str], units: Iterable[str], counted: Iterable[str]
    ) -> None:
        days = table.get("days", {})
        ordinal = f"(?:{_any(table.get('ordinals', ()))})?"
        link = f"(?:{_GAPS}(?:{_any(table.get('links', ()))}))?{_GAPS}"
        qualifier = rf"(?:\b(?:{_any(table.get('qualifiers', ()))})[ \n-]{{0,3}})?"
        ranks = [rank for names in table.get("ranks", ()) for rank in names]
        amount = rf"\b([0-9]{{1,2}}|{_any(counts)}){_GAP}{{1,3}}({_any(units)})"
        day = rf"([0-9]{{1,2}}|{_any(days)})"
        counted = alternation(counted)
        self.day_before = re.compile(rf"{_NOT_IN_NUMBER}{day}{ordinal}(?:[-/]|{link})\Z")
        self.day_after = re.compile(
            rf"(?:[-/]|{_GAPS})([0-9]{{1,2}}|{_any(days)}){ordinal}(?![\w%]|[.,:][0-9]|{_GAPS}(?:%|{counted}))"
        )
        self.year_after = re.compile(
            rf"(?:[-/]|{link},?{_GAPS})({YEAR})(?![\w%]|[.,][0-9])|[-/]([0-9]{{2}})(?![\w%.,/-])"
        )
        self.qualifier_before = re.compile(rf"{qualifier}\Z")
        self.rank_before = re.compile(rf"\b({_any(ranks)}){_GAP}{{1,3}}\Z")
        self.amount = re.compile(rf"{_GAPS}{amount}\b")
        self.amount_before = re.compile(rf"{amount}{_GAP}{{1,3}}\Z")
        self.direction_before = [
            (sign, re.compile(rf"\b(?:{_any(table.get(name, ()))}){_GAP}{{1,3}}\Z")) for name, sign in DIRECTIONS
        ]
        self.word_before = re.compile(rf"([^\W\d_]+'?){_GAPS}\Z")
        self.before_figures = re.compile(rf"\b(?:{_any(table.get('before_figures', ()))}){_GAPS}\Z")
        apposed = _any([*table.get("apposed", ()), *table.get("within", ())])
        self.apposed = re.compile(rf"[,(-]?{_GAPS}(?:(?:{apposed}){_GAP}{{1,3}})?")
        self.day_behind = re.compile(
            rf",? ?(?:(?:{apposed}) )?\(?([0-9]{{1,2}})(?>{ordinal})(?:\)|(?= ?(?:[,;.)\n]|\Z))(?!.[0-9]))"
        )
        quarters, halves = "".join(table.get("quarter_codes", "Q")), "".join(table.get("half_codes", "H"))
        self.period_code = re.compile(
            rf"[{quarters}{halves}1-4](?<!\w.)"  # what a search looks for first
            rf"(?:(?<=[{quarters}])[1-4]|(?<=[1-4])[{quarters}]|(?P<half>(?<=[{halves}])[12]|(?<=[12])[{halves}]))"
            rf"(?:[ /-]?(?:[a-z]{{2,3}} )?(?P<year>{YEAR}|(?<=[A-Z])[0-9]{{2}}))?(?![\w%])"
        )


def _any(phrases: Iterable[str]) -> str:
    return alternation(phrases, ends=False) or "(?!)"
