"""What a word beside a figure only points to: `acquired in a $3bn deal`, `Foo goes to Bar, which pays $2bn`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from pipeline.extract.facts.purchases import paid_in
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.windows import back, bears, before, past_insertion
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import DEEDS, VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, NAME, Token
from pipeline.extract.grammar.voice import PASSIVE

_STRONG = frozenset(
    {"acquire", "acquisition", "cede", "invest", "investment", "raise", "round", "guarantee", "guarantee_noun"}
)
_TAKEOVERS = ("acquire", "acquisition", "cede")
_SUPPLYING = ("supply", "procure")
_PARTING = VERBS | {"relative", "but", "and"}
_PARTING_SHARES = VERBS | {"relative", "but", "round"}
_CLOSED = ("contract", "acquisition", "guarantee_noun", "partnership", "cede")
_NEAR = 5.0  # how far the event may stand that a mere `deal` or an obligation is about
_CLOSE = 3.0  # and the one that a light verb closes
_LENT_NEAR = 6  # tokens between a verb of granting and its loan
_FRONTED = 2  # tokens among which a participle opens its sentence
_IN_A_DEAL = 4  # tokens from `in` to the deal: `in an all-cash, all-share deal`
_AIM = 6  # tokens between a sum and the takeover that it is spent on
_SUBJECT = 12  # tokens from a verb back to its subject
_CLAUSE = 7  # tokens from a relative to its verb
_OBJECT = 7  # tokens between a verb and the shares that it takes


def deal_of(sentence: Sentence, event: int, figure: int) -> int:
    """The event whose deal a figure tells, given the event word that it stands with."""
    labels = sentence.stream[event].labels
    if "debt_round" in labels and (granted := _verb_of_granting(sentence, event)) is not None:
        return granted
    if "pay" in labels and (bought := _takeover_paid(sentence, event)) is not None:
        return bought
    if labels & {"pay", "spend", "invest"} and (bought := _takeover_aimed_at(sentence, figure)) is not None:
        return bought
    if "spend" in labels and (bought := _bought_subject(sentence, event)) is not None:
        return bought
    if labels & {"pay", "invest", "procure"} and (backing := _backing_of_debt(sentence, event)) is not None:
        return backing
    if "raise" in labels and (earning := _earning_contract(sentence.stream, event)) is not None:
        return earning
    if labels & {"obligation", "give"}:
        backed = [e for e in sentence.bearing("guarantee", "guarantee_noun") if e < figure]
        return _nearest(sentence, event, backed, _NEAR, default=event)
    takes = labels & {"acquire", "procure", "raise_weak", "hold", "sell"}
    if takes and (shares := _shares_after(sentence.stream, event)):
        return shares
    if "raise" in labels and (completed := _takeover_completed(sentence, event)):
        return completed[-1]
    if "raise_weak" in labels and not labels & _STRONG:
        return _closed(sentence, event)
    if "deal" in labels:
        if bears(before(sentence.stream, event, 2), "means") and (done := _before(sentence, event, *_SUPPLYING)):
            return done[-1]  # `suministrará Foo mediante un contrato por 90 megavatios`
        # `has snapped up Foo, the maker of ..., in a deal`
        done_in = bears(before(sentence.stream, event, _IN_A_DEAL), "in")
        before_it = _before(sentence, event, *_TAKEOVERS) if done_in else []
        return _nearest(sentence, event, sentence.bearing(*_STRONG), _NEAR, default=(before_it or [event])[-1])
    return event


def _before(sentence: Sentence, event: int, *labels: str) -> list[int]:
    """Those of them that stand before an event."""
    return [e for e in sentence.bearing(*labels) if e < event]


def _nearest(sentence: Sentence, event: int, others: Iterable[int], reach: float, *, default: int) -> int:
    """The nearest of some events within reach of one."""
    away = {other: distance(sentence.stream, other, event) for other in others}
    return min((other for other in away if away[other] <= reach), key=lambda e: away[e], default=default)


def _verb_of_granting(sentence: Sentence, loan: int) -> int | None:
    """`Foo grants Bar a loan`: a loan that is granted is given, not raised."""
    granting = [e for e in sentence.bearing("give") if 0 < loan - e <= _LENT_NEAR]
    return granting[-1] if granting else None


def _takeover_paid(sentence: Sentence, event: int) -> int | None:
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
    bought = [e for e in sentence.bearing(*_TAKEOVERS) if relative is not None and e < relative]
    return bought[-1] if bought else None


def _bought_subject(sentence: Sentence, event: int) -> int | None:
    """`Adquirida en marzo por Bar, Foo costó 60 millones`: what a company cost is the price at which it was bought."""
    stream = sentence.stream
    if bears(stream, "site_noun", "compute") or event == 0 or stream[event - 1].type != NAME:
        return None
    opening = [e for e in sentence.bearing("acquire") if e <= _FRONTED and e < event]
    return opening[-1] if opening and "done" in stream[opening[-1]].labels else None


def _backing_of_debt(sentence: Sentence, event: int) -> int | None:
    """`guarantees the rent that Foo has to pay to Bar, up to $1bn`: what is paid there is what is guaranteed."""
    backing = [e for e in sentence.bearing("guarantee", "guarantee_noun") if e < event]
    return backing[-1] if backing and bears(sentence.stream[backing[-1] : event], "obligation") else None


def _takeover_aimed_at(sentence: Sentence, figure: int) -> int | None:
    """The takeover that money is spent on: `is paying $11bn to buy Foo`, `débourse 2 milliards pour racheter Foo`."""
    first = past_insertion(sentence.stream, figure + 1)  # `débourse 2 milliards, surtout en titres, pour racheter`
    for i in range(first, min(first + _AIM, len(sentence.stream))):
        token = sentence.stream[i]
        if i in sentence.events and not token.labels.isdisjoint(_TAKEOVERS):
            return i
        if token.type in (MARK, NAME) or token.labels & _PARTING:
            return None
    return None


def _earning_contract(stream: Sequence[Token], event: int) -> int | None:
    """The contract that is the subject of a verb of raising: `the lease with Foo will bring in $5bn`."""
    for i in back(event, _SUBJECT):
        token = stream[i]
        if "contract" in token.labels:
            return i
        governed = i > 0 and not stream[i - 1].labels.isdisjoint(PREPOSITIONS)
        if (token.type == NAME and not governed) or token.text in ";:." or token.labels & DEEDS:
            return None
    return None


def _shares_after(stream: Sequence[Token], event: int) -> int | None:
    """The stake, shares or stock that a verb takes as its object (`is buying $5bn of Foo stock`)."""
    for i in range(event + 1, min(event + 1 + _OBJECT, len(stream))):
        if "stake" in stream[i].labels:
            return None if paid_in(stream, i) else i
        if stream[i].type == MARK or stream[i].labels & _PARTING_SHARES:
            return None  # `collects $700m with a placement of shares`: its own
    return None


def _closed(sentence: Sentence, event: int) -> int:
    """The contract or takeover that a light verb closes (`won a contract`), unless a round is told."""
    if sentence.bearing("round", "raise"):
        return event
    closed = _nearest(sentence, event, sentence.bearing(*_CLOSED), _CLOSE, default=-1)
    if closed >= 0:
        return closed
    return _nearest(sentence, event, _takeover_completed(sentence, event), float("inf"), default=event)


def _takeover_completed(sentence: Sentence, event: int) -> list[int]:
    """The takeover before a passive verb that closes it (`the takeover of Foo by Bar, put at $2bn, was completed`)."""
    stream = sentence.stream
    apart = event > 1 and stream[event - 1].text == "," and stream[event - 2].type == NAME  # `..., closed in May`
    passive = (apart and "done" in stream[event].labels) or bears(
        [*before(stream, event, 3), stream[event]], "passive", PASSIVE
    )
    return [e for e in sentence.bearing("acquisition") if e < event] if passive else []
