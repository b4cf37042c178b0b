"""How sure a claim is: rumoured, reported, announced or completed, by the cues around its event."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.windows import bears, holds
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.distances import CHEAPEST, distance
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Entity, Stream, Token

_NEVER_COMPLETED = frozenset({"capex", "guarantee", "partnership", "capacity"})
_QUOTING = frozenset({"according", "report_noun", "report_verb", "speaker_verb", "announce", "hearsay"})
_PLANNED = frozenset({"plan", "to", "modal"})
_TELLING = ("talks", "plan", "done")
_ACTING = VERBS | {"passive", "plan", "modal", "talks", "speaker_verb"}
_OBJECT = 5  # tokens between a verb and the noun of the deal that it closes
REACH = 9.0  # how far a cue of talks or plans may stand from the event


def status_of(stream: Stream, event: int, kind: str) -> tuple[str, bool]:
    """The status that the sentence gives an event, and whether a cue says so (else it is what such deals mostly
    are)."""
    first, last = _own_clause(stream, event)
    clauses = clause_numbers(stream)
    farthest = int(REACH / CHEAPEST) + 1
    near = [
        i for i in range(max(first, event - farthest), min(last, event + farthest))
        if not stream[i].labels.isdisjoint(_TELLING)
        and clauses[i] == clauses[event] and distance(stream, i, event) <= REACH
    ]  # fmt: skip
    if any("talks" in stream[i].labels for i in near):
        return "rumoured", True
    aside = clauses[event]  # `Foo, which has put $1bn into Bar, is in talks`
    within = [token for token, number in zip(stream, clauses, strict=True) if number == clauses[event]] if aside else []
    if hearsay(within or stream):
        return "reported", True
    if kind in _NEVER_COMPLETED:
        return "announced", False
    planned = _planned(stream, event, kind)
    if not planned and (stream[event].labels & {"done", "hold"} or _closed(stream, event)):
        return "completed", True
    window = [stream[i] for i in sorted(near, key=lambda i: abs(i - event)) if abs(i - event) <= 9]
    if kind == "funding_round":  # to announce a round is to have closed it
        window = [t for t in window if not ("plan" in t.labels and "announce" in t.labels)]
        nearest = next((t.labels for t in window if t.labels & {"plan", "done"}), frozenset())
        if "done" in nearest and not planned:
            return "completed", True
    if any("plan" in t.labels for t in window) or planned:
        return "announced", any("plan" in t.labels and "modal" not in t.labels for t in window)
    if any("done" in t.labels for t in window):
        return "completed", True
    return ("completed" if kind == "funding_round" else "announced"), False


def hearsay(stream: Sequence[Token]) -> bool:
    """A hearsay cue, or a medium that reports (not one that a party speaks to)."""
    places = range(len(stream))
    if bears(stream, "hearsay") and any("hearsay" in stream[i].labels and _is_heard(stream, i) for i in places):
        return True
    if bears(stream, "conditional") and any("conditional" in stream[i].labels and not _told(stream, i) for i in places):
        return True
    return any(
        _closes_report(stream, i) or _medium_reports(stream, i)
        for i in places if stream[i].type == NAME and stream[i].value is not None
    )  # fmt: skip


def _is_heard(stream: Sequence[Token], at: int) -> bool:
    """Whether a hearsay cue is one here: not `close to 2 GW`."""
    return not holds(stream[at + 1 : at + 2], QUANTITY) and not _own_report(stream, at)


def _medium_reports(stream: Sequence[Token], at: int) -> bool:
    """`Foo, Reuters reports`, not `Foo told Reuters`."""
    if stream[at].value.kind != "media":
        return False
    told = any(t.labels & {"to", "with"} or "told" in t.text for t in stream[max(0, at - 2) : at])
    around = [*stream[max(0, at - 4) : at], *stream[at + 1 : at + 5]]
    return not told and any(t.labels & _QUOTING for t in around)


def _closes_report(stream: Sequence[Token], at: int) -> bool:
    """`..., the Foo reported.`: an unknown name that only reports is a medium's."""
    last = at + 1
    while last < len(stream) and stream[last].type == DATE:
        last += 1
    if last >= len(stream) or stream[at].value.kind != "unknown":
        return False
    apart = any(t.text == "," for t in stream[max(0, at - 2) : at]) and not stream[at].reference
    return apart and "report_verb" in stream[last].labels and all(t.type in (MARK, DATE) for t in stream[last + 1 :])


