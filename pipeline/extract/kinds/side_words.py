"""What one word says of the sides of a capacity: to supply, to rent, a contract awarded, a customer, a supplier."""

from __future__ import annotations

from pipeline.extract.facts.beside import is_brand, keeper_of
from pipeline.extract.facts.roles import Part, by_role
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import SUPPLIERS, rank
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.kinds.side_guesses import FIRMS, Sides
from pipeline.extract.kinds.side_phrases import taken_on

_BUYING = frozenset({"acquire", "lease", "spend"})


def told_by(sentence: Sentence, event: int, label: str, parts: list[Part]) -> Sides:
    """The sides that an event word gives the names around it."""
    named = by_role(parts)
    found = Sides(
        [e for e in named.get("provider", []) if e.kind not in ("person", "government")],
        [e for e in named.get("customer", []) if e.kind != "person"],
    )
    if label in ("supplier", "customer"):
        _by_noun(sentence, event, label, found)
    elif label == "procure":
        _by_purchase(sentence, event, parts, found)
    _put_owners(sentence, found)
    _drop_brands(sentence, event, found)
    if not found.provider and len(found.customer) > 1:  # `Foo and the chipmaker Bar will deploy`
        found.provider = [e for e in found.customer if e.trade in SUPPLIERS and rank(e) < rank(found.customer[0])]
        found.customer = [e for e in found.customer if e not in found.provider]
    return found


def _by_noun(sentence: Sentence, event: int, label: str, found: Sides) -> None:
    """`Foo, the cloud provider of Bar`, `its cloud provider, Foo`, `Foo counts Bar among its customers`."""
    own, other = (found.provider, found.customer) if label == "supplier" else (found.customer, found.provider)
    if taken := taken_on(sentence, event):
        own[:], other[:] = taken[0], [taken[1]]
        return
    if named := _counted(sentence):
        rest = [e for e in own if e not in named]
        own[:] = named
        other[:] = [e for e in other if e not in named] or rest


def _counted(sentence: Sentence) -> list[Entity]:
    """The objects of a verb of counting: `Parmi ses clients, Foo compte Bar et Baz`, `Foo lists Bar as a customer`."""
    stream = sentence.stream
    verb = next((i for i, t in enumerate(stream) if "counts" in t.labels), None)
    if verb is None or not any(i < verb for i in sentence.case):
        return []
    objects = [i for i, case in sorted(sentence.case.items()) if i > verb and case.label == "bare" and not case.poss]
    listed = [i for i in objects if sentence.case[i].group == sentence.case[objects[0]].group]
    named = [stream[i].value for i in listed if not stream[i].reference]
    return [e for e in named if e is not None and e.kind in FIRMS]


def _by_purchase(sentence: Sentence, event: int, parts: list[Part], found: Sides) -> None:
    """`rents chips to Foo` lets them; `installs chips for Foo` provides them."""
    lent = any(p.role == "provider" and p.case == "to" for p in parts)
    lets = "lease" in sentence.stream[event].labels and not sentence.article.lexicon.buys_to
    if found.provider and found.customer and lent and lets:
        found.swap()
    elif not found.provider and any(p.case == "for" and p.entity in found.customer for p in parts):
        doers = [sentence.stream[i].value for i, c in sentence.case.items() if c.label in ("bare", "by")]
        found.provider = [e for e in doers if e.kind in FIRMS and e not in found.customer][:1]


def _put_owners(sentence: Sentence, found: Sides) -> None:
    """`at its Foo campus`: whose campus it is provides, unless that is all that is known of it."""
    for project in [e for e in found.provider if e.kind == "project"]:
        owner = keeper_of(sentence, project)
        if owner is not None:
            found.provider = [owner]
            found.customer = [e for e in found.customer if e is not owner]


def _drop_brands(sentence: Sentence, event: int, found: Sides) -> None:
    """A maker beside its product provides it only when it is bought, and from nobody else; it is no customer."""
    found.customer = [e for e in found.customer if not is_brand(sentence, e)]
    brands = [e for e in found.provider if is_brand(sentence, e)]
    sellers = [sentence.stream[i].value for i, c in sentence.case.items() if c.label == "from" and i > event]
    bought = bool(sentence.stream[event].labels & _BUYING)
    if brands and (sellers or not bought):
        kept = [e for e in found.provider if e not in brands]
        found.provider = kept or [e for e in sellers if e.kind in FIRMS and e not in found.customer]
