"""What people said of pairs of claims, as pairs and edges of the claims that there are now."""

from __future__ import annotations

import polars as pl

from pipeline.deals.careful import PEOPLE
from pipeline.deals.links import LINKS, Decision, merge
from pipeline.deals.sets import EDGE, PAIR

DEAL = "deal-"


def standing_links(links: pl.DataFrame, replaced: pl.DataFrame) -> pl.DataFrame:
    """Links by claim key: a deal id names the claim in it, a claim that was read again the one that took its place."""
    key = (pl.col(name).str.strip_prefix(DEAL) for name in ("a", "b"))
    return links.with_columns(one.replace(replaced["claim_key"], replaced["by"]) for one in key)


def known_claims(said: list[Decision], active: pl.DataFrame) -> tuple[list[Decision], list[Decision], dict[str, int]]:
    """Decisions about claims that are there; the others, which wait; the numbers of the claims named."""
    named = pl.DataFrame(
        {"claim_key": [key for one in said for key in (one.a, one.b)]}, schema={"claim_key": pl.String}
    )
    number = dict(active.select("claim_key", "i").join(named, on="claim_key", how="semi").iter_rows())
    there = [one for one in said if one.a in number and one.b in number]
    return there, [one for one in said if one not in there], number


def said_same(said: list[Decision], number: dict[str, int]) -> tuple[pl.DataFrame, list[Decision]]:
    """Edges between claims that people call one deal, the newest the strongest; and the decisions that are not
    followed, since a newer one keeps their claims apart. `number`: that of each claim, by its key."""
    _, refused = merge(said, str)
    followed = [one for one in said if one.verdict == "same" and one not in refused]
    rows = [(*_ordered(one, number), PEOPLE + len(followed) - n) for n, one in enumerate(followed)]
    return pl.DataFrame(rows, schema=EDGE, orient="row"), refused


def refused_links(links: pl.DataFrame, reasons: dict[str, list[Decision]]) -> pl.DataFrame:
    """Decisions that are not followed, in the words of who made them, and why."""
    why = {one.position: reason for reason, refused in reasons.items() for one in refused}
    rows = [(a, b, verdict, why.get((commit, row))) for a, b, verdict, commit, row in links.select(*LINKS).iter_rows()]
    refused = pl.DataFrame(rows, schema=dict.fromkeys(("a", "b", "verdict", "reason"), pl.String), orient="row")
    return refused.drop_nulls("reason")


def said_different(said: list[Decision], number: dict[str, int]) -> pl.DataFrame:
    """Pairs of claims that people keep apart."""
    rows = [_ordered(one, number) for one in said if one.verdict == "different"]
    return pl.DataFrame(rows, schema=PAIR, orient="row")


def _ordered(one: Decision, number: dict[str, int]) -> tuple[int, int]:
    a, b = number[one.a], number[one.b]
    return min(a, b), max(a, b)
