"""Pairs of nodes weighed by the rules: `score` > 0 joins, the larger the earlier; `never` forbids."""

from __future__ import annotations

import polars as pl

from pipeline.deals.likeness import equal, measured
from pipeline.deals.never import never
from pipeline.deals.rules import CLOSE, by_family


def compare(nodes: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """`l, r, score, never` for pairs of nodes, which come in the order of their numbers.

    The grade leads the score; what else agrees orders equal grades.
    """
    sides = [_side(nodes, pairs, name) for name in ("l", "r")]
    weighed = measured(pl.concat(sides, how="horizontal").lazy()).with_columns(
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


def _side(nodes: pl.DataFrame, pairs: pl.DataFrame, side: str) -> pl.DataFrame:
    """The nodes on one side of the pairs, found by their place, which takes half the time of a join."""
    found = nodes[nodes["node"].search_sorted(pairs[side])]
    return found.rename(lambda name: side if name == "node" else f"{name}_{side}")
