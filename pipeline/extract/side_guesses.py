"""The sides of a capacity where the words leave them open: by trade, by brand, by what was told before."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.beside import is_brand
from pipeline.extract.recall import giver_and_taker, half_told, spoken_of
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import NAME, QUANTITY, Entity
from pipeline.extract.supply_chain import BUILDS_FOR_ITSELF, SUPPLIERS, before, place, rank

_CHIP_MAKERS = frozenset({"nvidia", "amd", "intel", "huawei", "cerebras", "groq", "broadcom", "qualcomm", "google"})
_OF_TWO = frozenset({"partnership", "investment", "capacity"})
FIRMS = frozenset({"company", "unknown"})


@dataclass(slots=True)
class Sides:
    """Those who provide and those who use."""

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
    free = [e for e in loose if e not in found.everyone and e.kind in FIRMS | {"government"}]
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
    return place(sentence, entity), -named


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
        and before(sentence, found.customer[0], found.provider[0])
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
    key = next((word for text in texts for word in text.split() if word in _CHIP_MAKERS), None)
    maker = sentence.article.registry.known(key) if key and found.customer else None
    if maker is not None:
        found.add("provider", maker)


def ask_the_context(sentence: Sentence, statement: Statement, label: str, figure: int | None, found: Sides) -> None:
    """Fill an open side from the deal spoken of, the other names of the sentence, its speaker, or an ally."""
    if len(found.everyone) < 2:
        _recall(sentence, found)
    if figure is not None and not found.customer and sentence.stream[figure].value.kind == "chips":
        _ask_the_speaker(sentence, found)
        add_brand(sentence, figure, found)
    if len(found.everyone) == 1:
        _complete(sentence, found)
    if len(found.everyone) == 1 and label == "contract":
        _ask_the_subject(sentence, statement, found)
    if found.customer and not found.provider:
        found.provider += ally(sentence, found.customer[0])
    elif found.provider and not found.customer and figure is not None:
        _ask_the_pair(sentence, found)


def _recall(sentence: Sentence, found: Sides) -> None:
    """The sides of the deal that `the agreement` means, when they agree with the side that the sentence names."""
    if told := spoken_of(sentence, found.everyone):
        giver, taker = giver_and_taker(told)
        found.provider, found.customer = [giver], [taker]
    elif len(found.everyone) == 1 and (half := half_told(sentence)):
        known, new = half.everyone[0], found.everyone[0]
        if known.family != new.family:
            sides = ([new], [known]) if half.first("customer") else ([known], [new])
            found.provider, found.customer = sides


def _complete(sentence: Sentence, found: Sides) -> None:
    """A supplier by trade without another part in the sentence supplies the customer, and the other way round."""
    taken = found.everyone[0]
    aside = [sentence.stream[i].value for i, c in sentence.case.items() if _in_relative(sentence, c.anchor)]
    others = [
        e
        for e in sentence.organisations()
        if e not in aside and e.known and e.family != taken.family and not is_brand(sentence, e)
    ]
    if found.customer:
        fits = [e for e in others if e.trade in SUPPLIERS and rank(e) < rank(taken)]
    else:
        fits = [e for e in others if rank(e) > rank(taken) and e.trade != "capital" and taken.trade in SUPPLIERS]
    if fits:
        found.add("provider" if found.customer else "customer", fits[0])


def _in_relative(sentence: Sentence, anchor: int) -> bool:
    return anchor >= 0 and "relative" in sentence.stream[anchor].labels


def _ask_the_speaker(sentence: Sentence, found: Sides) -> None:
    """`600,000 Foo chips will be installed, Bar said`: who says so is their customer."""
    stream = sentence.stream
    for i in sentence.case:
        speaker = stream[i].value
        if any("speaker_verb" in t.labels for t in stream[i + 1 : i + 2]) and speaker.kind in FIRMS:
            if all(rank(e) < rank(speaker) for e in found.provider):
                found.add("customer", speaker)


def _ask_the_subject(sentence: Sentence, statement: Statement, found: Sides) -> None:
    """`there is a cloud deal with Foo` in what Bar announces: Bar's."""
    other = sentence.reading.subject
    joined = any(p.case == "with" and p.entity in found.everyone for p in statement.parts)
    if joined and other is not None and other.kind in FIRMS and {other.trade, found.everyone[0].trade} & SUPPLIERS:
        first, second = sorted((found.everyone[0], other), key=lambda e: place(sentence, e))
        found.provider, found.customer = [first], [second]


def _ask_the_pair(sentence: Sentence, found: Sides) -> None:
    """The customer of a maker who is one of the two of whom the sentences before tell (`OpenAI and NVIDIA ...`)."""
    maker = found.provider[0]
    pairs = [s.everyone for s in reversed(sentence.earlier) if sentence.number - s.reading <= 2 and s.kind in _OF_TWO]
    if sentence.number:
        before = sentence.article.readings[sentence.number - 1].tokens
        named = {
            id(t.value): t.value for t in before if t.type == NAME and t.value is not None and t.value.kind in FIRMS
        }
        pairs.append(list(named.values()))
    for pair in pairs:
        others = [e for e in pair if e is not maker and e.kind in FIRMS]
        if maker in pair and len(others) == 1 and rank(others[0]) > rank(maker):
            found.add("customer", others[0])


def ally(sentence: Sentence, customer: Entity) -> list[Entity]:
    """The supplier with whom the customer has allied in the sentence before."""
    for told in reversed(sentence.earlier):
        if told.kind == "partnership" and sentence.number - told.reading <= 1 and customer in told.everyone:
            return [e for e in told.everyone if e is not customer and e.trade in SUPPLIERS and rank(e) < rank(customer)]
    return []
