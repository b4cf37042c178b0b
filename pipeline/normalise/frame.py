"""Checked claims as one typed frame: bounds become intervals, dates a first day and a precision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from pipeline.events.claim import MONEY_TERMS, PARTY_LISTS, PARTY_ROLES

MONEY = pl.Decimal(38, 2)
POWER = pl.Decimal(38, 3)
YEARS = pl.Decimal(38, 2)
_VALUE = pl.Decimal(38, 6)
_MONEY_FORM = pl.Struct({"value": _VALUE, "currency": pl.String, "bound": pl.String})
_FORM: dict[str, Any] = {
    "article_id": pl.String,
    "content_sha256": pl.String,
    "claim_key": pl.String,
    "ordinal": pl.Int64,
    "kind": pl.String,
    **dict.fromkeys(PARTY_ROLES, pl.String),
    **dict.fromkeys(PARTY_LISTS, pl.List(pl.String)),
    **dict.fromkeys(MONEY_TERMS, _MONEY_FORM),
    "power_mw": pl.Struct({"value": _VALUE, "bound": pl.String}),
    "accelerators": pl.Struct({"value": _VALUE, "bound": pl.String, "model": pl.String}),
    "instrument": pl.String,
    "stage": pl.String,
    "site": pl.String,
    "term_years": _VALUE,
    "status": pl.String,
    "date": pl.String,
    "evidence": pl.List(pl.Struct({"start": pl.Int64, "end": pl.Int64})),
}


def claims_frame(rows: Iterable[Mapping[str, Any]]) -> pl.DataFrame:
    """One row a claim: `article_id, content_sha256` and the fields of `ClaimRecord`.

    Money is in full units (two decimals), power in MW (three), chips are whole numbers.
    """
    form = pl.DataFrame(list(rows), schema=_FORM, orient="row")
    return form.select(
        "article_id", "content_sha256", "claim_key", "ordinal", "kind",
        *PARTY_ROLES,
        *PARTY_LISTS,
        *(column for term in MONEY_TERMS for column in _money(term)),
        *_interval("power_mw", "power_low_mw", "power_high_mw", "power_bound", POWER),
        *_interval("accelerators", "chips_low", "chips_high", "chips_bound", pl.Int64()),
        pl.col("accelerators").struct.field("model").alias("chip_model"),
        "instrument", "stage", "site",
        pl.col("term_years").cast(YEARS),
        "status",
        pl.format("{}-01-01", "date").str.head(10).str.to_date("%Y-%m-%d").alias("occurred_on"),
        _precision(pl.col("date")).alias("occurred_precision"),
        "evidence",
    )  # fmt: skip


def _money(term: str) -> list[pl.Expr]:
    currency = pl.col(term).struct.field("currency").alias(f"{term}_currency")
    return [*_interval(term, f"{term}_low", f"{term}_high", f"{term}_bound", MONEY), currency]


def _interval(term: str, low: str, high: str, bound: str, unit: pl.DataType) -> list[pl.Expr]:
    """A value and its bound as the interval that the article leaves open: `up_to` has no low, `at_least` no high."""
    value = pl.col(term).struct.field("value").cast(unit)
    said = pl.col(term).struct.field("bound")
    return [
        pl.when(said != "up_to").then(value).alias(low),
        pl.when(said != "at_least").then(value).alias(high),
        said.alias(bound),
    ]


def _precision(date: pl.Expr) -> pl.Expr:
    lengths = {4: "year", 7: "month", 10: "day"}
    return date.str.len_chars().replace_strict(lengths, return_dtype=pl.String)
