"""How far apart two tokens of a sentence are: words, and dearer, marks, figures and what opens a clause."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.stream import MARK, NAME, QUANTITY, Token

CHEAPEST = 0.25
"""What a plain word between two tokens costs, and nothing costs less."""
_MARK_COST = {";": 4.0, ":": 1.5, ",": 0.6, "(": 1.0, ")": 0.3, ".": 2.0}


def distance(stream: Sequence[Token], a: int, b: int) -> float:
    """How far apart two tokens are: words, and dearer, marks, figures and what opens a clause."""
    low, high = min(a, b), max(a, b)
    cost = 0.0
    previous = ""
    for token in stream[low + 1 : high]:
        if token.type == MARK:
            cost += _MARK_COST.get(token.text, 0.3)
        elif "but" in token.labels:
            cost += 2.5
        elif token.type == QUANTITY:
            cost += 0.8
        elif ("and" in token.labels and token.start > 0 and previous == ",") or "relative" in token.labels:
            cost += 1.0
        elif token.type == NAME:
            cost += 0.4
        else:
            cost += CHEAPEST
        previous = token.text
    return cost
