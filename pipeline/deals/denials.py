"""A denial belongs to the deal it denies: one in its own article, else one told of at that time, else another denial."""

from __future__ import annotations

import polars as pl

HEARD_BEFORE = 90
"""Days before a denial within which a rumour may be what it denies."""
SAME_DENIAL = 45
"""Days between a denial and a denied deal, or another denial, that are one."""
RUMOURED = ("money", "acquisition")
"""What a denial without a deal of its own is taken to mean: talks of money or of a sale."""
DENIES = 50
DENIED_ELSEWHERE, RUMOURED_ELSEWHERE, OTHER_DENIAL = 40, 30, 25


def denial_edges(claims: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """At most one edge `l, r, score` a denial, between claim numbers. `apart` (`l, r`) is never chosen."""
    denials = claims.filter((pl.col("family") == "denial") & pl.col("main").is_not_null())
    deals = claims.filter(pl.col("family") != "denial").with_columns(
        pl.concat_list("main", "customer", "provider").list.drop_nulls().list.unique().alias("side")
    )
    deals = deals.explode("side").drop_nulls("side")
    found = pl.concat([_own_article(denials, deals), _elsewhere(denials, deals), _other_denials(denials)])
    kept = found.join(_either_way(apart), on=["denial", "deal"], how="anti")
    best = kept.sort("denial", "rank", "distance", "deal").unique("denial", keep="first", maintain_order=True)
    return best.select(
        l=pl.min_horizontal("denial", "deal"), r=pl.max_horizontal("denial", "deal"), score=pl.col("rank") * -1
    ).unique()


def _either_way(apart: pl.DataFrame) -> pl.DataFrame:
    return pl.concat([apart.select(denial="l", deal="r"), apart.select(denial="r", deal="l")])


def _pairs(denials: pl.DataFrame, others: pl.DataFrame, on: list[str], by: list[str]) -> pl.DataFrame:
    columns = (
        "i",
        "article_id",
        "ordinal",
        "since",
        "until",
        "dated",
        "ended",
        "denied",
        "hearsay",
        "completed",
        "family",
    )
    return denials.select(*columns, "main").join(
        others.select(*columns, *[name for name in by if name not in columns]), left_on=on, right_on=by, suffix="_deal"
    )


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
        ~pl.col("ended_deal") & ~pl.col("completed_deal") & ((pl.col("since_deal") <= pl.col("until")).fill_null(True))
    ).filter(pl.col("i_deal").n_unique().over("i") == 1)
    return pl.concat(
        [
            _ranked(ended, DENIES, pl.when(as_many).then(matched).otherwise(near)),
            _ranked(open_ones, DENIES - 5, near),
        ]
    )


def _elsewhere(denials: pl.DataFrame, deals: pl.DataFrame) -> pl.DataFrame:
    """A deal denied at that time, or a rumour of the days before, in another article."""
    timed = denials.filter(pl.col("since").is_not_null())
    news = deals.filter((pl.col("ended") | pl.col("hearsay")) & pl.col("since").is_not_null())
    pairs = _pairs(timed, news, ["main"], ["side"]).filter(pl.col("article_id") != pl.col("article_id_deal"))
    gap = pl.max_horizontal(pl.col("since_deal") - pl.col("until"), pl.col("since") - pl.col("until_deal"), pl.lit(0))
    denied = pairs.filter(pl.col("ended_deal") & (gap <= SAME_DENIAL))
    before = (pl.col("since_deal") <= pl.col("until")) & (gap <= HEARD_BEFORE)
    rumoured = pairs.filter(pl.col("hearsay_deal") & before & pl.col("family_deal").is_in(RUMOURED))
    return pl.concat([_ranked(denied, DENIED_ELSEWHERE, gap), _ranked(rumoured, RUMOURED_ELSEWHERE, gap)])


def _other_denials(denials: pl.DataFrame) -> pl.DataFrame:
    """The first of the denials of that time, in another article."""
    timed = denials.filter(pl.col("since").is_not_null())
    pairs = _pairs(timed, timed, ["main"], ["main"]).filter(pl.col("article_id") != pl.col("article_id_deal"))
    gap = pl.max_horizontal(pl.col("since_deal") - pl.col("until"), pl.col("since") - pl.col("until_deal"), pl.lit(0))
    return _ranked(pairs.filter(gap <= SAME_DENIAL), OTHER_DENIAL, gap)
