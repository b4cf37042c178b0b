"""Who does what: the case a name stands in, and the role that case means beside an event.

A case is language-free: `subject`, `object`, `poss` (possessive), the class of the preposition before the name (`by`,
`from`, `into` ...), or `lead`, `join` and the like when such a cue stands there. FRAMES says for every event label
which case fills which role. A language supplies the words (languages/*.toml), never the frames.
"""

from __future__ import annotations

VERBS = frozenset(
    {"raise", "raise_weak", "invest", "acquire", "supply", "procure", "build", "guarantee", "spend", "hold", "partner",
     "deny", "halt", "announce", "give", "destined"}
)  # fmt: skip
NOUNS = frozenset(
    {"round", "investment", "stake", "acquisition", "contract", "supplier", "customer", "guarantee_noun", "capex",
     "partnership", "denial", "cede"}
)  # fmt: skip
EVENTS = VERBS | NOUNS
LIGHT = frozenset({"announce"})
"""Verbs that lend their subject to another event and tell no deal by themselves: `has`, `signs`, `announces`."""
DEEDS = VERBS - LIGHT
AUXILIARIES = frozenset({"announce", "passive", "plan", "modal"})
"""What may stand between a subject and its verb: `has`, `was`, `plans to`, `would`."""
ACTING = VERBS | AUXILIARIES
"""What follows a name that is the subject of its clause."""

BREAKS = frozenset({"relative", "but"})
"""What opens another clause."""
VERBAL = frozenset({"passive", "copula", "speaker_verb", "lead_verb", "join_verb", "led", "joined"})
"""Verbs that are no events."""

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
    "product": "provider",
}  # fmt: skip
_PROCURE = {
    "subject": "customer", "by": "customer", "poss": "customer", "from": "provider", "of": "provider",
    "with": "provider", "object": "provider", "on": "provider", "for": "customer", "at": "provider", "to": "provider",
    "into": "provider", "product": "provider",
}  # fmt: skip
_ACQUIRE = {
    "subject": "acquirer", "by": "acquirer", "object": "target", "of": "target", "poss": "acquirer", "for": "target",
    "with": "target", "to": "acquirer", "between": "target", "lead": "acquirer",
}  # fmt: skip
FRAMES: dict[str, dict[str, str]] = {
    "raise": _RAISE,
    "raise_weak": _RAISE,
    "round": _RAISE,
    "invest": _INVEST,
    "give": _INVEST,
    "investment": _INVEST,
    "received": _RAISE | {"of": "investors", "by": "investors", "join": "investors"},
    "hold": _INVEST | {"object": "recipient", "of": "recipient"},
    "stake": _INVEST | {"of": "recipient", "compound": "recipient"},
    "acquire": _ACQUIRE,
    "acquisition": _ACQUIRE,
    "bid": _ACQUIRE | {"from": "acquirer", "at": "target", "into": "target"},
    "majority": _ACQUIRE | {"in": "target", "into": "target", "to": "target", "at": "target", "compound": "target"},
    "spent_on": {"subject": "acquirer", "by": "acquirer", "on": "target"},
    "sold": {"subject": "seller", "by": "seller", "object": "target", "of": "target", "in": "target",
             "into": "target", "to": "acquirer"},
    "sold_stake": {"subject": "seller", "by": "seller", "poss": "seller", "in": "recipient", "into": "recipient",
                   "of": "recipient", "compound": "recipient", "to": "investors"},
    "cede": {"subject": "target", "compound": "target", "object": "acquirer", "to": "acquirer", "in": "acquirer",
             "by": "acquirer", "of": "acquirer", "from": "acquirer"},
    "supply": _SUPPLY,
    "procure": _PROCURE,
    "destined": {"object": "customer", "to": "customer", "for": "customer", "by": "provider", "from": "provider"},
    "contract": {
        "subject": "party", "by": "party", "with": "party", "between": "party", "poss": "party", "to": "customer",
        "at": "provider",
        "from": "provider", "for": "customer", "of": "party", "object": "party", "join": "party",
    },
    "supplier": _SUPPLY | {"of": "customer", "poss": "customer", "for": "customer", "object": "provider"},
    "customer": {
        "subject": "customer", "object": "customer", "by": "customer", "of": "provider", "poss": "provider",
        "for": "provider", "with": "customer", "join": "customer", "to": "customer",
    },
    "guarantee": {
        "subject": "guarantor", "by": "guarantor", "from": "beneficiary", "object": "beneficiary", "of": "beneficiary",
        "for": "beneficiary", "poss": "beneficiary", "with": "beneficiary",
    },
    "guarantee_noun": {
        "subject": "guarantor", "by": "guarantor", "from": "guarantor", "poss": "guarantor", "of": "guarantor",
        "for": "beneficiary", "to": "beneficiary", "object": "beneficiary", "with": "beneficiary",
        "compound": "beneficiary",
        "between": "party", "in": "beneficiary",
    },
    "award": {
        "subject": "customer", "compound": "customer", "by": "customer", "to": "provider", "object": "provider",
    },
    "give_guarantee": {
        "subject": "guarantor", "by": "guarantor", "from": "guarantor", "object": "beneficiary", "to": "beneficiary",
        "for": "beneficiary",
    },
    "buy_unsold": {
        "subject": "guarantor", "by": "guarantor", "of": "beneficiary", "poss": "beneficiary", "from": "beneficiary",
        "object": "beneficiary", "to": "beneficiary", "at": "beneficiary",
    },
    "spend": {"subject": "owner", "by": "owner", "poss": "owner", "from": "owner", "at": "provider"},
    "capex": {"subject": "owner", "by": "owner", "poss": "owner", "from": "owner", "of": "owner", "for": "owner",
              "at": "owner"},
    "build": {"subject": "builder", "by": "builder", "poss": "builder", "for": "customer", "with": "builder",
              "of": "builder"},
    "build_together": {"subject": "partners", "with": "partners", "by": "partners", "join": "partners"},
    "partner": {"subject": "partners", "object": "partners", "with": "partners", "between": "partners",
                "by": "partners", "join": "partners", "of": "partners", "to": "partners"},
    "partnership": {
        "subject": "partners", "object": "partners", "with": "partners", "between": "partners", "by": "partners",
        "of": "partners", "poss": "partners", "join": "partners",
    },
    "deny": {"subject": "speaker", "by": "speaker", "poss": "speaker", "from": "speaker", "object": "denied",
             "of": "denied", "title": "speaker"},
    "halt": {"subject": "speaker", "by": "speaker", "poss": "speaker", "object": "denied", "of": "denied",
             "on": "denied", "with": "denied", "title": "speaker"},
    "denial": {"subject": "speaker", "by": "speaker", "poss": "speaker", "from": "speaker", "of": "speaker"},
}  # fmt: skip
