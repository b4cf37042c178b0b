"""The careful way, for components that hold a contradiction.

Edges are followed by falling score, and one that would bring a contradiction together is refused, also through third
claims: two claims of one article, two stages, sums that do not go together, or what a person keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.deals.contradictions import SPAN, SPREAD, contradictory, together
from pipeline.deals.likeness import FIGURES
from pipeline.deals.sets import Sets, components

REVISED_SPREAD = 3.0
"""Largest ratio between sums of one round of which some are hearsay."""
REVISED_SCORE = 20
"""An edge below this score joins sums that hearsay and time alone connect; what was denied is not revised."""
SURE = (55, 50, REVISED_SCORE)
"""Scores from which on edges are followed all at once where nothing contradicts them: few are left to the loop."""
PEOPLE = 1_000_000
"""Score of a person's `same`; newer decisions count up from it."""

Interval = tuple[float, float] | None


@dataclass(slots=True)
class _Held:
    """What statements that the rules have joined hold together."""

    slots: set[tuple[Any, str]]
    stages: set[str]
    instruments: set[str]
    figures: tuple[Interval, ...]
    time: Interval
    ended: bool
    revised: bool = False


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
    held = dict(_singles(worked, said))
    by_rules, deals = Sets(held), Sets(held)
    forbidden, by_people = _neighbours(apart, held), _neighbours(people, held)
    for left, right, score in edges.select("l", "r", "score").iter_rows():
        a, b = by_rules.home[left], by_rules.home[right]
        if (a == b and score < PEOPLE) or deals.apart(left, right, by_people):
            continue
        if score < PEOPLE:
            if _clash(held[a], held[b], score) or by_rules.apart(left, right, forbidden):
                continue
            held[by_rules.join(left, right)] = _union(held[a], held[b], score)
        deals.join(left, right)
    return pl.DataFrame(deals.least(), schema={"node": pl.UInt32, "cluster": pl.UInt32}, orient="row")


def _singles(worked: pl.DataFrame, said: pl.DataFrame) -> Iterable[tuple[int, _Held]]:
    slots: dict[int, set[tuple[Any, str]]] = {}
    for node, article, family in said.select("node", "article_id", "family").iter_rows():
        slots.setdefault(node, set()).add((article, family))
    for row in worked.iter_rows(named=True):
        yield (
            row["node"],
            _Held(
                slots.get(row["node"], set()),
                {row["stage"]} if row["stage"] else set(),
                {name for name in ("debt", "equity") if row[name]},
                tuple(_interval(row[f"{name}_low"], row[f"{name}_high"]) for name in FIGURES),
                _interval(row["since"], row["until_last"]),
                row["ended"],
            ),
        )


def _interval(low: float | None, high: float | None) -> Interval:
    return None if low is None or high is None else (low, high)


def _hull(a: Interval, b: Interval) -> Interval:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _neighbours(pairs: pl.DataFrame, held: dict[int, _Held]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for left, right in pairs.select("l", "r").iter_rows():
        if left in held and right in held:
            found.setdefault(left, []).append(right)
            found.setdefault(right, []).append(left)
    return found


def _clash(a: _Held, b: _Held, score: int) -> bool:
    if not a.slots.isdisjoint(b.slots) or len(a.stages | b.stages) > 1 or len(a.instruments | b.instruments) > 1:
        return True
    if score < REVISED_SCORE and (a.ended or b.ended):
        return True
    time = _hull(a.time, b.time)
    if a.time and b.time and time and max(a.time[0], b.time[0]) - min(a.time[1], b.time[1]) > SPAN:
        return True
    revised = a.revised or b.revised or score < REVISED_SCORE
    for n, (one, other) in enumerate(zip(a.figures, b.figures, strict=True)):
        hull = _hull(one, other)
        limit = REVISED_SPREAD if revised and n == 0 else SPREAD
        if one and other and hull and hull[1] / hull[0] > limit:
            return True
    return False


def _union(a: _Held, b: _Held, score: int) -> _Held:
    return _Held(
        a.slots | b.slots,
        a.stages | b.stages,
        a.instruments | b.instruments,
        tuple(_hull(one, other) for one, other in zip(a.figures, b.figures, strict=True)),
        _hull(a.time, b.time),
        a.ended or b.ended,
        a.revised or b.revised or score < REVISED_SCORE,
    )
