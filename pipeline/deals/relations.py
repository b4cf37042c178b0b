"""How deals hang together: parts, tranches, replacements, and capacity that several contracts describe."""

from __future__ import annotations

import polars as pl

RELATION = ("deal", "related_deal", "relation")
ROUND_DAYS = 120
"""Days between an investment and the round that it is part of."""
TRANCHE_DAYS = 420
REPLACED_DAYS = 365
SAME = 1.1
"""Two figures agree up to this ratio."""


def relations(placed: pl.DataFrame) -> pl.DataFrame:
    """`deal, related_deal, relation`, one a pair, from features of claims with their `deal`.

    Read it as "deal is RELATION related".
    """
    deals = _deals(placed.lazy().filter(pl.col("family") != "denial"))
    told = placed.select("article_id", "deal")
    found = pl.concat(
        [
            _parts_of_rounds(deals, told),
            _parts_of_plans(deals, told),
            _tranches(deals),
            _replacements(deals),
            _same_capacity(deals),
        ]
    )
    return found.unique(["deal", "related_deal"], keep="first", maintain_order=True).sort(*RELATION)


def _deals(claims: pl.LazyFrame) -> pl.DataFrame:
    """One row a deal: what most defines it, over all its claims."""
    figures = ("amount", "equity", "debt", "power", "chips")
    grouped = claims.group_by("deal").agg(
        pl.col("family").min(),
        (pl.col("kind") == "funding_round").any().alias("round"),
        *(pl.col(name).min() for name in ("main", "customer", "provider", "stage")),
        pl.col("others").explode().unique().sort().alias("others"),
        pl.col("site").explode().drop_nulls().unique().sort().alias("site"),
        *(pl.col(name).max() for name in figures),
        pl.col("since").min(),
        pl.col("until").max(),
        pl.coalesce(pl.col("since").min(), pl.col("until").min()).alias("first"),
        pl.coalesce(pl.col("until").filter(pl.col("since").is_not_null()).max(), pl.col("until").max()).alias("last"),
        pl.col("completed").any(),
        (pl.col("status") == "cancelled").any().alias("cancelled"),
    )
    return grouped.collect()


def _paired(left: pl.DataFrame, right: pl.DataFrame, on: list[str]) -> pl.DataFrame:
    return left.join(right, on=on, suffix="_r").filter(pl.col("deal") != pl.col("deal_r"))


def _as(pairs: pl.DataFrame, relation: str) -> pl.DataFrame:
    return pairs.select("deal", pl.col("deal_r").alias("related_deal"), pl.lit(relation).alias("relation"))


def _gap() -> pl.Expr:
    apart = (pl.col("since_r") - pl.col("until"), pl.col("since") - pl.col("until_r"), pl.lit(0))
    return pl.max_horizontal(*apart).fill_null(0)


def _smaller(name: str) -> pl.Expr:
    return (pl.col(name) < pl.col(f"{name}_r")).fill_null(False)


def _agree(left: str, right: str) -> pl.Expr:
    a, b = pl.col(left), pl.col(right)
    return (pl.max_horizontal(a, b) <= SAME * pl.min_horizontal(a, b)) & a.is_not_null() & b.is_not_null()


def _parts_of_rounds(deals: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """A sum by an investor whom a round of the same recipient lists: one told with it, else the nearest in time.

    Told together but one done and the other not, or without a sum, they may be years apart. Several investors who are
    told with one sum are a round in that respect, for the smaller sum of one of them.
    """
    money = deals.filter(pl.col("family") == "money").with_columns(many=pl.col("others").list.len() > 1)
    money = money.explode("others").drop_nulls("others")
    pairs = _paired(money.filter(~pl.col("round")), money.filter(pl.col("round") | pl.col("many")), ["main", "others"])
    in_round = (pl.col("amount") <= SAME * pl.col("amount_r")).fill_null(True)
    pairs = pairs.filter(pl.when("round_r").then(in_round).otherwise(_smaller("amount") & ~pl.col("many")))
    in_one = pairs.select("deal", "deal_r").unique().join(told, on="deal")
    in_one = in_one.join(told, left_on=["deal_r", "article_id"], right_on=["deal", "article_id"], how="semi")
    together = pairs.filter(
        pl.col("amount").is_not_null() & (pl.col("completed") == pl.col("completed_r")) & (_gap() <= ROUND_DAYS)
    )
    together = together.join(in_one, on=["deal", "deal_r"], how="semi").with_columns(gap=pl.lit(-1, pl.Int32))
    known = pl.col("since").is_not_null() & pl.col("since_r").is_not_null()
    near = pairs.filter(known & (_gap() <= ROUND_DAYS)).with_columns(gap=_gap().cast(pl.Int32))
    ranked = pl.concat([together, near]).sort("deal", "gap", ~pl.col("round_r"), "deal_r")
    return _as(ranked.unique("deal", keep="first", maintain_order=True), "part_of")


def _parts_of_plans(deals: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """Of two plans or contracts that one article tells of one place and party, the smaller."""
    plans = deals.filter(pl.col("family").is_in(["capex", "capacity"]) & (pl.col("site").list.len() > 0))
    plans = plans.join(told, on="deal").unique(["deal", "article_id"])
    pairs = _paired(plans, plans, ["article_id", "family"])
    there = pl.col("site").list.set_intersection("site_r").list.len() > 0
    whose = (pl.col("main") == pl.col("main_r")) | (pl.col("customer") == pl.col("customer_r"))
    less = pl.when(pl.col("family") == "capex").then(_smaller("amount")).otherwise(_smaller("power"))
    supplier = pl.col("provider").eq_missing(pl.col("provider_r"))
    return _as(pairs.filter(there & whose.fill_null(False) & supplier & less), "part_of")


def _tranches(deals: pl.DataFrame) -> pl.DataFrame:
    """A smaller sum of one stage, or the equity or debt that a larger round counts, raised by the same organisation.

    A round that is done holds no sum of its stage that came later: that is an extension, which no total has yet.
    """
    rounds = deals.filter("round")
    pairs = _paired(rounds, rounds, ["main"]).filter(_smaller("amount") & (_gap() <= TRANCHE_DAYS))
    held = ~pl.col("completed_r") | (pl.col("first") <= pl.col("last_r")).fill_null(True)
    one_stage = (pl.col("stage") == pl.col("stage_r")).fill_null(False) & held
    slice_of = _agree("amount", "equity_r") | _agree("amount", "debt_r")
    return _as(pairs.filter(one_stage | slice_of), "tranche_of")


def _replacements(deals: pl.DataFrame) -> pl.DataFrame:
    """A deal on the same organisation after one that was called off."""
    later = deals.filter(~pl.col("cancelled"))
    pairs = _paired(later, deals.filter("cancelled"), ["family", "main"])
    after = (pl.col("since") >= pl.col("since_r")) & (pl.col("since") - pl.col("until_r") <= REPLACED_DAYS)
    return _as(pairs.filter(after), "replaces")


def _same_capacity(deals: pl.DataFrame) -> pl.DataFrame:
    """Contracts for one power or chip count at one site: tenant's, landlord's and supplier's view of it."""
    sited = deals.filter(pl.col("family") == "capacity").explode("site").drop_nulls("site")
    pairs = _paired(sited, sited, ["site"]).filter(pl.col("deal") < pl.col("deal_r"))
    return _as(pairs.filter(_agree("power", "power_r") | _agree("chips", "chips_r")), "same_capacity_as")
