"""Figures that are parts of another one: debt and equity of a round, instalments of a sum."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.figure_roles import DEBT, EQUITY, PART, SUM
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.grammar.stream import NAME, Token
from pipeline.extract.grammar.windows import after, bears, holds, is_figure

_WHOLE = ("sell", "raise", "raise_weak", "round", "invest", "investment", "acquire", "acquisition")
_OF_IT = 7  # tokens from `$1bn of it` to what it is paid for
_PENNY = 1  # what instalments may miss of their sum


def split_rounds(stream: Sequence[Token], roles: dict[int, str]) -> None:
    """`7.5 billion in equity and up to 12.5 billion of debt financing`: beside one part the other is a part, too."""
    if bears(stream, EQUITY) and bears(stream, DEBT):
        sums = [i for i, role in roles.items() if role == SUM and is_figure(stream[i], "money")]
        told = {
            i: part for part in (EQUITY, DEBT) for i in sums
            if bears(after(stream, i, _reach(stream, i)), part)
        }  # fmt: skip
        if set(told.values()) == {EQUITY, DEBT}:
            roles.update(told)
    for part, other in ((EQUITY, DEBT), (DEBT, EQUITY)):
        if part in roles.values():
            for i, role in roles.items():
                if role == SUM and bears(after(stream, i, 3), other):
                    roles[i] = other


def _reach(stream: Sequence[Token], at: int) -> int:
    """Tokens behind a sum in which it says what it is: more for `$1bn of it by selling shares`, `$90m of Series B`."""
    staged = bears(after(stream, at, 1), "of") and any(
        is_stage(stream, i) for i in range(at + 1, min(at + 3, len(stream)))
    )
    return _OF_IT if _of_it(stream, at) else 2 + 2 * staged


def _of_it(stream: Sequence[Token], at: int) -> bool:
    """`$1bn of it by selling shares`: a part of the sum before."""
    return bears(after(stream, at, 1), "of") and bears(after(stream, at, 2)[1:], "pronoun")


def restore_whole_rounds(stream: Sequence[Token], roles: dict[int, str]) -> None:
    """`raised $2bn in debt`: with no other sum beside it that is the round, not a part of one."""
    money = [i for i, role in roles.items() if role in (SUM, EQUITY, DEBT) and is_figure(stream[i], "money")]
    if len(money) != 1:
        return
    ordered = roles[money[0]] == EQUITY and bears(stream, "acquire", "procure")  # `ordered shares for $250m`
    if ordered or bears(stream, *_WHOLE):
        roles[money[0]] = SUM


def mark_instalments(stream: Sequence[Token], roles: dict[int, str]) -> None:
    """`$9bn: $4bn at once, $3bn in May and $2bn in June`: two or three sums that add up to one before them."""
    sums = [i for i, role in roles.items() if role == SUM and is_figure(stream[i], "money")]
    for n, whole in enumerate(sums):
        for parts in (sums[n + 1 : n + 3], sums[n + 1 : n + 4]):
            if len(parts) > 1 and _add_up(stream, whole, parts):
                roles.update(dict.fromkeys(parts, PART))


def _add_up(stream: Sequence[Token], whole: int, parts: Sequence[int]) -> bool:
    """Sums that make up an earlier one, and name no giver of their own, are its instalments."""
    total, *shares = (stream[i].value for i in (whole, *parts))
    if any(share.currency != total.currency for share in shares):
        return False
    if abs(sum(share.value for share in shares) - total.value) > _PENNY:
        return False
    return not holds(stream[parts[0] : parts[-1] + 4], NAME)
