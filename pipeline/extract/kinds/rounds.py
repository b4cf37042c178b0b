"""Funding rounds: who raises. Who gives is told by `backers`, what other sentences add by `later_rounds`."""

from __future__ import annotations

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.roles import Part
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.valued import valued_party
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import WORD, Entity
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.kinds.backers import backers

OPENING = 3  # tokens among which a sentence has its subject and verb
AGGREGATE_NEAR = 15  # tokens around a sum in which a word says that a whole market took it in
SURE = 4.5  # below this score a recipient is doubtful, and whom the article speaks of is likelier


def funding_round(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A round needs a recipient; without a sum it only adds to another statement."""
    best = next((p for p in statement.parts if p.role == "recipient"), None)
    if _is_none(sentence, statement.event, best, figure):
        return False
    recipient = _recipient(sentence, statement, best)
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


def _is_none(sentence: Sentence, event: int, best: Part | None, figure: int | None) -> bool:
    """Whether a word of raising tells no round: what a tax or a trade brings in, a fund, what a market took in."""
    if figure is None and _about_a_takeover(sentence, event):
        return True
    if figure is not None and sentence.stream[figure].value.per:  # `a tax that raises $800m a year`
        return True
    if best is not None and best.entity.financier and bears(sentence.stream, "fund"):
        return True
    at = figure if figure is not None else event
    near = sentence.stream[max(0, at - AGGREGATE_NEAR) : at + AGGREGATE_NEAR]
    if (best is None or best.score < SURE) and bears(near, "aggregate"):
        return True
    return (best is None or best.name > event) and figure is not None and _earned(sentence, event)


def _recipient(sentence: Sentence, statement: Statement, best: Part | None) -> Entity | None:
    """Who raises: whom other words of the sentence say it of, the best subject, or whom the sentence speaks of."""
    focus, recipient = focus_of(sentence, []), best.entity if best else None
    given = _backed(sentence) or valued_party(sentence) or _invested_in(sentence, recipient)
    doubtful = best is None or (best.score < _needed(sentence, best, statement.event) and best.entity is not focus)
    if given is not None:
        recipient = given
    elif focus is not None and doubtful:
        if bears(before(sentence.stream, statement.event, 2), "country"):
            return None  # `The Americas took $63 billion`
        recipient, statement.guessed = focus, True
    if recipient is not None and recipient.kind == "person" and focus is not None:
        recipient, statement.guessed = focus, True
    return recipient


def _earned(sentence: Sentence, event: int) -> bool:
    """`Gaming brought in $2bn`: what no organisation but a plain noun takes in is turnover."""
    stream = sentence.stream
    if sentence.article.lexicon.free_order or not stream[event].labels & VERBS or not 0 < event <= OPENING:
        return False
    return all(t.type == WORD and t.labels <= {"determiner", "definite"} for t in stream[:event])


def _about_a_takeover(sentence: Sentence, event: int) -> bool:
    """`The deal values the company at $9bn` after a takeover: no round."""
    last = next((s for s in reversed(sentence.earlier) if not s.fragment and s.kind != "denial"), None)
    told = last is not None and last.kind == "acquisition" and sentence.number - last.number <= 1
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
        if told.number == sentence.number and told.kind == "investment" and giver in told.parties.get("investors", ()):
            return told.first("recipient")
    return None


def _needed(sentence: Sentence, best: Part, event: int) -> float:
    """The score from which a recipient is believed; the subject of its sentence needs less, an investor more unless
    he borrows."""
    financier = best.entity.financier and "debt_round" not in sentence.stream[event].labels
    if financier or not sentence.reading.own_subject:
        return SURE
    return SURE / 3 if best.case in ("subject", "poss") else SURE
