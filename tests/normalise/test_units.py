"""Figures, dates and names of a claim in standard units."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from pipeline.events import ClaimRecord
from pipeline.events.currency import CURRENCIES
from pipeline.extract.languages import common
from tests.normalise.claims import a_round, money, of_one_article, the_record


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [("exact", 5, 5), ("about", 5, 5), ("up_to", None, 5), ("at_least", 5, None)],
)
def test_bound_becomes_an_interval(bound: str, low: int | None, high: int | None) -> None:
    said = {"value": 5, "bound": bound}
    record = the_record(
        a_round(
            kind="capacity", recipient=..., customer="Initech", amount=money(5, bound), power_mw=said, accelerators=said
        )
    )
    assert (record.amount_low, record.amount_high, record.amount_bound) == (low, high, bound)
    assert (record.power_low_mw, record.power_high_mw, record.power_bound) == (low, high, bound)
    assert (record.chips_low, record.chips_high, record.chips_bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (2_000_000_000, "2000000000.00"),
        (6.3e9, "6300000000.00"),
        (2.3 * 1e9, "2300000000.00"),
        (1.1 * 3 * 1e9, "3300000000.00"),
        (1_234.5, "1234.50"),
        (999_999_999_999_999_999, "999999999999999999.00"),
    ],
)
def test_money_is_decimal_in_full_units(value: float, expected: str) -> None:
    assert str(the_record(a_round(amount=money(value))).amount_high) == expected


def test_each_sum_keeps_its_own_currency() -> None:
    record = the_record(
        a_round(amount=money(1, currency="EUR"), equity=money(2), debt=money(3, currency="JPY"), valuation=money(4))
    )
    stated = (record.amount_currency, record.equity_currency, record.debt_currency, record.valuation_currency)
    assert stated == ("EUR", "USD", "JPY", "USD")


def test_power_keeps_kilowatts_and_terms_keep_months() -> None:
    power = {"value": 12.3456, "bound": "exact"}
    record = the_record(a_round(kind="capacity", recipient=..., customer="Initech", power_mw=power, term_years=1.5))
    assert (record.power_low_mw, record.term_years) == (Decimal("12.346"), Decimal("1.50"))


@pytest.mark.parametrize(
    ("written", "first_day", "precision"),
    [
        ("2025-10-08", date(2025, 10, 8), "day"),
        ("2024-02-29", date(2024, 2, 29), "day"),
        ("2025-10", date(2025, 10, 1), "month"),
        ("2025", date(2025, 1, 1), "year"),
    ],
)
def test_date_is_its_first_day_and_a_precision(written: str, first_day: date, precision: str) -> None:
    record = the_record(a_round(date=written))
    assert (record.occurred_on, record.occurred_precision) == (first_day, precision)


@pytest.mark.parametrize(
    "name", ["Mistral\u00a0AI", "  padded ", "深度求索", "L’Œuvre & Cie", "<script>x</script>", "=1+1"]
)
def test_names_stay_as_written(name: str) -> None:
    record = the_record(a_round(recipient=name, investors=[name], site=name))
    assert (record.recipient, record.investors, record.site) == (name, [name], name)


def test_what_is_not_stated_is_empty() -> None:
    record = the_record(a_round())
    stated = record.model_dump(exclude={"claim_key"}, exclude_none=True, exclude_defaults=True)
    assert stated == {
        "ordinal": 0, "kind": "funding_round", "recipient": "Initech", "status": "announced",
        "evidence": [{"start": 0, "end": 38}],
    }  # fmt: skip


def test_frame_has_the_fields_of_a_claim_typed_also_when_it_is_empty() -> None:
    empty, full = of_one_article().frame, of_one_article(a_round(amount=money(1))).frame
    assert empty.height == 0
    assert empty.schema == full.schema
    assert set(empty.columns) == {"article_id", "content_sha256", *ClaimRecord.model_fields}
    types: dict[str, Any] = {"amount_low": pl.Decimal(38, 2), "chips_low": pl.Int64, "occurred_on": pl.Date}
    assert {name: full.schema[name] for name in types} == types


def test_records_come_by_article_in_the_order_of_the_text() -> None:
    first, second = a_round(recipient="Initech"), a_round(recipient="Hooli")
    frame = of_one_article(first, {"kind": "nonsense"}, second).frame
    assert frame.sort("recipient")["ordinal"].to_list() == [2, 0]
    assert frame["ordinal"].to_list() == [0, 2]


def test_every_currency_that_can_be_extracted_is_known() -> None:
    assert set(common()["codes"]["iso"].split()) <= CURRENCIES
