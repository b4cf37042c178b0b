"""Guarantees: who backs whose capacity or debt."""

from __future__ import annotations

from pipeline.extract.facts.roles import Part, assign
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import rank
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.stream import MARK, NAME, Entity
from pipeline.extract.grammar.windows import after, bears
from pipeline.extract.kinds.guaranteed_loans import guarantee_of_loan

_GUARANTEES = frozenset({"guarantee", "guarantee_noun"})
_BUYING = frozenset({"procure", "acquire", "acquisition", "contract", "spend"})
_BACKERS = frozenset({"chips", "hyperscaler", "capital"})
_REACH = 6  # tokens from a noun to the verb that gives the guarantee, or from a debt to its debtor


def unsold(sentence: Sentence) -> int | None:
    """The word by which a sentence promises to buy what another fails to sell: `agreed to buy its unsold capacity`."""
    return next(iter(sentence.bearing("unsold")), None) if sentence.bearing(*_BUYING) else None


def guaranteed(sentence: Sentence, event: int) -> bool:
    """Whether a lease or debt is only what somebody guarantees (`to guarantee the lease of Foo`)."""
    stream = sentence.stream
    near = sentence.bearing(*_GUARANTEES)
    before = any(event - _REACH <= e < event for e in near)
    under = bears(stream[max(0, event - 2) : event], "after")  # `due under the lease are guaranteed`
    after = under and any(event < e <= event + _REACH for e in near)
    return "obligation" in stream[event].labels and (before or after)


def guarantee(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A guarantee needs both sides; the debtor may be the customer of the capacity told before."""
    if "unsold" in sentence.stream[statement.event].labels and unsold(sentence) is None:
        return False
    assured = bears(after(sentence.stream, statement.event, 1), "relative")
    if assured and "guarantee_noun" not in sentence.stream[statement.event].labels:
        return False  # `garantizó que habrá electricidad`
    if guarantee_of_loan(sentence, statement):
        return True
    if _is_verb(sentence, statement.event):
        label, statement.parts = "guarantee", assign(sentence, statement.event, "guarantee")
    found: dict[str, Entity] = {}
    for part in sorted(_evidence(sentence, statement, label), key=lambda p: -p.score):
        if part.role in ("guarantor", "beneficiary") and part.entity not in found.values():
            found.setdefault(part.role, part.entity)
    if debtor := _debtor(sentence, statement.event) or _owner_of_debt(sentence):
        found["beneficiary"] = debtor
        if found.get("guarantor") is debtor:
            del found["guarantor"]
    if "guarantor" not in found and (told := _told_before(sentence, found.get("beneficiary"))):
        found["guarantor"] = told
    _share_out(statement.parts, found)
    if "beneficiary" not in found and (lessee := _lessee(sentence)) and lessee is not found.get("guarantor"):
        found["beneficiary"] = lessee
    if "guarantor" in found and "beneficiary" not in found and (backed := _backed_before(sentence, found["guarantor"])):
        found["beneficiary"], statement.guessed = backed, True
    statement.parties = {role: [entity] for role, entity in sorted(found.items())}
    return len(found) == 2


def _is_verb(sentence: Sentence, event: int) -> bool:
    """Whether a word that is noun and verb (backstop, guarantee) is a verb here: no article, no owner before it."""
    before = sentence.stream[max(0, event - 2) : event]
    noun = bears(before, "determiner", "poss", "poss_pronoun", "of")
    return "guarantee" in sentence.stream[event].labels and not noun


def _evidence(sentence: Sentence, statement: Statement, label: str) -> list[Part]:
    """The parts that the guarantee, the verb that gives it, or the purchase of what stays unsold hand out."""
    event, stream = statement.event, sentence.stream
    if "unsold" in stream[event].labels:
        parts = [part for e in sentence.bearing(*_BUYING) for part in assign(sentence, e, "buy_unsold")]
        return parts + assign(sentence, event, "buy_unsold")
    if label == "guarantee_noun":
        for verb in sentence.bearing("give"):
            if abs(verb - event) <= _REACH:
                return assign(sentence, verb, "give_guarantee")
    return statement.parts


def _debtor(sentence: Sentence, event: int) -> Entity | None:
    """Who owes what is guaranteed: `the rent that Foo will pay`, `la dette que porte Foo`."""
    stream = sentence.stream
    owed = next((i for i in range(event + 1, len(stream)) if "obligation" in stream[i].labels), None)
    if owed is None or any(t.type == MARK and t.text in ";:" for t in stream[event:owed]):
        return None
    after = stream[owed + 1 : owed + 1 + _REACH]
    if not bears(after[:2], "relative"):
        return None
    return next((t.value for t in after if t.type == NAME and t.value is not None and t.value.party), None)


def _owner_of_debt(sentence: Sentence) -> Entity | None:
    """`Foo's lease obligations`, `the obligations of Foo`."""
    stream = sentence.stream
    for i, case in sentence.case.items():
        entity = stream[i].value
        after = stream[i + 1 : i + 4] if case.poss else []
        before = stream[max(0, case.anchor - 1) : case.anchor] if case.label in ("of", "from") else []
        owed = bears((*after, *before), "obligation")
        if isinstance(entity, Entity) and entity.party and (owed or _took_out(sentence, case)):
            return entity
    return None


def _took_out(sentence: Sentence, case: Case) -> bool:
    """`garantit un emprunt contracté par Foo`: who took out what is guaranteed, not who guarantees it."""
    if case.label not in ("by", "join") or case.anchor < 1:
        return False
    before = sentence.stream[max(0, case.anchor - _REACH) : case.anchor]
    owed = next((i for i, t in enumerate(before) if "obligation" in t.labels), None)
    return owed is not None and not any(t.labels & (_GUARANTEES | {"give"}) for t in before[owed:])


def _lessee(sentence: Sentence) -> Entity | None:
    """Who rents by a contract that the sentence names `between Foo and Bar`."""
    named = [sentence.stream[i].value for i, c in sentence.case.items() if c.label == "between"]
    pair: list[Entity] = [e for e in named if e is not None]
    return max(pair, key=rank) if len(pair) == 2 else None


def _told_before(sentence: Sentence, beneficiary: Entity | None) -> Entity | None:
    """Who gave the guarantee of which the sentences before told."""
    told = (s for s in sentence.recent(2, "guarantee") if s.first("beneficiary") is beneficiary)
    return next((s.first("guarantor") for s in told), None)


def _share_out(parts: list[Part], found: dict[str, Entity]) -> None:
    """Between two whom no word tells apart the stronger purse backs the other."""
    loose = [p.entity for p in parts if p.role == "party"]
    if found or len(loose) != 2:
        return
    backer, backed = sorted(loose, key=lambda e: (e.trade not in _BACKERS, rank(e)))
    found |= {"guarantor": backer, "beneficiary": backed}


def _backed_before(sentence: Sentence, guarantor: Entity) -> Entity | None:
    """The customer of the capacity told in the sentences before."""
    for told in sentence.recent(3, "capacity"):
        return told.main if told.main is not guarantor else told.first("provider")
    return None
