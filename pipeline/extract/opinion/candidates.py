"""Who may be a party of the deal that a figure measures: whom its sentence names, and whom it may mean."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.distances import distance
from pipeline.extract.opinion.tellings import Story, Telling

RECENT = 2
"""Sentences back to the last mention of somebody who may be meant without being named."""


class Named(NamedTuple):
    """A possible party that a sentence names: its tokens, the one nearest to the figure, and how far that is."""

    tokens: list[int]
    nearest: int
    away: float


class Scene(NamedTuple):
    """A sentence that tells a figure, with whom it names (`here`) and whom it may mean (`aside`), by identity; `first`:
    its first name without a case of its own; `before`: the kinds of the other statements of it and of the sentences
    before it, by main party."""

    telling: Telling
    here: dict[int, Named]
    aside: dict[int, set[str]]
    first: int | None
    before: dict[int, set[str]]


def scene_of(story: Story, telling: Telling) -> Scene:
    """What all possible parties of a sentence share."""
    return Scene(telling, _named(telling), _meant(story, telling), _subject(telling), _told_before(story, telling))


def _named(telling: Telling) -> dict[int, Named]:
    """The possible parties that a sentence names, by identity."""
    stream, here = telling.sentence.stream, telling.sentence.mentions()
    far = {i: distance(stream, i, telling.figure) for tokens in here.values() for i in tokens}
    nearest = {key: min(tokens, key=far.__getitem__) for key, tokens in here.items()}
    return {key: Named(tokens, nearest[key], far[nearest[key]]) for key, tokens in here.items()}


def _meant(story: Story, telling: Telling) -> dict[int, set[str]]:
    """Whom a sentence may speak of without a name: subject, heading, topic, title, focus, or who was named just now."""
    sentence, article = telling.sentence, story.article
    reading = sentence.reading
    marks = (
        ("topic", article.topic),
        ("heading", reading.heading_subject),
        ("own subject" if reading.own_subject else "subject", reading.subject),
        ("focus", focus_of(_as_it_opens(sentence), [])),
        ("subject before", article.readings[sentence.number - 1].subject if sentence.number else None),
    )
    found: dict[int, set[str]] = {key: {"title"} for key in story.titled}
    for mark, entity in marks:
        if entity is not None:
            found.setdefault(id(entity), set()).add(mark)
    for near in article.readings[max(0, sentence.number - RECENT) : sentence.number]:
        for entity in near.telling.entities():
            found.setdefault(id(entity), set())
    return found


def _as_it_opens(sentence: Sentence) -> Sentence:
    """The sentence with what was told before it alone."""
    return replace(sentence, earlier=[s for s in sentence.earlier if s.number < sentence.number])


def _subject(telling: Telling) -> int | None:
    """The first name that stands in no case of its own."""
    names = ((i, telling.sentence.stream[i].value) for i, c in telling.sentence.case.items() if _stands_bare(c))
    return next((i for i, entity in names if entity is not None and entity.party), None)


def _stands_bare(case: Case) -> bool:
    return case.label == "bare" and not case.poss


def _told_before(story: Story, telling: Telling) -> dict[int, set[str]]:
    number = telling.sentence.number
    found: dict[int, set[str]] = {}
    for statement in (s for n in range(max(0, number - RECENT), number + 1) for s in story.statements.get(n, ())):
        if statement.main is not None and all(statement is not told for told in telling.told):
            found.setdefault(id(statement.main), set()).add(statement.kind)
    return found
