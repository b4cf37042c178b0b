"""Who may be a party of the deal that a figure measures: whom its sentence names, and whom it may mean."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.stream import NAME
from pipeline.extract.opinion.tellings import Story, Telling

RECENT = 2
"""Sentences back to the last mention of somebody who may be meant without being named."""


class Named(NamedTuple):
    """A possible party that a sentence names: its tokens, the one nearest to the figure, and how far that is."""

    tokens: list[int]
    nearest: int
    away: float


def named(telling: Telling) -> dict[int, Named]:
    """The possible parties that a sentence names, by identity."""
    stream, here = telling.sentence.stream, dict[int, list[int]]()
    for i, token in enumerate(stream):
        if token.type == NAME and token.value is not None and token.value.party:
            here.setdefault(id(token.value), []).append(i)
    far = {i: distance(stream, i, telling.figure) for tokens in here.values() for i in tokens}
    nearest = {key: min(tokens, key=far.__getitem__) for key, tokens in here.items()}
    return {key: Named(tokens, nearest[key], far[nearest[key]]) for key, tokens in here.items()}


def meant(story: Story, telling: Telling) -> dict[int, set[str]]:
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
    for key, number in story.last_seen[sentence.number].items():
        if sentence.number - number <= RECENT:
            found.setdefault(key, set())
    return found


def _as_it_opens(sentence: Sentence) -> Sentence:
    """The sentence with what was told before it alone."""
    return replace(sentence, earlier=[s for s in sentence.earlier if s.reading < sentence.number])
