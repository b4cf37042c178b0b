"""Who does something to whom a pronoun or description stands for: in `Foo bought it`, `it` is anybody but Foo."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import ACTING, VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS, is_clitic, is_dative
from pipeline.extract.grammar.stream import NAME, Entity, Token
from pipeline.extract.reading.descriptions import is_definite

OF_SUBJECTS = VERBS | {"passive"}
"""Verbs whose subject a name right before them is."""
_BEFORE_DEEDS = ACTING | {"talks"}


def actor_on(tokens: Sequence[Token], at: int) -> Entity | None:
    """Who does something to whom a pronoun or description stands for: `Foo bought it`, `Foo put money into the firm`.

    None when the pronoun is no object of its sentence.
    """
    if is_dative(tokens, at) or is_clitic(tokens[at]):
        return _giver(tokens, at)
    first = at
    if is_definite(tokens, at):  # back to the article of `the Finnish supplier`
        while first > 0 and "definite" not in tokens[first].labels:
            first -= 1
    governed = first > 0 and not tokens[first - 1].labels.isdisjoint(PREPOSITIONS)
    owner = any("poss" in t.labels for t in tokens[at + 1 : at + 2])
    if owner or not (governed or after_verb(tokens, first)) or "speaker_verb" in tokens[first - 1].labels:
        return None
    for i in range(first - 1, -1, -1):
        token = tokens[i]
        if token.text in ";:" or "speaker_verb" in token.labels:
            return None
        organisation = token.type == NAME and token.value is not None and token.value.organisation
        if organisation and (_acts(tokens, i) or _is_related(tokens, i)):
            entity: Entity = token.value
            return entity
    return None


def _is_related(tokens: Sequence[Token], name: int) -> bool:
    """`Foo, which paid $2bn for it`: a name that a relative clause tells what it does."""
    after = [t for t in tokens[name + 1 : name + 4] if t.text != ","]
    return (
        len(after) > 1
        and "relative" in after[0].labels
        and "object_relative" not in after[0].labels
        and bool(after[1].labels & _BEFORE_DEEDS)
    )


def _giver(tokens: Sequence[Token], at: int) -> Entity | None:
    """Who acts on a dative pronoun: the name right before it or its relative, else the subject of its clause."""
    if "object_relative" in tokens[at - 1].labels:
        return None  # `the servers that Foo lets to it`: its subject follows
    beside = at > 0 and (tokens[at - 1].type == NAME or "relative" in tokens[at - 1].labels)
    for i in range(at - 1, -1, -1):
        token = tokens[i]
        if token.text in ";:":
            return None
        if token.type == NAME and token.value is not None and token.value.organisation and (beside or _acts(tokens, i)):
            entity: Entity = token.value
            return entity
    return None


def _acts(tokens: Sequence[Token], name: int) -> bool:
    """Whether a name that no preposition governs stands before a verb, or opens a clause (`that Foo may yet buy`)."""
    if name and not tokens[name - 1].labels.isdisjoint(PREPOSITIONS):
        return False
    if name and "relative" in tokens[name - 1].labels:
        return True
    return any(t.labels & _BEFORE_DEEDS for t in tokens[name + 1 : name + 3])


def after_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the object of an active verb right before it."""
    return at > 0 and bool(tokens[at - 1].labels & VERBS) and "passive" not in tokens[at - 1].labels
