"""What two nodes have in common, as columns over pairs (`_l`, `_r`): figures, parties, sites and time."""

from __future__ import annotations

import polars as pl

SAME_FIGURE = 1.10
"""Two figures agree up to this ratio: "nearly 20", rounding, the rate of another day."""
OPEN_FIGURE = 1.30
"""... and sums up to this one when either is a bound ("at least", "up to")."""

FIGURES = ("amount", "power", "chips")


def measured(pairs: pl.LazyFrame) -> pl.LazyFrame:
    """Pairs of nodes with what they share.

    `<figure>_same` is null unless both have it; `gap` is days between the two times, 0 where they overlap or one is
    unknown; `shared` of `named` others, `sites` in common.
    """
    shared = _common("others")
    return pairs.with_columns(
        *(_agree(name).alias(f"{name}_same") for name in (*FIGURES, "valuation")),
        shared.alias("shared"),
        (pl.col("others_l").list.len() + pl.col("others_r").list.len() - shared).alias("named"),
        _common("site").fill_null(0).alias("sites"),
        _gap().alias("gap"),
        (pl.col("since_l").is_not_null() & pl.col("since_r").is_not_null()).alias("timed"),
    )


def equal(name: str) -> pl.Expr:
    """Both have it and it is the same."""
    return (pl.col(f"{name}_l") == pl.col(f"{name}_r")).fill_null(False)


def differ(name: str) -> pl.Expr:
    """Both have it and it is not the same."""
    return (pl.col(f"{name}_l") != pl.col(f"{name}_r")).fill_null(False)


def alike(name: str) -> pl.Expr:
    """Equal, or absent on both sides."""
    return pl.col(f"{name}_l").eq_missing(pl.col(f"{name}_r"))


def either(name: str) -> pl.Expr:
    """True of one of the two."""
    return pl.col(f"{name}_l") | pl.col(f"{name}_r")


def ratio(name: str) -> pl.Expr:
    """The larger over the smaller; null unless both have it."""
    left, right = pl.col(f"{name}_l"), pl.col(f"{name}_r")
    return pl.when(left.is_not_null() & right.is_not_null()).then(
        pl.max_horizontal(left, right) / pl.min_horizontal(left, right)
    )


def unmeasured(side: str) -> pl.Expr:
    """No figure at all on that side."""
    return pl.all_horizontal(*(pl.col(f"{name}_{side}").is_null() for name in FIGURES))


def nobody(name: str) -> pl.Expr:
    """One of the two lists nobody."""
    return (pl.col(f"{name}_l").list.len() == 0) | (pl.col(f"{name}_r").list.len() == 0)


def _agree(name: str) -> pl.Expr:
    limit: pl.Expr = pl.lit(SAME_FIGURE)
    if name == "amount":
        bounds = (pl.col(f"bound_{side}").is_in(["at_least", "up_to"]).fill_null(False) for side in "lr")
        limit = pl.when(pl.any_horizontal(*bounds)).then(OPEN_FIGURE).otherwise(SAME_FIGURE)
    return ratio(name) <= limit


def _common(name: str) -> pl.Expr:
    return pl.col(f"{name}_l").list.set_intersection(f"{name}_r").list.len()


def _gap() -> pl.Expr:
    apart = (pl.col("since_r") - pl.col("until_l"), pl.col("since_l") - pl.col("until_r"), pl.lit(0))
    return pl.max_horizontal(*apart).fill_null(0)
