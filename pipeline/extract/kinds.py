"""From an event with its parties and figure to a statement of one of the eight kinds."""

from __future__ import annotations

from pipeline.extract.deals import CHAIN, Sentence, Statement, assign
from pipeline.extract.facts import add_facts, money
from pipeline.extract.stream import NAME, QUANTITY, Entity

_KIND = {
    "raise": "funding_round", "raise_weak": "funding_round", "round": "funding_round", "invest": "investment",
    "investment": "investment", "stake": "investment", "hold": "investment", "acquire": "acquisition",
    "acquisition": "acquisition", "supply": "capacity", "procure": "capacity", "contract": "capacity",
    "supplier": "capacity", "customer": "capacity", "guarantee": "guarantee", "guarantee_noun": "guarantee",
    "spend": "capex", "capex": "capex", "build": "capex", "partner": "partnership", "partnership": "partnership",
}  # fmt: skip
Parties = dict[str, list[Entity]]


def build(sentence: Sentence, event: int, label: str, figure: int | None) -> Statement | None:
    """The statement of an event, or None when it names no deal."""
    kind = _KIND.get(label)
    if kind is None:
        return None
    parties: Parties = {
        role: [sentence.stream[i].value for i in found] for role, found in assign(sentence, event, label).items()
    }
    measure = sentence.stream[figure].value.kind if figure is not None else None
    if measure in ("power", "chips"):
        kind = "capacity"
    elif kind == "investment":
        kind = _investment_or_capex(sentence, event, parties)
    elif label == "contract" and not _about_compute(sentence, parties):
        return None
    statement = Statement(kind, sentence.number, event, parties=parties)
    ready = _READERS[kind](sentence, statement, label, figure)
    if not ready:
        return None
    if figure is not None:
        _set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    return statement


def _set_measure(sentence: Sentence, statement: Statement, figure: int) -> None:
    quantity = sentence.stream[figure].value
    if quantity.kind == "money":
        statement.fields["amount"] = money(quantity)
    elif quantity.kind == "power":
        statement.fields["power_mw"] = {"value": quantity.value, "bound": quantity.bound}
    else:
        statement.fields["accelerators"] = {"value": quantity.value, "bound": quantity.bound}
        if quantity.model:
            statement.fields["accelerators"]["model"] = quantity.model


def _investment_or_capex(sentence: Sentence, event: int, parties: Parties) -> str:
    """Money into an organisation is an investment, money into places, sites and compute is capex."""
    if any(e.kind == "project" for e in parties.get("investors", []) + parties.get("recipient", [])):
        return "capex"
    recipients = [e for e in parties.get("recipient", []) if e.kind in ("company", "unknown")]
    if recipients:
        return "investment"
    stream = sentence.stream
    for token in stream[event : event + 14]:
        if token.labels & {"site_noun", "compute", "country"} or (
            token.type == NAME and token.value and token.value.kind in ("project", "place")
        ):
            return "capex"
    return "investment"


def _about_compute(sentence: Sentence, parties: Parties) -> bool:
    if any("compute" in t.labels for t in sentence.stream):
        return True
    trades = {e.trade for e in parties.get("party", [])}
    return bool(trades & {"chips", "cloud", "datacenter", "power"}) and len(parties.get("party", [])) >= 2


