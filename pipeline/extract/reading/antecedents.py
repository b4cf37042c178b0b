"""Whom a description or pronoun means by the grammar of its own sentence, whatever was told before.

Each function is one rule: it gives the organisation that it finds, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import ACTING, AUXILIARIES
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import NAME, QUANTITY, WORD, Entity, Token
from pipeline.extract.reading.actors import OF_SUBJECTS, actor_on, after_verb
from pipeline.extract.reading.descriptions import described, is_definite

_DESCRIBING = 4  # words between a comma and the noun of an apposition
_TELLING = frozenset({"deny", "speaker_verb", "report_verb", "report_noun", "hearsay"})
_OPENING = 3  # tokens among which a description opens its sentence
_FRONTED = 2  # the comma behind a preposition and its name that open a sentence
_NEAR = 9  # tokens from a pronoun back to whom it may mean
_AHEAD = 12  # tokens from a possessive at the head of a sentence to the end of its phrase, and on to its name


def explained_by(tokens: Sequence[Token], at: int) -> Entity | None:
    """The name that a description right after it explains: `Foo, the chipmaker`, `Foo, the AI coding start-up`."""
    if at + 1 < len(tokens) and "poss" in tokens[at + 1].labels:
        return None
    comma = at - 1
    if not described(tokens[at].labels):
        if not is_definite(tokens, at):
            return None
        while comma > 1 and at - comma <= _DESCRIBING and tokens[comma].type == WORD:
            comma -= 1
    marks = {",", "(", "–", "—", ":"} if comma == 1 else {",", "(", "–", "—"}  # `Foo: Der Chipkonzern kauft`
    if comma < 1 or tokens[comma].text not in marks or only_relates(tokens, comma - 1):
        return None
    if comma == _FRONTED and not tokens[0].labels.isdisjoint(PREPOSITIONS):
        return None  # `In Foo, the company has built`
    entity: Entity | None = tokens[comma - 1].value if tokens[comma - 1].type == NAME else None
    if entity is None or not entity.organisation:
        return None
    return entity


def ahead_of(tokens: Sequence[Token], at: int) -> Entity | None:
    """The name that a possessive at the head of a sentence points forward to: `For its part, Foo ...`.

    What stands in the same phrase is no owner of it: `After its purchase of Bar, Foo ...`.
    """
    if at > 2 or "poss_pronoun" not in tokens[at].labels or any(t.type == NAME for t in tokens[:at]):
        return None
    comma = next((i for i in range(at + 1, min(at + _AHEAD, len(tokens))) if tokens[i].text == ","), None)
    if comma is None or any(t.labels & AUXILIARIES for t in tokens[at:comma]):
        return None
    last = min(comma + _AHEAD, len(tokens))
    named = (i for i in range(comma + 1, last) if tokens[i].type == NAME and tokens[i].value is not None)
    first = next((i for i in named if tokens[i].value.organisation), None)
    governed = first is not None and not tokens[first - 1].labels.isdisjoint(PREPOSITIONS)
    return None if first is None or governed else tokens[first].value


def acting_owner(tokens: Sequence[Token], at: int) -> Entity | None:
    """The nearest name before a possessive, when it acts: `..., with Foo announcing its plans`."""
    if "poss_pronoun" not in tokens[at].labels:
        return None
    for i in range(at - 1, max(0, at - _NEAR), -1):
        token = tokens[i]
        if token.type != NAME or token.reference or token.value is None or not token.value.party:
            continue
        acts = tokens[i + 1].labels & OF_SUBJECTS and "of" not in tokens[i - 1].labels
        return token.value if acts and token.value.organisation else None
    return None


def free_before(tokens: Sequence[Token], at: int) -> Entity | None:
    """The first organisation before a pronoun that no preposition governs: `In a filing with Foo, Bar says its`."""
    for i in range(at):
        token = tokens[i]
        if token.type != NAME or token.value is None or not token.value.organisation:
            continue
        before = [t for t in tokens[max(0, i - _DESCRIBING) : i] if "determiner" not in t.labels]
        if not before or before[-1].labels.isdisjoint(PREPOSITIONS):
            entity: Entity = token.value
            return entity
    return None


def opens_with_adverbial(tokens: Sequence[Token], at: int) -> bool:
    """`From Foo it will take`, `In a round with Bar, it was valued`: what opens the sentence is not who acts."""
    acts = "pronoun" in tokens[at].labels and any(t.labels & ACTING for t in tokens[at + 1 : at + 3])
    return acts and not tokens[0].labels.isdisjoint(PREPOSITIONS)


def only_relates(tokens: Sequence[Token], at: int) -> bool:
    """`founded by veterans of Foo, the company`: who is named only to say whose somebody was."""
    of = at - 1 if at and "determiner" not in tokens[at - 1].labels else at - 2
    return of > 0 and "of" in tokens[of].labels and "relation" in tokens[of - 1].labels


def is_of_person(tokens: Sequence[Token], at: int) -> bool:
    """`El grupo de Jane Doe`, `la firma que dirige ...`: told as somebody's, the last subject even if a financier."""
    after = tokens[at + 1 : at + 3]
    of = len(after) == 2 and "of" in after[0].labels and after[1].type == NAME
    return of and after[1].value is not None and after[1].value.kind == "person"


def is_share_of(tokens: Sequence[Token], at: int) -> bool:
    """`Foo tiene un 9 % de la operadora`: a share of what a description means."""
    share = tokens[at - 2] if at > 1 and "of" in tokens[at - 1].labels else None
    return share is not None and share.type == QUANTITY and share.value.kind == "percent"


def served(tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
    """`Foo signed with Bar to provide the tech giant`, `Foo denied that Bar would buy the company`: an object means the
    other one, not the subject."""
    firms = [entity for entity in here if entity.firm]
    if len({id(firm) for firm in firms}) < 2 or not after_verb(tokens, at):
        return None
    told = any(t.labels & _TELLING for t in tokens[:at])
    actor = actor_on(tokens, at) if told else None
    return next(firm for firm in reversed(firms) if firm is not actor)


def named_behind(tokens: Sequence[Token], at: int) -> list[Entity]:
    """Whom a sentence that a description opens names behind it: `The chipmaker gets $2bn from Foo` is not of Foo."""
    if at > _OPENING:
        return []
    return [t.value for t in tokens[at + 1 :] if t.type == NAME and t.value is not None and not t.reference]
