"""The second opinion: where learned weights and the rules differ on a figure, what the weights make of it counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.statements import LISTS, Sentence, Statement
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.opinion.candidates import Scene, scene_of
from pipeline.extract.opinion.kind_signs import kind_signs
from pipeline.extract.opinion.party_signs import candidates, party_signs
from pipeline.extract.opinion.tellings import Story, Telling, story_of, tellings
from pipeline.extract.opinion.weights import NO_DEAL, likelihood, likely_kinds
from pipeline.extract.reading.article import Article

ROLES = {
    "funding_round": ("recipient",),
    "investment": ("recipient", "investors"),
    "acquisition": ("target", "acquirer"),
    "capacity": ("customer", "provider"),
    "capex": ("owner",),
}
"""The parties of a measured deal, the main one first; a round's backers are weighed in backing.py. Guarantees are too
rare for weights: what rules say stands."""
ARTICLE = 5  # sentences that make an article; of less than that the weights know nothing, and plain rules are surer
KEPT = 0.15  # how likely a deal of the rules must be, kind and main party together, to stand
TOLD = 0.25  # and a deal that they did not find, to be told
_PLAYS = 0.35  # how likely somebody must be in another role than the main one

Roles = dict[str, list[tuple[float, Entity]]]


class Deal(NamedTuple):
    """A kind of deal with its main party and how likely both are; `side`: the role of that party."""

    likely: float
    kind: str
    side: str
    main: Entity


def second_opinion(article: Article, statements: list[Statement], sentences: Sequence[Sentence]) -> list[Statement]:
    """The statements of an article, with those of its figures weighed again, in the order of their sentences."""
    if len(article.readings) < ARTICLE:
        return statements
    story = story_of(article, statements)
    told_places = [(_told(places), places) for places in tellings(story, sentences)]
    figures = [(t, places, Weighed(story, places)) for t, places in told_places if all(s.kind in ROLES for s in t)]
    likely = {id(s) for told, _, weighed in figures for s in told if weighed.likely(s) >= KEPT}
    dropped: set[int] = set()
    added: list[Statement] = []
    for told, places, weighed in figures:
        if any(id(s) in likely or id(s) in dropped for s in told):
            dropped |= {id(s) for s in told} - likely
            continue
        dropped |= {id(s) for s in told}
        if (best := weighed.best) is not None:
            added.append(_statement(places, weighed, best, told))
    if not dropped and not added:
        return statements
    return sorted([s for s in statements if id(s) not in dropped] + added, key=lambda s: s.number)


def _told(places: Sequence[Telling]) -> list[Statement]:
    """What the rules made of a figure, without what only adds to it."""
    return [s for place in places for s in place.told if not s.fragment]


class Weighed:
    """How likely each kind of deal and each party is where a figure is told."""

    def __init__(self, story: Story, places: Sequence[Telling]) -> None:
        self.kinds = likely_kinds(kind_signs(story, places))
        self._story, self._places = story, places
        self._signs: dict[int, set[str]] = {}
        self._roles: Roles = {}

    @cached_property
    def _scenes(self) -> list[Scene]:
        return [scene_of(self._story, place) for place in self._places]

    @cached_property
    def _candidates(self) -> dict[int, Entity]:
        return {id(entity): entity for entity in candidates(self._story, self._scenes)}

    def plays(self, entity: Entity, kind: str, role: str) -> float:
        """How likely somebody plays a role in a deal of this kind."""
        if id(entity) not in self._candidates:
            return 0.0
        if id(entity) not in self._signs:
            self._signs[id(entity)] = party_signs(self._story, self._scenes, entity)
        return likelihood(f"{kind} {role}", self._signs[id(entity)])

    def playing(self, kind: str, role: str) -> list[tuple[float, Entity]]:
        """Everybody with how likely he plays a role, the likeliest first."""
        name = f"{kind} {role}"
        if name not in self._roles:
            found = [(self.plays(entity, kind, role), entity) for entity in self._candidates.values()]
            self._roles[name] = sorted(found, key=lambda one: -one[0])
        return self._roles[name]

    @property
    def best(self) -> Deal | None:
        """The likeliest deal, if it is likely enough to be told."""
        kinds = [kind for kind, likely in self.kinds.items() if kind != NO_DEAL and likely >= TOLD]
        deals = (deal for kind in kinds for deal in self._deals(kind) if deal.likely >= TOLD)
        return max(deals, default=None, key=lambda deal: deal.likely)

    def _deals(self, kind: str) -> list[Deal]:
        """The likeliest deal of a kind; a capacity may have a provider alone."""
        sides = ROLES[kind] if kind == "capacity" else ROLES[kind][:1]
        first = [(side, *self.playing(kind, side)[0]) for side in sides if self.playing(kind, side)]
        return [Deal(self.kinds[kind] * likely, kind, side, entity) for side, likely, entity in first]

    def likely(self, statement: Statement) -> float:
        """How likely a statement of the rules is: its kind, and its main party; of a capacity the surer of its two."""
        sides = ROLES[statement.kind] if statement.kind == "capacity" else ROLES[statement.kind][:1]
        of_main = [
            self.plays(entity, statement.kind, side) for side in sides if (entity := statement.first(side)) is not None
        ]
        return self.kinds.get(statement.kind, 0.0) * max(of_main, default=0.0)


def _statement(places: Sequence[Telling], weighed: Weighed, deal: Deal, doubtful: Sequence[Statement]) -> Statement:
    """The deal as a statement: the facts of one of its kind that the rules told, else of the sentence that names it."""
    place = next((place for place in places if _names(place.sentence, deal.main)), places[0])
    parties = _parties(weighed, deal)
    told = next((s for s in doubtful if s.kind == deal.kind), None)
    if told is not None:
        again = told.of(parties)
        again.guessed = not _names(place.sentence, deal.main)
        return again
    at = place.event if place.event >= 0 else place.figure
    statement = Statement(deal.kind, place.sentence.number, at, parties=parties)
    statement.guessed = not _names(place.sentence, deal.main)
    set_measure(place.sentence, statement, place.figure)
    add_facts(place.sentence, statement, place.figure)
    return statement


def _parties(weighed: Weighed, deal: Deal) -> dict[str, list[Entity]]:
    parties = {deal.side: [deal.main]}
    for role in ROLES[deal.kind]:
        if role == deal.side:
            continue
        others = [entity for likely, entity in weighed.playing(deal.kind, role) if likely >= _PLAYS]
        others = [entity for entity in others if entity is not deal.main]
        if others:
            parties[role] = others if role in LISTS else others[:1]
    return parties


def _names(sentence: Sentence, entity: Entity) -> bool:
    return any(token.type == NAME and token.value is entity for token in sentence.stream)
