"""A denial belongs to the deal it denies: one of its own article, else one told of then, else another denial."""

from __future__ import annotations

import polars as pl

HEARD_BEFORE = 90
"""Days before a denial within which a rumour may be what it denies."""
NEIGHBOURS = 8
"""Statements on each side in time that a denial is held against."""
SAME_DENIAL = 45
"""Days between a denial and a denied deal, or another denial, that are one."""
RUMOURED = ("money", "acquisition")
"""What a denial without a deal of its own is taken to mean: talks of money or of a sale."""
TOLD = ("i", "article_id", "ordinal", "since", "until", "ended", "denied", "hearsay", "completed", "family")
"""What is looked at in a denial and in what it may deny."""
DENIES = 50
DENIED_ELSEWHERE, RUMOURED_ELSEWHERE, OTHER_DENIAL = 40, 30, 25


def denial_edges(claims: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """At most one edge `l, r, score` a denial, between claim numbers. `apart` (`l, r`) is never chosen."""
    denials = claims.filter((pl.col("family") == "denial") & pl.col("main").is_not_null())
    concerned = pl.any_horizontal(pl.col("main", "customer", "provider").is_in(denials["main"].unique().implode()))
    deals = claims.filter(pl.col("family") != "denial", concerned).select(
        *TOLD, pl.concat_list("main", "customer", "provider").list.drop_nulls().list.unique().alias("side")
    )
    deals = deals.explode("side").join(denials.select(side="main").unique(), on="side", how="semi")
    found = pl.concat([_own_article(denials, deals), _elsewhere(denials, deals)])
    kept = found.join(_either_way(apart), on=["denial", "deal"], how="anti")
    best = kept.sort("denial", "rank", "distance", "deal").unique("denial", keep="first", maintain_order=True)
    return best.select(
        l=pl.min_horizontal("denial", "deal"), r=pl.max_horizontal("denial", "deal"), score=pl.col("rank") * -1
    ).unique()


def _either_way(apart: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([apart.select(denial="l", deal="r"), apart.select(denial="r", deal="l")])


def _pairs(denials: pl.DataFrame, others: pl.DataFrame, on: list[str], by: list[str]) -> pl.DataFrame:
    return denials.select(*TOLD, "main").join(others, left_on=on, right_on=by, suffix="_deal")


def _ranked(pairs: pl.DataFrame, score: int, distance: pl.Expr) -> pl.DataFrame:
    return pairs.select(
        denial="i", deal="i_deal", rank=pl.lit(-score, dtype=pl.Int32), distance=distance.cast(pl.Int64)
    )


def _own_article(denials: pl.DataFrame, deals: pl.DataFrame) -> pl.DataFrame:
    """The n-th denial goes with the n-th denied deal where there are as many; else with the nearest one before it."""
    pairs = _pairs(denials, deals, ["article_id", "main"], ["article_id", "side"])
    ended = pairs.filter("ended_deal").with_columns(
        pl.col("ordinal").rank("dense").over("article_id", "main").alias("nth"),
        pl.col("ordinal_deal").rank("dense").over("article_id", "main").alias("nth_deal"),
    )
    as_many = pl.col("nth").max().over("article_id", "main") == pl.col("nth_deal").max().over("article_id", "main")
    after = pl.col("ordinal_deal") > pl.col("ordinal")
    near = (pl.col("ordinal") - pl.col("ordinal_deal")).abs() + after.cast(pl.Int32) * 1000
    matched = (pl.col("nth").cast(pl.Int64) - pl.col("nth_deal").cast(pl.Int64)).abs()
    open_ones = pairs.filter(
        ~pl.col("ended_deal"),
        ~pl.col("completed_deal"),
        (pl.col("since_deal") <= pl.col("until")).fill_null(True),
    ).filter(pl.col("i_deal").n_unique().over("i") == 1, pl.col("hearsay_deal") | pl.col("family_deal").is_in(RUMOURED))
    return pl.concat(
        [
            _ranked(ended, DENIES, pl.when(as_many).then(matched).otherwise(near)),
            _ranked(open_ones, DENIES - 5, near),
        ]
    )


def _elsewhere(denials: pl.DataFrame, deals: pl.DataFrame) -> pl.DataFrame:
    """In another article: a deal denied at that time, a rumour of the days before, or another denial."""
    news = pl.col("ended") | (pl.col("hearsay") & pl.col("family").is_in(RUMOURED))
    pairs = _near_in_time(denials, deals.filter(news).rename({"side": "main"}))
    is_deal = ~pl.col("denial_deal")
    alike = (pl.col("denied") == pl.col("denied_deal")) & (_gap() <= SAME_DENIAL)
    denied = pairs.filter(is_deal & pl.col("ended_deal") & alike)
    before = (pl.col("since_deal") <= pl.col("until")) & (_gap() <= HEARD_BEFORE)
    rumoured = pairs.filter(is_deal & pl.col("hearsay_deal") & before)
    again = pairs.filter(pl.col("denial_deal") & alike)
    ranked = ((denied, DENIED_ELSEWHERE), (rumoured, RUMOURED_ELSEWHERE), (again, OTHER_DENIAL))
    return pl.concat([_ranked(found, score, _gap()) for found, score in ranked])


def _gap() -> pl.Expr:
    """Days between a denial and what it may deny."""
    return pl.max_horizontal(pl.col("since_deal") - pl.col("until"), pl.col("since") - pl.col("until_deal"), pl.lit(0))


def _near_in_time(denials: pl.DataFrame, deals: pl.DataFrame) -> pl.DataFrame:
    """Each dated denial beside the `NEIGHBOURS` dated ones before and after it that concern its organisation."""
    columns = ("i", "article_id", "since", "until", "ended", "denied", "hearsay", "main")
    both = [denials.select(*columns, denial=pl.lit(True)), deals.select(*columns, denial=pl.lit(False))]
    line = pl.concat(both).filter(pl.col("since").is_not_null()).sort("main", "since", "i")
    beside = []
    for step in (*range(-NEIGHBOURS, 0), *range(1, NEIGHBOURS + 1)):
        other = [pl.col(name).shift(step).alias(f"{name}_deal") for name in (*columns, "denial")]
        same = (pl.col("main") == pl.col("main_deal")) & (pl.col("article_id") != pl.col("article_id_deal"))
        beside.append(line.with_columns(*other).filter("denial", same))
    return pl.concat(beside)
