"""Statements written out as claims: names instead of parties, sentences as evidence."""

from __future__ import annotations

from typing import Any

from pipeline.extract.claims.merge import merge
from pipeline.extract.facts.statements import LISTS, Statement
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.reading.article import Article

BLOCK = 400  # statements that are compared with each other, more than any article has: time stays linear


def claims(statements: list[Statement], article: Article) -> list[dict[str, Any]]:
    """The claims of an article's statements, each once; very many are merged part by part."""
    found: dict[str, dict[str, Any]] = {}
    for first in range(0, len(statements), BLOCK):
        for statement in merge(statements[first : first + BLOCK], article):
            claim = _claim(statement)
            found.setdefault(repr(claim), claim | {"evidence": _evidence(statement)})
    return list(found.values())


def _claim(statement: Statement) -> dict[str, Any]:
    """A statement with names instead of entities."""
    claim: dict[str, Any] = {"kind": statement.kind}
    for role, entities in statement.parties.items():
        if entities:
            names = [_name(entity) for entity in entities]
            claim[role] = names if role in LISTS else names[0]
    return claim | statement.fields


def _evidence(statement: Statement) -> list[dict[str, int]]:
    return [{"start": start, "end": end} for start, end in sorted(set(statement.spans))]


def _name(entity: Entity) -> str:
    """The usual short name; as written when the article calls it something else (a translation, an initialism)."""
    usual, written = entity.name.casefold(), entity.written.casefold()
    shared = set(usual.replace("-", " ").split()) & set(written.replace("-", " ").split())
    return entity.name if not written or shared or usual in written or written in usual else entity.written
