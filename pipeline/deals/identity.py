"""Which claims are one deal. The result depends on the set of claims and on people's links, not on arrival."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from pipeline.deals.clusters import cluster
from pipeline.deals.denials import denial_edges
from pipeline.deals.evidence import compare
from pipeline.deals.features import features
from pipeline.deals.islands import islands
from pipeline.deals.links import decisions
from pipeline.deals.pairs import candidate_pairs
from pipeline.deals.people import DEAL, known_claims, refused_links, said_different, said_same, standing_links
from pipeline.deals.relations import relations
from pipeline.deals.retired import successors
from pipeline.deals.sets import EDGE, PAIR

LOG = ("commit", "row", "ordinal", "i")
"""The order in which claims came first on the log."""


@dataclass(frozen=True, slots=True)
class DealMembers:
    """The result, in numbers, and as `members` and `aliases` in ids.

    `placed[claim_key, claim, article_id, deal, denied, place]`: each active claim, the number of its deal, whether it
    denies it, and its own place in the order of keys; `deals[deal, deal_id]`, in the order of ids;
    `former[old_deal_id, deal_id]`: ids that claims of old readings gave; `relations[deal_id, related_deal_id,
    relation]`; `refused[a, b, verdict, reason]`.
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
    standing = standing_links(links, replaced)
    said, waiting, number = known_claims(decisions(standing), active)
    nodes, active, same_words = islands(active, [number[key] for one in said for key in (one.a, one.b)])
    people = said_different(said, number)
    compared = compare(nodes.filter(pl.col("family") != "denial"), candidate_pairs(nodes))
    same, kept_apart = said_same(said, number)
    machine = compared.filter(pl.col("score") > 0).select(*EDGE).cast(EDGE)
    edges = pl.concat([machine, same_words.cast(EDGE), _on_nodes(denial_edges(active, people), active), same])
    slots = active.select("node", "article_id", "family")
    grouped = cluster(nodes, slots, edges, compared.filter("never").select(*PAIR).cast(PAIR), people)
    deals = _labelled(active.select("claim_key", "node", *LOG).join(grouped, on="node"), described, replaced)
    placed = active.join(grouped.join(deals.select("cluster", "deal"), on="cluster"), on="node")
    return DealMembers(
        placed.select("claim_key", "claim", "article_id", "deal", "denied", place="i"),
        deals.select("deal", "deal_id"),
        _former(placed, deals, described, replaced),
        _named(relations(placed), deals),
        refused_links(links, {"no such claim now": waiting, "a newer decision keeps them apart": kept_apart}),
    )


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
