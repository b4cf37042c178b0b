"""Capacity: who supplies compute to whom, and who builds it for whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from pipeline.extract.facts.beside import describes, makes
from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import SUPPLIERS, solid
from pipeline.extract.grammar.stream import QUANTITY, Entity
from pipeline.extract.kinds.in_use import installed, is_phase
from pipeline.extract.kinds.side_context import ally
from pipeline.extract.kinds.side_guesses import Sides, add_brand
from pipeline.extract.kinds.sides import sides

_MAKERS = frozenset({"chips", "servers", "equipment"})
Parties = dict[str, list[Entity]]


def about_compute(sentence: Sentence, parties: Parties) -> bool:
    """Whether a contract is one for compute: a word says so, or a supplier's trade does."""
    leased = any("lease" in t.labels for t in sentence.stream)
    words = {"compute", "site_noun"} if leased else {"compute"}
    if any(t.labels & words or (t.type == QUANTITY and t.value.kind in ("chips", "power")) for t in sentence.stream):
        return True
    party = [e for group in parties.values() for e in group]
    return (len(party) >= 2 or leased) and bool({e.trade for e in party} & SUPPLIERS)


def capacity(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capacity needs a customer or a provider with a figure, or both."""
    if figure is not None and label != "build" and installed(sentence, figure):
        return False
    bought = sentence.stream[statement.event + 1 : statement.event + 3]
    if figure is None and label == "procure" and any("property" in t.labels for t in bought):
        return False
    if figure is None and label == "supplier" and describes(sentence, statement.event):
        return False
    found = sides(sentence, statement, label, figure)
    told = _told(sentence, statement, label, found) if figure is None else _measured(sentence, label, figure, found)
    if not told and (figure is None or found.everyone or not _guess(sentence, statement, label, figure, found)):
        return False
    _operate(sentence, found)
    if found.customer and not found.provider:
        found.provider += ally(sentence, found.customer[0])
    if len(found.everyone) == 2 and len({_group(e) for e in found.everyone}) == 1:
        return False
    statement.parties = {
        role: side for role, side in (("customer", found.customer), ("provider", found.provider)) if side
    }
    statement.brand = figure is None and any(makes(sentence, e) for e in found.provider)
    return figure is None or not is_phase(sentence, statement, label, figure)


def _group(entity: Entity) -> str:
    """Whose it is: a joint project is nobody's."""
    return entity.name if entity.kind == "project" and entity.trade == "joint" else entity.family


def _told(sentence: Sentence, statement: Statement, label: str, found: Sides) -> bool:
    """Without a figure both sides are named, and a word tells that it is compute that changes hands."""
    if not found.provider or not found.customer or _turned_round(sentence, found):
        return False
    if not solid(sentence, found.provider[0]) or not solid(sentence, found.customer[0]):
        return False
    if "in_use" in sentence.stream[statement.event].labels and found.provider[0].trade in SUPPLIERS:
        return True
    leased = "lease" in sentence.stream[statement.event].labels
    near = sentence.stream if leased else sentence.stream[max(0, statement.event - 6) : statement.event + 9]
    compute = {"compute", "site_noun", "ai"} if leased else {"compute"}
    if label == "procure" and found.provider[0].trade == "cloud":
        return True  # who taps a cloud rents compute
    if leased and label == "contract" and found.provider[0].trade in SUPPLIERS:
        return True
    return label in ("supplier", "customer") or any(t.labels & compute for t in near)


def _turned_round(sentence: Sentence, found: Sides) -> bool:
    """Whether a deal told with figures has the same two the other way round."""
    provider, customer = found.provider[0], found.customer[0]
    return any(
        s.kind == "capacity"
        and s.first("customer") is provider
        and s.first("provider") is customer
        and len(s.fields) > 1
        for s in sentence.earlier
    )


def _measured(sentence: Sentence, label: str, figure: int, found: Sides) -> bool:
    """With a figure one side is enough; but what is sold to nobody named is a turnover, and what is bought any good."""
    if not found.everyone:
        return False
    if label == "supply" and not found.customer and sentence.stream[figure].value.kind != "power":
        return False
    measured = sentence.stream[figure].value.kind != "money"
    compute = measured or any(t.labels & {"compute", "site_noun"} for t in sentence.stream)
    return compute or label not in ("supply", "procure", "contract") or len(found.everyone) >= 2


def _guess(sentence: Sentence, statement: Statement, label: str, figure: int, found: Sides) -> bool:
    """Whom the article speaks of, where a figure stands without any name."""
    focus = (_lone_supplier(sentence) or focus_of(sentence, [])) if label != "build" or _planned(sentence) else None
    near = sentence.stream[statement.event : statement.event + 5] if label == "contract" else []
    chips = any(t.type == QUANTITY and t.value.kind == "chips" for t in (sentence.stream[figure], *near))
    if chips and focus is not None and focus.trade in _MAKERS:  # whoever buys chips, no maker of them
        focus = sentence.article.topic if focus is not sentence.article.topic else None
    if focus is not None:
        found.add("provider" if focus.trade in SUPPLIERS and not chips else "customer", focus)
        add_brand(sentence, figure, found)
        found.provider += ally(sentence, focus) if found.customer else []
        statement.guessed = True
    return focus is not None


def _lone_supplier(sentence: Sentence) -> Entity | None:
    """The one organisation that a sentence names, where supplying is its trade (`the site, for which Foo is in
    charge`)."""
    named = [(c, e) for i, c in sentence.case.items() if (e := sentence.stream[i].value) in sentence.organisations()]
    if len(named) != 1 or named[0][0].label != "bare" or named[0][0].poss:
        return None
    supplies = named[0][1].trade in SUPPLIERS and named[0][1].trade != "chips"
    return named[0][1] if supplies else None


def _operate(sentence: Sentence, found: Sides) -> None:
    """The capacity of a project is that of the organisation that runs it, when the article names it."""
    for side in (found.customer, found.provider):
        for project in [e for e in side if e.kind == "project"]:
            if side is found.provider and found.customer and project.trade == "joint":
                continue
            runs = next((e for e in sentence.article.entities if e.name == project.parent), None)
            if runs is not None or side is found.customer:
                side.remove(project)
            if runs is not None:
                found.add("customer", runs)


def _planned(sentence: Sentence) -> bool:
    return any(t.labels & {"plan", "site_noun", "modal", "under_way", "talks"} for t in sentence.stream)


def each_party(statement: Statement) -> list[Statement]:
    """One statement for every supplier or customer of a list; with a figure the first one has it all."""
    both = {role: statement.parties.pop(role, []) for role in ("customer", "provider")}
    many = not statement.fields.keys() & {"amount", "power_mw", "accelerators"}
    customers, providers = ([[e] for e in side[: None if many else 1]] or [[]] for side in both.values())
    found = []
    for customer, provider in product(customers, providers):
        named = {role: side for role, side in (("customer", customer), ("provider", provider)) if side}
        found.append(replace(statement, fields=dict(statement.fields), parties=named, spans=list(statement.spans)))
    return found
