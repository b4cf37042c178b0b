"""What statements hold together, and which of them contradict one another, over whole components at once."""

from __future__ import annotations

import polars as pl

from pipeline.deals.likeness import FIGURES, SAME_FIGURE

SPREAD = 1.45
"""Largest ratio between figures of one deal."""
SPAN = 2 * 365
"""Days that the claims of one deal may lie apart."""


def alone(nodes: pl.DataFrame) -> pl.DataFrame:
    """What each node holds, in the form in which `together` gives what several hold."""
    return nodes.select(
        "node", "stage",
        (pl.col("instrument") == "debt").fill_null(False).alias("debt"),
        (pl.col("instrument") == "equity").fill_null(False).alias("equity"),
        *(pl.col(name).alias(f"{name}_{end}") for name in FIGURES for end in ("low", "high")),
        "since", pl.col("since").alias("since_last"), pl.col("until").alias("until_first"),
        pl.when(pl.col("since").is_not_null()).then("until").alias("until_last"),
        "ended", pl.col("ended").alias("all_ended"),
    )  # fmt: skip


def together(placed: pl.DataFrame) -> pl.DataFrame:
    """What the nodes of each `part` hold together, and in how many stages."""
    stage = pl.col("stage").drop_nulls()
    return placed.group_by("part").agg(
        stage.first().alias("stage"), stage.n_unique().alias("stages"),
        pl.col("debt", "equity", "ended").any(), pl.col("all_ended").all(),
        *(pl.col(f"{name}_low").min() for name in FIGURES), *(pl.col(f"{name}_high").max() for name in FIGURES),
        pl.col("since", "until_first").min(), pl.col("since_last", "until_last").max(),
    )  # fmt: skip


def contradictory(placed: pl.DataFrame, said: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """The components that hold a contradiction, as `part`."""
    part = placed.select("node", "part")
    return pl.concat([_told_twice(part, said), _kept_apart(part, apart), _spread(together(placed))]).unique()


def _told_twice(part: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """Components with two statements of one article, which tells of two deals."""
    told = said.join(part, on="node").group_by("part", "article_id", "family")
    return told.agg(twice=pl.col("node").min() != pl.col("node").max()).filter("twice").select("part")


def _kept_apart(part: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """Components with both ends of a forbidden pair."""
    ends = apart.join(part, left_on="l", right_on="node").join(part, left_on="r", right_on="node", suffix="_r")
    return ends.filter(pl.col("part") == pl.col("part_r")).select("part")


def _spread(together: pl.DataFrame) -> pl.DataFrame:
    """Components whose stages, instruments, figures or days are too far apart for one deal."""
    ratio = {name: pl.col(f"{name}_high") / pl.col(f"{name}_low") for name in FIGURES}
    return together.filter(
        (pl.col("stages") > 1)
        | (pl.col("debt") & pl.col("equity"))
        | pl.any_horizontal(*(one > SPREAD for one in ratio.values()))
        | (pl.col("since_last") - pl.col("until_first") > SPAN)
        | (pl.col("ended") & ~pl.col("all_ended") & (ratio["amount"] > SAME_FIGURE))
    ).select("part")
