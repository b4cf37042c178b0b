"""Where an article tells a figure: each place with its event word and what the rules made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.facts.amounts import FIELDS
from pipeline.extract.facts.figure_roles import NONE
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.grammar.windows import is_figure
from pipeline.extract.reading.article import Article

Measure = tuple[str, float, str | None]
"""Kind of quantity (money, power, chips), value, and currency of a sum."""
NO_EVENT = "none"
MOST = 8  # places of one figure that are looked at: more than any article has, so that time is linear


@dataclass(slots=True)
class Telling:
    """A figure at a token of a sentence, the event word that it goes with (-1: none) and the event's label; `told`:
    the statements that the rules made of it there."""

    sentence: Sentence
    figure: int
    event: int
    label: str
    told: list[Statement]

    @property
    def measure(self) -> Measure:
        """What is measured."""
        quantity = self.sentence.stream[self.figure].value
        return quantity.kind, float(quantity.value), quantity.currency if quantity.kind == "money" else None


@dataclass(slots=True)
class Story:
    """An article with its statements by sentence, and how its possible parties stand in the whole of it.

    `parties`: everybody who may be one, by identity, in the order of mention; `rank` and `order`: the place of each by
    how often and how early he is named; `named`: the sentences that name him; `kinds`: those of all statements;
    `around`: the signs that the figures of a sentence share, by its number, once they are asked for.
    """

    article: Article
    statements: dict[int, list[Statement]]
    parties: dict[int, Entity]
    rank: dict[int, int]
    order: dict[int, int]
    titled: frozenset[int]
    named: dict[int, list[int]]
    kinds: frozenset[str]
    around: dict[int, set[str]] = field(default_factory=dict)


def story_of(article: Article, statements: Sequence[Statement]) -> Story:
    """The article seen as a whole."""
    told = [entity for reading in article.readings for entity in reading.telling.entities()]
    parties = {id(entity): entity for entity in told if entity.party}
    by_sentence: dict[int, list[Statement]] = {}
    for statement in statements:
        by_sentence.setdefault(statement.number, []).append(statement)
    named: dict[int, list[int]] = {}
    for number, reading in enumerate(article.readings):
        for key in {id(entity) for entity in reading.telling.entities()}:
            named.setdefault(key, []).append(number)
    often = sorted(parties, key=lambda key: -article.mentions.get(key, 0))
    return Story(
        article,
        by_sentence,
        parties,
        rank={key: n for n, key in enumerate(often)},
        order={key: n for n, key in enumerate(parties)},
        titled=frozenset(id(t.value) for t in (article.title.tokens if article.title else ()) if t.type == NAME),
        named=named,
        kinds=frozenset(statement.kind for statement in statements),
    )


def tellings(story: Story, sentences: Sequence[Sentence]) -> list[list[Telling]]:
    """Every figure that may measure a deal, with the places that tell it; equal figures of two deals stand apart."""
    found: dict[Measure, list[Telling]] = {}
    for sentence in sentences:
        for figure, role in sentence.roles.items():
            if role == NONE or not is_figure(sentence.stream[figure], *FIELDS):
                continue
            event = sentence.attached.get(figure, -1)
            label = event_label(sentence, event, figure) if event >= 0 else NO_EVENT
            telling = Telling(sentence, figure, event, label, [])
            told = story.statements.get(sentence.number, ())
            telling.told = [s for s in told if measure_of(s, telling.measure[0]) == telling.measure[1:]]
            found.setdefault(telling.measure, []).append(telling)
    return [places[:MOST] for same in found.values() for places in _by_party(same)]


def _by_party(places: list[Telling]) -> list[list[Telling]]:
    """The places that tell one figure, by whose deal the rules make it there; one without a deal goes with the one
    before it."""
    apart: dict[int, list[Telling]] = {}
    opening: list[Telling] = []
    last = None
    for place in places:
        last = next((id(s.main) for s in place.told if s.main is not None), last)
        (opening if last is None else apart.setdefault(last, [])).append(place)
    first, *others = list(apart.values()) or [[]]
    return [opening + first, *others]


def measure_of(statement: Statement, quantity: str) -> tuple[float, str | None] | None:
    """Value and currency of a statement's figure of this kind of quantity."""
    told = statement.fields.get(FIELDS[quantity])
    return (float(told["value"]), told.get("currency")) if told and told.get("value") is not None else None
