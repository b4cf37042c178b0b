"""Pairs of nodes weighed by the rules: `score` > 0 joins, the larger the earlier; `never` forbids."""

from __future__ import annotations

import polars as pl

from pipeline.deals.likeness import equal, measured
from pipeline.deals.never import never
from pipeline.deals.rules import CLOSE, by_family


def compare(nodes: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """`l, r, score, never` for pairs of nodes. The grade leads the score; what else agrees orders equal grades."""
    left = nodes.lazy().rename(lambda name: "l" if name == "node" else f"{name}_l")
    right = nodes.lazy().rename(lambda name: "r" if name == "node" else f"{name}_r")
    weighed = measured(pairs.lazy().join(left, on="l").join(right, on="r")).with_columns(
        never().alias("never"), by_family().alias("grade")
    )
    more = (
        "amount_same", "amount_same", "power_same", "power_same", "valuation_same", "timed",
        equal("amount"), equal("kind"), pl.col("shared") > 0, pl.col("sites") > 0,
    )  # fmt: skip
    agreeing = [(pl.col(one) if isinstance(one, str) else one).fill_null(False).cast(pl.Int32) for one in more]
    total = pl.col("grade") * 10 + pl.sum_horizontal(*agreeing) - (pl.col("gap") > CLOSE).cast(pl.Int32)
    joins = (pl.col("grade") > 0) & ~pl.col("never")
    return weighed.select(
        "l", "r", pl.when(joins).then(total).otherwise(0).cast(pl.Int32).alias("score"), "never"
    ).collect()
