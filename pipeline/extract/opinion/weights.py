"""The learned weights of signs: how likely each kind of deal is, and each party in each role of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from math import exp
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


def likely_kinds(signs: Iterable[str]) -> dict[str, float]:
    """Kind of deal, or `none`, -> how likely the signs of a figure make it; they add up to one."""
    weights = tables().kinds
    sums = dict(weights[ALWAYS])
    for sign in signs:
        for kind, weight in weights.get(sign, {}).items():
            sums[kind] += weight
    most = max(sums.values())
    odds = {kind: exp(total - most) for kind, total in sums.items()}
    whole = sum(odds.values())
    return {kind: share / whole for kind, share in odds.items()}


def likelihood(role: str, signs: Iterable[str]) -> float:
    """How likely somebody with these signs plays a role: `capacity provider`."""
    weights = tables().roles[role]
    return 1 / (1 + exp(-weights[ALWAYS] - sum(weights.get(sign, 0.0) for sign in signs)))
