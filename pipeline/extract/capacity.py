"""Capacity: who supplies compute to whom, and who builds it for whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from pipeline.extract.beside import describes, makes
from pipeline.extract.focus import focus_of
from pipeline.extract.recall import refers_back
from pipeline.extract.side_guesses import Sides, add_brand, ally
from pipeline.extract.sides import sides
from pipeline.extract.sites import site_of
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import TERM, Entity, Token
from pipeline.extract.supply_chain import SUPPLIERS, solid

Parties = dict[str, list[Entity]]
NEAR = 3  # sentences within which a smaller figure is a phase of a larger one


def about_compute(sentence: Sentence, parties: Parties) -> bool:
    """Whether a contract is one for compute: a word says so, or a supplier's trade does."""
    leased = any("lease" in t.labels for t in sentence.stream)
    words = {"compute", "site_noun"} if leased else {"compute"}
    if any(t.labels & words for t in sentence.stream):
        return True
    party = [e for group in parties.values() for e in group]
    return (len(party) >= 2 or leased) and bool({e.trade for e in party} & SUPPLIERS)


def capacity(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capacity needs a customer or a provider with a figure, or both."""
    if figure is not None and label != "build" and _installed(sentence, figure):
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
    return figure is None or not _is_phase(sentence, statement, label, figure)


def _installed(sentence: Sentence, figure: int) -> bool:
    """Whether a figure only describes a site that somebody has: `at its 750-megawatt campus`."""
    stream = sentence.stream
    owned = figure > 0 and bool(stream[figure - 1].labels & {"poss", "poss_pronoun"})
    return owned and any("site_noun" in t.labels for t in stream[figure + 1 : figure + 3])


def _group(entity: Entity) -> str:
    """Whose it is: a joint project is nobody's."""
    return entity.name if entity.kind == "project" and entity.trade == "joint" else entity.family


def _told(sentence: Sentence, statement: Statement, label: str, found: Sides) -> bool:
    """Without a figure both sides are named, and a word tells that it is compute that changes hands."""
    if not found.provider or not found.customer:
        return False
    if not solid(sentence, found.provider[0]) or not solid(sentence, found.customer[0]):
        return False
    if "in_use" in sentence.stream[statement.event].labels and found.provider[0].trade in SUPPLIERS:
        return True
    leased = "lease" in sentence.stream[statement.event].labels
    near = sentence.stream if leased else sentence.stream[max(0, statement.event - 6) : statement.event + 9]
    compute = {"compute", "site_noun", "ai"} if leased else {"compute"}
    return label in ("supplier", "customer") or any(t.labels & compute for t in near)


def _measured(sentence: Sentence, label: str, figure: int, found: Sides) -> bool:
    """With a figure one side is enough; but what is sold, to nobody named, is a turnover, what one buys may be anything."""
    if not found.everyone:
        return False
    if label == "supply" and not found.customer and sentence.stream[figure].value.kind != "power":
        return False
    measured = sentence.stream[figure].value.kind != "money"
    compute = measured or any(t.labels & {"compute", "site_noun"} for t in sentence.stream)
    return compute or label not in ("supply", "procure") or len(found.everyone) >= 2


def _guess(sentence: Sentence, statement: Statement, label: str, figure: int, found: Sides) -> bool:
    """Whom the article speaks of, where a figure stands without any name."""
    focus = focus_of(sentence, []) if label != "build" or _planned(sentence) else None
    if focus is not None:
        chips = sentence.stream[figure].value.kind == "chips"
        found.add("provider" if focus.trade in SUPPLIERS and not chips else "customer", focus)
        add_brand(sentence, figure, found)
        found.provider += ally(sentence, focus) if found.customer else []
        statement.guessed = True
    return focus is not None


def _is_phase(sentence: Sentence, statement: Statement, label: str, figure: int) -> bool:
    """Whether a figure is a delivery phase of a larger capacity told just before (`100 MW are ready this year`)."""
    quantity = sentence.stream[figure].value
    key = {"power": "power_mw", "chips": "accelerators"}.get(quantity.kind)
    if key is None or label == "contract":
        return False
    mine = {e.family for e in statement.everyone}
    for other in sentence.earlier:
        if other.kind != "capacity" or key not in other.fields or sentence.number - other.reading > NEAR:
            continue
        same_site = site_of(sentence, statement) in (None, other.fields.get("site"))
        if other.fields[key]["value"] > quantity.value and mine <= {e.family for e in other.everyone} and same_site:
            return True
    return False


def tell_term(sentence: Sentence) -> None:
    """Give the capacity told before the term that a sentence about it adds: `The lease runs for 15 years`."""
    terms = [t.value for t in sentence.stream if t.type == TERM]
    last = next((s for s in reversed(sentence.earlier) if s.kind == "capacity"), None)
    if terms and last is not None and sentence.number - last.reading <= 2 and refers_back(sentence):
        last.fields.setdefault("term_years", terms[0])


def in_use(sentence: Sentence, event: int) -> bool:
    """Whether the compute is used already: `its customers include Foo`, `Foo relies on`, `runs on`; no plan."""
    stream = sentence.stream
    near = stream[max(0, event - 3) : event + 1]
    around = stream[max(0, event - 5) : event] + stream[event + 1 : event + 4]
    if any(t.labels & {"plan", "modal", "talks"} for t in around) or _is_news(stream, event):
        return False
    return any("in_use" in t.labels for t in near) or "customer" in stream[event].labels


def _is_news(stream: list[Token], event: int) -> bool:
    return any(t.labels & {"announce"} and "passive" not in t.labels for t in stream[max(0, event - 3) : event])


def _operate(sentence: Sentence, found: Sides) -> None:
    """The capacity of a project is that of the organisation that runs it, when the article names it."""
    for side in (found.customer, found.provider):
        for project in [e for e in side if e.kind == "project"]:
            if side is found.provider and found.customer and project.trade == "joint":
                continue
            runs = next((e for e in sentence.article.entities() if e.name == project.parent), None)
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
