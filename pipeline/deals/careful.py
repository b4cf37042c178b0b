"""The careful way, for components that hold a contradiction.

Edges are followed by falling score, and one that would bring a contradiction together is refused, also through third
claims: two claims of one article, two stages, sums that do not go together, or what a person keeps apart.
"""

from __future__ import annotations

import polars as pl

from pipeline.deals.contradictions import contradictory, together
from pipeline.deals.held import REVISED_SCORE, Held, clash, singles, union
from pipeline.deals.sets import Sets, components

SURE = (55, 50, REVISED_SCORE)
"""Scores from which on edges are followed all at once where nothing contradicts them: few are left to the loop."""
PEOPLE = 1_000_000
"""Score of a person's `same`; newer decisions count up from it."""


def careful(
    worked: pl.DataFrame, said: pl.DataFrame, edges: pl.DataFrame, apart: pl.DataFrame, people: pl.DataFrame
) -> pl.DataFrame:
    """`node, cluster` for the nodes `worked` (in the form of `alone`); the other arguments as for `cluster`."""
    edges = edges.join(worked.select(l="node"), on="l", how="semi")
    edges = edges.sort(["score", "l", "r"], descending=[True, False, False])
    asked = pl.concat([people.select("l", "r"), edges.filter(pl.col("score") >= PEOPLE).select("l", "r")])
    home = worked.select("node", into="node")
    for score in SURE:
        strong = edges.filter(pl.col("score").is_between(score, PEOPLE, closed="left"))
        placed = worked.join(components(strong), on="node")
        named = placed.filter(pl.col("node").is_in(pl.concat([asked["l"], asked["r"]]).implode()))
        loose = pl.concat([contradictory(placed, said, apart), named.select("part")])
        sure = placed.join(loose, on="part", how="anti")
        into = sure.select("node", "part")
        home, said = _moved(home, into, "into"), _moved(said, into, "node")
        edges, apart = (_moved(pairs, into, "l", "r").filter(pl.col("l") != pl.col("r")) for pairs in (edges, apart))
        joined = together(sure).rename({"part": "node"}).select(worked.columns)
        worked = pl.concat([worked.join(into, on="node", how="anti"), joined])
    return home.join(_by_edge(worked, said, edges, apart, people), left_on="into", right_on="node").drop("into")


def _moved(frame: pl.DataFrame, into: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The frame with sets in place of the nodes that they are made of."""
    return frame.with_columns(pl.col(columns).replace(into["node"], into["part"]))


def _by_edge(
    worked: pl.DataFrame, said: pl.DataFrame, edges: pl.DataFrame, apart: pl.DataFrame, people: pl.DataFrame
) -> pl.DataFrame:
    """Edge by edge. The rules judge what they have joined themselves; a person joins deals with all their claims."""
    held = dict(singles(worked, said))
    by_rules, deals = Sets(held), Sets(held)
    forbidden, by_people = _neighbours(apart, held), _neighbours(people, held)
    for left, right, score in edges.select("l", "r", "score").iter_rows():
        a, b = by_rules.home[left], by_rules.home[right]
        if (a == b and score < PEOPLE) or deals.apart(left, right, by_people):
            continue
        if score < PEOPLE:
            if clash(held[a], held[b], score) or by_rules.apart(left, right, forbidden):
                continue
            held[by_rules.join(left, right)] = union(held[a], held[b], score)
        deals.join(left, right)
    return pl.DataFrame(deals.least(), schema={"node": pl.UInt32, "cluster": pl.UInt32}, orient="row")


def _neighbours(pairs: pl.DataFrame, held: dict[int, Held]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for left, right in pairs.select("l", "r").iter_rows():
        if left in held and right in held:
            found.setdefault(left, []).append(right)
            found.setdefault(right, []).append(left)
    return found
