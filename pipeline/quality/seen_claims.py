"""What the suite of claims sees: figures, counts, lengths and words of closed vocabularies.

No text of an article is among it, not even a name: Great Expectations writes what it finds into its data docs as live
HTML. A failing row is named by its `claim_key`.
"""

from __future__ import annotations

import polars as pl

from pipeline.quality.seen_articles import last_day
from pipeline.quality.seen_figures import INTERVALS, figure_columns, is_stated
from pipeline.quality.seen_parties import count, is_named, party_columns
from pipeline.quality.thresholds import ClaimLimits

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
    """One row a claim, `row_id` and `claim_key` first, in the order of `claims`."""
    about = articles.select("article_id", "content_sha256", "text_length", last_day().alias("last_day"))
    both = claims.join(about, on=["article_id", "content_sha256"], how="left", maintain_order="left")
    return both.with_row_index("row_id").select(
        pl.col("row_id").cast(pl.Int64),
        "claim_key",
        "kind",
        "status",
        **party_columns(),
        **figure_columns(limits),
        passages=pl.col("evidence").list.len(),
        passages_outside_text=_passages_outside_text(),
        year=pl.col("occurred_on").dt.year(),
        days_after_article=(pl.col("occurred_on") - pl.col("last_day")).dt.total_days(),
        fields_of_other_kinds=_fields_of_other_kinds(),
        repeats=_repeats(),
    )


def _passages_outside_text() -> pl.Expr:
    """Passages that are empty, reversed or end after the text; of an unknown text every one is outside."""
    start, end = pl.element().struct.field("start"), pl.element().struct.field("end")
    passages = pl.col("evidence")
    broken = passages.list.eval((start < 0) | (end <= start)).list.sum()
    beyond = (passages.list.eval(end) - pl.col("text_length").fill_null(0)).list.eval(pl.element() > 0).list.sum()
    return broken + beyond


def _fields_of_other_kinds() -> pl.Expr:
    return count(
        (is_stated(field) if field in INTERVALS else is_named(field)) & ~pl.col("kind").is_in(kinds)
        for field, kinds in KINDS_OF_FIELD.items()
    )


def _repeats() -> pl.Expr:
    """How many claims before this one say the same of the same article."""
    said = pl.struct(pl.exclude("row_id", "claim_key", "ordinal", "evidence")).struct.json_encode()
    return said.cum_count().over(said) - 1
