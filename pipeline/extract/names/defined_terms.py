"""Terms that a contract or filing defines in brackets: `Foo Inc. (the "Issuer")`, `a loan of $1bn (the "Facility")`."""

from __future__ import annotations

from pipeline.extract.names.mentions import Found, Mention

_QUOTES = frozenset("\"'“”„«»‘’")


def opening_bracket(mention: Mention) -> int | None:
    """The bracket in which a term is defined, none when a name is no such term."""
    words, first = mention.words, mention.first
    if first < 2 or words.raw[first - 1] not in _QUOTES or not words.raw[mention.last : mention.last + 1]:
        return None
    bracket = first - 3 if first > 2 and "determiner" in mention.labels(first - 2) else first - 2
    closed = words.raw[mention.last] in _QUOTES
    return bracket if closed and words.raw[bracket] == "(" else None


def names_the_one_before(mention: Mention, before: Found | None) -> bool:
    """Whether a term stands for the name right before its bracket, and not for a thing."""
    bracket = opening_bracket(mention)
    return bracket is not None and before is not None and before.last == bracket
