"""The figures of a claim against their limits."""

from __future__ import annotations

import polars as pl

from pipeline.events.claim import MEASURES, MONEY_TERMS
from pipeline.events.currency import CURRENCIES
from pipeline.quality.seen_parties import count, is_named
from pipeline.quality.thresholds import ClaimLimits

INTERVALS = {term: (low, high) for term, (low, high, _) in MEASURES.items()}


def figure_columns(limits: ClaimLimits) -> dict[str, pl.Expr]:
    """Figures as floats, null where none is stated; `<term>_share` is a sum over the limit of its currency."""
    ends = [pl.col(end).cast(pl.Float64) for interval in INTERVALS.values() for end in interval]
    return {
        "lowest_figure": pl.min_horizontal(*ends, pl.col("term_years").cast(pl.Float64)),
        "reversed_intervals": count(pl.col(low) > pl.col(high) for low, high in INTERVALS.values()),
        "unknown_currencies": count(~pl.col(f"{term}_currency").is_in(CURRENCIES) for term in MONEY_TERMS),
        **{f"{term}_share": _share(term, limits.highest_sum) for term in MONEY_TERMS},
        "power_mw": _highest("power"),
        "chips": _highest("chips"),
        "term_years": pl.col("term_years").cast(pl.Float64),
        "sums": count(is_stated(term) for term in MONEY_TERMS),
        "measures": _measures(),
        "parts_share": _parts_share(),
    }


def is_stated(term: str) -> pl.Expr:
    """Whether the claim has this figure."""
    return pl.col(f"{term}_bound").is_not_null()


def _highest(term: str) -> pl.Expr:
    return pl.max_horizontal(*INTERVALS[term]).cast(pl.Float64)


def _share(term: str, highest: dict[str, int]) -> pl.Expr:
    limit = pl.col(f"{term}_currency").replace_strict(highest, default=highest["default"], return_dtype=pl.Int64)
    return _highest(term) / limit


def _measures() -> pl.Expr:
    """What makes a capacity one: a sum, a power figure, a chip count, or a named supplier and customer."""
    pair = is_named("provider") & is_named("customer")
    return count([is_stated("amount"), is_stated("power"), is_stated("chips"), pair])


def _parts_share() -> pl.Expr:
    """Equity and debt at the least, over the amount at the most, where all are in one currency."""
    whole = pl.col("amount_currency")
    parts = [pl.col(f"{part}_currency") for part in ("equity", "debt")]
    alike = pl.all_horizontal(part.is_null() | (part == whole) for part in parts)
    stated = pl.sum_horizontal("equity_low", "debt_low").cast(pl.Float64)
    return pl.when(alike).then(stated / pl.col("amount_high").cast(pl.Float64))
