"""The learned weights of signs: how likely each kind of deal is, and each party in each role of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import exp, fsum
from pathlib import Path
from typing import NamedTuple

NO_DEAL = "none"
ALWAYS = ""  # the sign that everything bears
WEIGHTS = Path(__file__).parent / "weights.json"
"""Written by `python -m bench.learn`."""
Table = dict[str, dict[str, float]]


class Tables(NamedTuple):
    """What was learned of figures, sign -> kind -> weight, and of parties, role -> sign -> weight."""

    kinds: Table
    roles: Table


@cache
def tables() -> Tables:
    """The weights as they were learned."""
    return Tables(**json.loads(WEIGHTS.read_text(encoding="utf-8")))


def read_again() -> None:
    """Forget what was read: the file holds other weights now."""
    tables.cache_clear()
    _kinds.cache_clear()


@cache
def _kinds() -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    """The kinds of deals, and for each sign its weights in their order."""
    weights = tables().kinds
    kinds = tuple(weights[ALWAYS])
    return kinds, {sign: tuple(row.get(kind, 0.0) for kind in kinds) for sign, row in weights.items()}


def likely_kinds(signs: Iterable[str]) -> dict[str, float]:
    """Kind of deal, or `none`, -> how likely the signs of a figure make it; they add up to one."""
    kinds, weights = _kinds()
    rows = [weights[ALWAYS], *filter(None, map(weights.get, signs))]
    sums = list(map(fsum, zip(*rows, strict=True)))  # the same whatever the order of the signs
    most = max(sums)
    odds = [exp(total - most) for total in sums]
    whole = fsum(odds)
    return {kind: share / whole for kind, share in zip(kinds, odds, strict=True)}


def likelihood(role: str, signs: Iterable[str]) -> float:
    """How likely somebody with these signs plays a role: `capacity provider`."""
    weights = tables().roles[role]
    return 1 / (1 + exp(-fsum([weights[ALWAYS], *filter(None, map(weights.get, signs))])))
