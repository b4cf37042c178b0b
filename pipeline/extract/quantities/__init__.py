"""Quantities of a text: money, power, counts of chips, percentages, numbers, each with its bound.

Number first: digits and number words are found cheaply, then what stands left and right of each is looked up. Time is
linear in the text, whatever the text: every look reaches a bounded distance.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.extract.languages import load
from pipeline.extract.languages.phrases import Written
from pipeline.extract.quantities.amounts import Amount, Kind, Surroundings
from pipeline.extract.quantities.bounds import Bound, Bounds
from pipeline.extract.quantities.number_words import NumberWords
from pipeline.extract.quantities.numerals import Digits, tidy
from pipeline.extract.quantities.ranges import Ranges
from pipeline.extract.quantities.understood import Understood, in_brackets


class Quantity(NamedTuple):
    """A quantity in a text, code points [start, end) with unit and currency.

    `value`: money in whole units of `currency` (ISO 4217), power in megawatts, percent in percentage points, else a
    count. A range has its upper end as `value` (bound up_to) and its lower end as `low`. `model` is that of the chips
    ("GB300"). `per` marks a price ("share", "hour", "unit" ...: no sum) or a yearly sum ("year").
    """

    kind: Kind
    value: float | int
    currency: str | None
    bound: Bound
    start: int
    end: int
    model: str | None = None
    per: str | None = None
    low: float | int | None = None


class _Grammar:
    """All that reading one language needs, built once."""

    def __init__(self, lang: str) -> None:
        language = load(lang)
        numbers = language.table("numbers")
        self.digits = Digits(numbers.get("decimal", ".,"), numbers.get("groups", ".,"), numbers.get("thousand", ""))
        self.surroundings = Surroundings(language)
        self.words = NumberWords(language, self.surroundings.firsts)
        self.bounds, self.ranges = Bounds(language), Ranges(language)
        self.understood = Understood(language)

    def amounts(self, text: str, written: Written, named: tuple[str, int] | None) -> Iterator[Amount]:
        """Every number with what it counts, in order, none inside another."""
        found = self.digits.spans(text)
        found += [(start, 0) for start in self.words.starts(written)]
        floor = 0
        scaled = Amount("money", -named[1], -named[1], 0, currency=named[0]) if named else None
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):  # figures before words
            if start < floor:
                continue
            number = self.digits.read(text, start, end) if end else self.words.read(written, start)
            if number is None:
                floor = max(floor, end)
                continue
            amount = self.surroundings.read(written, number, floor)
            floor = amount.end if amount else number.end
            if amount:
                amount = self.understood.read(written, amount, scaled)
                if _tells_currency(amount) and not (scaled and in_brackets(text, amount.start)):
                    scaled = amount
                yield amount


def _tells_currency(amount: Amount) -> bool:
    """Whether a sum, or past `3 millions of users` no sum any more, tells the currency of those behind it."""
    return amount.kind == "money" or (amount.kind == "number" and amount.scale > 1)


@cache
def _grammar(lang: str) -> _Grammar:
    return _Grammar(lang)


def find_quantities(text: str, lang: str, named: tuple[str, int] | None = None) -> list[Quantity]:
    """The quantities of `text`, ordered by start, none overlapping another.

    `named`: the currency of the last sum before the text, and how many code points before it that sum ends. `lang`
    is a code of `languages.available()`, or "und" for what needs no language; raises UnknownLanguageError.
    """
    return list(_quantities(text, lang, named, bounded=True))


def find_measures(text: str, lang: str, named: tuple[str, int] | None = None) -> list[Quantity]:
    """The same for those who ask what a text measures: the words before its mere numbers do not bound them."""
    return list(_quantities(text, lang, named, bounded=False))


def _quantities(text: str, lang: str, named: tuple[str, int] | None, *, bounded: bool) -> Iterator[Quantity]:
    grammar, written = _grammar(lang), Written.of(text)
    low: Amount | None = None
    for amount in grammar.amounts(text, written, named):
        ends = grammar.ranges.join(written, low, amount) if low else None
        if ends and ends.one:
            yield _range(ends.low, ends.high)
            low = None
            continue
        if low:
            yield _quantity(grammar, written, ends.low if ends else low, bounded)
        low = ends.high if ends else amount
    if low:
        yield _quantity(grammar, written, low, bounded)


def _quantity(grammar: _Grammar, written: Written, amount: Amount, bounded: bool) -> Quantity:
    """`bounded`: whether the words before a mere number are looked at, too."""
    end = amount.end
    bound = grammar.bounds.before(written, amount.start) if bounded or amount.kind != "number" else None
    if after := grammar.bounds.after(written, end):
        bound, end = bound or after[0], after[1]
    return Quantity(
        amount.kind,
        tidy(amount.value),
        amount.currency,
        bound or "exact",
        amount.start,
        end,
        amount.model,
        amount.per,
    )


def _range(low: Amount, high: Amount) -> Quantity:
    return Quantity(
        high.kind, tidy(high.value), high.currency, "up_to", low.start, high.end, high.model, high.per or low.per,
        tidy(low.value),
    )  # fmt: skip
