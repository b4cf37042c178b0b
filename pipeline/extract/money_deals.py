"""Rounds, investments and acquisitions: who their parties are, once an event and its cases are known."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.backers import backers
from pipeline.extract.frames import VERBS
from pipeline.extract.measures import VALUATION
from pipeline.extract.roles import Part
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import MARK, QUANTITY, WORD, Entity

STORY = 4  # sentences over which a round's story goes on
SURE = 4.5  # below this score a recipient is doubtful, and whom the article speaks of is likelier


def funding_round(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A round needs a recipient; without a sum it only adds to another statement."""
    best = next((p for p in statement.parts if p.role == "recipient"), None)
    focus = focus_of(sentence, [])
    recipient = best.entity if best else None
    if (best is None or best.score < SURE) and any("aggregate" in t.labels for t in sentence.stream):
        return False
    given = _backed(sentence) or _invested_in(sentence, recipient)
    if given is not None:
        recipient = given
    elif focus and (best is None or (best.score < _needed(sentence, best) and best.entity is not focus)):
        recipient, statement.guessed = focus, True
    if recipient is not None and recipient.trade == "capital" and any("fund" in t.labels for t in sentence.stream):
        return False
    leads, investors = backers(sentence, recipient)
    if recipient is None or recipient in investors:
        return False
    statement.parties.clear()
    statement.parties["recipient"] = [recipient]
    if investors:
        statement.parties["investors"] = investors
    if leads:
        statement.parties["leads"] = leads
    statement.fragment = figure is None
    return True


def _backed(sentence: Sentence) -> Entity | None:
    """Whose investors a sentence speaks of: `one of Foo's founding investors`."""
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        if case.poss and entity is not None and entity.kind in ("company", "unknown"):
            if any("join" in t.labels and "funding_context" in t.labels for t in sentence.stream[i + 1 : i + 5]):
                return entity
    return None


def _invested_in(sentence: Sentence, giver: Entity | None) -> Entity | None:
    """The organisation in which the same sentence lets somebody take a stake, so that he raises nothing himself."""
    for told in sentence.earlier:
        if told.reading == sentence.number and told.kind == "investment" and giver in told.parties.get("investors", ()):
            return told.first("recipient")
    return None


def _needed(sentence: Sentence, best: Part) -> float:
    """The score from which a recipient is believed; the subject of its sentence needs less, an investor more."""
    if best.entity.trade == "capital" or not sentence.reading.own_subject:
        return SURE
    return SURE / 3 if best.case == "subject" and best.entity is sentence.reading.subject else SURE


def more_backers(sentence: Sentence) -> Statement | None:
    """Investors that a sentence adds to the round told before it (`Foo and Bar took part as well`)."""
    round_ = _round_before(sentence)
    if round_ is None:
        return None
    recipient = round_.parties["recipient"]
    leads, investors = backers(sentence, recipient[0])
    if not investors:
        return None
    parties = {"recipient": recipient, "investors": investors} | ({"leads": leads} if leads else {})
    return Statement("funding_round", sentence.number, 0, parties=parties, fragment=True, guessed=True)


def later_valuation(sentence: Sentence) -> Statement | None:
    """The valuation that a sentence adds to the round told before it (`That values the company at $2bn`)."""
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    round_ = _round_before(sentence)
    if not values or round_ is None or "valuation" in round_.fields:
        return None
    recipient = round_.parties["recipient"]
    if any(e not in recipient and e.kind in ("company", "unknown") and e.trade != "capital" for e in sentence.names()):
        return None
    return Statement(
        "funding_round", sentence.number, values[0], {}, {"recipient": recipient}, fragment=True, guessed=True
    )


def _round_before(sentence: Sentence) -> Statement | None:
    """The round whose story a sentence may go on with."""
    round_ = next(
        (s for s in reversed(sentence.earlier) if s.kind == "funding_round" and s.reading < sentence.number), None
    )
    return round_ if round_ is not None and sentence.number - round_.reading <= STORY else None


