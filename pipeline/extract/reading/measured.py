"""What a line measures: quantities, terms and dates, none overlapping another."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from pipeline.extract.dates import DateMention, mentioned_dates
from pipeline.extract.languages import load
from pipeline.extract.quantities import Quantity, find_measures
from pipeline.extract.reading.own_money import OwnMoney, in_own_money

_ITEM = re.compile(r"^[-*•·] [^\n]*", re.MULTILINE)
LONGEST_TERM = 60  # years or months of a contract


@dataclass(frozen=True, slots=True)
class Term:
    """How long a contract runs, in years, at code points [start, end) of a line."""

    start: int
    end: int
    years: float


Span = Quantity | DateMention | Term


def usual_currency(text: str, lang: str) -> str | None:
    """The currency of sums that name none: `raccoglie 25 milioni`. In prose, if the whole text names no dollar; in a
    list, where every item stands by itself, if none does up to its first item."""
    table = load(lang).table("currencies")
    item = _ITEM.search(text)
    usual = table.get("usual") or (table.get("usual_listed") if item else None)
    told, dollars = text[: item.end()] if item else text, ("$", *table.get("names", {}).get("USD", ()))
    return None if usual is None or any(name in told.lower() for name in dollars) else str(usual)


def measured(
    line: str, lang: str, published: str | None, own: OwnMoney, named: tuple[str, int] | None = None
) -> list[Span]:
    """Quantities, terms and dates of a line; `own` is what a bare "$" or crown is in its article, `named` as there."""
    spans: list[Span] = []
    for quantity in find_measures(line, lang, named):
        if quantity.kind != "number":
            spans.append(in_own_money(line, quantity, own))
        elif term := _term(line, quantity, lang):
            spans.append(term)
    spans.sort(key=lambda s: s.start)
    starts = [s.start for s in spans]
    dates, ago = [], set()
    for date in mentioned_dates(line, lang, published):
        before = bisect_left(starts, date.end) - 1  # the last one that starts before the date's end
        if before >= 0 and _is_ago(date, spans[before]):
            ago.add(before)
        elif before >= 0 and spans[before].end > date.start:
            continue
        dates.append(date)
    return [*(span for i, span in enumerate(spans) if i not in ago), *dates]


def _is_ago(date: DateMention, span: Span) -> bool:
    """`two years ago`, `vor zwei Jahren`: a date that takes in a number of years, which is no term."""
    return isinstance(span, Term) and date.start <= span.start and span.end <= date.end


def _term(line: str, number: Quantity, lang: str) -> Term | None:
    """A number of years or months: `15-year`, `quatre ans`."""
    found = _terms(lang).match(line, number.end)
    if not found or not 1 <= number.value <= LONGEST_TERM:
        return None
    years = number.value if found["year"] else round(number.value / 12, 2)
    return Term(number.start, found.end(), years)


@cache
def _terms(lang: str) -> re.Pattern[str]:
    words = load(lang).table("terms")
    old = "|".join(map(re.escape, words.get("age", ()))) or "(?!)"
    year, month = ("|".join(map(re.escape, words.get(unit, ()))) or "(?!)" for unit in ("year", "month"))
    return re.compile(
        rf"[\s\u00a0\u202f-]{{0,2}}(?:(?P<year>{year})|(?P<month>{month}))(?!\w|[\s-](?:{old})\b)", re.IGNORECASE
    )
