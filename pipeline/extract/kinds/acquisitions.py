"""Acquisitions: who buys whom."""

from __future__ import annotations

from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.figure_roles import VALUATION
from pipeline.extract.facts.roles import assign
from pipeline.extract.facts.statements import Sentence, Statement, keep
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import WORD, Entity
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import after, bears
from pipeline.extract.kinds.offers import rejected, talks_with_buyer, wanted_by
from pipeline.extract.kinds.targets import described, firms_beside, listed_with, merged, only_owns, unnamed

_TAKEN = frozenset({"of", "for", "in", "compound"})
_AGENT = 8  # tokens behind a passive verb in which its agent stands
NEAR = 3  # sentences back to the acquisition that a valuation is told of


def acquisition(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """An acquisition needs a target and a price or a buyer."""
    parties = statement.parties
    keep(parties, "target", "acquirer")
    if pair := merged(sentence, statement):
        parties |= {"acquirer": pair[:1], "target": pair[1:]}
    elif not parties.get("target") and figure is not None and (thing := described(sentence, statement.event)):
        parties["target"] = [thing]
    if figure is None and (_counted(sentence, statement) or _property(sentence, statement.event)):
        return False
    if parties.get("target"):
        parties["target"] = _bought(sentence, statement, label)
        if not parties["target"]:
            return False
    if rejected(sentence, statement.event):
        swapped = {"target": parties.pop("acquirer", []), "acquirer": parties.pop("target", [])}
        parties |= {role: named for role, named in swapped.items() if named}
    _complete(sentence, statement, label)
    if parties.get("target") and figure is None:
        target = parties["target"]
        parties["target"] = target + listed_with(sentence, target[0], parties.get("acquirer", []))
    return bool(parties.get("target")) and (figure is not None or bool(parties.get("acquirer")))


def _bought(sentence: Sentence, statement: Statement, label: str) -> list[Entity]:
    """The targets that are companies to be bought; what only its owner's name tells takes that owner's place."""
    target = statement.parties["target"][0]
    if owned := unnamed(sentence, target):
        return [owned]
    if only_owns(sentence, statement, target) or not target.firm:
        return []
    hands_over = label == "cede" and target.financier  # `what Foo Capital holds goes to Bar`
    return [] if hands_over else statement.parties["target"]


def _complete(sentence: Sentence, statement: Statement, label: str) -> None:
    """The target and the buyer that stand beside the event or in the deal told before, and which of two is which."""
    parties = statement.parties
    if not parties.get("target") and parties.get("acquirer") and label in ("acquisition", "bid"):
        others = [e for e in firms_beside(sentence, statement.event) if e not in parties["acquirer"]]
        subject = [e for e in others if e is sentence.reading.subject]
        if others:
            parties["target"] = (subject or others)[:1]
    if label == "bid" and (wanted := wanted_by(sentence, statement)):
        parties |= {"acquirer": parties["target"], "target": [wanted]}
    if told := _resold(sentence, statement):
        again = parties.get("acquirer") == told.parties["target"]
        parties |= {"target": told.parties["target"]} | ({"acquirer": told.parties["acquirer"]} if again else {})
    if parties.get("target") and not parties.get("acquirer") and (payer := _payer(sentence, statement)):
        parties["acquirer"] = [payer]
    if parties.get("target") and not parties.get("acquirer") and _by_nobody(sentence, statement.event):
        parties |= _buyer_told(sentence, parties["target"][0])
    if talks_with_buyer(sentence, statement):
        parties["target"], parties["acquirer"] = parties["acquirer"], parties["target"]


def _payer(sentence: Sentence, statement: Statement) -> Entity | None:
    """Who pays in a clause of its own: `The latest purchase is Bar, for which Foo has agreed to pay $4bn`."""
    for verb in (e for e in sentence.bearing("pay") if e > statement.event):
        payers = [p.entity for p in assign(sentence, verb, "acquire") if p.role == "acquirer" and p.case == "subject"]
        return next((e for e in payers if e.firm and e not in statement.parties["target"]), None)
    return None


def _by_nobody(sentence: Sentence, event: int) -> bool:
    """`Foo was bought in May`: a passive without an agent."""
    return passive(sentence.stream, event) and not bears(after(sentence.stream, event, _AGENT), "by")


def _buyer_told(sentence: Sentence, target: Entity) -> dict[str, list[Entity]]:
    """Who bought the company told of just before, where a passive names no buyer: `Bar was bought in May`."""
    told = sentence.recent(NEAR, "acquisition")
    buyer = told[0].first("acquirer") if told else None
    return {"acquirer": [buyer]} if buyer is not None and buyer is not target and target is not told[0].main else {}


def _counted(sentence: Sentence, statement: Statement) -> bool:
    """`its third takeover in a year`: an acquisition of the buyer's, but of nobody whom the sentence names."""
    owner = next((p.name for p in statement.parts if p.role == "acquirer"), statement.event)
    owned = "poss_pronoun" in sentence.stream[owner].labels and 1 < statement.event - owner <= NEAR
    told = any(p.role == "target" and p.case in _TAKEN for p in statement.parts)
    noun = not sentence.stream[statement.event].labels & VERBS
    return noun and owned and not told and sentence.stream[statement.event - 1].type == WORD


def _resold(sentence: Sentence, statement: Statement) -> Statement | None:
    """The deal told of what `it` means in `Foo has bought Bar. Its owner had paid $2bn for it`: not the buyer."""
    part = next((p for p in statement.parts if p.role == "target"), None)
    told = next(iter(sentence.recent(NEAR, "acquisition")), None)
    if part is None or told is None or not sentence.stream[part.name].reference:
        return None
    return told if "target" in told.parties and told.first("acquirer") is part.entity else None


def _property(sentence: Sentence, event: int) -> bool:
    """Whether land or buildings are bought: no organisation."""
    if not bears(sentence.stream, "property"):
        return False
    first = max(0, event - 12) if sentence.article.lexicon.verb_final else event
    return bears(sentence.stream[first : event + 4], "property")


def each_target(statement: Statement) -> list[Statement]:
    """One statement for every company bought."""
    return [statement.of(statement.parties | {"target": [target]}) for target in statement.parties["target"]]


def tell_valuation(sentence: Sentence) -> None:
    """Give the acquisition told before the valuation that a sentence about it adds: `The deal had valued it at
    $9bn`."""
    figure = next((i for i, role in sentence.roles.items() if role == VALUATION), None)
    if figure is None:
        return
    last = next(iter(sentence.recent(NEAR, "acquisition", "funding_round")), None)
    if last is None or last.kind != "acquisition":
        return
    if all(e in last.everyone for e in sentence.firms()):
        last.take(sentence.span, valuation=last.fields.get("valuation") or money(sentence, figure))
