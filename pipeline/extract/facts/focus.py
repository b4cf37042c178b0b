"""Whom a sentence speaks of when it names nobody."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import Entity


def focus_of(sentence: Sentence, taken: list[Entity]) -> Entity | None:
    """Whom a sentence speaks of when it does not say: its heading's name, the last deal's party, its subject, the
    topic."""
    last = next(
        (
            s.main
            for s in reversed(sentence.earlier)
            if sentence.number - s.reading <= 2 and s.kind in ("funding_round", "investment")
        ),
        None,
    )
    for entity in (sentence.reading.heading_subject, last, sentence.reading.subject, sentence.article.topic):
        joint = entity is last and entity is not None and entity.kind == "project"
        if (
            entity
            and (entity.kind in ("company", "unknown") or joint)
            and entity not in taken
            and entity.trade != "capital"
        ):
            return entity
    return None
