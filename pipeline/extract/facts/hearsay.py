"""Hearsay: what a medium or unnamed sources say, by cue, mood or the medium's name."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.frames import ACTING
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, WORD, Entity, Stream, Token, is_organisation_noun
from pipeline.extract.grammar.windows import after, back, bears, before, holds

_QUOTING = frozenset({"according", "report_noun", "report_verb", "speaker_verb", "announce", "hearsay"})
_FILLERS = PREPOSITIONS | {"determiner", "definite", "source"}  # `announced in the morning that`
_CLAUSE = 8  # tokens of a clause that somebody tells, up to its verb
_TOLD = 8  # and from the verb of telling to the clause


def telling(stream: Stream, event: int) -> Sequence[Token]:
    """The tokens that say how sure an event is: those of its sentence, or of its clause where that stands apart.

    In `Foo, which has put $1bn into Bar, is in talks` the talks say nothing of the $1bn; `Reuters reported that` says
    something of all that follows.
    """
    clauses = clause_numbers(stream)
    if not clauses[event]:
        return stream
    own = [i for i, number in enumerate(clauses) if number == clauses[event]]
    return stream if _is_told(stream, own[0]) else [stream[i] for i in own]


def _is_told(stream: Sequence[Token], opening: int) -> bool:
    """Whether a clause is what a verb before it tells: `reported that`, `meldete Reuters gestern, dass`."""
    for token in reversed(stream[:opening]):
        if token.labels & _QUOTING:
            return True
        medium = token.type == NAME and token.value is not None and token.value.kind == "media"
        filler = token.type == WORD and token.labels <= _FILLERS
        if not (medium or token.text == "," or token.type == DATE or filler):
            return False
    return False


def hearsay(stream: Sequence[Token]) -> bool:
    """A hearsay cue, or a medium that reports (not one that a party speaks to)."""
    places = range(len(stream))
    if bears(stream, "hearsay") and any("hearsay" in stream[i].labels and _is_heard(stream, i) for i in places):
        return True
    if bears(stream, "conditional") and any("conditional" in stream[i].labels and not _told(stream, i) for i in places):
        return True
    media = [i for i, t in enumerate(stream) if t.type == NAME and t.value.kind == "media"]
    return any(_reports(stream, i) for i in media)


def _is_heard(stream: Sequence[Token], at: int) -> bool:
    """Whether a hearsay cue is one here: not `close to 2 GW`, but `soll 2 GW liefern`."""
    measures = holds(after(stream, at, 1), QUANTITY) and stream[at].labels.isdisjoint(ACTING)
    return not measures and not _own_report(stream, at)


def _reports(stream: Sequence[Token], at: int) -> bool:
    """Whether a medium reports: `Foo, Reuters reports`, not `Foo told Reuters`, `sagte ein Sprecher Reuters`."""
    told = bears(before(stream, at, 2), "to", "with", "tells") or _who_speaks(stream, at - 1)
    around = [*before(stream, at, 4), *after(stream, at, 4)]
    return not told and any(t.labels & _QUOTING for t in around)


def _who_speaks(stream: Sequence[Token], at: int) -> bool:
    """Whether a firm or an officer stands right behind a verb of speaking, and before whom he speaks to."""
    if at < 1:
        return False
    firm = stream[at].value.firm if stream[at].type == NAME and stream[at].value is not None else False
    speaker = firm or is_organisation_noun(stream[at]) or "title_noun" in stream[at].labels
    return speaker and "medium" not in stream[at].labels and bears(before(stream, at, 2), "speaker_verb")


def _own_report(stream: Sequence[Token], at: int) -> bool:
    """`Foo reports that it has signed`: what a company says of itself."""
    who: Entity | None = stream[at - 1].value if at and stream[at - 1].type == NAME else None
    return "report_verb" in stream[at].labels and who is not None and who.firm


def _told(stream: Sequence[Token], at: int) -> bool:
    """Whether a conditional is a future that somebody told (`anunció que invertiría`), no hearsay."""
    opening = next((i for i in back(at, _CLAUSE) if "relative" in stream[i].labels), 0)
    return bears(before(stream, opening, _TOLD), "announce", "speaker_verb")
