"""Which claims are one deal. The result depends on the set of claims and on people's links, not on arrival."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pipeline.deals.careful import PEOPLE
from pipeline.deals.clusters import cluster
from pipeline.deals.denials import denial_edges
from pipeline.deals.evidence import compare
from pipeline.deals.features import features
from pipeline.deals.islands import islands
from pipeline.deals.links import LINKS, Decision, decisions, merge
from pipeline.deals.pairs import candidate_pairs
from pipeline.deals.relations import relations
from pipeline.deals.retired import successors

DEAL = "deal-"
LOG = ("commit", "row", "ordinal", "claim_key")
"""The order in which claims came first on the log."""
PAIR = pl.Schema({"l": pl.UInt32, "r": pl.UInt32})
EDGE = pl.Schema({"l": pl.UInt32, "r": pl.UInt32, "score": pl.Int32})


@dataclass(frozen=True, slots=True)
class DealMembers:
    """The result: `members[claim_key, deal_id]`, `aliases[old_deal_id, deal_id]`, `refused[a, b, verdict, reason]`."""

    members: pl.DataFrame
    aliases: pl.DataFrame
    relations: pl.DataFrame
    refused: pl.DataFrame


def identify(claims: pl.DataFrame, links: pl.DataFrame, organizations: pl.DataFrame) -> DealMembers:
    """Group claims into deals.

    `claims`: one row a claim with names as written (columns in `features`); `links`: LinkDecided rows with subject
    deal (`a, b, verdict, commit, row`; a and b are claim keys or deal ids); `organizations` as resolved.
    """
    described = features(_once(claims), organizations)
    active, replaced = described.filter("active"), successors(described)
    standing = _standing(links, replaced)
    said, waiting, number = _known(decisions(standing), active)
    nodes, of, same_words = islands(active, [number[key] for one in said for key in (one.a, one.b)])
    people = _apart(said, number)
    compared = compare(nodes.filter(pl.col("family") != "denial"), candidate_pairs(nodes))
    same, kept_apart = _same(said, number)
    machine = compared.filter(pl.col("score") > 0).select(*EDGE).cast(EDGE)
    edges = pl.concat([machine, same_words.cast(EDGE), _on_nodes(denial_edges(active, people), of), same])
    slots = active.select("i", "article_id", "family").join(of, on="i").drop("i")
    grouped = cluster(nodes, slots, edges, compared.filter("never").select(*PAIR).cast(PAIR), people)
    placed = active.select("i", *LOG).join(of, on="i").join(grouped, on="node")
    members = _labelled(placed, described, replaced)
    return DealMembers(
        members.select("claim_key", "deal_id"),
        _aliases(members, described, replaced),
        relations(active.join(members.select("i", "deal_id"), on="i")),
        _refused(links, {"no such claim now": waiting, "a newer decision keeps them apart": kept_apart}),
    )


def _once(claims: pl.DataFrame) -> pl.DataFrame:
    """Each claim key as it came first on the log."""
    if claims["claim_key"].n_unique() == claims.height:
        return claims
    return claims.sort("commit", "row", "ordinal").unique("claim_key", keep="first")


def _standing(links: pl.DataFrame, replaced: pl.DataFrame) -> pl.DataFrame:
    """Links by claim key: a deal id names the claim in it, a claim that was read again the one that took its place."""
    key = (pl.col(name).str.strip_prefix(DEAL) for name in ("a", "b"))
    return links.with_columns(one.replace(replaced["claim_key"], replaced["by"]) for one in key)


def _known(said: list[Decision], active: pl.DataFrame) -> tuple[list[Decision], list[Decision], dict[str, int]]:
    """Decisions about claims that are there; the others, which wait; the numbers of the claims named."""
    named = pl.DataFrame(
        {"claim_key": [key for one in said for key in (one.a, one.b)]}, schema={"claim_key": pl.String}
    )
    number = dict(active.select("claim_key", "i").join(named, on="claim_key", how="semi").iter_rows())
    known = [one for one in said if one.a in number and one.b in number]
    return known, [one for one in said if one not in known], number


def _same(said: list[Decision], number: dict[str, int]) -> tuple[pl.DataFrame, list[Decision]]:
    _, refused = merge(said, str)
    followed = [one for one in said if one.verdict == "same" and one not in refused]
    rows = [(*_ordered(one, number), PEOPLE + len(followed) - n) for n, one in enumerate(followed)]
    return pl.DataFrame(rows, schema=EDGE, orient="row"), refused


def _refused(links: pl.DataFrame, reasons: dict[str, list[Decision]]) -> pl.DataFrame:
    """Decisions that are not followed, in the words of who made them, and why."""
    why = {one.position: reason for reason, refused in reasons.items() for one in refused}
    rows = [(a, b, verdict, why.get((commit, row))) for a, b, verdict, commit, row in links.select(*LINKS).iter_rows()]
    refused = pl.DataFrame(rows, schema=dict.fromkeys(("a", "b", "verdict", "reason"), pl.String), orient="row")
    return refused.drop_nulls("reason")


def _apart(said: list[Decision], number: dict[str, int]) -> pl.DataFrame:
    rows = [_ordered(one, number) for one in said if one.verdict == "different"]
    return pl.DataFrame(rows, schema=PAIR, orient="row")


def _ordered(one: Decision, number: dict[str, int]) -> tuple[int, int]:
    a, b = number[one.a], number[one.b]
    return min(a, b), max(a, b)


def _on_nodes(edges: pl.DataFrame, of: pl.DataFrame) -> pl.DataFrame:
    """Edges between claims as edges between their nodes."""
    joined = edges.join(of, left_on="l", right_on="i").join(of, left_on="r", right_on="i", suffix="_r")
    return joined.select(
        l=pl.min_horizontal("node", "node_r"), r=pl.max_horizontal("node", "node_r"), score="score"
    ).cast(EDGE)


def _labelled(placed: pl.DataFrame, described: pl.DataFrame, replaced: pl.DataFrame) -> pl.DataFrame:
    """A deal bears the key of its claim that came first on the log, counting claims that its own have replaced."""
    of_retired = replaced.join(placed.select(by="claim_key", cluster="cluster"), on="by")
    of_retired = of_retired.join(described.select(LOG), on="claim_key")
    ordered = pl.concat([one.select(*LOG, "cluster") for one in (placed, of_retired)]).sort(LOG)
    first = ordered.unique("cluster", keep="first", maintain_order=True)
    named = first.select("cluster", (pl.lit(DEAL) + pl.col("claim_key")).alias("deal_id"))
    return placed.join(named, on="cluster")


def _aliases(members: pl.DataFrame, described: pl.DataFrame, replaced: pl.DataFrame) -> pl.DataFrame:
    """Every id that a deal may have had, one a claim, and today's; null if nothing took the claim's place."""
    today = members.select("claim_key", "deal_id")
    retired = described.filter(~pl.col("active")).select("claim_key").join(replaced, on="claim_key", how="left")
    followed = retired.join(today, left_on="by", right_on="claim_key", how="left").select("claim_key", "deal_id")
    old = pl.concat([today, followed]).select((pl.lit(DEAL) + pl.col("claim_key")).alias("old_deal_id"), "deal_id")
    return old.filter(pl.col("old_deal_id").ne_missing(pl.col("deal_id")))
