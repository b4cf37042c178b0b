"""Capacity: who supplies compute to whom, and who builds it for whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from pipeline.extract.money_deals import focus_of
from pipeline.extract.sides import Sides, sides
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import Entity
from pipeline.extract.supply_chain import SUPPLIERS, solid

Parties = dict[str, list[Entity]]


def about_compute(sentence: Sentence, parties: Parties) -> bool:
    """Whether a contract is one for compute: a word says so, or a supplier's trade does."""
    if any("compute" in t.labels for t in sentence.stream):
        return True
    party = [e for group in parties.values() for e in group]
    return len(party) >= 2 and bool({e.trade for e in party} & SUPPLIERS)


def capacity(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capacity needs a customer or a provider with a figure, or both."""
    found = sides(sentence, statement, label, figure)
    parties = statement.parties
    parties.clear()
    compute = any("compute" in t.labels for t in sentence.stream)
    if label in ("supply", "procure") and figure is not None and not compute and len(found.everyone) < 2:
        return False
    if len(found.everyone) == 2 and len({e.family for e in found.everyone}) == 1:
        return False
    if figure is None:
        near = sentence.stream[max(0, statement.event - 6) : statement.event + 9]
        if not any("compute" in t.labels for t in near) and label not in ("supplier", "customer"):
            return False
        if not (
            found.provider
            and found.customer
            and solid(sentence, found.provider[0])
            and solid(sentence, found.customer[0])
        ):
            return False
    elif not found.everyone:
        focus = focus_of(sentence, []) if label != "build" or _planned(sentence) else None
        if not focus:
            return False
        found.add("provider" if focus.trade in SUPPLIERS else "customer", focus)
        statement.guessed = True
    elif label == "supply" and not found.customer and sentence.stream[figure].value.kind == "money":
        return False  # what something is sold for, is its price
    _operate(sentence, found)
    parties |= {role: side for role, side in (("customer", found.customer), ("provider", found.provider)) if side}
    return True


def in_use(sentence: Sentence, event: int) -> bool:
    """Whether the compute is used already: `its customers include Foo`, `Foo relies on`, `runs on`; no plan."""
    stream = sentence.stream
    near = stream[max(0, event - 3) : event + 1]
    if any(t.labels & {"plan", "modal", "talks", "announce"} for t in stream[max(0, event - 5) : event + 4]):
        return False
    return any("in_use" in t.labels for t in near) or "customer" in stream[event].labels


def _operate(sentence: Sentence, found: Sides) -> None:
    """The capacity of a project is that of the organisation that runs it, when the article names it."""
    for side in (found.customer, found.provider):
        for project in [e for e in side if e.kind == "project"]:
            runs = next((e for e in sentence.article.entities() if e.name == project.parent), None)
            if runs is not None or side is found.customer:
                side.remove(project)
            if runs is not None:
                found.add("customer", runs)


def _planned(sentence: Sentence) -> bool:
    return any(t.labels & {"plan", "site_noun", "modal"} for t in sentence.stream)


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
