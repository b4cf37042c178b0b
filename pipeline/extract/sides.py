"""The two sides of a capacity: who provides and who uses, by words first, by trades where the words leave it open."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.names import is_model
from pipeline.extract.recall import giver_and_taker, spoken_of
from pipeline.extract.roles import Part, assign, distance
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import NAME, Entity
from pipeline.extract.supply_chain import BUILDS_FOR_ITSELF, SUPPLIERS, before, rank

_TELLING = ("supplier", "customer", "supply", "procure")  # words that say who is on which side
_LOOSE = ("party", "builder", "owner", "partners", "investors", "recipient")  # roles that leave it open
_REACH = 9.0  # how far another event word may stand to tell of the same capacity
_CHIP_MAKERS = frozenset({"nvidia", "amd", "intel", "huawei", "cerebras", "groq", "broadcom", "qualcomm", "google"})


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
        """Put a name on a side, unless it or its group stands on one already."""
        joint = entity.kind == "project" and entity.trade == "joint"
        if not any(e is entity or (e.family == entity.family and not joint) for e in self.everyone):
            (self.provider if side == "provider" else self.customer).append(entity)


def sides(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> Sides:
    """The sides of a capacity whose event is `statement.event`; either may stay empty."""
    found = Sides(_named(statement, "provider"), _named(statement, "customer"))
    loose = [e for role in _LOOSE for e in _named(statement, role)]
    if label in ("supplier", "customer"):
        _appose(sentence, statement.event, label, found)
    if label == "procure" and found.provider and found.customer and _lets(sentence, statement):
        found.swap()
    if not (found.provider and found.customer):
        _ask_other_words(sentence, statement.event, found, loose)
    if figure is None:
        _drop_brands(sentence, statement.event, found)
    if label in ("build", "spend", "capex") and loose and not found.customer:
        uses = label == "spend" or loose[0].trade in BUILDS_FOR_ITSELF
        found.add("customer" if uses else "provider", loose[0])
    _share_out(sentence, loose, found)
    if (
        label == "contract"
        and found.provider
        and found.customer
        and before(sentence, found.customer[0], found.provider[0])
    ):
        found.swap()
    if figure is not None and not found.customer and found.provider and found.provider[0].trade in BUILDS_FOR_ITSELF:
        found.swap()
    if figure is not None and not found.provider:
        _add_brand(sentence, figure, found)
    if len(found.everyone) < 2 and (told := spoken_of(sentence)):
        _recall(told, found)
    if len(found.everyone) == 1:
        _complete(sentence, found)
    if len(found.everyone) == 1:
        _ask_the_context(sentence, statement, label, figure, found)
    return found


def _named(statement: Statement, role: str) -> list[Entity]:
    barred = ("person", "government") if role in ("provider", "builder") else ("person",)
    return [e for e in statement.parties.get(role, []) if e.kind not in barred]


def _appose(sentence: Sentence, event: int, label: str, found: Sides) -> None:
    """`Foo, the cloud provider of Bar` and `its cloud provider, Foo`: the name beside the noun is what the noun says."""
    stream = sentence.stream
    before = [i for i in (event - 3, event - 2) if i >= 0 and stream[i + 1].text == ","]
    after = [event + 1] if stream[event + 1 : event + 2] else []
    after += [event + 2] if len(stream) > event + 2 and stream[event + 1].text == "," else []
    beside = next((stream[i].value for i in before + after if stream[i].type == NAME and not stream[i].reference), None)
    if beside is None or not beside.party or beside.kind == "person":
        return
    own, other = (found.provider, found.customer) if label == "supplier" else (found.customer, found.provider)
    if beside not in own:
        others = [e for e in own if e is not beside]
        own[:] = [beside]
        other[:] = [e for e in other if e is not beside] or others


def _lets(sentence: Sentence, statement: Statement) -> bool:
    """`to rent chips to Foo`: who rents to somebody provides, where the language does not buy `to` somebody."""
    to = any(p.role == "provider" and p.case == "to" for p in statement.parts)
    return to and not sentence.article.lexicon.buys_to


def _ask_other_words(sentence: Sentence, event: int, found: Sides, loose: list[Entity]) -> None:
    """What the other words of the sentence that tell sides say of a contract's parties, or of a side left open."""
    for other in sentence.events:
        labels = sentence.stream[other].labels
        label = next((name for name in _TELLING if name in labels), None)
        if other == event or label is None or distance(sentence.stream, other, event) > _REACH:
            continue
        for part in assign(sentence, other, label):
            if _fills(part, found, loose):
                found.add(part.role, part.entity)


