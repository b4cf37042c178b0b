"""Who does what: the case a name stands in, and the role that case means beside an event.

A case is language-free: `subject`, `object`, `poss` (possessive), the class of the preposition before the name (`by`,
`from`, `into` ...), or `lead`, `join` and the like when such a cue stands there. FRAMES says for every event label which
case fills which role. A language supplies the words (languages/*.toml), never the frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.stream import DATE, MARK, NAME, QUANTITY, Token

PREPOSITIONS = ("by", "from", "into", "with", "to", "of", "for", "in", "on", "at", "between", "after")
ROLE_CUES = ("lead", "join")
AFTER_CUES = {"lead_verb": "lead", "join_verb": "join"}
VERBS = frozenset(
    {"raise", "raise_weak", "invest", "acquire", "supply", "procure", "build", "guarantee", "spend", "hold", "partner",
     "deny", "halt", "announce"}
)  # fmt: skip
NOUNS = frozenset(
    {"round", "investment", "stake", "acquisition", "contract", "supplier", "customer", "guarantee_noun", "capex",
     "partnership", "denial"}
)  # fmt: skip
EVENTS = VERBS | NOUNS

# event label -> case -> role. `object` of a passive verb and `subject` change places before the look-up.
_RAISE = {
    "subject": "recipient", "by": "recipient", "poss": "recipient", "of": "recipient", "for": "recipient",
    "into": "recipient", "in": "recipient", "at": "recipient", "to": "recipient", "from": "investors",
    "with": "investors", "lead": "leads", "join": "investors", "between": "investors",
}  # fmt: skip
_INVEST = {
    "subject": "investors", "by": "investors", "poss": "investors", "from": "investors", "with": "investors",
    "of": "investors", "object": "recipient", "into": "recipient", "in": "recipient", "on": "recipient",
    "to": "recipient", "for": "recipient", "lead": "investors", "join": "investors", "at": "recipient",
}  # fmt: skip
_SUPPLY = {
    "subject": "provider", "by": "provider", "from": "provider", "poss": "provider", "object": "customer",
    "to": "customer", "for": "customer", "with": "customer", "of": "provider", "into": "customer",
}  # fmt: skip
_PROCURE = {
    "subject": "customer", "by": "customer", "poss": "customer", "from": "provider", "of": "provider",
    "with": "provider", "object": "provider", "on": "provider", "for": "customer", "at": "provider", "to": "provider",
}  # fmt: skip
_ACQUIRE = {
    "subject": "acquirer", "by": "acquirer", "object": "target", "of": "target", "poss": "acquirer", "for": "target",
    "with": "target", "to": "acquirer", "between": "target",
}  # fmt: skip
FRAMES: dict[str, dict[str, str]] = {
    "raise": _RAISE,
    "raise_weak": _RAISE,
    "round": _RAISE,
    "invest": _INVEST,
    "investment": _INVEST,
    "hold": _INVEST | {"object": "recipient"},
    "stake": _INVEST | {"of": "recipient"},
    "acquire": _ACQUIRE,
    "acquisition": _ACQUIRE,
    "supply": _SUPPLY,
    "procure": _PROCURE,
    "contract": {
        "subject": "party", "by": "party", "with": "party", "between": "party", "poss": "party", "to": "customer",
        "from": "provider", "for": "customer", "of": "party", "object": "party", "join": "party",
    },
    "supplier": _SUPPLY | {"of": "customer", "poss": "customer", "for": "customer", "object": "provider"},
    "customer": {
        "subject": "customer", "object": "customer", "by": "customer", "of": "provider", "poss": "provider",
        "for": "provider", "with": "customer", "join": "customer", "to": "customer",
    },
    "guarantee": {
        "subject": "guarantor", "by": "guarantor", "from": "guarantor", "object": "beneficiary", "of": "beneficiary",
        "for": "beneficiary", "to": "beneficiary", "poss": "beneficiary", "with": "beneficiary",
    },
    "guarantee_noun": {
        "subject": "guarantor", "by": "guarantor", "from": "guarantor", "poss": "guarantor", "of": "guarantor",
        "for": "beneficiary", "to": "beneficiary", "object": "beneficiary", "with": "beneficiary",
        "between": "party", "in": "beneficiary",
    },
    "spend": {"subject": "owner", "by": "owner", "poss": "owner", "from": "owner", "of": "owner"},
    "capex": {"subject": "owner", "by": "owner", "poss": "owner", "from": "owner", "of": "owner", "for": "owner"},
    "build": {"subject": "builder", "by": "builder", "poss": "builder", "for": "customer", "with": "builder", "of": "builder"},
    "partner": {"subject": "partners", "object": "partners", "with": "partners", "between": "partners", "by": "partners",
                "join": "partners", "of": "partners"},
    "partnership": {
        "subject": "partners", "object": "partners", "with": "partners", "between": "partners", "by": "partners",
        "of": "partners", "poss": "partners", "join": "partners",
    },
    "deny": {"subject": "speaker", "by": "speaker", "poss": "speaker", "from": "speaker", "object": "denied",
             "of": "denied"},
    "halt": {"subject": "speaker", "by": "speaker", "poss": "speaker", "object": "denied", "of": "denied",
             "on": "denied", "with": "denied"},
    "denial": {"subject": "speaker", "by": "speaker", "poss": "speaker", "from": "speaker", "of": "speaker"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    """How a name stands in its sentence: `label`, and the token that gives it (-1: none)."""

    label: str
    anchor: int
    poss: bool


def cases(stream: Sequence[Token]) -> dict[int, Case]:
    """The case of every name token, by its index."""
    found: dict[int, Case] = {}
    for i, token in enumerate(stream):
        if token.type == NAME or token.reference or "pronoun" in token.labels:
            label, anchor = _case(stream, i, found)
            poss = "poss_pronoun" in token.labels or (i + 1 < len(stream) and "poss" in stream[i + 1].labels)
            found[i] = Case(label, anchor, poss)
    for i in found:
        after = None if found[i].poss else _cue_after(stream, i)
        if after:
            _spread(stream, i, after, found)
    return found


def _cue_after(stream: Sequence[Token], at: int) -> tuple[str, int] | None:
    """A verb after the name that gives its role: `Foo led the round`, `Foo, which took part`, `with Foo in the lead`."""
    for i in range(at + 1, min(at + 6, len(stream))):
        token = stream[i]
        for label, role in AFTER_CUES.items():
            if label in token.labels:
                return role, i
        if token.type in (NAME, QUANTITY) or token.labels & VERBS or (token.type == MARK and token.text != ","):
            return None
    return None


def _spread(stream: Sequence[Token], at: int, role: tuple[str, int], found: dict[int, Case]) -> None:
    """Give a role to a name and to the names that it stands in a list with, to its left."""
    found[at] = Case(role[0], role[1], poss=False)
    i = at - 1
    while i > 0 and (stream[i].text == "," or "and" in stream[i].labels):
        i -= 1
        if i not in found:
            return
        found[i] = Case(role[0], role[1], poss=False)
        i -= 1


def _case(stream: Sequence[Token], at: int, found: dict[int, Case]) -> tuple[str, int]:
    """Walk left from a name to the word that governs it; a member of a list has the case of the list."""
    i = at - 1
    while i >= 0 and at - i <= 8:
        token = stream[i]
        if token.type == NAME:
            return _beside_name(i, at, found)
        if token.type == MARK and token.text in ',;:—–-|)"”»':
            return _after_mark(stream, i, at, found)
        if "and" in token.labels:
            earlier = _earlier_name(stream, i)
            return (found[earlier].label, found[earlier].anchor) if earlier in found else ("bare", -1)
        for label in ROLE_CUES + PREPOSITIONS:
            if label in token.labels:
                return label, i
        if "relative" in token.labels or "but" in token.labels:
            return "bare", i
        if token.labels & VERBS:
            return "bare", i
        if token.type in (QUANTITY, DATE):
            return "bare", i
        i -= 1
    return "bare", -1


def _beside_name(i: int, at: int, found: dict[int, Case]) -> tuple[str, int]:
    """A name that follows another one: after a possessive it stands where the owner stands, else it is bare."""
    if i in found and found[i].poss and at - i <= 4:
        return found[i].label, found[i].anchor
    return "bare", i


def _after_mark(stream: Sequence[Token], i: int, at: int, found: dict[int, Case]) -> tuple[str, int]:
    """After a comma: a list goes on when a name ends just before it (possibly with a short apposition)."""
    if stream[i].text == "," and at - i <= 4:
        earlier = _earlier_name(stream, i)
        if earlier in found and found[earlier].label != "bare":
            return found[earlier].label, found[earlier].anchor
    return "bare", -1


def _earlier_name(stream: Sequence[Token], i: int) -> int:
    """The name before token i, with nothing but a short apposition between; -1 when there is none."""
    for j in range(i - 1, max(-1, i - 8), -1):
        token = stream[j]
        if token.type == NAME:
            return j
        if token.type in (QUANTITY, DATE) or token.labels & VERBS or token.text in ";:":
            return -1
    return -1


def passive(stream: Sequence[Token], at: int) -> bool:
    """Whether the verb at `at` is passive: an auxiliary shortly before it."""
    return any("passive" in stream[j].labels for j in range(max(0, at - 3), at))


def case_beside(stream: Sequence[Token], case: Case, name: int, event: int) -> str:
    """The case of a name with regard to an event: subject and object are told by side and voice."""
    if case.poss and name < event and event - name <= 6:
        return "poss"
    if case.label != "bare":
        return case.label
    if case.anchor >= 0 and "relative" in stream[case.anchor].labels and event < case.anchor:
        return "inner"
    before = name < event
    if stream[event].labels & VERBS and passive(stream, event):
        before = not before
    return "subject" if before else "object"
