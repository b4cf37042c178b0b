"""The takeover that a verb of paying, spending or closing is about: `Foo goes to Bar, which pays $2bn`."""

from __future__ import annotations

from itertools import takewhile

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME
from pipeline.extract.grammar.voice import PASSIVE
from pipeline.extract.grammar.windows import back, bears, before, past_insertion

TAKEOVERS = ("acquire", "acquisition", "cede")
_PARTING = VERBS | {"relative", "but", "and"}
_FRONTED = 2  # tokens among which a participle opens its sentence
_AIM = 6  # tokens between a sum and the takeover that it is spent on
_CLAUSE = 7  # tokens from a relative to its verb


def takeover_meant(sentence: Sentence, event: int, figure: int) -> int | None:
    """The takeover of which a verb of paying, spending or investing beside a figure names the price."""
    labels = sentence.stream[event].labels
    if "pay" in labels and (paid := _paid_in_clause(sentence, event)) is not None:
        return paid
    if labels & {"pay", "spend", "invest"} and (aim := _aim(sentence, figure)) is not None:
        return aim
    return _bought_subject(sentence, event) if "spend" in labels else None


def _paid_in_clause(sentence: Sentence, event: int) -> int | None:
    """The takeover that a relative clause names the price of: `Foo goes to Bar, which pays $2bn`."""
    opening = takewhile(lambda i: sentence.stream[i].type != MARK, back(event, _CLAUSE))
    relative = next((i for i in opening if "relative" in sentence.stream[i].labels), None)
    if (
        relative is None
        and event > 1
        and sentence.stream[event - 1].text == ","
        and sentence.stream[event - 2].type == NAME
    ):
        relative = event  # `the purchase of Foo, paid in shares`
    acting = bears(before(sentence.stream, event, 1), "passive")
    if relative is None and "gerund" in sentence.stream[event].labels and not acting:
        relative = event  # `has bought Foo, paying $2bn for it`
    bought = [e for e in sentence.bearing(*TAKEOVERS) if relative is not None and e < relative]
    return bought[-1] if bought else None


def _bought_subject(sentence: Sentence, event: int) -> int | None:
    """`Adquirida en marzo por Bar, Foo costó 60 millones`: what a company cost is the price at which it was bought."""
    stream = sentence.stream
    if bears(stream, "site_noun", "compute") or event == 0 or stream[event - 1].type != NAME:
        return None
    opening = [e for e in sentence.bearing("acquire") if e <= _FRONTED and e < event]
    return opening[-1] if opening and "done" in stream[opening[-1]].labels else None


def _aim(sentence: Sentence, figure: int) -> int | None:
    """The takeover that money is spent on: `is paying $11bn to buy Foo`, `débourse 2 milliards pour racheter Foo`."""
    first = past_insertion(sentence.stream, figure + 1)  # `débourse 2 milliards, surtout en titres, pour racheter`
    for i in range(first, min(first + _AIM, len(sentence.stream))):
        token = sentence.stream[i]
        if i in sentence.events and not token.labels.isdisjoint(TAKEOVERS):
            return i
        if token.type in (MARK, NAME) or token.labels & _PARTING:
            return None
    return None


def takeover_completed(sentence: Sentence, event: int) -> list[int]:
    """The takeover before a passive verb that closes it (`the takeover of Foo by Bar, put at $2bn, was completed`)."""
    stream = sentence.stream
    apart = event > 1 and stream[event - 1].text == "," and stream[event - 2].type == NAME  # `..., closed in May`
    passive = (apart and "done" in stream[event].labels) or bears(
        [*before(stream, event, 3), stream[event]], "passive", PASSIVE
    )
    return [e for e in sentence.bearing("acquisition") if e < event] if passive else []
