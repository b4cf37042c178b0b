"""The tokens shortly before and after one, which labels they bear, and of which types they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extract.grammar.stream import QUANTITY, Stream, Token

_INSERTED = 6  # tokens that two commas insert


def before(stream: Sequence[Token], at: int, count: int) -> Sequence[Token]:
    """The `count` tokens before a token, fewer where the sentence begins."""
    return stream[max(0, at - count) : at]


def after(stream: Sequence[Token], at: int, count: int) -> Sequence[Token]:
    """The `count` tokens after a token, fewer where the sentence ends."""
    return stream[at + 1 : at + 1 + count]


def back(at: int, count: int) -> range:
    """The indices of the `count` tokens before a token, the nearest first."""
    return range(at - 1, max(-1, at - 1 - count), -1)


def bracket_end(stream: Sequence[Token], at: int) -> int:
    """Where the bracket around a token closes, or the sentence ends."""
    return next((i for i in range(at + 1, len(stream)) if stream[i].text == ")"), len(stream))


def bears(tokens: Iterable[Token], *labels: str) -> bool:
    """Whether any of the tokens bears one of the labels."""
    if isinstance(tokens, Stream):
        return not tokens.labels.isdisjoint(labels)
    for token in tokens:  # noqa: SIM110 -- asked a hundred times a sentence, and a generator costs as much again
        if token.labels and not token.labels.isdisjoint(labels):
            return True
    return False


def holds(tokens: Iterable[Token], *types: str) -> bool:
    """Whether any of the tokens is of one of the types."""
    if isinstance(tokens, Stream):
        return not tokens.types.isdisjoint(types)
    for token in tokens:  # noqa: SIM110
        if token.type in types:
            return True
    return False


def is_figure(token: Token, *kinds: str) -> bool:
    """Whether a token is a quantity of one of the kinds (`money`, `power`, `chips`, `percent`)."""
    return token.type == QUANTITY and token.value.kind in kinds


def optional(stream: Sequence[Token], at: int, count: int) -> bool:
    """Whether one of the `count` tokens before a token speaks of an option that nobody has exercised."""
    if not bears(stream, "option"):
        return False
    near = before(stream, at, count)
    return bears(near, "option") and not bears(near, "exercise")


def past_insertion(stream: Sequence[Token], at: int) -> int:
    """The token behind what two commas insert at `at`, or `at`."""
    if not any(t.text == "," for t in stream[at : at + 1]):
        return at
    return next((i + 1 for i in range(at + 1, min(at + 1 + _INSERTED, len(stream))) if stream[i].text == ","), at)
