"""The sides of a capacity where the words leave them open: by trade and by brand."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.facts.recall import refers_back
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import BUILDS_FOR_ITSELF, LETTING, position, rather_supplies
from pipeline.extract.grammar.stream import QUANTITY, Entity
from pipeline.extract.names.gazetteer import gazetteer

_BRANDED = frozenset({"chips", "hyperscaler"})  # trades that put their name on chips


@dataclass(slots=True)
class Sides:
    """The two sides of a capacity: who provides compute, and who uses it; either may be empty or a list."""

    provider: list[Entity] = field(default_factory=list)
    customer: list[Entity] = field(default_factory=list)

    @property
    def everyone(self) -> list[Entity]:
        """Both sides together."""
        return self.provider + self.customer

    def swap(self) -> None:
        """Change places."""
        self.provider, self.customer = self.customer, self.provider

    def add(self, side: str, entity: Entity) -> None:
        """Put a name on a side, unless it or its group stands on one already; a joint project is no group's."""
        joint = entity.kind == "project" and entity.trade == "joint"
        if not any(e is entity or (e.family == entity.family and not joint) for e in self.everyone):
            (self.provider if side == "provider" else self.customer).append(entity)


def share_out(sentence: Sentence, loose: list[Entity], found: Sides) -> None:
    """Give those whose side no word tells the free sides: the one left over, or as their trades suggest."""
    free = [e for e in loose if e not in found.everyone and (e.firm or e.kind == "government")]
    if found.provider and free and not found.customer:
        found.add("customer", free[0])
    elif found.customer and free and not found.provider:
        found.add("provider", free[0])
    elif free and not found.everyone:
        for entity in free[1:2]:
            found.customer = [max(free[0], entity, key=lambda e: _place_and_order(sentence, e))]
        found.add("provider", next(e for e in free if e not in found.customer))


def _place_and_order(sentence: Sentence, entity: Entity) -> tuple[float, int]:
    """Who stands later in the chain buys; of two equals the one named first."""
    named = next((i for i in sentence.case if sentence.stream[i].value is entity), 0)
    return position(sentence, entity), -named


def settle(
    sentence: Sentence, statement: Statement, label: str, figure: int | None, found: Sides, *, told: bool
) -> None:
    """Turn the sides round that go against the supply chain, where the words do not insist on them."""
    both = found.provider and found.customer
    rented = any(p.case == "from" for p in statement.parts) and "lease" in sentence.stream[statement.event].labels
    if (
        label == "contract"
        and both
        and not rented
        and not told
        and rather_supplies(sentence, found.customer[0], found.provider[0])
    ):
        found.swap()
    if figure is not None and not found.customer and found.provider and found.provider[0].trade in BUILDS_FOR_ITSELF:
        found.swap()
    if figure is not None and not found.provider:
        add_brand(sentence, figure, found)


def add_brand(sentence: Sentence, figure: int, found: Sides) -> None:
    """The maker that a count of chips names (`10,000 Nvidia GPUs`), beside a customer."""
    chips = [t.text for t in sentence.stream if t.type == QUANTITY and t.value.kind == "chips"]
    texts = [sentence.stream[figure].text] if sentence.stream[figure].value.kind == "chips" else chips
    brands = [gazetteer().brands.get(word) for text in texts for word in text.split()] if found.customer else []
    brand = next((known for known in brands if known is not None and known.trade in _BRANDED), None)
    maker = sentence.article.registry.known(brand) if brand is not None else None
    maker = maker or (_maker_behind(sentence, figure) if found.customer else None)
    if maker is None:
        return
    if site := _site_gone_on_with(sentence, found):
        found.provider, found.customer = site.provider, site.customer
    else:
        found.add("provider", maker)


def _site_gone_on_with(sentence: Sentence, found: Sides) -> Sides | None:
    """`Foo rents a site from Bar. The cluster will hold 10,000 Baz GPUs`: the sides of the site told of, where its host
    lets the brand's chips."""
    told = next(iter(sentence.recent(1, "capacity")), None)
    if told is None or not found.customer or not refers_back(sentence):
        return None
    host, user = told.first("provider"), told.first("customer")
    goes_on = host is not None and host.trade in LETTING and found.customer[0] in (host, user)
    return Sides([host], [user]) if host is not None and user is not None and goes_on else None


def _maker_behind(sentence: Sentence, figure: int) -> Entity | None:
    """The chip maker named right behind a count of chips or their power: `10,000 GPUs from Foo`, `2 GW of Foo
    systems`."""
    if sentence.stream[figure].value.kind not in ("chips", "power"):
        return None
    for i in range(figure + 1, min(figure + 4, len(sentence.stream))):
        case = sentence.case.get(i)
        if case is not None:
            maker = sentence.stream[i].value
            governed = figure < case.anchor and case.label in ("from", "of", "by")
            return maker if governed and maker is not None and maker.trade == "chips" else None
    return None
