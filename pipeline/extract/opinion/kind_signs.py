"""What speaks for one kind of deal or another where a figure is told: signs whose weights are learned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log10

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.opinion.signs import marked, step
from pipeline.extract.opinion.tellings import Story, Telling

_NEAR = 2  # tokens beside a figure whose labels count by themselves
_POSITIONS = (0, 1, 3, 6)
_SCORES = (3.0, 4.5, 6.0, 7.5)
_MANY = 5  # names, events, sums or tellings that are no longer counted one by one
_TELLING = EVENTS | {"site_noun", "compute", "aggregate", "revenue"}


def kind_signs(story: Story, places: Sequence[Telling]) -> set[str]:
    """The signs of all places that tell one figure."""
    signs = {f"places {min(len(places), 3)}"}
    for telling in places:
        signs |= _of_figure(telling) | _around(story, telling.sentence) | _of_rules(telling)
    return signs


def _around(story: Story, sentence: Sentence) -> set[str]:
    """The signs that all figures of a sentence share."""
    if sentence.number not in story.around:
        story.around[sentence.number] = _of_sentence(sentence) | _of_story(story, sentence)
    return story.around[sentence.number]


def _of_figure(telling: Telling) -> set[str]:
    stream, at = telling.sentence.stream, telling.figure
    quantity = stream[at].value
    signs = {
        f"unit {quantity.kind}",
        f"size {quantity.kind} {int(log10(max(quantity.value, 1)))}",
        f"role {telling.sentence.roles[at]}",
        f"event {telling.label}",
    }
    if quantity.per:
        signs.add("price")
    for token in stream[max(0, at - _NEAR) : at]:
        signs |= marked("left", token.labels)
    for token in stream[at + 1 : at + 1 + _NEAR]:
        signs |= marked("right", token.labels)
    return signs


def _of_sentence(sentence: Sentence) -> set[str]:
    names = [sentence.stream[tokens[0]].value for tokens in sentence.mentions().values()]
    signs = {f"says {label}" for label in sentence.stream.labels}
    signs |= {f"names {entity.kind} {entity.trade}" for entity in names}
    signs.add(f"names {min(len(names), _MANY)}")
    signs.add(f"sums {min(len(sentence.sums), _MANY)}")
    signs.add(f"events {min(len(sentence.events), _MANY)}")
    signs.add(f"at {step(sentence.number, _POSITIONS)}")
    if sentence.reading.heading:
        signs.add("heading")
    if sentence.reading.bullet:
        signs.add("bullet")
    return signs


def _of_story(story: Story, sentence: Sentence) -> set[str]:
    """What the title and the sentences beside it say, and what the rules found in them."""
    readings, number = story.article.readings, sentence.number
    beside = {"before": readings[number - 1 : number], "after": readings[number + 1 : number + 2]}
    if story.article.title:
        beside["title"] = [story.article.title]
    signs = {
        f"{where} {label}" for where, near in beside.items() for r in near for label in r.telling.labels & _TELLING
    }
    for where, at in (("before", number - 1), ("beside", number), ("after", number + 1)):
        signs |= {f"told {where} {statement.kind}" for statement in story.statements.get(at, ())}
    return signs | {f"told {kind}" for kind in story.kinds}


def _of_rules(telling: Telling) -> set[str]:
    if not telling.told:
        return {"rules none"}
    return {sign for statement in telling.told for sign in _of_statement(statement)}


def _of_statement(statement: Statement) -> Iterator[str]:
    yield f"rules {statement.kind}"
    yield f"rules {trust(statement)}"
    yield f"rules {statement.kind} {trust(statement)}"


def trust(statement: Statement) -> str:
    """How the rules came to the main party of a statement: guessed, or with what score, known or not."""
    main = statement.main
    if main is None:
        return "nobody"
    part = next((part for part in statement.parts if part.entity is main), None)
    how = "guessed" if statement.guessed else "otherwise" if part is None else f"score {step(part.score, _SCORES)}"
    return f"{how} {'known' if main.known else 'unlisted'}"
