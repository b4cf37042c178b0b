"""Which articles are one origin: copies, translations and citations of a text count once."""

from __future__ import annotations

import polars as pl

from pipeline.deals.names import folded
from pipeline.deals.sets import components

CONTAINED = 0.5
"""Share of the smaller sketch that a copy has in common with its original."""
SMALLEST = 4
"""Hashes that a sketch needs before a share of it means anything."""
NEIGHBOURS = 8
"""Articles before it that an article is held against for each hash that they share: copies share many hashes."""
CITED_WITHIN = 7
"""Days between a publisher's article, or another that cites it, and one that cites it."""
TRANSLATED = 3
"""Deals that articles in two languages must tell, the same and no others, to be taken for one text."""


def origins(articles: pl.DataFrame, told: pl.DataFrame) -> pl.DataFrame:
    """`article_id, origin_id, is_original` for each article; an origin bears the id of its earliest publication.

    `articles`: `article_id, publisher, published_at, sketch (list of integers), cites (list of names), lang`; `told`:
    `article_id, deal, denied`, which deals an article speaks of, and whether it denies them. Copies share a sketch; a
    citation joins the publisher's own article of the days before on the same deal, else the others that cite it; a
    translation tells the same deals. What denies a deal and what reports it are not joined directly.
    """
    ranked = articles.sort("published_at", "article_id", nulls_last=True).with_row_index("node")
    spoken = told.group_by("article_id", "deal").agg(pl.col("denied").any())
    spoken = spoken.join(ranked.select("node", "article_id"), on="article_id").drop("article_id")
    dated = ranked.select("node", pl.col("published_at").cast(pl.Date).to_physical().alias("day"), "lang")
    dated = dated.drop_nulls("day").join(spoken, on="node")
    found = pl.concat([_copies(ranked), _citations(ranked, dated), _translations(dated)])
    part = components(found.join(_opposed(found, spoken), on=["l", "r"], how="anti"))
    first = ranked.select("node", pl.col("article_id").alias("origin_id"))
    placed = ranked.join(part, on="node", how="left").with_columns(pl.coalesce("part", "node").alias("first"))
    named = placed.join(first, left_on="first", right_on="node").sort("node")
    return named.select("article_id", "origin_id", (pl.col("first") == pl.col("node")).alias("is_original"))


def _copies(ranked: pl.DataFrame) -> pl.DataFrame:
    """Pairs `l, r` of articles whose sketches share enough, found by an inverted index over hashes."""
    sketch = ranked.select("node", pl.col("sketch").list.unique()).filter(pl.col("sketch").list.len() >= SMALLEST)
    index = sketch.explode("sketch")
    hashes = index["sketch"].sort()
    shared = hashes.filter(hashes == hashes.shift(1)).unique()
    index = index.filter(pl.col("sketch").is_in(shared.implode())).sort("sketch", "node")
    met = [
        index.select("sketch", r="node", l=pl.col("node").shift(step), same=pl.col("sketch").shift(step))
        .filter(pl.col("same") == pl.col("sketch"))
        .select("l", "r")
        for step in range(1, NEIGHBOURS + 1)
    ]
    pairs = pl.concat(met).unique().join(sketch, left_on="l", right_on="node")
    pairs = pairs.join(sketch, left_on="r", right_on="node", suffix="_r")
    both = pl.col("sketch").list.set_intersection("sketch_r").list.len()
    smaller = pl.min_horizontal(pl.col("sketch").list.len(), pl.col("sketch_r").list.len())
    return pairs.filter(both >= CONTAINED * smaller).select("l", "r")


def _citations(ranked: pl.DataFrame, dated: pl.DataFrame) -> pl.DataFrame:
    """Each article that cites one source, with the last article before it by or citing that source on the deal."""
    citing = ranked.filter(pl.col("cites").list.n_unique() == 1).select(
        "node", pl.col("cites").list.first().alias("source")
    )
    own = ranked.select("node", pl.col("publisher").alias("source")).drop_nulls()
    said = pl.concat([citing.with_columns(cites=pl.lit(True)), own.with_columns(cites=pl.lit(False))])
    written = said["source"].unique()
    said = said.with_columns(pl.col("source").replace_strict(written, [folded(name) for name in written]))
    line = said.join(dated, on="node").sort("deal", "denied", "source", "node", "cites")
    before = [pl.col(name).shift(1).alias(f"{name}_before") for name in ("deal", "denied", "source", "node", "day")]
    beside = line.with_columns(*before).filter(
        "cites",
        pl.col("deal") == pl.col("deal_before"),
        pl.col("denied") == pl.col("denied_before"),
        pl.col("source") == pl.col("source_before"),
        pl.col("day") - pl.col("day_before") <= CITED_WITHIN,
        pl.col("node") != pl.col("node_before"),
    )
    return beside.select(l="node_before", r="node").unique()


def _translations(dated: pl.DataFrame) -> pl.DataFrame:
    """Articles in two languages within days of each other that tell the same deals and no others."""
    many = dated.filter(pl.len().over("node") >= TRANSLATED)
    rich = many.group_by("node", "lang", "day").agg(pl.col("deal").sort().cast(pl.String).str.join(" ").alias("told"))
    line = rich.sort("told", "node").with_columns(
        *(pl.col(name).shift(1).alias(f"{name}_before") for name in ("told", "node", "lang", "day"))
    )
    same = (pl.col("told") == pl.col("told_before")) & (pl.col("lang") != pl.col("lang_before"))
    beside = line.filter(same & (pl.col("day") - pl.col("day_before") <= CITED_WITHIN))
    return beside.select(l="node_before", r="node")


def _opposed(pairs: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """Those of the pairs `l, r` of which one denies a deal that the other tells without denying it."""
    denying, telling = spoken.filter("denied").drop("denied"), spoken.filter(~pl.col("denied")).drop("denied")
    ends = [
        pairs.join(denying, left_on=one, right_on="node").join(
            telling, left_on=[other, "deal"], right_on=["node", "deal"], how="semi"
        )
        for one, other in (("l", "r"), ("r", "l"))
    ]
    return pl.concat(ends).select("l", "r")
