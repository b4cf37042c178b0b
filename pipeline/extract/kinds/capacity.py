"""Capacity: who supplies compute to whom, and who builds it for whom."""

from __future__ import annotations

from itertools import product

from pipeline.extract.facts.beside import describes, makes
from pipeline.extract.facts.relative_clauses import case_in_relative
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import LETTING, MAKERS, SUPPLIERS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import after, bears, is_figure
from pipeline.extract.kinds.capacity_guesses import give_to_operator, guess_side
from pipeline.extract.kinds.capacity_sides import both_told, one_told, supplies_itself
from pipeline.extract.kinds.in_use import installed, is_phase
from pipeline.extract.kinds.side_guesses import Sides
from pipeline.extract.kinds.side_story import ally
from pipeline.extract.kinds.sides import sides

Parties = dict[str, list[Entity]]


def about_compute(sentence: Sentence, parties: Parties) -> bool:
    """Whether a contract is one for compute: a word says so, or a supplier's trade does."""
    leased = bears(sentence.stream, "lease")
    if bears(sentence.stream, "compute") or any(is_figure(t, "chips", "power") for t in sentence.stream):
        return True
    if leased and bears(sentence.stream, "site_noun"):
        return True
    party = {id(e): e for e in (*sentence.firms(), *(e for group in parties.values() for e in group))}
    supplied = any(e.trade in SUPPLIERS for e in party.values())
    topic = sentence.article.topic
    if party and not supplied and topic is not None and topic.trade in LETTING:
        return True  # in a report on a cloud provider: `Foo signed a contract`
    return (len(party) >= 2 or leased) and supplied


def capacity(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capacity needs a customer or a provider with a figure, or both."""
    if _no_supply(sentence, statement, label, figure):
        return False
    found = sides(sentence, statement, label, figure)
    if not _makes_deal(sentence, statement, label, figure, found):
        return False
    give_to_operator(sentence, found)
    if found.customer and not found.provider:
        found.provider += ally(sentence, found.customer[0])
    if supplies_itself(found):
        return False
    statement.parties = _parties(found.customer, found.provider)
    statement.brand = figure is None and any(e.trade in MAKERS and makes(sentence, e) for e in found.provider)
    return figure is None or not is_phase(sentence, statement, label, figure)


def _no_supply(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """What is installed already, land that is bought, a noun that only says what somebody is, goods made for a use."""
    if figure is not None:
        return label != "build" and installed(sentence, figure)
    if label == "procure":
        return bears(after(sentence.stream, statement.event, 2), "property")
    return label == "destined" or (label == "supplier" and describes(sentence, statement.event))


def _makes_deal(sentence: Sentence, statement: Statement, label: str, figure: int | None, found: Sides) -> bool:
    if figure is None:
        return both_told(sentence, statement, label, found) and not _only_described(sentence, statement, found)
    if one_told(sentence, label, figure, found):
        return True
    return not found.everyone and guess_side(sentence, statement, label, figure, found)


def _only_described(sentence: Sentence, statement: Statement, found: Sides) -> bool:
    """`Foo has bought Bar, which rents out GPUs`: what a company does for nobody named only says what it is."""
    bought = any(s.number == sentence.number and s.kind == "acquisition" for s in sentence.earlier)
    if not bought or any(p.entity in found.customer for p in statement.parts):
        return False
    told = [p for p in statement.parts if p.entity in found.provider]
    return any(case_in_relative(sentence.stream, p.name, statement.event) for p in told)


def _parties(customers: list[Entity], providers: list[Entity]) -> Parties:
    return {role: side for role, side in (("customer", customers), ("provider", providers)) if side}


def each_party(statement: Statement) -> list[Statement]:
    """One statement for every supplier or customer of a list; with a figure the first one has it all."""
    measured = bool(statement.fields.keys() & {"amount", "power_mw", "accelerators"})
    many = 1 if measured else None
    customers, providers = (
        [[entity] for entity in statement.parties.get(role, [])[:many]] or [[]] for role in ("customer", "provider")
    )
    return [statement.of(_parties(customer, provider)) for customer, provider in product(customers, providers)]