def _fills(part: Part, found: Sides, loose: list[Entity]) -> bool:
    side = {"provider": found.provider, "customer": found.customer}.get(part.role)
    return side is not None and not side and part.entity.kind != "person" and (part.score > 2 or part.entity in loose)


def _share_out(sentence: Sentence, loose: list[Entity], found: Sides) -> None:
    """Give those whose side no word tells the free side that their trade suggests."""
    for entity in loose:
        if entity in found.everyone or entity.kind not in ("company", "unknown", "government"):
            continue
        if not found.provider and (not found.customer or not before(sentence, found.customer[0], entity)):
            found.add("provider", entity)
        elif not found.customer:
            found.add("customer", entity)


def _add_brand(sentence: Sentence, figure: int, found: Sides) -> None:
    """The maker that a count of chips names (`10,000 Nvidia GPUs`), beside a customer."""
    key = next((word for word in sentence.stream[figure].text.split() if word in _CHIP_MAKERS), None)
    maker = sentence.article.registry.known(key) if key and found.customer else None
    if maker is not None:
        found.add("provider", maker)


def _ask_the_context(sentence: Sentence, statement: Statement, label: str, figure: int | None, found: Sides) -> None:
    """The other side where the sentence names one: who speaks, whose contract it is, or the partner told before."""
    other = None
    if found.provider and figure is not None and sentence.stream[figure].value.kind == "chips":
        other = _speaker(sentence)
    elif label == "contract" and any(p.case == "with" and p.entity in found.everyone for p in statement.parts):
        other = sentence.reading.subject
    if (
        other is not None
        and other.kind in ("company", "unknown")
        and {other.trade, found.everyone[0].trade} & SUPPLIERS
    ):
        found.add("customer" if found.provider else "provider", other)
    if found.customer and not found.provider:
        found.provider += _partner_before(sentence, found.customer[0])


def _speaker(sentence: Sentence) -> Entity | None:
    """The organisation that says what the sentence says (`..., Foo said`)."""
    stream = sentence.stream
    for i in sentence.case:
        if any("speaker_verb" in t.labels for t in stream[i + 1 : i + 2]):
            return stream[i].value
    return None


def _partner_before(sentence: Sentence, customer: Entity) -> list[Entity]:
    """The supplier with whom the customer has allied in the sentence before."""
    for told in reversed(sentence.earlier):
        if told.kind == "partnership" and sentence.number - told.reading <= 1 and customer in told.everyone:
            return [e for e in told.everyone if e is not customer and e.trade in SUPPLIERS and rank(e) < rank(customer)]
    return []


def _recall(told: Statement, found: Sides) -> None:
    """The sides of the deal that `the agreement` means, when they agree with the side that the sentence names."""
    provider, customer = giver_and_taker(told)
    if all(e in (provider, customer) for e in found.everyone):
        found.provider, found.customer = [provider], [customer]


def _drop_brands(sentence: Sentence, event: int, found: Sides) -> None:
    """A maker who only stands before its product is no provider, unless the product is bought: `runs on Foo chips`."""
    if sentence.stream[event].labels & {"acquire", "lease", "contract"}:
        return
    found.provider = [e for e in found.provider if not _is_brand(sentence, e)]


def _is_brand(sentence: Sentence, entity: Entity) -> bool:
    stream = sentence.stream
    places = [i for i in sentence.case if stream[i].value is entity]
    for i in places:
        after = next((t for t in stream[i + 1 : i + 3] if not is_model(t.text.upper())), None)
        brand = after is not None and "hardware" in after.labels
        follows = sentence.case[i].label == "bare" and i and "hardware" in stream[i - 1].labels
        if sentence.case[i].poss or not (brand or follows):
            return False
    return bool(places)


def _complete(sentence: Sentence, found: Sides) -> None:
    """A supplier by trade without another part in the sentence supplies the customer, and the other way round."""
    taken = found.everyone[0]
    others = [
        e for e in sentence.organisations() if e.known and e.family != taken.family and not _is_brand(sentence, e)
    ]
    if found.customer:
        fits = [e for e in others if e.trade in SUPPLIERS and rank(e) < rank(taken)]
    else:
        fits = [e for e in others if rank(e) > rank(taken) and e.trade != "capital" and taken.trade in SUPPLIERS]
    if fits:
        found.add("provider" if found.customer else "customer", fits[0])
