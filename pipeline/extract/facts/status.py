"""How sure a claim is: rumoured, reported, announced or completed, by the cues around its event."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.hearsay import hearsay, telling
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.distances import CHEAPEST, distance
from pipeline.extract.grammar.frames import ACTING, NOUNS
from pipeline.extract.grammar.stream import MARK, NAME, WORD, Stream, Token
from pipeline.extract.grammar.windows import after, bears, before

_NEVER_COMPLETED = frozenset({"capex", "guarantee", "partnership", "capacity"})
_PLANNED = frozenset({"plan", "to", "modal"})
_TELLING = frozenset({"talks", "plan", "done"})
_ACTING = ACTING | {"talks", "speaker_verb"}
_OBJECT = 5  # tokens between a verb and the noun of the deal that it closes
_NEGATED = 3  # tokens before a deed in which its negation stands
REACH = 9.0  # how far a cue of talks or plans may stand from the event


def status_of(stream: Stream, event: int, kind: str) -> tuple[str, bool]:
    """The status that the sentence gives an event, and whether a cue says so (else it is what such deals mostly
    are)."""
    first, last = _own_clause(stream, event)
    near = [] if stream.labels.isdisjoint(_TELLING) else _cues_near(stream, event, first, last)
    if any("talks" in stream[i].labels for i in near):
        return "rumoured", True
    if hearsay(telling(stream, event)):
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
    if bears(window, "plan") or planned:
        return "announced", any("plan" in t.labels and "modal" not in t.labels for t in window)
    if bears(window, "done"):
        return "completed", True
    return ("completed" if kind == "funding_round" else "announced"), False


def _cues_near(stream: Stream, event: int, first: int, last: int) -> list[int]:
    """The cues of talks, plans and deeds done of an event's own clause, within reach of it."""
    clauses = clause_numbers(stream)
    farthest = int(REACH / CHEAPEST) + 1
    return [
        i for i in range(max(first, event - farthest), min(last, event + farthest))
        if not stream[i].labels.isdisjoint(_TELLING)
        and clauses[i] == clauses[event] and distance(stream, i, event) <= REACH and not _undone(stream, i)
    ]  # fmt: skip


def _undone(stream: Sequence[Token], at: int) -> bool:
    """`has not closed its purchase`: a deed that is negated right before."""
    return "done" in stream[at].labels and bears(before(stream, at, _NEGATED), "not")


def _planned(stream: Sequence[Token], event: int, kind: str = "") -> bool:
    """Whether a plan stands right before an event; to announce a round is to have closed it."""
    places = range(max(0, event - 4), event)
    near = [_without_preposition(stream, i) for i in places if stream[i].labels]
    return any(x & _PLANNED and not (kind == "funding_round" and x >= {"plan", "announce"}) for x in near)


def _without_preposition(stream: Sequence[Token], at: int) -> frozenset[str]:
    """The labels of a token, without `to` where that is a preposition and opens no infinitive: `an Foo verkauft`."""
    labels = stream[at].labels
    return labels - {"to"} if "to" in labels and _to_somebody(stream, at) else labels


def _to_somebody(stream: Sequence[Token], at: int) -> bool:
    following = next((t for t in after(stream, at, 3) if "determiner" not in t.labels), None)
    return following is not None and following.type == NAME


def _closed(stream: Sequence[Token], event: int) -> bool:
    """`has completed its $2bn purchase of Foo`: a verb of closing that takes the noun of a deal as its object."""
    if not stream[event].labels & NOUNS:
        return False
    for i in range(event - 1, max(-1, event - 1 - _OBJECT), -1):
        if stream[i].labels >= {"done", "raise_weak"}:
            return not _planned(stream, i) and not _undone(stream, i)
        if stream[i].type in (NAME, MARK) and "poss" not in stream[i].labels and not stream[i].reference:
            return False
    return False


def _own_clause(stream: Stream, event: int) -> tuple[int, int]:
    """The clause around an event, without a clause joined to it that has a subject of its own: `..., and Bar is`."""
    first, last = clause(stream, event)
    if "and" not in stream.labels:
        return first, last
    joints = [i for i in range(first, last - 2) if "and" in stream[i].labels and i != event and _joins(stream, i)]
    return max([first, *(i for i in joints if i < event)]), min([last, *(i for i in joints if i > event)])


def _joins(stream: Sequence[Token], at: int) -> bool:
    """Whether the `and` at `at` joins two clauses: `and Bar is`, `and Bar will`: a name behind it that acts; `and is in
    talks`: what else somebody does."""
    if _is_in_talks(stream, at + 1):
        return True
    name, verb = stream[at + 1], stream[at + 2]
    subject = name.type == NAME and "poss_pronoun" not in name.labels
    return subject and not verb.labels.isdisjoint(_ACTING)


def _is_in_talks(stream: Sequence[Token], at: int) -> bool:
    """`is in talks`, `négocie`: a verb of talking, or an auxiliary before talks."""
    auxiliary = stream[at].labels & {"passive", "copula"}
    return "talks" in stream[at + bool(auxiliary)].labels and stream[at].type == WORD


def clause(stream: Stream, at: int) -> tuple[int, int]:
    """The clause around a token: between semicolons and what opens another clause."""
    if not stream.edges:
        return 0, len(stream)
    first = max((edge + 1 for edge in stream.edges if edge < at), default=0)
    return first, min((edge for edge in stream.edges if edge > at), default=len(stream))
