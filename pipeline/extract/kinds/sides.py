"""The two sides of a capacity: who provides and who uses, by words first, by trades where the words leave it open."""

from __future__ import annotations

from pipeline.extract.facts.beside import makes
from pipeline.extract.facts.roles import Part, assign, by_role
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import BUILDS_FOR_ITSELF, LETTING, SUPPLIERS, credible
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.kinds.side_context import ask_the_context
from pipeline.extract.kinds.side_guesses import Sides, add_brand, settle, share_out
from pipeline.extract.kinds.side_words import told_by

_TELLING = ("supplier", "customer", "award", "supply", "procure")  # words that say who is on which side
_LOOSE = ("party", "builder", "owner", "partners", "investors", "recipient")  # roles that leave it open
_NEAR = 4.0  # how far from the verb the one may be named for whom something is deployed
_REACH = 9.0  # how far another event word may stand to tell of the same capacity
_CLOSING = frozenset({"announce", "raise_weak"})  # verbs of signing a contract, no deal of their own
_OTHERS = EVENTS - _CLOSING
_BUYING = frozenset({"acquire", "acquisition", "lease", "spend", "contract", "pay"})
SURE = 2.0  # what a part of another word must score
SURER = 5.0  # and what, to tell the sides of two parties of a contract


def sides(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> Sides:
    """The sides of a capacity whose event is `statement.event`; either may stay empty."""
    found = told_by(sentence, statement.event, label, statement.parts)
    loose = [e for role in _LOOSE for e in by_role(statement.parts).get(role, []) if _fits(e, role)]
    if label == "contract":
        loose = _parties(sentence, statement.event, loose)
    lone = label == "contract" and len(loose) == 1
    built_for = label == "build" and found.customer and any(e not in found.customer for e in loose)
    open_ = figure is not None and not found.provider and not built_for
    if figure is not None and open_ and (lone or label in ("build", "spend", "procure", "capex")):
        _buy_the_brand(sentence, figure, found, loose)
    if label == "procure" and not found.provider:
        _deploy_for(sentence, statement.event, found)
    if not (found.provider and found.customer):
        _ask_other_words(sentence, statement.event, found, loose)
    if label in ("build", "spend", "capex") and loose and not found.customer:
        commits = label == "spend" and any(p.case == "subject" and p.entity is loose[0] for p in statement.parts)
        commits = commits and not _lets(sentence, figure, loose[0])
        found.add("customer" if commits or loose[0].trade in BUILDS_FOR_ITSELF else "provider", loose[0])
    found.provider = [e for e in found.provider if credible(sentence, e)]
    found.customer = [e for e in found.customer if credible(sentence, e)]
    loose = [e for e in loose if credible(sentence, e)]
    told = bool(found.everyone)
    share_out(sentence, loose, found)
    settle(sentence, statement, label, figure, found, told=told)
    ask_the_context(sentence, statement, label, figure, found)
    return found


def _deploy_for(sentence: Sentence, event: int, found: Sides) -> None:
    """`Foo deploys 60,000 chips for Bar`: who deploys for another provides."""
    for i, case in sorted(sentence.case.items()):
        entity = sentence.stream[i].value
        firm = entity is not None and entity.kind in ("company", "unknown", "government") and not case.poss
        if firm and case.label == "for" and case.anchor > event and entity not in found.customer and found.customer:
            if distance(sentence.stream, event, case.anchor) <= _NEAR:
                found.provider, found.customer = found.customer[:1], [entity]
            return


def _lets(sentence: Sentence, figure: int | None, entity: Entity) -> bool:
    """Whether power is that of a site whose operator lets it to others."""
    power = figure is not None and sentence.stream[figure].value.kind == "power"
    return power and entity.trade in LETTING


def _fits(entity: Entity, role: str) -> bool:
    return entity.kind not in (("person", "government") if role == "builder" else ("person",))


def _parties(sentence: Sentence, event: int, loose: list[Entity]) -> list[Entity]:
    """The two parties of a contract: one of each list that hangs on it; no maker who only stands before his product."""
    lists: dict[int, list[Entity]] = {}
    for entity in loose:
        case = next(c for i, c in sentence.case.items() if sentence.stream[i].value is entity)
        between = sentence.stream[event + 1 : case.anchor]
        joined = case.label in ("with", "between")
        elsewhere = joined and any(t.labels & _OTHERS for t in between)
        if not elsewhere and (joined or not makes(sentence, entity)):
            lists.setdefault(case.group, []).append(entity)
    if len(lists) > 1 and all(_with(sentence, group) for group in lists):
        return next(iter(lists.values()))[:1]  # `has signed with Foo for 6 GW, with Bar for 2 GW`
    pairs = {c.group for c in sentence.case.values() if c.label == "between"}
    whole = [members for group, members in lists.items() if len(lists) == 1 or (group in pairs and len(members) > 1)]
    if whole:
        return whole[0][:2]
    return [members[0] for members in lists.values()][:2]


def _buy_the_brand(sentence: Sentence, figure: int, found: Sides, loose: list[Entity]) -> None:
    """Who builds with, spends on or installs a maker's chips is its customer."""
    buyers = Sides(customer=found.customer or loose[:1])
    add_brand(sentence, figure, buyers)
    if buyers.provider:
        found.provider, found.customer = buyers.provider, buyers.customer


def _with(sentence: Sentence, group: int) -> bool:
    return all(c.label == "with" for c in sentence.case.values() if c.group == group)


def _ask_other_words(sentence: Sentence, event: int, found: Sides, loose: list[Entity]) -> None:
    """What the other words of the sentence that tell sides say of a contract's parties, or of a side left open."""
    stream = sentence.stream
    for other in [i for i, t in enumerate(stream) if i in sentence.events or "award" in t.labels]:
        label = next((name for name in _TELLING if name in stream[other].labels), None)
        light = "raise_weak" in stream[other].labels  # `secured a loan from Foo`: money, as a rule
        if other == event or label is None or light or distance(stream, other, event) > _REACH:
            continue
        parts = assign(sentence, other, label)
        told = told_by(sentence, other, label, parts)
        if label == "procure" and not stream[other].labels & _BUYING and _deploys(told, loose):
            continue
        for side, named in (("provider", told.provider), ("customer", told.customer)):
            free = not (found.provider if side == "provider" else found.customer)
            for entity in named:
                if (
                    free
                    and _score(parts, entity) > (SURE if len(loose) < 2 else SURER)
                    and (entity in loose or len(loose) < 2)
                ):
                    found.add(side, entity)


def _deploys(told: Sides, loose: list[Entity]) -> bool:
    """`Foo agreed with Bar to deploy chips`: who deploys them may do so for the other one, as their trades tell."""
    return len(loose) > 1 and any(e in loose and e.trade in SUPPLIERS for e in told.customer)


def _score(parts: list[Part], entity: Entity) -> float:
    return max((p.score for p in parts if p.entity is entity), default=0.0)
