"""What identity looks at in a claim: parties as organisations, figures, stage, site and time, one row a claim.

Claims are numbered by the order of their keys, which says nothing of when they arrived: every later tie is broken by
that number, so the result depends on the set alone.
"""

from __future__ import annotations

import polars as pl

from pipeline.deals.times import ENDED, HEARSAY, since, until

MAIN = {
    "funding_round": "recipient",
    "investment": "recipient",
    "acquisition": "target",
    "capex": "owner",
    "denial": "recipient",
}
CUSTOMER = {"capacity": "customer", "guarantee": "guarantor"}
PROVIDER = {"capacity": "provider", "guarantee": "beneficiary"}
"""A guarantor buys what its beneficiary cannot sell: told either way, it is one deal."""

FAMILY = {
    "funding_round": "money",
    "investment": "money",
    "acquisition": "acquisition",
    "capacity": "capacity",
    "guarantee": "capacity",
    "capex": "capex",
    "partnership": "partnership",
    "denial": "denial",
}
"""Kinds that may tell the same deal."""

PARTIES = ("recipient", "target", "acquirer", "provider", "customer", "guarantor", "beneficiary", "owner")
LISTS = ("investors", "partners")
OPTIONAL: dict[str, pl.DataType | type[pl.DataType]] = {
    **dict.fromkeys(PARTIES, pl.String),
    **dict.fromkeys(LISTS, pl.List(pl.String)),
    **dict.fromkeys(("stage", "instrument", "site", "amount_bound", "occurred_precision"), pl.String),
    **dict.fromkeys(("amount_usd", "valuation_usd", "equity_usd", "debt_usd", "power_mw", "chips"), pl.Float64),
    **dict.fromkeys(("occurred_on", "published_on"), pl.Date),
    "active": pl.Boolean,
    "claim": pl.Int64,
}


def features(claims: pl.DataFrame, organizations: pl.DataFrame) -> pl.DataFrame:
    """One row a claim, numbered `i`; parties are numbers of organisations, times are days since 1970.

    `claim` is whatever number the caller has for a claim, and `article_id` may be text or number, if it sorts alike.
    """
    code = _codes(organizations)
    coded = [
        *(
            pl.col(name).replace_strict(code["name"], code["code"], default=None, return_dtype=pl.Int32)
            for name in PARTIES
        ),
        *(_coded_list(name, code) for name in LISTS),
    ]
    typed = _typed(_once(claims))
    frame = typed.with_columns(coded)
    _check_names(typed, frame)
    return frame.select(
        "i", "claim_key", "claim", "article_id", "commit", "row", "ordinal", "kind", "status", "stage", "instrument",
        pl.col("active").fill_null(True),
        pl.col("kind").replace_strict(FAMILY, default="other", return_dtype=pl.String).alias("family"),
        _by_kind(MAIN).alias("main"),
        _by_kind(CUSTOMER).alias("customer"),
        _by_kind(PROVIDER).alias("provider"),
        _others().alias("others"),
        _site().alias("site"),
        pl.col("amount_usd").alias("amount"), pl.col("valuation_usd").alias("valuation"),
        pl.col("equity_usd").alias("equity"), pl.col("debt_usd").alias("debt"),
        pl.col("amount_bound").alias("bound"), pl.col("power_mw").alias("power"), pl.col("chips"),
        pl.col("status").is_in(HEARSAY).alias("hearsay"), pl.col("status").is_in(ENDED).alias("ended"),
        (pl.col("status") == "denied").alias("denied"), (pl.col("status") == "completed").alias("completed"),
        pl.col("occurred_on").is_not_null().alias("dated"),
        since().alias("since"), until().alias("until"),
    )  # fmt: skip


def _once(claims: pl.DataFrame) -> pl.DataFrame:
    """Each claim key as it came first on the log, numbered `i`."""
    numbered = claims.with_columns(i=(pl.col("claim_key").rank("dense") - 1).cast(pl.UInt32))
    if numbered["i"].max() in (None, claims.height - 1):
        return numbered
    return numbered.sort("commit", "row", "ordinal").unique("i", keep="first")


def _typed(claims: pl.DataFrame) -> pl.DataFrame:
    """Every column of `OPTIONAL` in its type; a figure that is not above zero says nothing of a deal's size."""
    present = [pl.col(name).cast(kind) for name, kind in OPTIONAL.items() if name in claims.columns]
    missing = [pl.lit(None, dtype=kind).alias(name) for name, kind in OPTIONAL.items() if name not in claims.columns]
    figures = [name for name, kind in OPTIONAL.items() if kind == pl.Float64]
    typed = claims.with_columns(*present, *missing)
    return typed.with_columns(pl.when(pl.col(name).is_finite() & (pl.col(name) > 0)).then(name) for name in figures)


def _check_names(typed: pl.DataFrame, frame: pl.DataFrame) -> None:
    """A name without an organisation would silently lose its claim the party."""
    for name in (*PARTIES, *LISTS):
        unknown = (
            frame[name].list.contains(None) if name in LISTS else frame[name].is_null() & typed[name].is_not_null()
        )
        if unknown.any():
            claim = typed.filter(unknown).select("claim_key", name).row(0)
            raise ValueError(f"claim {claim[0]}: {name} {claim[1]!r} was not resolved to an organisation")


def _codes(organizations: pl.DataFrame) -> pl.DataFrame:
    """A number for each name: that of its organisation's group, so a project counts as its owner's."""
    return organizations.select("name", pl.col("group_id").rank("dense").cast(pl.Int32).alias("code")).unique("name")


def _coded_list(name: str, code: pl.DataFrame) -> pl.Expr:
    coded = pl.element().replace_strict(code["name"], code["code"], default=None, return_dtype=pl.Int32)
    return pl.col(name).list.eval(coded.unique().sort()).fill_null([])


def _by_kind(field: dict[str, str]) -> pl.Expr:
    picked: pl.Expr = pl.lit(None, dtype=pl.Int32)
    for kind, name in field.items():
        picked = pl.when(pl.col("kind") == kind).then(pl.col(name)).otherwise(picked)
    return picked


def _others() -> pl.Expr:
    return (
        pl.when(pl.col("kind").is_in(["funding_round", "investment"]))
        .then(pl.col("investors"))
        .when(pl.col("kind") == "partnership")
        .then(pl.col("partners"))
        .when((pl.col("kind") == "acquisition") & pl.col("acquirer").is_not_null())
        .then(pl.concat_list("acquirer"))
        .otherwise(pl.lit([], dtype=pl.List(pl.Int32)))
    )


def _site() -> pl.Expr:
    """Places and projects of a site, spelled alike: "South Gate Project" and "Project Southgate" share one."""
    plain = pl.col("site").str.to_lowercase().str.normalize("NFKD").str.replace_all(r"\p{M}", "")
    parts = plain.str.split(",").list.eval(
        pl.element().str.replace_all(r"\b(the|project|projekt|projet|proyecto|campus|site|data cent(er|re))\b", "")
        .str.replace_all(r"[^\p{L}\p{N}]", "")
    )  # fmt: skip
    return parts.list.eval(pl.element().filter(pl.element() != "").unique().sort())
