"""What annotated articles teach: the signs of figures and possible parties, with what the annotation says of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench._annotated import Record, is_named, measures
from pipeline.extract import read_sentences, understood
from pipeline.extract.opinion.candidates import scene_of
from pipeline.extract.opinion.kind_signs import kind_signs
from pipeline.extract.opinion.party_signs import candidates, party_signs
from pipeline.extract.opinion.tellings import story_of, tellings
from pipeline.extract.opinion.verdict import ROLES
from pipeline.extract.opinion.weights import NO_DEAL


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who might play a role (`capacity provider`) where a figure is told: his signs, and whether he does."""

    role: str
    signs: frozenset[str]
    plays: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """One figure: its signs, the kinds of deal that it measures, and everybody who might play a role in them."""

    signs: frozenset[str]
    kinds: tuple[str, ...]
    parties: tuple[Party, ...]


def samples(record: Record) -> Iterator[Sample]:
    """The figures of an annotated article (`text`, `lang`, `title`, `published`, `claims`)."""
    article = understood(
        record["text"], lang=record["lang"], title=record.get("title"), published=record.get("published")
    )
    if article is None:
        return
    statements, sentences = read_sentences(article)
    story = story_of(article, statements)
    for places in tellings(story, sentences):
        claims = [c for c in record["claims"] if c["kind"] in ROLES and measures(c, *places[0].measure)]
        scenes = [scene_of(story, place) for place in places] if claims else []
        signs = [(entity, party_signs(story, scenes, entity)) for entity in candidates(story, scenes)]
        parties = tuple(
            Party(f"{claim['kind']} {role}", frozenset(of_entity), is_named(entity.name, claim.get(role, [])))
            for claim in claims
            for role in ROLES[claim["kind"]]
            for entity, of_entity in signs
        )
        kinds = tuple(claim["kind"] for claim in claims) or (NO_DEAL,)
        yield Sample(frozenset(kind_signs(story, places)), kinds, parties)
