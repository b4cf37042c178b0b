"""From edges to clusters. Components without a contradiction are taken whole; the others are joined edge by edge."""

from __future__ import annotations

import polars as pl

from pipeline.deals.careful import careful
from pipeline.deals.contradictions import alone, contradictory
from pipeline.deals.sets import components


def cluster(
    nodes: pl.DataFrame, said: pl.DataFrame, edges: pl.DataFrame, apart: pl.DataFrame, people: pl.DataFrame
) -> pl.DataFrame:
    """`node, cluster` for every node; a cluster bears the number of its least node.

    `nodes` as `islands` gives them; `said` is `node, article_id, family`; `edges` is `l, r, score`; `apart` is `l, r`
    that rules forbid, `people` is `l, r` that a person forbids.
    """
    part = components(edges)
    placed = alone(nodes).join(part, on="node")
    broken = contradictory(placed, said, pl.concat([apart, people]))
    whole = placed.join(broken, on="part", how="anti").select("node", pl.col("part").alias("cluster"))
    worked = placed.join(broken, on="part", how="semi").drop("part")
    fixed = careful(worked, said.join(worked, on="node", how="semi"), edges, apart, people)
    single = nodes.join(part, on="node", how="anti").select("node", pl.col("node").alias("cluster"))
    return pl.concat([whole, fixed, single])