def _own_report(stream: Sequence[Token], at: int) -> bool:
    """`Foo reports that it has signed`: what a company says of itself."""
    who: Entity | None = stream[at - 1].value if at and stream[at - 1].type == NAME else None
    return "report_verb" in stream[at].labels and who is not None and who.kind in ("company", "unknown")


def _told(stream: Sequence[Token], at: int) -> bool:
    """Whether a conditional is a future that somebody told (`anunció que invertiría`), no hearsay."""
    near = stream[max(0, at - 5) : at]
    return any("relative" in t.labels for t in near) and any(t.labels & {"announce", "speaker_verb"} for t in near)


def _planned(stream: Sequence[Token], event: int, kind: str = "") -> bool:
    """Whether a plan stands right before an event; to announce a round is to have closed it."""
    places = range(max(0, event - 4), event)
    near = [stream[i].labels - ({"to"} if _to_somebody(stream, i) else frozenset()) for i in places]
    return any(x & _PLANNED and not (kind == "funding_round" and x >= {"plan", "announce"}) for x in near)


def _to_somebody(stream: Sequence[Token], at: int) -> bool:
    """`an Foo verkauft`: a preposition, no infinitive."""
    following = next((t for t in stream[at + 1 : at + 4] if "determiner" not in t.labels), None)
    return following is not None and following.type == NAME


def _closed(stream: Sequence[Token], event: int) -> bool:
    """`has completed its $2bn purchase of Foo`: a verb of closing that takes the noun of a deal as its object."""
    if not stream[event].labels & NOUNS:
        return False
    for i in range(event - 1, max(-1, event - 1 - _OBJECT), -1):
        if stream[i].labels >= {"done", "raise_weak"}:
            return not _planned(stream, i)
        if stream[i].type in (NAME, MARK) and "poss" not in stream[i].labels and not stream[i].reference:
            return False
    return False


def _own_clause(stream: Stream, event: int) -> tuple[int, int]:
    """The clause around an event, without a clause joined to it that has a subject of its own: `..., and Bar is`."""
    first, last = clause(stream, event)
    joints = [i for i in range(first, last - 2) if i != event and _joins_clauses(stream, i)]
    return max([first, *(i for i in joints if i < event)]), min([last, *(i for i in joints if i > event)])


def _joins_clauses(stream: Sequence[Token], at: int) -> bool:
    """`and Bar is`, `and Bar will`: a name behind `and` that acts; `and is in talks`: what else somebody does."""
    if "and" in stream[at].labels and _is_in_talks(stream, at + 1):
        return True
    name, verb = stream[at + 1], stream[at + 2]
    subject = "and" in stream[at].labels and name.type == NAME and "poss_pronoun" not in name.labels
    return subject and not verb.labels.isdisjoint(_ACTING)


def _is_in_talks(stream: Sequence[Token], at: int) -> bool:
    """`is in talks`, `négocie`: a verb of talking, or an auxiliary before talks."""
    auxiliary = stream[at].labels & {"passive", "copula"}
    return "talks" in stream[at + bool(auxiliary)].labels and stream[at].type == WORD


def clause(stream: Stream, at: int) -> tuple[int, int]:
    """The clause around a token: between semicolons and what opens another clause."""
    first = max((edge + 1 for edge in stream.edges if edge < at), default=0)
    return first, min((edge for edge in stream.edges if edge > at), default=len(stream))
