"""The embedded exchange rates: complete, plausible, and marked as what they are."""

from __future__ import annotations

from itertools import pairwise

from pipeline.events.currency import CURRENCIES
from pipeline.normalise import default_rates


def test_every_rate_is_marked_as_an_approximate_yearly_default() -> None:
    for rate in default_rates():
        assert rate.is_default
        assert (rate.precision, rate.on.month, rate.on.day) == ("year", 1, 1)
        assert "average" in rate.source
        assert "approximate" in rate.source


def test_thirty_currencies_have_every_year_to_2026_once() -> None:
    years: dict[str, list[int]] = {}
    for rate in default_rates():
        years.setdefault(rate.currency, []).append(rate.on.year)
    assert len(years) >= 30
    assert years.keys() <= CURRENCIES
    assert set(map(tuple, years.values())) == {tuple(range(2019, 2027))}


def test_a_dollar_is_a_dollar() -> None:
    assert {rate.usd_per_unit for rate in default_rates() if rate.currency == "USD"} == {1}


def test_no_rate_leaps_from_one_year_to_the_next() -> None:
    """A misplaced digit would: only the lira ever lost almost half of its value within a year."""
    for before, after in pairwise(default_rates()):
        if before.currency == after.currency:
            assert 0.5 < after.usd_per_unit / before.usd_per_unit < 1.5, after