def investment(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """An investment needs a giver and a taker, and a sum or a stake."""
    parties = statement.parties
    leads = parties.pop("leads", [])
    keep(parties, "recipient", "investors")
    parties["investors"] = leads + [e for e in parties.get("investors", []) if e not in leads]
    if not parties.get("recipient") and len(parties["investors"]) == 2:
        _tell_apart(sentence, parties)
    if not parties.get("recipient"):
        focus = focus_of(sentence, parties["investors"])
        if focus:
            parties["recipient"], statement.guessed = [focus], True
    if not parties.get("recipient"):
        return False
    if not parties["investors"]:
        del parties["investors"]
        statement.fragment = statement.guessed
        statement.kind = "investment" if statement.guessed else "funding_round"
        return figure is not None
    return figure is not None or (
        label in ("stake", "hold") and not statement.guessed and _share_named(sentence, statement.event)
    )


def _tell_apart(sentence: Sentence, parties: dict[str, list[Entity]]) -> None:
    """Of two parties to talks about an investment the start-up takes it: `Foo is in talks with Bar over a $5bn investment`."""
    takers = [e for e in parties["investors"] if e.trade in ("lab", "") or e is sentence.article.topic]
    if len(takers) == 1:
        parties["recipient"] = takers
        parties["investors"].remove(takers[0])


def _share_named(sentence: Sentence, event: int) -> bool:
    """Whether a share is counted beside a stake (`a 10% stake`, `holds 6%`, `9,3 % du capital`) or called one."""
    stream = sentence.stream
    if stream[event].labels >= {"stake", "hold"}:
        return True
    for i in range(max(0, event - 5), min(event + 5, len(stream))):
        if stream[i].type == QUANTITY and stream[i].value.kind == "percent":
            between = stream[min(i, event) + 1 : max(i, event)]
            after = stream[i + 1 : i + 6]
            if any(t.labels & {"aggregate", "revenue"} for t in after):
                return False
            if all(t.type != MARK and not t.labels & (VERBS | {"relative"}) for t in between):
                return True
    return False


def acquisition(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """An acquisition needs a target and a price or a buyer."""
    parties = statement.parties
    keep(parties, "target", "acquirer")
    if parties.get("target") and (unnamed := _unnamed(sentence, parties["target"][0])):
        parties["target"] = [unnamed]
    if parties.get("target") and parties["target"][0].kind not in ("company", "unknown"):
        return False
    if not parties.get("target") and parties.get("acquirer"):
        others = [e for e in sentence.organisations() if e not in parties["acquirer"]]
        if others:
            parties["target"] = others[:1]
    if parties.get("target") and figure is None:
        parties["target"] += _listed_with(sentence, parties["target"][0], parties.get("acquirer", []))
    return bool(parties.get("target")) and (figure is not None or bool(parties.get("acquirer")))


def each_target(statement: Statement) -> list[Statement]:
    """One statement for every company bought."""
    return [
        replace(statement, parties=statement.parties | {"target": [target]}, fields=dict(statement.fields))
        for target in statement.parties["target"]
    ]


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


def keep(parties: dict[str, list[Entity]], *roles: str) -> None:
    """Leave out all roles but these."""
    for role in [r for r in parties if r not in roles]:
        del parties[role]


def focus_of(sentence: Sentence, taken: list[Entity]) -> Entity | None:
    """Whom a sentence speaks of when it does not say: its heading's name, the last deal's party, its subject, the topic."""
    last = next(
        (
            s.main
            for s in reversed(sentence.earlier)
            if sentence.number - s.reading <= 2 and s.kind in ("funding_round", "investment")
        ),
        None,
    )
    for entity in (sentence.reading.heading_subject, last, sentence.reading.subject, sentence.article.topic):
        if entity and entity.kind in ("company", "unknown") and entity not in taken and entity.trade != "capital":
            return entity
    return None
