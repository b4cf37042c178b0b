"""Nouns that only introduce a name, so that what governs the noun governs the name: `by the chipmaker Foo`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import BREAKS, EVENTS, VERBAL
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Token, is_organisation_noun

_NO_NOUN = EVENTS | BREAKS | VERBAL | {"lead"}
_REACH = 9  # tokens between a noun and the name that it announces


def introducing_noun(stream: Sequence[Token], at: int) -> int:
    """The noun that a name only names: `into the AI company of Foo Bar, xAI`, `le fabricant de puces Nvidia`."""
    if stream[at].reference:
        return at  # `Detida pela holandesa Foo, a empresa`
    apart = at > 1 and stream[at - 1].text == ","
    if apart and stream[at].value is not None and stream[at].value.kind == "person":
        return at
    linked = apart
    for i in range(at - 2 if apart else at - 1, max(-1, at - 1 - _REACH), -1):
        token = stream[i]
        if token.type == WORD and not token.labels:
            continue
        if not apart and ("relation" in token.labels or (token.reference and at - i <= 3)):
            return at  # `a rival of Foo` is another than Foo
        if is_organisation_noun(token):
            related = i > 0 and "relation" in stream[i - 1].labels  # `la filiale cloud de Foo`
            return i if linked and not related else at
        if token.type in (QUANTITY, DATE, MARK) or token.labels & _NO_NOUN:
            return at
        if token.type == NAME and not apart:
            return at
        if token.labels & PREPOSITIONS and not token.labels & {"of", "determiner"}:
            return at
        linked = linked or "of" in token.labels
    return at
