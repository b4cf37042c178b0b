"""What the suite of claims sees: figures, counts, lengths and words of closed vocabularies.

No text of an article is among it, not even a name: Great Expectations writes what it finds into its data docs as live
HTML. A failing row is named by its `claim_key`.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from pipeline.events.claim import MAIN_PARTY, MONEY_TERMS, PARTY_LISTS
from pipeline.events.currency import CURRENCIES
from pipeline.quality.seen_articles import last_day
from pipeline.quality.thresholds import ClaimLimits

INTERVALS = {
    **{term: (f"{term}_low", f"{term}_high") for term in MONEY_TERMS},
    "power": ("power_low_mw", "power_high_mw"),
    "chips": ("chips_low", "chips_high"),
}
OTHER_PARTY = {"investment": "investors", "acquisition": "acquirer", "guarantee": "guarantor", "denial": "speaker"}
SIDES = (("acquirer", "target"), ("guarantor", "beneficiary"), ("provider", "customer"))
KINDS_OF_FIELD = {
    **dict.fromkeys(("target", "acquirer"), ("acquisition",)),
    **dict.fromkeys(("provider", "customer", "power", "chips", "term_years"), ("capacity",)),
    **dict.fromkeys(("guarantor", "beneficiary"), ("guarantee",)),
    **dict.fromkeys(("leads", "stage", "equity", "debt"), ("funding_round",)),
    **dict.fromkeys(("investors", "instrument"), ("funding_round", "investment")),
    "recipient": ("funding_round", "investment", "denial"),
    "valuation": ("funding_round", "investment", "acquisition"),
    "amount": ("funding_round", "investment", "acquisition", "capacity", "guarantee", "capex"),
    "site": ("capacity", "capex"),
    "owner": ("capex",),
    "partners": ("partnership",),
    "speaker": ("denial",),
}


def seen_claims(claims: pl.DataFrame, articles: pl.DataFrame, limits: ClaimLimits) -> pl.DataFrame:
    """One row a claim, `row_id` and `claim_key` first. `<term>_share` is a sum over its currency's limit."""
    about = articles.select("article_id", "content_sha256", "text_length", last_day().alias("last_day"))
    both = claims.join(about, on=["article_id", "content_sha256"], how="left", maintain_order="left")
    return both.with_row_index("row_id").select(
        pl.col("row_id").cast(pl.Int64),
        "claim_key",
        "kind",
        "status",
        main_parties=_main_parties(),
        other_parties=_other_parties(),
        partners=pl.col("partners").list.len(),
        leads_outside_investors=pl.col("leads").list.set_difference("investors").list.len(),
        names_on_both_sides=_names_on_both_sides(),
        lowest_figure=pl.min_horizontal(
            *(pl.col(end).cast(pl.Float64) for ends in INTERVALS.values() for end in ends),
            pl.col("term_years").cast(pl.Float64),
        ),
        reversed_intervals=_count(pl.col(low) > pl.col(high) for low, high in INTERVALS.values()),
        **{f"{term}_share": _share(term, limits.highest_sum) for term in MONEY_TERMS},
        power_mw=_highest("power"),
        chips=_highest("chips"),
        term_years=pl.col("term_years").cast(pl.Float64),
        unknown_currencies=_count(~pl.col(f"{term}_currency").is_in(CURRENCIES) for term in MONEY_TERMS),
        sums=_count(_present(term) for term in MONEY_TERMS),
        measures=_measures(),
        parts_share=_parts_share(),
        year=pl.col("occurred_on").dt.year(),
        days_after_article=(pl.col("occurred_on") - pl.col("last_day")).dt.total_days(),
        passages=pl.col("evidence").list.len(),
        passages_outside_text=_passages_outside_text(),
        fields_of_other_kinds=_count(
            _present(field) & ~pl.col("kind").is_in(kinds) for field, kinds in KINDS_OF_FIELD.items()
        ),
        repeats=_repeats(claims.columns),
    )


def _count(conditions: Iterable[pl.Expr]) -> pl.Expr:
    """How many of the conditions hold; one that cannot be told does not."""
    return pl.sum_horizontal(condition.fill_null(value=False).cast(pl.Int64) for condition in conditions)


def _present(field: str) -> pl.Expr:
    if field in PARTY_LISTS:
        return pl.col(field).list.len() > 0
    return pl.col(f"{field}_bound" if field in INTERVALS else field).is_not_null()


def _main_parties() -> pl.Expr:
    """How many names stand in the roles of the kind's main party."""
    count = pl.lit(0, dtype=pl.Int64)
    for kind, roles in MAIN_PARTY.items():
        count = pl.when(pl.col("kind") == kind).then(_count(_present(role) for role in roles)).otherwise(count)
    return count


def _other_parties() -> pl.Expr:
    """How many names stand on the other side; null for kinds that need none."""
    named = pl.lit(None, dtype=pl.Int64)
    for kind, role in OTHER_PARTY.items():
        named = pl.when(pl.col("kind") == kind).then(_count([_present(role)])).otherwise(named)
    return named


def _names_on_both_sides() -> pl.Expr:
    """Names on both sides of the deal: buyer and bought, guarantor and guaranteed, investor and recipient."""
    own = pl.col("investors").list.contains(pl.col("recipient"))
    return _count([*(pl.col(a) == pl.col(b) for a, b in SIDES), own])


def _highest(term: str) -> pl.Expr:
    return pl.max_horizontal(*INTERVALS[term]).cast(pl.Float64)


def _share(term: str, highest: dict[str, int]) -> pl.Expr:
    limit = pl.col(f"{term}_currency").replace_strict(highest, default=highest["default"], return_dtype=pl.Int64)
    return _highest(term) / limit


def _measures() -> pl.Expr:
    """What makes a capacity one: a sum, a power figure, a chip count, or a named supplier and customer."""
    pair = _present("provider") & _present("customer")
    return _count([_present("amount"), _present("power"), _present("chips"), pair])


def _parts_share() -> pl.Expr:
    """Equity and debt at the least, over the amount at the most, where all are in one currency."""
    parts = pl.sum_horizontal("equity_low", "debt_low").cast(pl.Float64)
    currency = pl.col("amount_currency")
    alike = currency.eq_missing(pl.coalesce("equity_currency", currency)) & currency.eq_missing(
        pl.coalesce("debt_currency", currency)
    )
    return pl.when(alike).then(parts / pl.col("amount_high").cast(pl.Float64))


def _passages_outside_text() -> pl.Expr:
    """Passages that are empty, reversed or end after the text; all of them when the text is unknown."""
    starts = pl.col("evidence").list.eval(pl.element().struct.field("start"))
    ends = pl.col("evidence").list.eval(pl.element().struct.field("end"))
    length = pl.col("text_length").fill_null(0)
    return (
        pl.when((ends.list.max() > length) | ((ends - starts).list.min() <= 0) | (starts.list.min() < 0))
        .then(1)
        .otherwise(0)
    )


def _repeats(columns: list[str]) -> pl.Expr:
    """How many claims before this one say the same of the same article."""
    said = pl.struct(pl.exclude("row_id", "claim_key", "ordinal", "evidence", "text_length", "last_day"))
    return said.struct.json_encode().cum_count().over(said.struct.json_encode()) - 1
