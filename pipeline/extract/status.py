"""How sure a claim is: rumoured, reported, announced or completed, by the cues around its event."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.stream import MARK, Token

_DEFAULT = {"funding_round": "announced", "investment": "announced"}


def status_of(stream: Sequence[Token], event: int, kind: str) -> str:
    """The status that the sentence gives an event; `announced` when nothing else is said."""
    first, last = clause(stream, event)
    near = stream[first:last]
    if any("talks" in t.labels for t in near):
        return "rumoured"
    if any("hearsay" in t.labels for t in stream):
        return "reported"
    if kind in ("capex", "guarantee", "partnership"):
        return "announced"
    if "done" in stream[event].labels and not _planned(stream, event):
        return "completed"
    if kind in ("capacity",):
        return "announced"
    if any("done" in t.labels for t in near) and not any("plan" in t.labels for t in near):
        return "completed"
    return "announced"


def _planned(stream: Sequence[Token], event: int) -> bool:
    return any("plan" in stream[j].labels or "to" in stream[j].labels for j in range(max(0, event - 4), event))


def clause(stream: Sequence[Token], at: int) -> tuple[int, int]:
    """The clause around a token: between semicolons, and conjunctions that open a new clause."""
    first, last = at, at + 1
    while first > 0 and not _edge(stream[first - 1]):
        first -= 1
    while last < len(stream) and not _edge(stream[last]):
        last += 1
    return first, last


def _edge(token: Token) -> bool:
    return (token.type == MARK and token.text in ";:") or "but" in token.labels
