"""What one word says of the sides of a capacity: to supply, to rent, a contract awarded, a customer, a supplier."""

from __future__ import annotations

from pipeline.extract.facts.beside import beside_noun, is_brand, keeper_of
from pipeline.extract.facts.roles import Part, assign, by_role
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import SUPPLIERS, rank
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.stream import Entity, Token
from pipeline.extract.grammar.windows import before
from pipeline.extract.kinds.side_guesses import Sides
from pipeline.extract.kinds.side_phrases import taken_on, won_from, won_with

_BUYING = frozenset({"acquire", "lease", "spend"})
_NEAR = 5.0  # how far a contract's verb of award may stand


def told_by(sentence: Sentence, event: int, label: str, parts: list[Part]) -> Sides:
    """The sides that an event word gives the names around it."""
    if label == "contract" and (
        awarded := _awarded(sentence, event) or won_from(sentence, event) or won_with(sentence, event)
    ):
        return awarded
    named = by_role(parts)
    found = Sides(
        [e for e in named.get("provider", []) if e.kind not in ("person", "government")],
        [e for e in named.get("customer", []) if e.kind != "person"],
    )
    if label in ("supplier", "customer"):
        _by_noun(sentence, event, label, parts, found)
    elif label == "procure":
        _by_purchase(sentence, event, parts, found)
    _put_owners(sentence, found)
    _drop_brands(sentence, event, found)
    if not found.provider and len(found.customer) > 1:  # `Foo and the chipmaker Bar will deploy`
        found.provider = [e for e in found.customer if e.trade in SUPPLIERS and rank(e) < rank(found.customer[0])]
        found.customer = [e for e in found.customer if e not in found.provider]
    return found


def _awarded(sentence: Sentence, event: int) -> Sides | None:
    """`a contract has been awarded to Foo by Bar`: who is given a contract provides."""
    stream = sentence.stream
    for i, token in enumerate(stream if "award" in stream.labels else ()):
        if "award" in token.labels and distance(stream, i, event) <= _NEAR:
            found = Sides()
            for part in assign(sentence, i, "award"):
                found.add(part.role, part.entity)
            if found.provider:
                return found
    return None


def _by_noun(sentence: Sentence, event: int, label: str, parts: list[Part], found: Sides) -> None:
    """`Foo, the cloud provider of Bar`, `its cloud provider, Foo`, `Foo counts Bar among its customers`."""
    own, other = (found.provider, found.customer) if label == "supplier" else (found.customer, found.provider)
    if taken := taken_on(sentence, event):
        own[:], other[:] = taken[0], [taken[1]]
        return
    owner = next((t.value for t in before(sentence.stream, event, 3) if _owns(t)), None)
    if label == "supplier" and owner is not None:
        own[:] = [e for e in own if e is not owner]
        other[:] = [owner]
    beside = beside_noun(sentence, event)
    named = _counted(sentence) or (_with_list(sentence, beside) if beside else _listed(sentence, event, parts))
    if named:
        rest = [e for e in own if e not in named]
        own[:] = named
        other[:] = [e for e in other if e not in named] or rest


def _with_list(sentence: Sentence, beside: Entity) -> list[Entity]:
    """The name in apposition to a noun, with those of its list: `its customers Foo and Bar`."""
    stream = sentence.stream
    groups = {c.group for i, c in sentence.case.items() if stream[i].value is beside and not stream[i].reference}
    named = [stream[i].value for i, c in sorted(sentence.case.items()) if c.group in groups]
    return [e for e in {id(e): e for e in named}.values() if e is not None and (e is beside or e.firm)]


def _listed(sentence: Sentence, event: int, parts: list[Part]) -> list[Entity]:
    """The names that a noun or a verb of counting lists: `customers include Foo`, `counts Foo among its customers`."""
    names = [p.entity for p in parts if p.case == "join"]
    anchors = {c.anchor for i, c in sentence.case.items() if sentence.stream[i].value in names and c.label == "join"}
    counted = any(a in (event, event + 1) or "in_use" in sentence.stream[a].labels for a in anchors if a >= 0)
    return names if counted else []


def _counted(sentence: Sentence) -> list[Entity]:
    """The objects of a verb of counting: `Parmi ses clients, Foo compte Bar et Baz`, `Foo lists Bar as a customer`."""
    stream = sentence.stream
    verb = next((i for i, t in enumerate(stream) if "counts" in t.labels), None)
    if verb is None or not any(i < verb for i in sentence.case):
        return []
    objects = [i for i, case in sorted(sentence.case.items()) if i > verb and case.label == "bare" and not case.poss]
    listed = [i for i in objects if sentence.case[i].group == sentence.case[objects[0]].group]
    named = [stream[i].value for i in listed if not stream[i].reference]
    return [e for e in named if e is not None and e.firm]


def _owns(token: Token) -> bool:
    """`its suppliers`: the pronoun's organisation."""
    return "poss_pronoun" in token.labels and token.value is not None and token.value.firm


def _by_purchase(sentence: Sentence, event: int, parts: list[Part], found: Sides) -> None:
    """`rents chips to Foo` lets them; `installs chips for Foo` provides them."""
    lent = any(p.role == "provider" and p.case == "to" for p in parts)
    lets = "lease" in sentence.stream[event].labels and not sentence.article.lexicon.buys_to
    lent = (lent and lets) or _lets_to(sentence, event, parts)
    if found.provider and found.customer and lent:
        found.swap()
    elif found.customer and not found.provider and (given := _installed_for(sentence, event, found.customer)):
        found.provider, found.customer = given
    elif not found.provider and any(p.case == "for" and p.entity in found.customer for p in parts):
        doers = [sentence.stream[i].value for i, c in sentence.case.items() if c.label in ("bare", "by")]
        found.provider = [e for e in doers if e.firm and e not in found.customer][:1]


def _lets_to(sentence: Sentence, event: int, parts: list[Part]) -> bool:
    """`les serveurs que lui loue Foo`: a verb that means to rent and to let lets to whom a pronoun names."""
    told = any(p.case == "to" and "dative" in sentence.stream[p.name].labels for p in parts)
    return told and "lease" in sentence.stream[event].labels


def _installed_for(sentence: Sentence, event: int, named: list[Entity]) -> tuple[list[Entity], list[Entity]] | None:
    """`will be installed by Foo for Bar`: Bar's, whoever of the two was taken for the customer."""
    stream = sentence.stream
    if stream[event].labels & _BUYING:
        return None
    doers = [stream[i].value for i, c in sentence.case.items() if c.label == "by" and event < i]
    users = [stream[i].value for i, c in sentence.case.items() if c.label == "for" and event < i]
    both = doers and users and (doers[0] in named or users[0] in named)
    firms = [e for e in (*doers[:1], *users[:1]) if e is not None and e.firm]
    return (firms[:1], firms[1:]) if both and len(firms) == 2 else None


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
        found.provider = kept or [e for e in sellers if e.firm and e not in found.customer]
