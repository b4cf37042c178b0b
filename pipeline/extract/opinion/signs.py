"""How signs are written: labels by where they stand, numbers as steps, so that a weight can be learned for each."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache


@lru_cache(maxsize=4096)
def marked(place: str, labels: frozenset[str]) -> frozenset[str]:
    """The labels of a token as signs of where it stands: `left raise`."""
    return frozenset(f"{place} {label}" for label in labels)


def step(value: float, limits: tuple[float, ...]) -> str:
    """The first of ascending limits that a value does not pass, or `more`."""
    return _names(limits)[bisect_left(limits, value)]


@cache
def _names(limits: tuple[float, ...]) -> tuple[str, ...]:
    return (*(f"{limit:g}" for limit in limits), "more")
