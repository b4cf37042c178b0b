"""Whom a sentence speaks of when it names nobody."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import bears, before

_FUNDED = ("funding_round", "investment")
_THE_ROUND = frozenset({"definite", "round"})
_NEAR = 2  # sentences back to the deal whose party a sentence may go on about
_STORY = 4  # and where it says that it speaks of the round told before


def focus_of(sentence: Sentence, taken: list[Entity]) -> Entity | None:
    """Whom a sentence speaks of when it does not say: its heading's name, the last deal's party, its subject, the
    topic; nobody who is `taken` by another role, and no financier."""
    near = _STORY if _speaks_of_the_round(sentence) else _NEAR
    last = next((told.main for told in sentence.recent(near, *_FUNDED) if _tells_whom(told)), None)
    for entity in (sentence.reading.heading_subject, last, sentence.reading.subject, sentence.article.topic):
        joint = entity is last and entity is not None and entity.kind == "project"
        if entity and (entity.firm or joint) and entity not in taken and not entity.financier:
            return entity
    return None


def _tells_whom(told: Statement) -> bool:
    """Whether a statement says whose money it is, and does not only guess it (`A record round in health care.`)."""
    return told.main is not None and not (told.fragment and told.guessed)


def _speaks_of_the_round(sentence: Sentence) -> bool:
    """`The whole round, a series C, comes to`."""
    if not sentence.stream.labels >= _THE_ROUND:
        return False
    return any(bears(before(sentence.stream, event, 3), "definite") for event in sentence.bearing("round"))
