"""Offers for a company: who makes them and who is wanted, where they are turned down or still talked about."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import bears, before

_OWNING = frozenset({"of", "object"})  # an object beside a noun is a genitive: `ein Angebot des Konzerns Bar`
_REJECTING = 3  # tokens from a verb of rejecting to the bid


def rejected(sentence: Sentence, event: int) -> bool:
    """`Foo turned down an offer by Bar`: who rejects a bid was to be bought."""
    stream = sentence.stream
    bid = "bid" in stream[event].labels and not stream[event].labels & VERBS
    return bid and bears(before(stream, event, _REJECTING), "called_off") and not passive(stream, event)


def wanted_by(sentence: Sentence, statement: Statement) -> Entity | None:
    """Who is wanted in `Foo a repoussé une offre de Bar`, where the offer is `of` the buyer."""
    if rejected(sentence, statement.event):
        return None
    offer = next((p for p in statement.parts if p.role == "target"), None)
    owner = next((p for p in statement.parts if p.role == "acquirer"), None)
    if offer is None or offer.case not in _OWNING or (owner is not None and owner.case != "subject"):
        return None
    wanted = owner.entity if owner is not None else sentence.reading.subject
    return (
        wanted
        if _refused(sentence, statement.event) and wanted is not None and wanted.firm and wanted is not offer.entity
        else None
    )


def _refused(sentence: Sentence, event: int) -> bool:
    """Whether an offer is refused: by a verb before it, or where verbs close their clause by any."""
    if sentence.article.lexicon.verb_final:
        return bears(sentence.stream, "deny", "halt", "called_off")
    return bears(sentence.stream[: event + 1], "deny", "halt")


def talks_with_buyer(sentence: Sentence, statement: Statement) -> bool:
    """Whether a start-up talks `with` a larger company about an acquisition: that company would buy it."""
    buyer, target = statement.first("acquirer"), statement.first("target")
    if buyer is None or target is None or buyer.trade != "lab" or target.trade in ("lab", ""):
        return False
    at = [i for i in sentence.case if i and sentence.stream[i].value is target]
    return any(sentence.stream[i - 1].labels & {"with", "talks"} for i in at)
