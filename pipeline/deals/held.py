"""What statements that were joined pair by pair hold together, and whether two such sets contradict one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.deals.contradictions import SPAN, SPREAD
from pipeline.deals.likeness import FIGURES

REVISED_SPREAD = 3.0
"""Largest ratio between sums of one round of which some are hearsay."""
REVISED_SCORE = 20
"""An edge below this score joins sums that hearsay and time alone connect; what was denied is not revised."""
Interval = tuple[float, float] | None


@dataclass(slots=True)
class Held:
    """What joined statements hold together. `slots`: their articles and families, of which a deal has each once;
    `figures`: the least and the most of each of FIGURES; `revised`: some sums are hearsay, which may differ more."""

    slots: set[tuple[Any, str]]
    stages: set[str]
    instruments: set[str]
    figures: tuple[Interval, ...]
    time: Interval
    ended: bool
    revised: bool = False


def singles(worked: pl.DataFrame, said: pl.DataFrame) -> Iterable[tuple[int, Held]]:
    """Each node with what it holds before it is joined to another; the frames are those of `careful`."""
    slots: dict[int, set[tuple[Any, str]]] = {}
    for node, article, family in said.select("node", "article_id", "family").iter_rows():
        slots.setdefault(node, set()).add((article, family))
    for row in worked.iter_rows(named=True):
        yield (
            row["node"],
            Held(
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


def clash(a: Held, b: Held, score: int) -> bool:
    """Whether two sets cannot be one deal, if an edge of this score joins them."""
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


def union(a: Held, b: Held, score: int) -> Held:
    """What two sets hold together that an edge of this score joins."""
    return Held(
        a.slots | b.slots,
        a.stages | b.stages,
        a.instruments | b.instruments,
        tuple(_hull(one, other) for one, other in zip(a.figures, b.figures, strict=True)),
        _hull(a.time, b.time),
        a.ended or b.ended,
        a.revised or b.revised or score < REVISED_SCORE,
    )
