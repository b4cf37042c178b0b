"""Who a sentence is about: its subject, or a state that acts under its country's name."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import NAME, WORD, Entity, Stream, Token
from pipeline.extract.reading.article import Reading

_PARTNERS = frozenset({"relation", "trades:capital"})
_PARTNER_NEAR = 3  # tokens from a noun for a partner to its name
_LONG_LIST = 3  # names in a list that is no subject of its own
_QUALIFIED = frozenset({"site_noun", "compute"})  # nouns that do not stand for their owner
_STATE_ACTS = frozenset({"invest", "spend", "build", "guarantee"})


def subject_of(reading: Reading) -> Entity | None:
    """The first organisation of a sentence that no preposition governs; else an owner, or who opens a heading."""
    tokens = reading.telling
    if NAME not in tokens.types:
        return None
    cases = reading.cases
    parties = [i for i, case in cases.items() if case.label != "kin" and _is_organisation(tokens[i])]
    short = [i for i in parties if cases[i].size < _LONG_LIST and not _qualifies(tokens, i) and not _answers(tokens, i)]
    bare = [i for i in short if cases[i].label == "bare" and not cases[i].poss]
    owners = [i for i in short if cases[i].poss and cases[i].label != "title"]
    first = [i for i in parties if i <= 2] if reading.bullet else []
    owned = owners[:1] == [0] and bare and any(t.labels & {"copula", "but"} for t in tokens[: bare[0]])
    # `Foo's record was the purchase of Bar`, `Foo's money dates from May, when Bar invested`
    chosen = first or (owners if owned else bare) or owners or _fronted(reading) or _joining(reading, short)
    chosen = chosen or (parties if reading.heading else [])
    return tokens[chosen[0]].value if chosen else None


def _fronted(reading: Reading) -> list[int]:
    """`For Foo, shopping has become a habit`: whom a sentence that names no other is for."""
    fronted = [i for i, case in reading.cases.items() if case.label == "for" and case.anchor == 0]
    return [i for i in fronted if _is_organisation(reading.tokens[i])]


def _joining(reading: Reading, parties: list[int]) -> list[int]:
    """`Foo beteiligt sich an Bar`: who takes part in a firm, and in no round of which the sentence would speak."""
    tokens, cases = reading.tokens, reading.cases
    joining = [i for i in parties if cases[i].label == "join" and cases[i].anchor > i]
    return [i for i in joining if "invest" in tokens[cases[i].anchor].labels]


def _is_organisation(token: Token) -> bool:
    return token.value is not None and bool(token.value.organisation)


def _qualifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only qualifies the noun after it: `a former Foo factory`."""
    if at + 1 >= len(tokens) or tokens[at + 1].type != WORD:
        return False
    if tokens[at + 1].labels and tokens[at + 1].labels.isdisjoint(_QUALIFIED):
        return False
    return any("determiner" in t.labels for t in tokens[max(0, at - 2) : at])


def _answers(tokens: Stream, at: int) -> bool:
    """Whether a name behind a colon only tells what the clause before opens: `The first was bought in May: Foo`."""
    if "acquisition" not in tokens.labels:
        return False
    before = [t for t in tokens[max(0, at - 2) : at] if "determiner" not in t.labels]
    return bool(before) and before[-1].text == ":" and any("acquisition" in t.labels for t in tokens[:at])


def state_acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a country that opens a sentence is who spends or builds there: `Les Émirats vont financer`."""
    if at > 1 or any("determiner" not in t.labels for t in tokens[:at]):
        return False
    for token in tokens[at + 1 : at + 4]:
        if token.labels & _STATE_ACTS:
            return True
        if token.type != WORD or not token.labels.isdisjoint(PREPOSITIONS):
            return False
    return False


def last_named(reading: Reading) -> Entity | None:
    """The organisation that a sentence names last; nobody when it names a place or country after it."""
    if NAME not in reading.telling.types and "country" not in reading.telling.labels:
        return None
    for token in reversed(reading.telling):
        if "country" in token.labels or (token.type == NAME and token.value is not None and not token.reference):
            organisation = token.type == NAME and token.value is not None and token.value.organisation
            return token.value if organisation else None
    return None


def newcomer(reading: Reading) -> Entity | None:
    """Whom a sentence names last, behind a noun for an investor or partner: `Foo has found a new investor in Bar`."""
    tokens = reading.telling
    if tokens.labels.isdisjoint(_PARTNERS) or NAME not in tokens.types:
        return None
    at = next(i for i in range(len(tokens) - 1, -1, -1) if tokens[i].type == NAME)
    near = tokens[max(0, at - _PARTNER_NEAR) : at]
    brought = any(not t.labels.isdisjoint(_PARTNERS) for t in near)
    entity: Entity | None = tokens[at].value if brought and not tokens[at].reference else None
    return entity if entity is not None and entity.firm else None


def only_firm(entities: Sequence[Entity]) -> Entity | None:
    """The firm among what a sentence named, if it is the only one and no financier."""
    firms = list({id(entity): entity for entity in entities if entity.firm}.values())
    return firms[0] if len(firms) == 1 and not firms[0].financier else None
