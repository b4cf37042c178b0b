"""Capacity: who supplies compute to whom, and who builds it for whom."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.money_deals import focus_of
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import Entity
from pipeline.extract.supply_chain import BUILDS_FOR_ITSELF, SUPPLIERS, rank, solid

Parties = dict[str, list[Entity]]
_CHIP_MAKERS = frozenset({"nvidia", "amd", "intel", "huawei", "cerebras", "groq", "broadcom", "qualcomm", "google"})


def about_compute(sentence: Sentence, parties: Parties) -> bool:
    """Whether a contract is one for compute: a word says so, or a supplier's trade does."""
    if any("compute" in t.labels for t in sentence.stream):
        return True
    party = [e for group in parties.values() for e in group]
    return len(party) >= 2 and bool({e.trade for e in party} & SUPPLIERS)


def capacity(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capacity needs a customer or a provider with a figure, or both."""
    parties = statement.parties
    provider = _sides(parties, "provider")
    customer = _sides(parties, "customer")
    loose = [e for role in ("party", "owner", "builder", "investors", "recipient") for e in _sides(parties, role)]
    parties.clear()
    if label in ("build", "spend", "capex") and loose and not provider and not customer:
        _builder(loose[0], provider, customer)
    if figure is not None and len(provider) == 1 and not customer and provider[0].trade in BUILDS_FOR_ITSELF:
        provider, customer = customer, provider
    _share_out(loose, provider, customer)
    if label == "contract" and provider and customer and rank(customer[0]) < rank(provider[0]):
        provider, customer = customer, provider
    if figure is not None and not provider:
        provider += _brand(sentence, figure, customer)
    if len(provider) + len(customer) == 1:
        _complete(sentence, provider, customer)
    if provider and customer and provider[0].family == customer[0].family:
        return False
    if figure is None:
        near = sentence.stream[max(0, statement.event - 6) : statement.event + 9]
        if not any("compute" in t.labels for t in near) and label not in ("supplier", "customer"):
            return False
        if not (provider and customer and all(solid(sentence, e) for e in (provider[0], customer[0]))):
            return False
    elif not provider and not customer:
        focus = focus_of(sentence, []) if label != "build" or _planned(sentence) else None
        if not focus:
            return False
        (provider if focus.trade in SUPPLIERS else customer).append(focus)
        statement.guessed = True
    _operate(sentence, provider, customer)
    parties |= {role: side for role, side in (("customer", customer), ("provider", provider)) if side}
    return True


def _brand(sentence: Sentence, figure: int, customer: list[Entity]) -> list[Entity]:
    """The maker that a count of chips names (`10,000 Nvidia GPUs`), beside a customer."""
    key = next((word for word in sentence.stream[figure].text.split() if word in _CHIP_MAKERS), None)
    maker = sentence.article.registry.known(key) if key and customer else None
    return [maker] if maker is not None and maker not in customer else []


def _complete(sentence: Sentence, provider: list[Entity], customer: list[Entity]) -> None:
    """A supplier by trade who stands in the sentence without another part supplies the customer, and the other way round."""
    taken = provider + customer
    others = [e for e in sentence.organisations() if e.known and e not in taken and e.family != taken[0].family]
    if customer:
        provider += [e for e in others if e.trade in SUPPLIERS and rank(e) < rank(customer[0])][:1]
    elif provider[0].trade in SUPPLIERS:
        customer += [e for e in others if rank(e) > rank(provider[0]) and e.trade != "capital"][:1]


def _operate(sentence: Sentence, provider: list[Entity], customer: list[Entity]) -> None:
    """The capacity of a project is that of the organisation that runs it, when the article names it."""
    if customer or not provider or provider[0].kind != "project" or not provider[0].parent:
        return
    runs = next((e for e in sentence.article.entities() if e.name == provider[0].parent), None)
    if runs is not None:
        provider.clear()
        customer.append(runs)


def _planned(sentence: Sentence) -> bool:
    return any(t.labels & {"plan", "site_noun", "modal"} for t in sentence.stream)


def each_party(statement: Statement) -> list[Statement]:
    """One statement for every supplier or customer of a list; with a figure the first one has it all."""
    sides = {role: statement.parties.pop(role, []) for role in ("customer", "provider")}
    many = not statement.fields.keys() & {"amount", "power_mw", "accelerators"}
    found = []
    for customer in sides["customer"][: None if many else 1] or [None]:
        for provider in sides["provider"][: None if many else 1] or [None]:
            one = replace(statement, fields=dict(statement.fields), parties={}, spans=list(statement.spans))
            one.parties |= {"customer": [customer]} if customer else {}
            one.parties |= {"provider": [provider]} if provider else {}
            found.append(one)
    return found


def _sides(parties: Parties, role: str) -> list[Entity]:
    return [e for e in parties.get(role, []) if e.kind != "person"]


def _share_out(loose: list[Entity], provider: list[Entity], customer: list[Entity]) -> None:
    """Give those whose side no word tells the free side that their trade suggests."""
    for entity in loose:
        if entity in provider + customer or entity.kind not in ("company", "unknown"):
            continue
        if not provider and (not customer or rank(entity) <= rank(customer[0])):
            provider.append(entity)
        elif not customer:
            customer.append(entity)


def _builder(entity: Entity, provider: list[Entity], customer: list[Entity]) -> None:
    """Who builds provides; who builds for its own models is the customer."""
    (customer if entity.trade in BUILDS_FOR_ITSELF else provider).append(entity)
