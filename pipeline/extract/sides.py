"""The two sides of a capacity: who provides and who uses, by words first, by trades where the words leave it open."""

from __future__ import annotations

from pipeline.extract.beside import beside_noun, is_brand
from pipeline.extract.distances import distance
from pipeline.extract.roles import Part, assign
from pipeline.extract.side_guesses import FIRMS, Sides, add_brand, ask_the_context, settle, share_out
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import Entity, Token
from pipeline.extract.supply_chain import BUILDS_FOR_ITSELF, SUPPLIERS, rank

_TELLING = ("supplier", "customer", "award", "supply", "procure")  # words that say who is on which side
_LOOSE = ("party", "builder", "owner", "partners", "investors", "recipient")  # roles that leave it open
_REACH = 9.0  # how far another event word may stand to tell of the same capacity
_BUYING = frozenset({"acquire", "lease"})


def sides(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> Sides:
    """The sides of a capacity whose event is `statement.event`; either may stay empty."""
    found = _told(sentence, statement, label)
    loose = [e for role in _LOOSE for e in _named(statement, role)]
    if figure is not None and label in ("build", "spend", "procure") and loose + found.customer and not found.provider:
        found.customer = found.customer or loose[:1]
        add_brand(sentence, figure, found)
        found.customer = found.customer if found.provider or label == "procure" else []
    if not (found.provider and found.customer):
        _ask_other_words(sentence, statement.event, found, loose)
    if label in ("build", "spend", "capex") and loose and not found.customer:
        commits = label == "spend" and any(p.case == "subject" and p.entity is loose[0] for p in statement.parts)
        found.add("customer" if commits or loose[0].trade in BUILDS_FOR_ITSELF else "provider", loose[0])
    if figure is not None and not found.provider and len({id(e) for e in loose + found.customer}) == 1:
        found.customer = found.customer or loose[:1]
        add_brand(sentence, figure, found)
        if not found.provider and loose:
            found.customer.remove(loose[0]) if loose[0] in found.customer else None
    told = bool(found.everyone) and label == "contract"
    share_out(sentence, loose, found)
    settle(sentence, statement, label, figure, found, told=told)
    ask_the_context(sentence, statement, label, figure, found)
    return found


def _told(sentence: Sentence, statement: Statement, label: str) -> Sides:
    """What the event's own words say."""
    event = statement.event
    found = Sides(_named(statement, "provider"), _named(statement, "customer"))
    if label == "contract" and (awarded := _awarded(sentence, event)):
        return awarded
    if label in ("supplier", "customer"):
        _by_noun(sentence, statement, label, found)
    elif label == "procure" and found.provider and found.customer and _lets(sentence, statement):
        found.swap()
    brands = [e for e in found.provider if is_brand(sentence, e)]
    sellers = [sentence.stream[i].value for i, c in sentence.case.items() if c.label == "from" and i > event]
    if brands and (sellers or not _buys(sentence, event)):
        found.provider = [e for e in found.provider if e not in brands] or [e for e in sellers if e.kind in FIRMS]
    if label == "procure" and any(p.case == "for" and p.entity in found.customer for p in statement.parts):
        makers = [
            sentence.stream[i].value for i, c in sentence.case.items() if c.label in ("bare", "by") and i < event + 9
        ]
        found.provider = found.provider or [e for e in makers if e.kind in FIRMS and e not in found.customer][:1]
    if not found.provider and len(found.customer) > 1:  # `Foo and the chipmaker Bar will deploy`
        found.provider = [e for e in found.customer if e.trade in SUPPLIERS and rank(e) < rank(found.customer[0])]
        found.customer = [e for e in found.customer if e not in found.provider]
    return found


def _awarded(sentence: Sentence, event: int) -> Sides | None:
    """`a contract has been awarded to Foo by Bar`: who is given a contract provides."""
    near = [
        i for i, t in enumerate(sentence.stream) if "award" in t.labels and distance(sentence.stream, i, event) <= 5
    ]
    for i in near:
        found = Sides()
        for part in assign(sentence, i, "award"):
            found.add(part.role, part.entity)
        if found.provider:
            return found
    return None


def _named(statement: Statement, role: str) -> list[Entity]:
    barred = ("person", "government") if role in ("provider", "builder") else ("person",)
    return [e for e in statement.parties.get(role, []) if e.kind not in barred]


def _buys(sentence: Sentence, event: int) -> bool:
    """Whether an event buys or rents a product, so that its brand sells it."""
    return bool(sentence.stream[event].labels & _BUYING)


def _lets(sentence: Sentence, statement: Statement) -> bool:
    """`to rent chips to Foo`: who rents to somebody provides, where the language does not buy `to` somebody."""
    to = any(p.role == "provider" and p.case == "to" for p in statement.parts)
    return to and not sentence.article.lexicon.buys_to


def _by_noun(sentence: Sentence, statement: Statement, label: str, found: Sides) -> None:
    """`Foo, the cloud provider of Bar`, `its cloud provider, Foo`, `Foo counts Bar among its customers`."""
    own, other = (found.provider, found.customer) if label == "supplier" else (found.customer, found.provider)
    owner = next((t.value for t in sentence.stream[max(0, statement.event - 3) : statement.event] if _owns(t)), None)
    if label == "supplier" and owner is not None:
        own[:] = [e for e in own if e is not owner]
        other[:] = [owner]
    listed = [p.entity for p in statement.parts if p.case == "join"]
    beside = beside_noun(sentence, statement.event)
    named = [beside] if beside is not None else listed
    if named:
        rest = [e for e in own if e not in named]
        own[:] = named
        other[:] = [e for e in other if e not in named] or rest


def _owns(token: Token) -> bool:
    """`its suppliers`: the pronoun's organisation."""
    return "poss_pronoun" in token.labels and token.value is not None and token.value.kind in FIRMS


def _ask_other_words(sentence: Sentence, event: int, found: Sides, loose: list[Entity]) -> None:
    """What the other words of the sentence that tell sides say of a contract's parties, or of a side left open."""
    for other in range(len(sentence.stream)):
        labels = sentence.stream[other].labels
        label = next((name for name in _TELLING if name in labels), None)
        if other == event or label is None or distance(sentence.stream, other, event) > _REACH:
            continue
        for part in assign(sentence, other, label):
            if _fills(part, found, loose) and (_buys(sentence, other) or not is_brand(sentence, part.entity)):
                found.add(part.role, part.entity)


def _fills(part: Part, found: Sides, loose: list[Entity]) -> bool:
    side = {"provider": found.provider, "customer": found.customer}.get(part.role)
    return side is not None and not side and part.entity.kind != "person" and (part.score > 2 or part.entity in loose)
