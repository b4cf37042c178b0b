"""Partnerships: peers that ally on AI or compute."""

from __future__ import annotations

from pipeline.extract.roles import Part
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.supply_chain import SUPPLIERS, rank, solid

JOINED = 4.5  # what a partner must score: nearer than any name of the sentence


def partnership(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A partnership needs two organisations that the words join, and no figure."""
    parts = [p for p in statement.parts if p.role == "partners" and p.entity.kind not in ("person", "project", "media")]
    joined = any(p.case in ("with", "between", "of", "poss", "compound", "join") and p.score > JOINED for p in parts)
    joined = (
        joined or (label == "partner" and sum(p.case == "subject" for p in parts) >= 2) or _one_list(sentence, parts)
    )
    partners = [p.entity for p in parts if p.score > JOINED - 1.5 and solid(sentence, p.entity)]
    subject = sentence.reading.subject or sentence.article.topic
    if len(partners) == 1 and joined and subject is not None and subject not in partners and subject.party:
        partners.insert(0, subject)
    statement.parties.clear()
    statement.parties["partners"] = partners
    return joined and len(partners) >= 2 and figure is None


def _one_list(sentence: Sentence, parts: list[Part]) -> bool:
    """Whether two partners are one subject: `Foo and Bar have sealed an alliance`."""
    subjects = {id(p.entity) for p in parts if p.case == "subject"}
    groups = [c.group for i, c in sentence.case.items() if id(sentence.stream[i].value) in subjects]
    return any(groups.count(group) >= 2 for group in groups)


def is_supply(sentence: Sentence, statement: Statement) -> bool:
    """An alliance of two to deploy or supply one's compute is capacity; sets the sides."""
    partners = statement.parties["partners"]
    near = sentence.stream[max(0, statement.event - 4) : statement.event + 9]
    sides = sorted(partners, key=rank)
    supplied = any(t.labels & {"procure", "supply", "supplier"} for t in near)
    if len(partners) != 2 or not supplied or sides[0].trade not in SUPPLIERS or rank(sides[0]) == rank(sides[1]):
        return False
    statement.parties = {"customer": sides[1:], "provider": sides[:1]}
    return True
