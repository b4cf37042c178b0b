"""Whom a description or pronoun means by the grammar of its own sentence, whatever was told before.

Each function is one rule: it gives the organisation that it finds, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS, is_clitic, is_dative
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Token
from pipeline.extract.reading.descriptions import described, is_definite

_DESCRIBING = 4  # words between a comma and the noun of an apposition
_OFFICE = 8  # tokens of an apposition that says whose officer somebody is
_NEAR = 9  # tokens from a pronoun back to whom it may mean
_AHEAD = 12  # tokens from a possessive at the head of a sentence to the end of its phrase, and on to its name
_PLACED = frozenset({"in", "into"})
_INVESTING = frozenset({"invest", "investment", "stake"})
_SPEAKING = frozenset({"speaker_verb", "report_verb"})
_ACTING = VERBS | {"announce", "passive"}


def explained_by(tokens: Sequence[Token], at: int) -> Entity | None:
    """The name that a description right after it explains: `Foo, the chipmaker`, `Foo, the AI coding start-up`."""
    if any("poss" in t.labels for t in tokens[at + 1 : at + 2]):
        return None
    comma = at - 1
    if not described(tokens[at].labels):
        if not is_definite(tokens, at):
            return None
        while comma > 1 and at - comma <= _DESCRIBING and tokens[comma].type == WORD:
            comma -= 1
    marks = {",", "(", "–", "—", ":"} if comma == 1 else {",", "(", "–", "—"}  # `Foo: Der Chipkonzern kauft`
    if comma < 1 or tokens[comma].text not in marks:
        return None
    entity = tokens[comma - 1].value if tokens[comma - 1].type == NAME else None
    return entity if entity is not None and entity.organisation else None


def ahead_of(tokens: Sequence[Token], at: int) -> Entity | None:
    """The name that a possessive at the head of a sentence points forward to: `For its part, Foo ...`.

    What stands in the same phrase is no owner of it: `After its purchase of Bar, Foo ...`.
    """
    if at > 2 or "poss_pronoun" not in tokens[at].labels or any(t.type == NAME for t in tokens[:at]):
        return None
    comma = next((i for i in range(at + 1, min(at + _AHEAD, len(tokens))) if tokens[i].text == ","), None)
    if comma is None:
        return None
    names = (t.value for t in tokens[comma + 1 : comma + _AHEAD] if t.type == NAME and t.value is not None)
    return next((entity for entity in names if entity.organisation), None)


def acting_owner(tokens: Sequence[Token], at: int) -> Entity | None:
    """The nearest name before a possessive, when it acts: `..., with Foo announcing its plans`."""
    if "poss_pronoun" not in tokens[at].labels:
        return None
    for i in range(at - 1, max(0, at - _NEAR), -1):
        token = tokens[i]
        if token.type != NAME or token.reference or token.value is None or not token.value.party:
            continue
        acts = tokens[i + 1].labels & _ACTING and "of" not in tokens[i - 1].labels
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


def employer_of_speaker(tokens: Sequence[Token], at: int) -> Entity | None:
    """`Foo's Jane Roe says the company will`, `Foo chief executive Jane Roe told`: whose officer speaks."""
    for i in range(at):
        if tokens[i].type != NAME or tokens[i].value.kind != "person":
            continue
        if (firm := _office_behind(tokens, i)) is not None:
            return firm
        owner = next((j for j in range(i - 1, max(-1, i - 6), -1) if tokens[j].type == NAME), None)
        if owner is None or tokens[owner].value is None or not tokens[owner].value.firm:
            continue
        between = tokens[owner + 1 : i]
        plain = all(t.type == WORD or t.text in "'’-" for t in between)
        if plain and any(t.labels & {"poss", "title_noun"} for t in between):
            entity: Entity = tokens[owner].value
            return entity
    return None


def _office_behind(tokens: Sequence[Token], person: int) -> Entity | None:
    """`Jane Roe, consejera delegada de Foo, dijo`: the firm of the office that a person's apposition tells."""
    behind = tokens[person + 1 : person + 1 + _OFFICE]
    office = next((i for i, t in enumerate(behind[:3]) if "title_noun" in t.labels), None)
    if office is None or behind[0].text != ",":
        return None
    rest = behind[office + 1 :]
    firm = next((t for t in rest if t.type == NAME or t.type != WORD), None)
    named = firm is not None and firm.type == NAME and firm.value is not None and firm.value.firm
    linked = any("of" in t.labels for t in behind[office : office + 3])
    return firm.value if firm is not None and named and linked and not firm.reference else None


def invested_in(tokens: Sequence[Token], at: int) -> Entity | None:
    """`Foo invests in Bar, and Baz invests in the company`: what the description means stands in the same place."""
    if at < 2 or not tokens[at - 1].labels & _PLACED:
        return None
    if not any(t.labels & _INVESTING for t in tokens[max(0, at - _NEAR) : at]):
        return None
    placed = (i for i in range(at - 1, 0, -1) if tokens[i].type == NAME and tokens[i - 1].labels & _PLACED)
    return next((tokens[i].value for i in placed), None)


def served(tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
    """`Foo signed with Bar to provide the tech giant`: an object means the other one, not the subject."""
    firms = [entity for entity in here if entity.firm]
    return firms[-1] if len({id(firm) for firm in firms}) > 1 and after_verb(tokens, at) else None


def speaking(tokens: Sequence[Token], at: int, here: Sequence[Entity]) -> Entity | None:
    """`Foo has set aside 100 MW, the company said`: the one of whom its own sentence tells."""
    speaks = any(t.labels & _SPEAKING for t in tokens[at + 1 : at + 2])
    if not speaks or tokens[at - 1].text != ",":
        return None
    first = next((t.value for t in tokens[:at] if t.type == NAME), None)
    named = first is not None and bool(here) and first is here[0]
    return here[0] if named and here[0].firm and here[0].trade != "capital" else None


def actor_on(tokens: Sequence[Token], at: int) -> Entity | None:
    """Who acts on what a pronoun or description at `at` stands for: `Foo bought it`, `Foo put money into the firm`.

    Nobody when it is no object. Whom it means is another one.
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
        if token.type == NAME and token.value is not None and token.value.organisation and _acts(tokens, i):
            entity: Entity = token.value
            return entity
    return None


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
    """Whether a name that no preposition governs stands before a verb."""
    if name and not tokens[name - 1].labels.isdisjoint(PREPOSITIONS):
        return False
    return any(t.labels & (_ACTING | {"plan", "modal", "talks"}) for t in tokens[name + 1 : name + 3])


def after_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is the object of an active verb right before it."""
    return at > 0 and bool(tokens[at - 1].labels & VERBS) and "passive" not in tokens[at - 1].labels
