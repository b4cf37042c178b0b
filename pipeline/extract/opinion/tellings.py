"""Where an article tells a figure: each place with its event word and what the rules made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extract.facts.figure_roles import NONE
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import is_figure
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.reading.article import Article

Measure = tuple[str, float, str | None]
"""Kind of quantity (money, power, chips), value, and currency of a sum."""
FIELDS = {"money": "amount", "power": "power_mw", "chips": "accelerators"}
NO_EVENT = "none"


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

    `rank` and `order`: the place of a party by how often and how early it is named; `last_seen`: for each sentence, the
    sentence before it that last named each party; `kinds`: those of its statements.
    """

    article: Article
    statements: dict[int, list[Statement]] = field(default_factory=dict)
    parties: list[Entity] = field(default_factory=list)
    rank: dict[int, int] = field(default_factory=dict)
    order: dict[int, int] = field(default_factory=dict)
    titled: frozenset[int] = frozenset()
    last_seen: list[dict[int, int]] = field(default_factory=list)
    kinds: frozenset[str] = frozenset()


def story_of(article: Article, statements: Sequence[Statement]) -> Story:
    """The article seen as a whole."""
    parties = [entity for entity in article.entities if entity.party]
    often = sorted(parties, key=lambda entity: -article.mentions.get(id(entity), 0))
    title = article.title.tokens if article.title else []
    story = Story(
        article,
        parties=parties,
        rank={id(entity): n for n, entity in enumerate(often)},
        order={id(entity): n for n, entity in enumerate(parties)},
        kinds=frozenset(statement.kind for statement in statements),
        titled=frozenset(id(token.value) for token in title if token.type == NAME),
    )
    for statement in statements:
        story.statements.setdefault(statement.reading, []).append(statement)
    seen: dict[int, int] = {}
    for number, reading in enumerate(article.readings):
        story.last_seen.append(dict(seen))
        seen.update((id(token.value), number) for token in reading.telling if token.type == NAME and token.value)
    return story


def tellings(story: Story, sentences: Sequence[Sentence]) -> dict[Measure, list[Telling]]:
    """Every figure that may measure a deal, with all places that tell it."""
    found: dict[Measure, list[Telling]] = {}
    for sentence in sentences:
        figures = [i for i, role in sentence.roles.items() if role != NONE and is_figure(sentence.stream[i], *FIELDS)]
        for figure in figures:
            event = sentence.attached.get(figure, -1)
            label = event_label(sentence, event, figure) if event >= 0 else NO_EVENT
            telling = Telling(sentence, figure, event, label, [])
            told = story.statements.get(sentence.number, ())
            telling.told = [s for s in told if measure_of(s, telling.measure[0]) == telling.measure[1:]]
            found.setdefault(telling.measure, []).append(telling)
    return found


def measure_of(statement: Statement, quantity: str) -> tuple[float, str | None] | None:
    """Value and currency of a statement's figure of this kind of quantity."""
    told = statement.fields.get(FIELDS[quantity])
    return (float(told["value"]), told.get("currency")) if told and told.get("value") is not None else None
