"""What a sum, a power figure or a chip count says: the deal's own sum, a valuation, a part, or no deal at all."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.frames import NOUNS, VERBS
from pipeline.extract.stream import DATE, MARK, NAME, QUANTITY, Token

SUM, VALUATION, EQUITY, DEBT, ALIAS, NONE = "sum", "valuation", "equity", "debt", "alias", "none"
SMALLEST_SUM = 100_000  # below it a figure is a price or a fee
SMALLEST_POWER_MW = 0.5
_HEADS = {"valuation": VALUATION, "equity": EQUITY, "debt": DEBT}
_VETOES = frozenset({"revenue", "total", "prior", "fund", "price", "cut"})
_DEAL_HEADS = (NOUNS - {"stake", "supplier", "customer"}) | {"raise", "raise_weak", "invest", "acquire", "spend"}


def measure_role(stream: Sequence[Token], at: int) -> str:
    """The role of the quantity at token `at`, by the nearest head word on either side of it."""
    quantity = stream[at].value
    if quantity.kind == "money":
        if (quantity.per and quantity.per != "year") or quantity.value < SMALLEST_SUM:
            return NONE
        if _alias(stream, at):
            return ALIAS
        if _changed(stream, at):
            return NONE
    elif quantity.kind == "power":
        if quantity.value < SMALLEST_POWER_MW:
            return NONE
    elif quantity.kind != "chips":
        return NONE
    return _by_nearest_head(stream, at)


def _alias(stream: Sequence[Token], at: int) -> bool:
    """A sum in brackets right after another one is the same sum in another currency."""
    for j in range(at - 1, max(-1, at - 5), -1):
        if stream[j].type == MARK and stream[j].text == "(":
            return any(stream[k].type == QUANTITY and stream[k].value.kind == "money" for k in range(max(0, j - 2), j))
        if stream[j].type == QUANTITY:
            return False
    return False


def _changed(stream: Sequence[Token], at: int) -> bool:
    """The end of `from A to B` that does not hold: B while it is only possible, A once it is said."""
    following = _next_figure(stream, at)
    previous = _previous_figure(stream, at)
    open_ = any("talks" in t.labels or "modal" in t.labels for t in stream)
    if following is not None and _from_before(stream, at):
        return not open_
    return previous is not None and open_ and _from_before(stream, previous)


def _from_before(stream: Sequence[Token], at: int) -> bool:
    return any("from" in t.labels for t in stream[max(0, at - 2) : at])


def _next_figure(stream: Sequence[Token], at: int) -> int | None:
    """The sum that follows as the other end of `from A (down) to B`."""
    for j in range(at + 1, min(at + 6, len(stream))):
        if stream[j].type == QUANTITY:
            linked = any("to" in t.labels for t in stream[at + 1 : j])
            return j if linked and stream[j].value.kind == stream[at].value.kind else None
    return None


def _previous_figure(stream: Sequence[Token], at: int) -> int | None:
    for j in range(at - 1, max(-1, at - 6), -1):
        if stream[j].type == QUANTITY:
            return j if _next_figure(stream, j) == at else None
    return None


def _by_nearest_head(stream: Sequence[Token], at: int) -> str:
    best, role = 99.0, SUM
    for distance, token in [*_right(stream, at), *_left(stream, at)]:
        found = _head_role(token, stream[at].value.kind)
        if found and distance < best:
            best, role = distance, found
    return role


def _head_role(token: Token, kind: str) -> str | None:
    if token.labels & _DEAL_HEADS and not token.labels & {"total"}:
        if not (token.labels & {"debt", "equity"} and kind == "money" and not token.labels & {"round"}):
            return SUM
    if kind == "money":
        for label, role in _HEADS.items():
            if label in token.labels:
                return role
    if token.labels & (_VETOES if kind == "money" else {"total", "prior"}):
        return NONE
    return None


def _right(stream: Sequence[Token], at: int) -> list[tuple[float, Token]]:
    """The noun phrase that the figure heads: words up to the next preposition (but of, in), figure or mark."""
    found: list[tuple[float, Token]] = []
    for j in range(at + 1, min(at + 6, len(stream))):
        token = stream[j]
        if token.type in (QUANTITY, DATE, NAME) or (token.type == MARK and token.text not in "-*"):
            break
        if token.labels & {"at", "for", "from", "by", "with", "to", "into", "relative", "after", "and", "but"}:
            break
        if "in" in token.labels and j > at + 1:
            break
        found.append((j - at - 0.5, token))
        if token.labels & VERBS and not token.labels & NOUNS:
            break
    return found


def _left(stream: Sequence[Token], at: int) -> list[tuple[float, Token]]:
    """The words before the figure, up to a figure, a strong mark or eight tokens."""
    found: list[tuple[float, Token]] = []
    for j in range(at - 1, max(-1, at - 9), -1):
        token = stream[j]
        if token.type in (QUANTITY, DATE) or (token.type == MARK and token.text in ",;.(•|"):
            break
        if "but" in token.labels:
            break
        found.append((float(at - j), token))
    return found
