"""Whose machines somebody works on: `its models run on Foo's servers`, `sur des machines appartenant à Foo`."""

from __future__ import annotations

from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import MAKERS, rather_supplies, solid
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import after, bears, before

_PLACES = frozenset({"on", "at", "in", "into", "from", "with"})
_WORKING = ("procure", "supply", "operate", "in_use")  # what tells that the machines are worked on
_MACHINES = ("hardware", "compute", "site_noun")
_TOLD = frozenset({"capacity", "acquisition", "investment", "guarantee", "capex", "partnership", "denial"})
_NO_HOSTS = MAKERS | {"capital"}
_OWNED_NEAR, _PLACE_NEAR = 3, 5  # tokens from an owner to its machines, and from these to their preposition


def hosted(sentence: Sentence, told: list[Statement]) -> list[Statement]:
    """The use of another's machines in a sentence that tells no deal of its own."""
    if any(s.kind in _TOLD for s in told) or sentence.sums or not bears(sentence.stream, *_WORKING):
        return []
    for at in sorted(sentence.case):
        host = sentence.stream[at].value
        if not _is_host(sentence, at, host):
            continue
        guest = _guest(sentence, at, host)
        if guest is not None:
            return [_use(sentence, at, host, guest)]
    return []


def _use(sentence: Sentence, at: int, host: Entity, guest: Entity) -> Statement:
    statement = Statement("capacity", sentence.number, at, parties={"customer": [guest], "provider": [host]})
    add_facts(sentence, statement, None)
    planned = bears(sentence.stream, "plan", "modal", "talks")
    if statement.fields["status"] == "announced" and bears(sentence.stream, "in_use") and not planned:
        statement.fields["status"] = "completed"
    return statement


def _is_host(sentence: Sentence, at: int, host: Entity | None) -> bool:
    """Whether a name owns the machines that something is done on."""
    if host is None or not host.firm or host.trade in _NO_HOSTS or sentence.stream[at].reference:
        return False
    stream, case = sentence.stream, sentence.case[at]
    if case.label in _PLACES and bears(after(stream, at, _OWNED_NEAR), *_MACHINES):
        return True
    near = range(case.anchor - 1, max(0, case.anchor - 1 - _OWNED_NEAR), -1) if case.label in ("of", "to", "by") else ()
    machines = next((i for i in near if bears(stream[i : i + 1], *_MACHINES)), None)
    return machines is not None and bears(before(stream, machines, _PLACE_NEAR), *_PLACES)


def _guest(sentence: Sentence, at: int, host: Entity) -> Entity | None:
    """Who does something there: the subject, or whose things the subject is."""
    for i, case in sorted(sentence.case.items()):
        entity = sentence.stream[i].value
        if i >= at:
            return None
        subject = case.label in ("bare", "of") or case.poss
        if subject and entity is not None and entity.firm and entity.family != host.family and solid(sentence, entity):
            return entity if rather_supplies(sentence, host, entity) else None
    return None
