"""Claims that say the same thing at about the same time: the nodes that identity goes on with."""

from __future__ import annotations

import polars as pl

ISLAND_GAP = 60
"""Days of silence after which the same words may speak of another deal."""
AGE = 10**7
"""Days longer than all of time from the year 1 to 9999."""

SAME_WORDS = 60
"""Score of the edge between claims that say the same and stand apart only because a person named one of them."""

SAYS = (
    "kind", "family", "main", "customer", "provider", "others", "site", "amount", "valuation", "power", "chips",
    "stage", "instrument", "ended", "dated", "bound",
)  # fmt: skip


def islands(claims: pl.DataFrame, named: list[int]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """From features to `(nodes, claims, edges)`: a row a node; claims with their `node`; `l, r, score` between nodes.

    A node bears the number of its least claim. A denial, and a claim `named` in a person's decision, is a node alone.
    """
    timed = claims.with_row_index("place").select(
        "place", "i", "family", "until",
        pl.struct(*SAYS, pl.col("since").is_null(), pl.col("until").is_null().alias("timeless")).hash().alias("says"),
        pl.coalesce("since", "until", pl.lit(0)).alias("at"),
        (pl.col("i").is_in(named) | (pl.col("family") == "denial")).alias("alone"),
    ).sort("says", "at", "i")  # fmt: skip
    age = pl.col("says").rle_id().cast(pl.Int64) * AGE  # a line of time for all, on which what says another is far off
    heard_until = (pl.coalesce("until", "at") + age).cum_max().shift(1)
    opens = (pl.col("at") + age - heard_until > ISLAND_GAP).fill_null(True)
    placed = timed.with_columns(opens.cum_sum().alias("island"))
    together = pl.when(~pl.col("alone")).then(pl.col("i")).min().over("island")
    placed = placed.with_columns(pl.when("alone").then(pl.col("i")).otherwise(together).alias("node"))
    claims = claims.with_columns(placed.sort("place")["node"])
    return _nodes(claims), claims, _edges(placed)


def _nodes(claims: pl.DataFrame) -> pl.DataFrame:
    loose = pl.col("since").is_null().first()
    hull = claims.group_by("node").agg(
        pl.col("since").min(),
        pl.when(loose).then(pl.col("until").min()).otherwise(pl.col("until").max()).alias("until"),
        pl.col("hearsay").all(),
        pl.col("denied").any(),
        pl.col("completed").any(),
    )
    named = claims.filter(pl.col("i") == pl.col("node"))
    return named.select("node", *SAYS).join(hull, on="node").sort("node")


def _edges(placed: pl.DataFrame) -> pl.DataFrame:
    """A chain through each island that a named claim broke up."""
    named = placed.filter(pl.col("alone") & (pl.col("family") != "denial")).select("island").unique()
    broken = placed.join(named, on="island", how="semi").select("island", "node").unique().sort("island", "node")
    chain = broken.with_columns(pl.col("node").shift(1).over("island").alias("l")).drop_nulls()
    return chain.select("l", pl.col("node").alias("r"), pl.lit(SAME_WORDS, dtype=pl.Int32).alias("score"))
