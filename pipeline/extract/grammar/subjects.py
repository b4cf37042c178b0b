"""Subjects that do not open their sentence: a phrase of place or time stands before them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import ACTING, NOUNS
from pipeline.extract.grammar.stream import NAME, Token, is_organisation_noun

_NO_VERBS = NOUNS | {"gerund"}
_OPENING = 2  # the last token at which a phrase that opens a sentence has its preposition


def opens_late(stream: Sequence[Token], at: int, preposition: int) -> bool:
    """`By the end of the year Foo expects`, `Au Texas, Foo bâtit`: the phrase before Foo has an end of its own."""
    if preposition > _OPENING or not _acts(stream, at) or any(t.type == NAME for t in stream[:preposition]):
        return False
    between = stream[preposition + 1 : at]
    comma = any(t.text == "," for t in between)
    apart = comma or any("poss_pronoun" in t.labels or not t.labels for t in between)
    joined = any("and" in t.labels or (is_organisation_noun(t) and not comma) for t in between)
    return apart and not joined


def opens_clause(stream: Sequence[Token], at: int, preposition: int) -> bool:
    """`a day after Foo committed $5bn`: a finite verb makes the preposition a conjunction."""
    following = stream[at + 1].labels if at + 1 < len(stream) else frozenset()
    acts = following & ACTING and not following & _NO_VERBS
    return "after" in stream[preposition].labels and preposition == at - 1 and bool(acts)


def _acts(stream: Sequence[Token], at: int) -> bool:
    """Whether the next word that means anything is a verb."""
    after = at + 1
    if after < len(stream) and stream[after].text == "(":  # `Em Fortaleza, a Foo (do grupo Bar) obteve`
        after = next((i + 1 for i in range(after, len(stream)) if stream[i].text == ")"), after)
    following = next((t for t in stream[after : after + 2] if t.labels), None)
    return following is not None and bool(following.labels & ACTING)
