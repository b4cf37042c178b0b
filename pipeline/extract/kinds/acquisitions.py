"""Acquisitions: who buys whom."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.figure_roles import VALUATION
from pipeline.extract.facts.statements import Sentence, Statement, keep
from pipeline.extract.facts.windows import after, bears
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import WORD, Entity, is_organisation_noun
from pipeline.extract.grammar.voice import passive

_ASIDE = frozenset({"join", "title", "kin"})
_TAKEN = frozenset({"of", "for", "in", "compound"})
_MERGING = frozenset({"subject", "object", "of", "between"})
_PHRASE = 9  # tokens behind a verb of buying in which the phrase for what is bought ends
_AGENT = 8  # tokens behind a passive verb in which its agent stands
NEAR = 3  # sentences back to the acquisition that a valuation is told of


def acquisition(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """An acquisition needs a target and a price or a buyer."""
    parties = statement.parties
    keep(parties, "target", "acquirer")
    if pair := _merged(sentence, statement):
        parties |= {"acquirer": pair[:1], "target": pair[1:]}
    elif not parties.get("target") and figure is not None and (thing := _described(sentence, statement.event)):
        parties["target"] = [thing]
    if figure is None and _counted(sentence, statement):
        return False
    if figure is None and _property(sentence, statement.event):
        return False
    if parties.get("target") and (unnamed := _unnamed(sentence, parties["target"][0])):
        parties["target"] = [unnamed]
    elif parties.get("target") and _only_owns(sentence, statement, parties["target"][0]):
        return False
    if parties.get("target") and parties["target"][0].kind not in ("company", "unknown"):
        return False
    if label == "cede" and parties.get("target") and parties["target"][0].trade == "capital":
        return False  # `what Foo Capital holds goes to Bar`
    if not parties.get("target") and parties.get("acquirer") and label in ("acquisition", "bid"):
        others = [e for e in _beside(sentence, statement.event) if e not in parties["acquirer"]]
        subject = [e for e in others if e is sentence.reading.subject]
        if others:
            parties["target"] = (subject or others)[:1]
    if told := _resold(sentence, statement):
        again = parties.get("acquirer") == told.parties["target"]
        parties |= {"target": told.parties["target"]} | ({"acquirer": told.parties["acquirer"]} if again else {})
    if parties.get("target") and not parties.get("acquirer") and _by_nobody(sentence, statement.event):
        parties |= _buyer_told(sentence, parties["target"][0])
    if _talks_with_buyer(sentence, statement):
        parties["target"], parties["acquirer"] = parties["acquirer"], parties["target"]
    if parties.get("target") and figure is None:
        parties["target"] += _listed_with(sentence, parties["target"][0], parties.get("acquirer", []))
    return bool(parties.get("target")) and (figure is not None or bool(parties.get("acquirer")))


def _merged(sentence: Sentence, statement: Statement) -> list[Entity]:
    """`Foo and Bar are to merge`, `the merger of Foo and Bar`: of the two that one list names the first acquires."""
    stream, best = sentence.stream, statement.parts[:1]
    if "merger" not in stream[statement.event].labels or not best or best[0].case not in _MERGING:
        return []
    group = sentence.case[best[0].name].group
    listed = [stream[i].value for i, c in sentence.case.items() if c.group == group and not c.poss]
    return listed if len(listed) == 2 and all(e is not None and e.firm for e in listed) else []


def _described(sentence: Sentence, event: int) -> Entity | None:
    """What is bought when nobody names it: `snaps up a small Israeli cybersecurity firm`."""
    stream = sentence.stream
    first, *phrase = range(event + 1, min(event + _PHRASE, len(stream))) or [event]
    if "determiner" not in stream[first].labels or stream[first].labels & {"definite", "poss_pronoun"}:
        return None
    for i in phrase:
        if stream[i].type != WORD or stream[i].labels & VERBS:
            return None
        if is_organisation_noun(stream[i]):
            last = i + bears(after(stream, i, 1), "nationality")  # `une pépite israélienne`
            return Entity(sentence.article.text[stream[first + 1].start : stream[last].end], "company")
    return None


def _only_owns(sentence: Sentence, statement: Statement, target: Entity) -> bool:
    """`would absorb a tenth of Foo's power`: something of a company, not the company, is the object of a verb."""
    part = next((p for p in statement.parts if p.entity is target), None)
    if part is None or part.role != "target" or not sentence.stream[statement.event].labels & VERBS:
        return False
    return part.name > statement.event and sentence.case[part.name].poss


def _beside(sentence: Sentence, event: int) -> list[Entity]:
    """The companies beside an event, without the seller (`the acquisition from Foo`) and whoever has joined in."""
    stream = sentence.stream
    noun = not stream[event].labels & VERBS
    found = []
    for i, case in sorted(sentence.case.items()):
        entity = stream[i].value
        seller = noun and case.label == "from" and case.anchor == event + 1
        apart = case.label == "with" and case.anchor > event + 2  # `takeovers meant to close the gap with Foo`
        if not seller and not apart and case.label not in _ASIDE and "poss_pronoun" not in stream[i].labels:
            found.append(entity)
    return [e for e in found if e is not None and e.party and e.kind in ("company", "unknown")]


def _by_nobody(sentence: Sentence, event: int) -> bool:
    """`Foo was bought in May`: a passive without an agent."""
    return passive(sentence.stream, event) and not bears(after(sentence.stream, event, _AGENT), "by")


def _buyer_told(sentence: Sentence, target: Entity) -> dict[str, list[Entity]]:
    """Who bought the company told of just before, where a passive names no buyer: `Bar was bought in May`."""
    told = [s for s in sentence.earlier if s.kind == "acquisition" and sentence.number - s.reading <= NEAR]
    buyer = told[-1].first("acquirer") if told else None
    return {"acquirer": [buyer]} if buyer is not None and buyer is not target and target is not told[-1].main else {}


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
    told = next((s for s in reversed(sentence.earlier) if s.kind == "acquisition"), None)
    if part is None or told is None or not sentence.stream[part.name].reference:
        return None
    near = sentence.number - told.reading <= NEAR and "target" in told.parties
    return told if near and told.first("acquirer") is part.entity else None


def _talks_with_buyer(sentence: Sentence, statement: Statement) -> bool:
    """Whether a start-up talks `with` a larger company about an acquisition: that company would buy it."""
    buyer, target = statement.first("acquirer"), statement.first("target")
    if buyer is None or target is None or buyer.trade != "lab" or target.trade in ("lab", ""):
        return False
    at = [i for i in sentence.case if i and sentence.stream[i].value is target]
    return any(sentence.stream[i - 1].labels & {"with", "talks"} for i in at)


def _property(sentence: Sentence, event: int) -> bool:
    """Whether land or buildings are bought: no organisation."""
    first = max(0, event - 12) if sentence.article.lexicon.verb_final else event
    return any("property" in t.labels for t in sentence.stream[first : event + 4])


def each_target(statement: Statement) -> list[Statement]:
    """One statement for every company bought."""
    return [
        replace(statement, parties=statement.parties | {"target": [target]}, fields=dict(statement.fields))
        for target in statement.parties["target"]
    ]


def tell_valuation(sentence: Sentence) -> None:
    """Give the acquisition told before the valuation that a sentence about it adds: `The deal had valued it at
    $9bn`."""
    figure = next((i for i, role in sentence.roles.items() if role == VALUATION), None)
    last = next((s for s in reversed(sentence.earlier) if s.kind in ("acquisition", "funding_round")), None)
    if figure is None or last is None or last.kind != "acquisition" or sentence.number - last.reading > NEAR:
        return
    if all(e in last.everyone for e in sentence.organisations()):
        last.fields.setdefault("valuation", money(sentence, figure))
        last.spans.append((sentence.reading.start, sentence.reading.end))


def _listed_with(sentence: Sentence, target: Entity, buyers: list[Entity]) -> list[Entity]:
    """The other companies of a list of targets."""
    groups = {
        c.group for i, c in sentence.case.items() if sentence.stream[i].value is target and c.label in ("of", "bare")
    }
    found = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in groups and not c.poss]
    return [
        e for e in found if e is not None and e is not target and e not in buyers and e.kind in ("company", "unknown")
    ]


def _unnamed(sentence: Sentence, owner: Entity) -> Entity | None:
    """What is bought when only its owner has a name: `Jane Doe's AI device startup`."""
    stream = sentence.stream
    for i, case in sentence.case.items():
        if stream[i].value is not owner or not case.poss or "poss_pronoun" in stream[i].labels:
            continue
        for j in range(i + 2, min(i + 7, len(stream))):
            if stream[j].type != WORD or stream[j].labels & VERBS:
                break
            if "org_noun" in stream[j].labels:
                return Entity(sentence.article.text[stream[i].start : stream[j].end], "company")
    return None
