"""Figures that repeat or replace another one: `$5bn (EUR 4.6bn)`, `from $2bn to $3bn`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import DEEDS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.grammar.windows import back, bears, before, is_figure

_NEAR = 4  # tokens between a sum and the bracket or figure before it
_RATE = 20_000  # what one unit of a currency may be in another one at most (a dollar is 16,000 rupiah)
_NEAR_PAR = frozenset({"USD", "EUR", "GBP", "CHF"})
_PAR = 3  # what one unit of these may be in another one of them at most
_CHANGE = 5  # tokens between the two ends of `from A down to B`


def same_sum(stream: Sequence[Token], at: int) -> bool:
    """A sum right after another one, in brackets or not, in another currency is the same sum."""
    return _converted(stream, at) or _sum_in_brackets(stream, at)


def _converted(stream: Sequence[Token], at: int) -> bool:
    for j in back(at, _NEAR):
        if is_figure(stream[j], "money"):
            return _exchanged(stream[j], stream[at]) and not any(_parts(t) for t in stream[j + 1 : at])
        if stream[j].type not in (WORD, MARK):
            return False
    return False


def _parts(token: Token) -> bool:
    """Whether what stands between two sums makes them two: a name, `and`, a semicolon, a verb."""
    joins = "and" in token.labels and "or" not in token.labels
    return token.type == NAME or joins or token.text == ";" or not token.labels.isdisjoint(DEEDS)


def _exchanged(one: Token, other: Token) -> bool:
    """Whether two sums in two currencies may be worth the same."""
    rate: float = other.value.value / max(one.value.value, 1)
    most = _PAR if {one.value.currency, other.value.currency} <= _NEAR_PAR else _RATE
    return bool(one.value.currency != other.value.currency) and 1 / most < rate < most


def _sum_in_brackets(stream: Sequence[Token], at: int) -> bool:
    """Whether a bracket that follows a sum opens before this one."""
    opened = _bracket(stream, at)
    if opened is None:
        return False
    sums = [k for k in back(opened, 8) if is_figure(stream[k], "money")]
    if not sums:
        return False
    foreign = stream[sums[0]].value.currency != stream[at].value.currency
    return opened - sums[0] <= (8 if foreign else 4)


def _bracket(stream: Sequence[Token], at: int) -> int | None:
    """The bracket that opens shortly before a figure, with no other figure between."""
    for j in back(at, _NEAR):
        if stream[j].text == "(":
            return j
        if stream[j].type == QUANTITY:
            return None
    return None


def replaced(stream: Sequence[Token], at: int) -> bool:
    """The end of `from A to B` that does not hold: B while it is only possible, A once it is said."""
    if not bears(stream, "from"):
        return False
    if _risen_from(stream, at):
        return True
    possible = bears(stream, "talks", "modal")
    if _after_from(stream, at) and _other_end(stream, at) is not None:
        return not possible
    previous = _first_end(stream, at)
    return possible and previous is not None and _after_from(stream, previous)


def _risen_from(stream: Sequence[Token], at: int) -> bool:
    """`will climb to $42bn next year from $28bn`: where a sum told just before comes from."""
    previous = next((j for j in back(at, _CHANGE) if stream[j].type in (QUANTITY, NAME)), None)
    if previous is None or not _after_from(stream, at) or stream[previous].type == NAME:
        return False
    alike = stream[previous].value.kind == stream[at].value.kind
    return alike and bears(before(stream, previous, _CHANGE), "to") and not bears(stream[previous:at], "and")


def _after_from(stream: Sequence[Token], at: int) -> bool:
    return bears(before(stream, at, 2), "from")


def _other_end(stream: Sequence[Token], at: int) -> int | None:
    """The figure that follows as the other end of `from A (down) to B`."""
    following = next((j for j in range(at + 1, min(at + 1 + _CHANGE, len(stream))) if stream[j].type == QUANTITY), None)
    if following is None or stream[following].value.kind != stream[at].value.kind:
        return None
    return following if bears(stream[at + 1 : following], "to") else None


def _first_end(stream: Sequence[Token], at: int) -> int | None:
    """The figure of which this one is the other end."""
    previous = next((j for j in back(at, _CHANGE) if stream[j].type == QUANTITY), None)
    return previous if previous is not None and _other_end(stream, previous) == at else None
