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
LOG = ("commit", "row", "ordinal", "i")
"""The order in which claims came first on the log."""
PAIR = pl.Schema({"l": pl.UInt32, "r": pl.UInt32})
EDGE = pl.Schema({"l": pl.UInt32, "r": pl.UInt32, "score": pl.Int32})


@dataclass(frozen=True, slots=True)
class DealMembers:
    """The result, in numbers, and as `members` and `aliases` in ids.

    `placed[claim_key, claim, article_id, deal, place]`: each active claim, the number of its deal, and its own place in
    the order of keys; `deals[deal, deal_id]`, in the order of ids; `former[old_deal_id, deal_id]`: ids that claims of
    old readings gave; `relations[deal_id, related_deal_id, relation]`; `refused[a, b, verdict, reason]`.
    """

    placed: pl.DataFrame
    deals: pl.DataFrame
    former: pl.DataFrame
    relations: pl.DataFrame
    refused: pl.DataFrame

    @property
    def members(self) -> pl.DataFrame:
        """`claim_key, deal_id` of every active claim."""
        return self.placed.join(self.deals, on="deal").select("claim_key", "deal_id")

    @property
    def aliases(self) -> pl.DataFrame:
        """`old_deal_id, deal_id`: every other id that a deal may have had, one a claim; null if no deal has it now."""
        today = self.members.select((pl.lit(DEAL) + pl.col("claim_key")).alias("old_deal_id"), "deal_id")
        return pl.concat([today, self.former]).filter(pl.col("old_deal_id").ne_missing(pl.col("deal_id")))


def identify(claims: pl.DataFrame, links: pl.DataFrame, organizations: pl.DataFrame) -> DealMembers:
    """Group claims into deals.

    `claims`: one row a claim with names as written (columns in `features`); `links`: LinkDecided rows with subject
    deal (`a, b, verdict, commit, row`; a and b are claim keys or deal ids); `organizations` as resolved.
    """
    described = features(claims, organizations)
    active, replaced = described.filter("active"), successors(described)
    standing = _standing(links, replaced)
    said, waiting, number = _known(decisions(standing), active)
    nodes, active, same_words = islands(active, [number[key] for one in said for key in (one.a, one.b)])
    people = _apart(said, number)
    compared = compare(nodes.filter(pl.col("family") != "denial"), candidate_pairs(nodes))
    same, kept_apart = _same(said, number)
    machine = compared.filter(pl.col("score") > 0).select(*EDGE).cast(EDGE)
    edges = pl.concat([machine, same_words.cast(EDGE), _on_nodes(denial_edges(active, people), active), same])
    slots = active.select("node", "article_id", "family")
    grouped = cluster(nodes, slots, edges, compared.filter("never").select(*PAIR).cast(PAIR), people)
    active = active.join(grouped, on="node")
    deals = _labelled(active, described, replaced)
    placed = active.join(deals.select("cluster", "deal"), on="cluster")
    return DealMembers(
        placed.select("claim_key", "claim", "article_id", "deal", place="i"),
        deals.select("deal", "deal_id"),
        _former(placed, deals, described, replaced),
        _named(relations(placed), deals),
        _refused(links, {"no such claim now": waiting, "a newer decision keeps them apart": kept_apart}),
    )


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


def _on_nodes(edges: pl.DataFrame, active: pl.DataFrame) -> pl.DataFrame:
    """Edges between claims as edges between their nodes."""
    of = active.select("i", "node")
    joined = edges.join(of, left_on="l", right_on="i").join(of, left_on="r", right_on="i", suffix="_r")
    return joined.select(
        l=pl.min_horizontal("node", "node_r"), r=pl.max_horizontal("node", "node_r"), score="score"
    ).cast(EDGE)


def _labelled(placed: pl.DataFrame, described: pl.DataFrame, replaced: pl.DataFrame) -> pl.DataFrame:
    """`cluster, deal, deal_id`: a deal bears the key of its claim that came first on the log, counting claims that its
    own have replaced, and is numbered in the order of ids."""
    retired = replaced.join(placed.select(by="claim_key", cluster="cluster"), on="by")
    retired = retired.join(described.select("claim_key", *LOG), on="claim_key")
    ordered = pl.concat([one.select(*LOG, "cluster") for one in (placed, retired)]).sort(LOG)
    first = ordered.unique("cluster", keep="first").select("cluster", "i")
    named = first.join(described.select("i", (pl.lit(DEAL) + pl.col("claim_key")).alias("deal_id")), on="i").sort(
        "deal_id"
    )
    return named.select("cluster", pl.int_range(1, pl.len() + 1).alias("deal"), "deal_id")


def _named(related: pl.DataFrame, deals: pl.DataFrame) -> pl.DataFrame:
    """Relations by the ids of deals."""
    other = deals.select(related_deal="deal", related_deal_id="deal_id")
    named = related.join(deals, on="deal").join(other, on="related_deal")
    return named.select("deal_id", "related_deal_id", "relation").sort("deal_id", "related_deal_id")


def _former(placed: pl.DataFrame, deals: pl.DataFrame, described: pl.DataFrame, replaced: pl.DataFrame) -> pl.DataFrame:
    """The id that each claim of an old reading gave, and today's; null if nothing took the claim's place."""
    came = placed.join(replaced, left_on="claim_key", right_on="by", how="semi")
    today = came.join(deals, on="deal").select(by="claim_key", deal_id="deal_id")
    retired = described.filter(~pl.col("active")).select("claim_key").join(replaced, on="claim_key", how="left")
    followed = retired.join(today, on="by", how="left")
    return followed.select((pl.lit(DEAL) + pl.col("claim_key")).alias("old_deal_id"), "deal_id")