def _funding_round(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    leads = parties.pop("leads", [])
    investors = leads + [e for e in parties.get("investors", []) if e not in leads]
    recipient = parties.get("recipient", [])
    parties.clear()
    if not recipient or recipient[0].trade == "capital":
        fallback = _topic(sentence, investors)
        if fallback:
            recipient, statement.guessed = [fallback], True
    if recipient:
        parties["recipient"] = recipient[:1]
    if investors:
        parties["investors"] = [e for e in investors if e not in recipient]
    if leads:
        parties["leads"] = leads
    statement.fragment = figure is None
    return bool(recipient)


def _investment(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    parties.pop("leads", None)
    if not parties.get("recipient"):
        topic = _topic(sentence, parties.get("investors", []))
        if topic:
            parties["recipient"], statement.guessed = [topic], True
    for role in [r for r in parties if r not in ("recipient", "investors")]:
        del parties[role]
    if figure is None and (label not in ("stake", "hold") or not parties.get("investors")):
        return False
    return bool(parties.get("recipient"))


def _acquisition(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    for role in [r for r in parties if r not in ("target", "acquirer")]:
        del parties[role]
    if not parties.get("target") and parties.get("acquirer"):
        others = [e for e in _names(sentence) if e not in parties["acquirer"] and e.kind in ("company", "unknown")]
        if others:
            parties["target"] = others[:1]
    return bool(parties.get("target")) and (figure is not None or bool(parties.get("acquirer")))


def _capacity(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    loose = parties.pop("party", [])
    for role in ("owner", "builder", "investors", "recipient"):
        loose += parties.pop(role, [])
    provider = [e for e in parties.get("provider", []) if e.kind != "person"][:1]
    customer = [e for e in parties.get("customer", []) if e.kind != "person"][:1]
    if label in ("build", "spend", "capex") and loose and not provider and not customer:
        _builder(loose[0], provider, customer)
    for entity in loose:
        if entity not in provider + customer and entity.kind in ("company", "unknown"):
            if not provider and (not customer or _rank(entity) <= _rank(customer[0])):
                provider = [entity]
            elif not customer:
                customer = [entity]
    if label == "contract" and provider and customer and _rank(customer[0]) < _rank(provider[0]):
        provider, customer = customer, provider
    parties.clear()
    if provider:
        parties["provider"] = provider
    if customer:
        parties["customer"] = customer
    if figure is None:
        near = sentence.stream[max(0, statement.event - 6) : statement.event + 9]
        if not any("compute" in t.labels for t in near) and label not in ("supplier", "customer"):
            return False
        return bool(provider and customer) and all(_solid(sentence, e) for e in provider + customer)
    if not provider and not customer:
        topic = _topic(sentence)
        if not topic:
            return False
        parties["provider" if topic.trade in ("cloud", "datacenter", "power", "chips") else "customer"] = [topic]
        statement.guessed = True
    return True


def _builder(entity: Entity, provider: list[Entity], customer: list[Entity]) -> None:
    """Who builds provides; who builds for its own models is the customer."""
    (customer if entity.trade in ("lab", "hyperscaler", "software") else provider).append(entity)


def _guarantee(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    for role in [r for r in parties if r not in ("guarantor", "beneficiary")]:
        del parties[role]
    return bool(parties.get("beneficiary") and parties.get("guarantor"))


def _capex(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    owner = parties.get("owner", []) or parties.get("builder", []) or parties.get("investors", [])
    project = [e for e in _names(sentence) if e.kind == "project" and e.trade == "joint"]
    if figure is None:
        return False
    if not any(t.labels & {"compute", "site_noun", "ai", "capex"} for t in sentence.stream) and not project:
        return False
    parties.clear()
    owner = project[:1] or owner[:1]
    if not owner:
        topic = _topic(sentence)
        owner, statement.guessed = ([topic] if topic else []), True
    if owner:
        parties["owner"] = owner
    return bool(owner)


def _partnership(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    parties = statement.parties
    partners = [e for e in parties.get("partners", []) if e.kind not in ("person", "project") and _solid(sentence, e)]
    parties.clear()
    parties["partners"] = partners
    return len(partners) >= 2 and figure is None


def _solid(sentence: Sentence, entity: Entity) -> bool:
    """Known, or surely an organisation: an unknown capitalised word alone makes no party of a deal without figures."""
    return (
        entity.known
        or entity.kind == "company"
        or bool(entity.trade)
        or sentence.article.mentions.get(id(entity), 0) > 1
    )


def _rank(entity: Entity) -> int:
    return CHAIN.get(entity.trade, CHAIN[""])


def _names(sentence: Sentence) -> list[Entity]:
    return [t.value for t in sentence.stream if t.type == NAME and t.value is not None and t.value.party]


def _topic(sentence: Sentence, taken: list[Entity] | None = None) -> Entity | None:
    """Whom a sentence speaks of when it does not say: its heading's name, its subject, the article's topic."""
    for entity in (sentence.reading.heading_subject, sentence.reading.subject, sentence.article.topic):
        if (
            entity
            and entity.kind in ("company", "unknown")
            and entity not in (taken or [])
            and entity.trade != "capital"
        ):
            return entity
    return None


_READERS = {
    "funding_round": _funding_round, "investment": _investment, "acquisition": _acquisition, "capacity": _capacity,
    "guarantee": _guarantee, "capex": _capex, "partnership": _partnership,
}  # fmt: skip
__all__ = ["QUANTITY", "build"]
