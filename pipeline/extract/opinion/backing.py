"""Who backs a round and who leads it: everybody named around it is weighed, whatever the rules make of him."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.opinion.backer_signs import Place, backer_signs
from pipeline.extract.opinion.verdict import ARTICLE
from pipeline.extract.opinion.weights import likelihood
from pipeline.extract.reading.article import Article

BACKER, LEADER = "funding_round investors", "funding_round leads"
"""What the weights of somebody's signs are looked up by."""
MOST = 40  # rounds of an article, names and statements of a sentence: far more than any tells, so that time is linear
_BACKS, _LEADS = 0.5, 0.45  # how likely a backer and a leader must be


def backed(article: Article, statements: list[Statement], sentences: Sequence[Sentence]) -> list[Statement]:
    """The statements of an article, with the backers of its rounds weighed again."""
    if len(article.readings) < ARTICLE:
        return statements
    for round_, candidates in candidates_of(statements, sentences):
        backers = [(entity, signs) for entity, signs in candidates if likelihood(BACKER, signs) >= _BACKS]
        others = {id(entity) for entity, _ in candidates} - {id(entity) for entity, _ in backers}
        for more in (s for s in statements if s.fragment and s.main is round_.main):
            _leave_out(more, others)
        leaders = [entity for entity, signs in backers if likelihood(LEADER, signs) >= _LEADS]
        _set(round_, "investors", [entity for entity, _ in backers])
        _set(round_, "leads", leaders)
    return statements


def candidates_of(
    statements: Sequence[Statement], sentences: Sequence[Sentence]
) -> list[tuple[Statement, list[tuple[Entity, set[str]]]]]:
    """The rounds that sentences tell by themselves, each with everybody named around it and his signs."""
    rounds = [s for s in statements if s.kind == "funding_round" and not s.fragment and s.main is not None]
    if not rounds:
        return []
    places = {s.number: Place(s) for s in sentences if len(s.case) <= MOST}
    for statement in statements:
        place = places.get(statement.number)
        if place is not None and len(place.told) < MOST:
            place.told.append(statement)
    told = [round_ for round_ in rounds[:MOST] if round_.number in places]
    return [(round_, list(backer_signs(round_, places).values())) for round_ in told]


def _leave_out(more: Statement, others: set[int]) -> None:
    """Take who backs nothing out of a statement that only adds to a round."""
    for role in ("investors", "leads"):
        _set(more, role, [entity for entity in more.parties.get(role, []) if id(entity) not in others])


def _set(statement: Statement, role: str, entities: list[Entity]) -> None:
    statement.parties.pop(role, None)
    if entities:
        statement.parties[role] = entities
