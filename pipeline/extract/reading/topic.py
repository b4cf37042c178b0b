"""The organisation that an article is mostly about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.reading.article import Reading

_TITLE, _OPENING, _BODY = 3.0, 2.0, 1.0  # how much a mention counts, by where it stands
_OPENING_SENTENCES = 3
_INTRODUCED = 1.5  # how much the mention counts that introduces a name (`a start-up called Foo`)
_ASIDE = {"title": 0.3, "kin": 0.0, "lead": 0.3, "join": 0.3, "after": 0.5}  # how much one in such a case counts
_FINANCIER = 0.5
_SHARE = 0.2  # of all weighted mentions: below it an article has no topic (a digest)


def topic(readings: Sequence[Reading], title: Reading | None) -> Entity | None:
    """The organisation that an article is mostly about: by mentions, those of title and opening counting more."""
    scores: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    for weight, reading in _weighted(readings, title):
        for at, case in reading.cases.items():
            entity = reading.telling[at].value
            if entity is not None and entity.firm:
                entities[id(entity)] = entity
                scores[id(entity)] = scores.get(id(entity), 0.0) + weight * _share(reading, at, case.label, entity)
    if not scores:
        return None
    best = max(scores, key=lambda key: scores[key])
    return entities[best] if scores[best] >= _SHARE * sum(scores.values()) else None


def _weighted(readings: Sequence[Reading], title: Reading | None) -> Iterator[tuple[float, Reading]]:
    if title is not None:
        yield _TITLE, title
    for number, reading in enumerate(readings):
        if NAME in reading.telling.types:
            yield (_OPENING if number < _OPENING_SENTENCES else _BODY), reading


def _share(reading: Reading, at: int, case: str, entity: Entity) -> float:
    """How much one mention counts, by its case: an investor is hardly ever what a story is about."""
    if at > 0 and "called" in reading.telling[at - 1].labels:
        return _INTRODUCED
    return _ASIDE.get(case, 1.0) * (_FINANCIER if entity.financier else 1.0)
