"""How far apart two tokens of a sentence are: words, and dearer, marks, figures and what opens a clause."""

from __future__ import annotations

from itertools import accumulate, pairwise

from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, WORD, Stream, Token

CHEAPEST = 0.25
"""What a plain word between two tokens costs, and nothing costs less."""
_MARK_COST = {";": 4.0, ":": 1.5, ",": 0.6, "(": 1.0, ")": 0.3, ".": 2.0}
_NEW_CLAUSE = 1.0


def distance(stream: Stream, a: int, b: int) -> float:
    """How far apart two tokens are, by what stands between them."""
    low, high = (a, b) if a < b else (b, a)
    if high - low < 2:
        return 0.0
    sums = stream.costs or _sums(stream)
    return sums[high] - sums[low + 2] + _cost(stream[low + 1], "")


def _sums(stream: Stream) -> list[float]:
    """What the first tokens cost, by their number; kept with the sentence."""
    costs = [
        _cost(token, before.text) if token.labels or token.type != WORD else CHEAPEST
        for before, token in pairwise(stream)
    ]
    sums = [0.0, *accumulate(costs, initial=0.0)]
    stream.costs = sums
    return sums


def _cost(token: Token, before: str) -> float:
    """What a token costs that stands between two others, after another one's text."""
    labels = token.labels
    if token.type == MARK:
        return _MARK_COST.get(token.text, 0.3)
    if "but" in labels:
        return 2.5
    if token.type == QUANTITY:
        return 0.8
    if ("and" in labels and before == ",") or "relative" in labels:
        return _NEW_CLAUSE
    return 0.4 if token.type == NAME else CHEAPEST
