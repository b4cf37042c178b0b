"""What the suite of articles sees: lengths, outcomes and days; neither titles nor addresses (see `seen_claims`)."""

from __future__ import annotations

import polars as pl


def seen_articles(articles: pl.DataFrame) -> pl.DataFrame:
    """One row an article, `row_id` and `article_id` first. `days_ahead` is publication after observation."""
    return articles.with_row_index("row_id").select(
        pl.col("row_id").cast(pl.Int64),
        pl.col("article_id").str.replace_all(r"[^\w-]", "_"),
        "outcome",
        title_length=pl.col("title").str.len_chars(),
        text_length="text_length",
        days_ahead=(pl.col("published_at").dt.date() - pl.col("observed_on")).dt.total_days(),
    )


def last_day() -> pl.Expr:
    """The last day on which an article can have been published: no later than it was observed."""
    first = pl.col("published_at").dt.date()
    by_precision = (
        pl.when(pl.col("published_precision") == "year")
        .then(first.dt.offset_by("1y").dt.offset_by("-1d"))
        .when(pl.col("published_precision") == "month")
        .then(first.dt.month_end())
        .otherwise(first)
    )
    return pl.min_horizontal(by_precision, "observed_on")
