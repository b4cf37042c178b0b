"""What a sentence adds to a deal told before without telling one itself: when it was announced, how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.dating import date_of
from pipeline.extract.facts.hearsay import hearsay
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import DATE, MARK, Token
from pipeline.extract.grammar.windows import after, bears, before, holds

REACH = 2  # sentences back to the deal that a definite noun speaks of
_DEALS = frozenset({"contract", "deal", "acquisition", "investment", "round", "partnership"})
_CLOSABLE = frozenset({"deal", "acquisition", "investment"})
_CLOSED = frozenset({"acquisition", "investment"})
_VERB = 3  # tokens behind the noun of a deal in which its verb begins
_SAID = frozenset({"announce", "report_verb", "speaker_verb", "hearsay"})


def comment(sentence: Sentence) -> None:
    """Date the deal that `the agreement, reported on 8 October` or `the acquisition was announced` speaks of."""
    _close(sentence)
    event = _spoken_of(sentence)
    told = _told(sentence) if event is not None else []
    if event is None or not told:
        return
    date = date_of(sentence, event) if holds(sentence.stream, DATE) else None
    for statement in told:
        if date and "date" not in statement.fields:
            statement.take(sentence.span, date=date)
        if hearsay(sentence.stream) and not statement.sure:
            statement.take(sentence.span, status="reported")
            statement.sure = True


def _close(sentence: Sentence) -> None:
    """Complete the takeover or stake of which `the purchase closed on Tuesday` speaks."""
    stream = sentence.stream
    for event in (e for e in sentence.bearing(*_CLOSABLE) if _is_definite(stream, e)):
        following = [t for t in after(stream, event, _VERB) if t.labels]
        if not following or not following[0].labels >= {"done", "raise_weak"}:
            continue
        for statement in (s for s in _told(sentence) if s.kind in _CLOSED and s.fields["status"] == "announced"):
            day = date_of(sentence, event)
            statement.take(sentence.span, status="completed", **({"date": day} if day is not None else {}))
            statement.sure = True


def _is_definite(stream: Sequence[Token], event: int) -> bool:
    return bears(before(stream, event, 2), "definite")


def _spoken_of(sentence: Sentence) -> int | None:
    """A definite word for a deal near a word of announcing or reporting."""
    stream = sentence.stream
    for event in sentence.bearing(*_DEALS):
        if _is_definite(stream, event):
            near = after(stream, event, 8)
            if any(t.labels & _SAID for t in near) and not any(t.type == MARK and t.text == ";" for t in near):
                return event
    return None


def _told(sentence: Sentence) -> list[Statement]:
    """The deals of the nearest sentence before that told any."""
    for back in range(1, REACH + 1):
        told = [s for s in sentence.earlier if s.number == sentence.number - back and not s.fragment]
        if told:
            return [s for s in told if s.kind != "denial"]
    return []
