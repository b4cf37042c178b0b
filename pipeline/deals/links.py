"""People's decisions that two things are the same or different: which hold, and what they join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import polars as pl

LINKS = {"a": pl.String, "b": pl.String, "verdict": pl.String, "commit": pl.Int64, "row": pl.Int64}


class Decision(NamedTuple):
    """What a person said of a pair; `position` is (commit, row) on the log."""

    a: str
    b: str
    verdict: str
    position: tuple[int, int]


def decisions(links: pl.DataFrame) -> list[Decision]:
    """The last decision of each unordered pair, withdrawn ones left out, newest first."""
    last: dict[tuple[str, str], Decision] = {}
    for a, b, verdict, commit, row in links.select(*LINKS).iter_rows():
        pair = (min(a, b), max(a, b))
        if pair not in last or last[pair].position <= (commit, row):
            last[pair] = Decision(*pair, verdict, (commit, row))
    held = [one for one in last.values() if one.verdict != "withdraw" and one.a != one.b]
    return sorted(held, key=lambda one: (one.position, one.a, one.b), reverse=True)


def merge(said: Sequence[Decision], preference: Callable[[str], Any]) -> tuple[dict[str, str], list[Decision]]:
    """Join what people call the same, newest decision first, never across a `different`.

    Returns each joined thing's representative (the least by `preference` in its group) and the refused decisions.
    """
    group: dict[str, frozenset[str]] = {}
    apart = {frozenset((one.a, one.b)) for one in said if one.verdict == "different"}
    refused = []
    for one in said:
        if one.verdict != "same" or one.a == one.b:
            continue
        left, right = group.get(one.a, frozenset((one.a,))), group.get(one.b, frozenset((one.b,)))
        if left is right:
            continue
        if any(frozenset((x, y)) in apart for x in left for y in right):
            refused.append(one)
            continue
        joined = left | right
        group.update(dict.fromkeys(joined, joined))
    return {one: min(members, key=preference) for one, members in group.items()}, refused


def no_links() -> pl.DataFrame:
    """An empty frame of links."""
    return pl.DataFrame(schema=LINKS)
