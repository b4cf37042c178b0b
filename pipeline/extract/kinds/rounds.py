"""Funding rounds: who raises, and what later sentences add of investors and valuation."""

from __future__ import annotations

from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.figure_roles import VALUATION
from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.roles import Part
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.valued import valued_party
from pipeline.extract.facts.windows import after, bears, before
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import WORD, Entity
from pipeline.extract.kinds.backers import backers, may_give

_VALUING = frozenset({"funding_round", "investment"})
OPENING = 3  # tokens among which a sentence has its subject and verb
STORY = 4  # sentences over which a round's story goes on
AGGREGATE_NEAR = 15  # tokens
SURE = 4.5  # below this score a recipient is doubtful, and whom the article speaks of is likelier


def funding_round(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A round needs a recipient; without a sum it only adds to another statement."""
    yearly = figure is not None and sentence.stream[figure].value.per  # `a tax that raises $800m a year`
    if yearly or (figure is None and _about_a_takeover(sentence, statement.event)):
        return False
    best = next((p for p in statement.parts if p.role == "recipient"), None)
    if best is not None and best.entity.financier and bears(sentence.stream, "fund"):
        return False
    focus = focus_of(sentence, [])
    recipient = best.entity if best else None
    at = figure if figure is not None else statement.event
    near = sentence.stream[max(0, at - AGGREGATE_NEAR) : at + AGGREGATE_NEAR]
    if (best is None or best.score < SURE) and bears(near, "aggregate"):
        return False
    if (best is None or best.name > statement.event) and figure is not None and _earned(sentence, statement.event):
        return False
    given = _backed(sentence) or valued_party(sentence) or _invested_in(sentence, recipient)
    if given is not None:
        recipient = given
    elif focus and (
        best is None or (best.score < _needed(sentence, best, statement.event) and best.entity is not focus)
    ):
        if bears(before(sentence.stream, statement.event, 2), "country"):
            return False  # `The Americas took $63 billion`
        recipient, statement.guessed = focus, True
    if recipient is not None and recipient.kind == "person" and focus is not None:
        recipient, statement.guessed = focus, True
    leads, investors = backers(sentence, recipient, figure)
    if recipient is None or recipient.kind == "government" or recipient in investors:
        return False
    statement.parties.clear()
    statement.parties["recipient"] = [recipient]
    if investors:
        statement.parties["investors"] = investors
    if leads:
        statement.parties["leads"] = leads
    statement.fragment = figure is None
    return True


def _earned(sentence: Sentence, event: int) -> bool:
    """`Gaming brought in $2bn`: what no organisation but a plain noun takes in is turnover."""
    stream = sentence.stream
    if sentence.article.lexicon.free_order or not stream[event].labels & VERBS or not 0 < event <= OPENING:
        return False
    return all(t.type == WORD and t.labels <= {"determiner", "definite"} for t in stream[:event])


def _about_a_takeover(sentence: Sentence, event: int) -> bool:
    """`The deal values the company at $9bn` after a takeover: no round."""
    last = next((s for s in reversed(sentence.earlier) if not s.fragment and s.kind != "denial"), None)
    told = last is not None and last.kind == "acquisition" and sentence.number - last.reading <= 1
    return told and "deal" in sentence.stream[event].labels


def _backed(sentence: Sentence) -> Entity | None:
    """Whose investors a sentence speaks of: `one of Foo's founding investors`."""
    for i, case in sentence.case.items():
        entity: Entity | None = sentence.stream[i].value
        if case.poss and entity is not None and entity.firm:
            if any("join" in t.labels and "funding_context" in t.labels for t in after(sentence.stream, i, 4)):
                return entity
    return None


def _invested_in(sentence: Sentence, giver: Entity | None) -> Entity | None:
    """The organisation in which the same sentence lets somebody take a stake, so that he raises nothing himself."""
    for told in sentence.earlier:
        if told.reading == sentence.number and told.kind == "investment" and giver in told.parties.get("investors", ()):
            return told.first("recipient")
    return None


def _needed(sentence: Sentence, best: Part, event: int) -> float:
    """The score from which a recipient is believed; the subject of its sentence needs less, an investor more unless
    he borrows."""
    financier = best.entity.financier and "debt_round" not in sentence.stream[event].labels
    if financier or not sentence.reading.own_subject:
        return SURE
    return SURE / 3 if best.case in ("subject", "poss") else SURE


def more_backers(sentence: Sentence) -> Statement | None:
    """Investors that a sentence adds to the round told before it (`Foo and Bar took part as well`); leaders who are
    told first wait for their round."""
    if not any(map(may_give, sentence.case.values())):
        return None
    round_ = _round_before(sentence)
    recipient = round_.parties["recipient"] if round_ is not None else []
    leads, investors = backers(sentence, recipient[0] if recipient else None)
    if not investors or not (recipient or leads):
        return None
    parties = {"investors": investors} | ({"leads": leads} if leads else {})
    if recipient:
        parties["recipient"] = recipient
    return Statement("funding_round", sentence.number, 0, parties=parties, fragment=True, guessed=True)


def later_valuation(sentence: Sentence) -> Statement | None:
    """The valuation that a sentence adds to the round told before it (`That values the company at $2bn`)."""
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    round_ = _round_before(sentence) if values else None
    if round_ is None or "valuation" in round_.fields:
        return None
    recipient, valued = round_.parties["recipient"], valued_party(sentence)
    others = [e for e in sentence.firms() if e not in recipient and not e.financier]
    if (valued is not None and valued not in recipient) or (valued is None and others):
        return None
    return Statement(
        "funding_round", sentence.number, values[0], {}, {"recipient": recipient}, fragment=True, guessed=True
    )


def fill_valuation(sentence: Sentence, new: list[Statement]) -> None:
    """Give the only round of a sentence the valuation of another clause: `was valued at $6bn when it raised`."""
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    rounds = [s for s in new if s.kind in _VALUING and not s.fragment]
    if len(rounds) != 1 or len(values) != 1 or any("valuation" in s.fields for s in new):
        return
    valued = valued_party(sentence)
    if valued is None or valued is rounds[0].first("recipient"):
        rounds[0].fields["valuation"] = money(sentence, values[0])


def valued_before(sentence: Sentence, new: list[Statement]) -> None:
    """Give a round the valuation that the sentence right before told of the same company without a deal."""
    told = sentence.article.valued
    for statement in (s for s in new if s.kind == "funding_round" and not s.fragment and "valuation" not in s.fields):
        if told is not None and told[0] == sentence.number - 1 and told[1] is statement.first("recipient"):
            statement.fields["valuation"] = told[2]
    values = [i for i, role in sentence.roles.items() if role == VALUATION]
    valued = valued_party(sentence) if len(values) == 1 and not new else None
    if valued is not None:
        sentence.article.valued = sentence.number, valued, money(sentence, values[0])


def _round_before(sentence: Sentence) -> Statement | None:
    """The round whose story a sentence may go on with."""
    round_ = next(
        (s for s in reversed(sentence.earlier) if s.kind == "funding_round" and s.main and s.reading < sentence.number),
        None,
    )
    if round_ is None or sentence.number - round_.reading > STORY:
        return None
    item = sentence.reading.heading_subject
    another = item is not None and item not in (*round_.everyone, *backers(sentence, None)[1])
    return None if another else round_
