"""From edges to clusters. Components without a contradiction are taken whole; the others are joined edge by edge.

The careful way follows edges by falling score and refuses one that would bring a contradiction together, also through
third claims: two claims of one article, two stages, sums that do not go together, or what a person keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from pipeline.deals.likeness import SAME_FIGURE
from pipeline.deals.sets import Sets, components

SPREAD = 1.45
"""Largest ratio between figures of one deal ..."""
REVISED_SPREAD = 3.0
"""... and between sums of one round of which some are hearsay."""
REVISED_SCORE = 20
"""An edge below this score joins sums that hearsay and time alone connect; what was denied is not revised."""
SPAN = 2 * 365
"""Days that the claims of one deal may lie apart."""

PEOPLE = 1_000_000
"""Score of a person's `same`; newer decisions count up from it."""


def cluster(
    nodes: pl.DataFrame, said: pl.DataFrame, edges: pl.DataFrame, apart: pl.DataFrame, people: pl.DataFrame
) -> pl.DataFrame:
    """`node, cluster` for every node; a cluster bears the number of its least node.

    `nodes` as `islands` gives them; `said` is `node, article_id, family`; `edges` is `l, r, score`; `apart` is `l, r`
    that rules forbid, `people` is `l, r` that a person forbids.
    """
    part = components(edges)
    placed = nodes.join(part, on="node")
    careful = _contradictory(placed, said, pl.concat([apart, people]))
    joined = placed.join(careful, on="part", how="anti").select("node", pl.col("part").alias("cluster"))
    worked = placed.join(careful, on="part", how="semi")
    fixed = _careful(worked, said.join(worked.select("node"), on="node", how="semi"), edges, apart, people)
    alone = nodes.join(part, on="node", how="anti").select("node", pl.col("node").alias("cluster"))
    return pl.concat([joined, fixed, alone])


def _contradictory(placed: pl.DataFrame, said: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """The components that hold a contradiction, as `part`."""
    part = placed.select("node", "part")
    return pl.concat([_told_twice(part, said), _kept_apart(part, apart), _spread(placed)]).unique()


def _told_twice(part: pl.DataFrame, said: pl.DataFrame) -> pl.DataFrame:
    """Components with two statements of one article, which tells of two deals."""
    once = said.join(part, on="node").unique(["part", "node", "article_id", "family"])
    return once.group_by("part", "article_id", "family").len().filter(pl.col("len") > 1).select("part")


def _kept_apart(part: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    """Components with both ends of a forbidden pair."""
    ends = apart.join(part, left_on="l", right_on="node").join(part, left_on="r", right_on="node", suffix="_r")
    return ends.filter(pl.col("part") == pl.col("part_r")).select("part")


def _spread(placed: pl.DataFrame) -> pl.DataFrame:
    """Components whose stages, instruments, figures or days are too far apart for one deal."""
    ranges = placed.group_by("part").agg(
        pl.col("stage").drop_nulls().n_unique().alias("stages"),
        pl.col("instrument").is_in(["debt"]).any().alias("debt"),
        pl.col("instrument").is_in(["equity"]).any().alias("equity"),
        *((pl.col(name).max() / pl.col(name).min()).alias(name) for name in ("amount", "power", "chips")),
        (pl.col("since").max() - pl.col("until").min()).alias("span"),
        (pl.col("ended").any() & ~pl.col("ended").all()).alias("ended"),
    )
    return ranges.filter(
        (pl.col("stages") > 1)
        | (pl.col("debt") & pl.col("equity"))
        | pl.any_horizontal(pl.col("amount", "power", "chips") > SPREAD)
        | (pl.col("span") > SPAN)
        | (pl.col("ended") & (pl.col("amount") > SAME_FIGURE))
    ).select("part")


@dataclass(slots=True)
class _Held:
    """What statements that the rules have joined hold together."""

    slots: set[tuple[str, str]]
    stages: set[str]
    instruments: set[str]
    figures: tuple[tuple[float, float] | None, ...]
    time: tuple[int, int] | None
    ended: bool
    revised: bool = False


def _hull(a: tuple[float, float] | None, b: tuple[float, float] | None) -> tuple[float, float] | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), max(a[1], b[1])


def _careful(
    worked: pl.DataFrame, said: pl.DataFrame, edges: pl.DataFrame, apart: pl.DataFrame, people: pl.DataFrame
) -> pl.DataFrame:
    """Edge by edge. The rules judge what they have joined themselves; a person joins deals with all their claims."""
    held = dict(_singles(worked, said))
    by_rules, deals = Sets(held), Sets(held)
    forbidden, by_people = _neighbours(apart, held), _neighbours(people, held)
    ordered = edges.filter(pl.col("l").is_in(list(held))).sort(["score", "l", "r"], descending=[True, False, False])
    for left, right, score in ordered.select("l", "r", "score").iter_rows():
        a, b = by_rules.home[left], by_rules.home[right]
        if (a == b and score < PEOPLE) or deals.apart(left, right, by_people):
            continue
        if score < PEOPLE:
            if _clash(held[a], held[b], score) or by_rules.apart(left, right, forbidden):
                continue
            held[by_rules.join(left, right)] = _together(held[a], held[b], score)
        deals.join(left, right)
    return pl.DataFrame(deals.least(), schema={"node": pl.UInt32, "cluster": pl.UInt32}, orient="row")


def _singles(worked: pl.DataFrame, said: pl.DataFrame) -> Iterable[tuple[int, _Held]]:
    slots: dict[int, set[tuple[str, str]]] = {}
    for node, article, family in said.select("node", "article_id", "family").iter_rows():
        slots.setdefault(node, set()).add((article, family))
    columns = ("node", "stage", "instrument", "amount", "power", "chips", "since", "until", "ended")
    for node, stage, instrument, amount, power, chips, since, until, ended in worked.select(columns).iter_rows():
        yield (
            node,
            _Held(
                slots.get(node, set()),
                {stage} if stage else set(),
                {instrument} & {"debt", "equity"},
                tuple((one, one) if one else None for one in (amount, power, chips)),
                (since, until) if since is not None else None,
                ended,
            ),
        )


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


def _together(a: _Held, b: _Held, score: int) -> _Held:
    return _Held(
        a.slots | b.slots,
        a.stages | b.stages,
        a.instruments | b.instruments,
        tuple(_hull(one, other) for one, other in zip(a.figures, b.figures, strict=True)),
        _hull(a.time, b.time),  # type: ignore[arg-type]
        a.ended or b.ended,
        a.revised or b.revised or score < REVISED_SCORE,
    )
