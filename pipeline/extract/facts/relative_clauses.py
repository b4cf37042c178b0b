"""The case of a name in a relative clause: `Foo, which builds`, `Foo, from which Bar rents`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME, Token
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import after, bears, before, holds

_REACH = 5  # tokens from a name to the pronoun that stands for it
_APPOSED = 11  # and past what explains it: `Foo, a Berlin start-up of some twenty people whose`
_ENDS_NAME = VERBS | {"speaker_verb", "passive"}
_PREPOSITIONS = ("from", "into", "by", "with", "to", "for", "in")


def case_in_relative(stream: Sequence[Token], name: int, event: int) -> tuple[str, int] | None:
    """The case that a name has in the relative clause of an event, with the pronoun that gives it."""
    pronoun = _pronoun(stream, name, event) if bears(stream, "relative") else None
    if pronoun is None:
        return None
    pronoun = _second_pronoun(stream, pronoun, event) or pronoun
    how = None if _closed(stream, pronoun, event) else _case_of(stream, name, pronoun, event)
    return (how, pronoun) if how else None


def _pronoun(stream: Sequence[Token], name: int, event: int) -> int | None:
    """The relative pronoun behind a name, past brackets and titles but no other name or verb."""
    apposed = name + 1 < len(stream) and stream[name + 1].text == ","
    reach = _APPOSED
    if not apposed:
        reach = _REACH + sum(t.type == MARK and t.text != "," for t in after(stream, name, 3))
    for i in range(name + 1, min(name + 1 + reach, event)):
        token = stream[i]
        if apposed and i > name + 1 + _REACH and token.text == ",":
            return None
        if token.type == NAME or token.labels & _ENDS_NAME:
            return None
        if "relative" in token.labels:
            return i
    return None


def _case_of(stream: Sequence[Token], name: int, pronoun: int, event: int) -> str | None:
    """The case that a relative pronoun gives its name beside an event of its clause."""
    token = stream[pronoun]
    for label in _PREPOSITIONS:
        if label in token.labels or (label in stream[pronoun - 1].labels and pronoun - 1 > name):
            return label
    if not stream[event].labels & VERBS and "where" in token.labels:
        return "in"  # `Foo, où Bar a pris une participation`
    if not stream[event].labels & VERBS:
        return "poss" if event - pronoun <= 2 else None
    if "poss_pronoun" in token.labels:
        return None
    if "object_relative" in token.labels:
        return "object"
    other_subject = any(
        t.type == NAME and (not t.reference or "pronoun" in t.labels) for t in stream[pronoun + 1 : event]
    )
    return "object" if other_subject or passive(stream, event) else "subject"


def _second_pronoun(stream: Sequence[Token], first: int, event: int) -> int | None:
    """A second relative clause of the same name: `Foo, which Bar backs and into which $5bn will go`."""
    for i in range(event - 1, first + 1, -1):
        if stream[i].type == NAME or stream[i].labels & VERBS:
            return None
        if "relative" in stream[i].labels:
            return i if bears(stream[max(first, i - 2) : i + 1], "and") else None
    return None


def _closed(stream: Sequence[Token], pronoun: int, event: int) -> bool:
    """Whether a comma has closed the relative clause before the event (`Foo, which Bar backs, has denied`)."""
    comma = next((i for i in range(pronoun + 2, event) if stream[i].text == ","), None)
    return comma is not None and not bears(stream[comma + 1 : event + 1][:2], "relative", "and")


def subject_after_verb(stream: Sequence[Token], name: int, event: int) -> bool:
    """A subject after its verb in a relative clause: `la série D que réalise Foo`."""
    if not event < name <= event + 2:
        return False
    opening = before(stream, event, 3)
    return bears(opening, "object_relative") and not holds(opening, NAME)
