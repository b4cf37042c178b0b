"""Numbers as steps, so that a weight can be learned for each."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache


def step(value: float, limits: tuple[float, ...]) -> str:
    """The first of ascending limits that a value does not pass, or `more`."""
    return _names(limits)[bisect_left(limits, value)]


@cache
def _names(limits: tuple[float, ...]) -> tuple[str, ...]:
    return (*(f"{limit:g}" for limit in limits), "more")
