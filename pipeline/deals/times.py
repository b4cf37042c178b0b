"""The days in which a deal may have been, by what its claim says and by when that was published."""

from __future__ import annotations

import polars as pl

HEARSAY = ("rumoured", "reported")
ENDED = ("denied", "cancelled")


def since() -> pl.Expr:
    """First day on which the deal may have been; hearsay and endings without a date are news of the last month."""
    day = pl.col("occurred_on")
    stated = (
        pl.when(pl.col("occurred_precision") == "year")
        .then(day.dt.truncate("1y"))
        .when(pl.col("occurred_precision") == "month")
        .then(day.dt.month_start())
        .otherwise(day)
    )
    news = pl.when(pl.col("status").is_in(HEARSAY + ENDED)).then(pl.col("published_on").dt.offset_by("-30d"))
    return pl.coalesce(stated, news).to_physical()


def until() -> pl.Expr:
    """Last day on which the deal may have been: of what the claim says, else that of its publication."""
    day = pl.col("occurred_on")
    stated = (
        pl.when(pl.col("occurred_precision") == "year")
        .then(day.dt.truncate("1y").dt.offset_by("1y").dt.offset_by("-1d"))
        .when(pl.col("occurred_precision") == "month")
        .then(day.dt.month_end())
        .otherwise(day)
    )
    return pl.coalesce(stated, pl.col("published_on")).to_physical()
