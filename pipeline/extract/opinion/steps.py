"""Numbers as steps, so that a weight can be learned for each."""

from __future__ import annotations

from collections.abc import Sequence


def step(value: float, limits: Sequence[float]) -> str:
    """The first limit that a value does not pass, or `more`."""
    return next((f"{limit:g}" for limit in limits if value <= limit), "more")
