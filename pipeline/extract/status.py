"""How sure a claim is: rumoured, reported, announced or completed, by the cues around its event."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.stream import MARK, NAME, Token

_NEVER_COMPLETED = frozenset({"capex", "guarantee", "partnership", "capacity"})


def status_of(stream: Sequence[Token], event: int, kind: str) -> tuple[str, bool]:
    """The status that the sentence gives an event, and whether a cue says so (else it is the plain `announced`)."""
    first, last = clause(stream, event)
    near = stream[first:last]
    if any("talks" in t.labels for t in near):
        return "rumoured", True
    if hearsay(stream):
        return "reported", True
    if kind in _NEVER_COMPLETED:
        return "announced", False
    if "done" in stream[event].labels and not _planned(stream, event):
        return "completed", True
    window = stream[max(first, event - 6) : min(last, event + 7)]
    if any("done" in t.labels for t in window) and not any("plan" in t.labels for t in window):
        return "completed", True
    return "announced", any("plan" in t.labels for t in window)


def hearsay(stream: Sequence[Token]) -> bool:
    """A hearsay cue, or a medium that is quoted (`according to`, `reports`)."""
    if any("hearsay" in t.labels for t in stream):
        return True
    quoted = any(t.labels & {"according", "report_noun", "report_verb"} for t in stream)
    return quoted and any(t.type == NAME and t.value is not None and t.value.kind == "media" for t in stream)


def _planned(stream: Sequence[Token], event: int) -> bool:
    return any(stream[j].labels & {"plan", "to", "modal"} for j in range(max(0, event - 4), event))


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
