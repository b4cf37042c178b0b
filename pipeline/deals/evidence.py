"""What speaks for and against two nodes being one deal. Rules, in Polars expressions over pairs (`_l`, `_r`).

`score` > 0 joins; the larger, the earlier it is followed. `never` forbids, also through third nodes.
"""

from __future__ import annotations

import polars as pl

SAME_FIGURE = 0.10
"""Two figures agree if the larger exceeds the smaller by at most this: "nearly 20", rates of another day, rounding."""
OPEN_FIGURE = 0.30
"""... and this when one of them is only a bound ("at least", "up to") on its side."""
REVISED = 3.0
"""Hearsay may miss a round's final sum by this factor, within `REVISED_DAYS`."""
REVISED_DAYS = 120
CLOSE = 45
SAME_SUM_DAYS = 200
LONG_KNOWN_DAYS = 420

_FIGURES = ("amount", "power", "chips")


def compare(nodes: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs with `score` (0 = nothing joins them) and `never`."""
    left = nodes.rename(lambda name: "l" if name == "node" else f"{name}_l")
    right = nodes.rename(lambda name: "r" if name == "node" else f"{name}_r")
    both = pairs.lazy().join(left.lazy(), on="l").join(right.lazy(), on="r")
    measured = both.with_columns(
        *(_agree(name).alias(f"{name}_same") for name in (*_FIGURES, "valuation")),
        *_shared(),
        _gap().alias("gap"),
        (pl.col("since_l").is_not_null() & pl.col("since_r").is_not_null()).alias("timed"),
    )
    ruled = measured.with_columns(_never().alias("never"), _score().alias("score"))
    bonus = (
        2 * _yes("amount_same") + 2 * _yes("power_same") + _yes("valuation_same") + _yes(pl.col("amount_l") == pl.col("amount_r"))
        + _yes("timed") + _yes(pl.col("shared") > 0) + _yes(pl.col("sites") > 0) + _yes(pl.col("kind_l") == pl.col("kind_r"))
        - pl.when(pl.col("gap") > CLOSE).then(1).otherwise(0)
    )  # fmt: skip
    score = pl.when(pl.col("never") | (pl.col("score") == 0)).then(0).otherwise(pl.col("score") * 10 + bonus)
    return ruled.select("l", "r", score.alias("score"), "never", "gap").collect()


def _yes(what: str | pl.Expr) -> pl.Expr:
    return (pl.col(what) if isinstance(what, str) else what).fill_null(False).cast(pl.Int32)


def _both(name: str) -> tuple[pl.Expr, pl.Expr]:
    return pl.col(f"{name}_l"), pl.col(f"{name}_r")


def _equal(name: str) -> pl.Expr:
    left, right = _both(name)
    return (left == right).fill_null(False)


def _differ(name: str) -> pl.Expr:
    left, right = _both(name)
    return (left != right).fill_null(False)


def _alike(name: str) -> pl.Expr:
    """Equal, or absent on both sides."""
    left, right = _both(name)
    return left.eq_missing(right)


def _ratio(name: str) -> pl.Expr:
    left, right = _both(name)
    return pl.max_horizontal(left, right) / pl.min_horizontal(left, right)


def _agree(name: str) -> pl.Expr:
    """True or false where both have the figure, else null."""
    left, right = _both(name)
    loose = left.is_not_null() & pl.any_horizontal(
        *((pl.col(f"bound_{one}").is_in(["at_least", "up_to"])) for one in "lr")
    ).fill_null(False)
    open_ended = loose if name == "amount" else pl.lit(False)
    limit = pl.when(open_ended).then(1 + OPEN_FIGURE).otherwise(1 + SAME_FIGURE)
    return pl.when(left.is_not_null() & right.is_not_null()).then(_ratio(name) <= limit)


def _gap() -> pl.Expr:
    """Days between the two times, 0 where they overlap or a time is unknown."""
    apart = (pl.col("since_r") - pl.col("until_l"), pl.col("since_l") - pl.col("until_r"))
    return pl.max_horizontal(*apart, pl.lit(0)).fill_null(0)


def _shared() -> list[pl.Expr]:
    def common(name: str) -> pl.Expr:
        left, right = _both(name)
        return left.list.set_intersection(right).list.len()

    return [
        common("others").alias("shared"),
        (pl.col("others_l").list.len() + pl.col("others_r").list.len() - common("others")).alias("named"),
        common("site").fill_null(0).alias("sites"),
    ]


def _figures(what: str) -> pl.Expr:
    same = [pl.col(f"{name}_same") for name in _FIGURES]
    if what == "agree":
        return pl.any_horizontal(*(one.fill_null(False) for one in same))
    return pl.any_horizontal(*(~one.fill_null(True) for one in same))


def _bare(side: str) -> pl.Expr:
    return pl.all_horizontal(*(pl.col(f"{name}_{side}").is_null() for name in _FIGURES))


def _never() -> pl.Expr:
    """Incompatible whatever else agrees: stage, instrument, a denied deal that was done, far apart in time."""
    debt = {"debt", "equity"}
    instruments = _both("instrument")
    return (
        _differ("stage")
        | (instruments[0].is_in(list(debt)) & instruments[1].is_in(list(debt)) & _differ("instrument")).fill_null(False)
        | (_denied_and_done() & ~(pl.col("timed") & (pl.col("gap") <= 31)))
        | (pl.col("gap") > 2 * 365)
    )


def _denied_and_done() -> pl.Expr:
    return (pl.col("denied_l") & pl.col("completed_r")) | (pl.col("denied_r") & pl.col("completed_l"))


def _score() -> pl.Expr:
    return (
        pl.when(pl.col("family_l") == "money")
        .then(_money())
        .when(pl.col("family_l") == "acquisition")
        .then(_acquisition())
        .when(pl.col("family_l") == "capacity")
        .then(_capacity())
        .when(pl.col("family_l") == "capex")
        .then(_capex())
        .otherwise(_partnership())
    )


def _grade(*rules: tuple[pl.Expr, int]) -> pl.Expr:
    """The grade of the first rule that holds, else 0."""
    graded = pl.lit(0)
    for holds, grade in reversed(rules):
        graded = pl.when(holds.fill_null(False)).then(grade).otherwise(graded)
    return graded


def _money() -> pl.Expr:
    """Rounds and investments in one recipient."""
    same_kind, gap, timed = _equal("kind"), pl.col("gap"), pl.col("timed")
    is_round = same_kind & (pl.col("kind_l") == "funding_round")
    investors_met = (pl.col("shared") > 0) | (pl.col("others_l").list.len() == 0) | (pl.col("others_r").list.len() == 0)
    single = (pl.col("named") == 1) & (pl.col("shared") == 1)
    who = pl.when(is_round).then(pl.lit(True)).when(same_kind).then(investors_met).otherwise(single)
    same_sum, other_sum = pl.col("amount_same").fill_null(False), ~pl.col("amount_same").fill_null(True)
    no_sum = pl.col("amount_same").is_null()
    same_stage, same_value = _equal("stage"), pl.col("valuation_same").fill_null(False)
    news = (pl.col("hearsay_l") | pl.col("hearsay_r")) & ~pl.col("ended_l") & ~pl.col("ended_r")
    revised = other_sum & news & timed & (gap <= REVISED_DAYS) & (_ratio("amount") <= REVISED)
    grades = _grade(
        (same_sum & (gap <= SAME_SUM_DAYS), 5),
        (same_stage & ~other_sum & (gap <= LONG_KNOWN_DAYS), 4),
        (same_value & ~other_sum & (gap <= SAME_SUM_DAYS), 4),
        (same_kind & ~is_round & same_sum & (gap <= LONG_KNOWN_DAYS), 4),
        (same_kind & no_sum & timed & (gap <= CLOSE), 2),
        (revised & same_kind & (is_round | (gap <= CLOSE)), 1),
        (
            same_kind
            & no_sum
            & _bare("l")
            & _bare("r")
            & ~pl.col("dated_l")
            & ~pl.col("dated_r")
            & (pl.col("shared") > 0),
            1,
        ),
    )
    return pl.when(who).then(grades).otherwise(0)


def _acquisition() -> pl.Expr:
    acquirer = pl.col("shared") > 0
    open_acquirer = (pl.col("others_l").list.len() == 0) | (pl.col("others_r").list.len() == 0)
    return _grade(
        (acquirer, 5),
        (open_acquirer & (pl.col("gap") <= LONG_KNOWN_DAYS), 3),
        (pl.col("amount_same") & pl.col("timed") & (pl.col("gap") <= CLOSE), 2),
    )


def _capacity() -> pl.Expr:
    """Contracts, builds and backstops: both sides, or one side where the other is not named."""
    gap, timed = pl.col("gap"), pl.col("timed")
    straight = ~_differ("customer") & ~_differ("provider")
    full = _equal("customer") & _equal("provider")
    crossed = (pl.col("customer_l") == pl.col("provider_r")) & (
        pl.col("customer_r").is_null() | pl.col("provider_l").is_null()
    )
    crossed = crossed | (
        (pl.col("provider_l") == pl.col("customer_r"))
        & (pl.col("customer_l").is_null() | pl.col("provider_r").is_null())
    )
    as_named = straight & _alike("customer") & _alike("provider")
    near = (pl.col("sites") > 0) | (pl.col("dated_l") & pl.col("dated_r") & (gap <= CLOSE))
    one_side = as_named | (near & (straight | crossed.fill_null(False)))
    sited = pl.col("site_l").is_not_null() & pl.col("site_r").is_not_null()
    elsewhere = sited & (pl.col("sites") == 0)
    agree, clash = _figures("agree"), _figures("clash")
    bare = _bare("l") & _bare("r")
    half_bare = (_bare("l") | _bare("r")) & ~bare
    # An article whose day is known dates its news: what it leaves undated is background, perhaps another deal.
    background = pl.any_horizontal(
        *(~pl.col(f"dated_{a}") & pl.col(f"until_{a}").is_not_null() & pl.col(f"dated_{b}") for a, b in ("lr", "rl"))
    )
    mention_gap = pl.max_horizontal(pl.col("since_l").fill_null(pl.col("until_l")) - pl.col("until_r"),
                                    pl.col("since_r").fill_null(pl.col("until_r")) - pl.col("until_l")).fill_null(0)  # fmt: skip
    grades = _grade(
        (full & agree & (gap <= LONG_KNOWN_DAYS), 5),
        (one_side & agree & ~elsewhere & (gap <= LONG_KNOWN_DAYS), 4),
        (full & _equal("kind") & (pl.col("kind_l") == "guarantee") & (gap <= LONG_KNOWN_DAYS), 3),
        (full & ~elsewhere & timed & (gap <= CLOSE) & ~bare & ~half_bare, 3),
        (full & bare & ~elsewhere & (mention_gap <= 180) & (~background | (pl.col("sites") > 0)), 2),
        (full & half_bare & ~elsewhere & pl.col("dated_l") & pl.col("dated_r") & (gap <= 31), 2),
    )
    return pl.when(clash).then(0).otherwise(grades)


def _capex() -> pl.Expr:
    owner, sited = _equal("main"), pl.col("sites") > 0
    return _grade((pl.col("amount_same") & (owner | sited) & (pl.col("gap") <= LONG_KNOWN_DAYS), 4))


def _partnership() -> pl.Expr:
    alike = (pl.col("shared") >= 2) & (2 * pl.col("shared") >= pl.col("named"))
    return _grade((alike & (pl.col("gap") <= 180), 4))
