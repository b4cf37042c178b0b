"""The event whose deal a figure tells, where the word beside it only points to that one.

In `Foo was acquired by Bar in a $3bn deal` the sum stands beside `deal`, and is the price of the acquisition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extract.facts.purchases import paid_in
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.takeovers_meant import TAKEOVERS, takeover_completed, takeover_meant
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import DEEDS, VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, NAME, Token
from pipeline.extract.grammar.windows import back, bears, before

_STRONG = frozenset(
    {"acquire", "acquisition", "cede", "invest", "investment", "raise", "round", "guarantee", "guarantee_noun"}
)
_SUPPLYING = ("supply", "procure")
_PARTING_SHARES = VERBS | {"relative", "but", "round"}
_CLOSED = ("contract", "acquisition", "guarantee_noun", "partnership", "cede")
_NEAR = 5.0  # how far the event may stand that a mere `deal` or an obligation is about
_CLOSE = 3.0  # and the one that a light verb closes
_LENT_NEAR = 6  # tokens between a verb of granting and its loan
_IN_A_DEAL = 4  # tokens from `in` to the deal: `in an all-cash, all-share deal`
_SUBJECT = 12  # tokens from a verb back to its subject
_OBJECT = 7  # tokens between a verb and the shares that it takes


def deal_of(sentence: Sentence, event: int, figure: int) -> int:
    """The event whose deal a figure tells, given the event word that it stands with."""
    labels = sentence.stream[event].labels
    if "debt_round" in labels and (granted := _verb_of_granting(sentence, event)) is not None:
        return granted
    if (bought := takeover_meant(sentence, event, figure)) is not None:
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
    if "raise" in labels and (completed := takeover_completed(sentence, event)):
        return completed[-1]
    if "raise_weak" in labels and not labels & _STRONG:
        return _closed(sentence, event)
    return _named_by_deal(sentence, event) if "deal" in labels else event


def _named_by_deal(sentence: Sentence, event: int) -> int:
    """The event that a mere `deal` is about: what it is the means of, a takeover done in it, or a strong one near."""
    supplied = [e for e in sentence.bearing(*_SUPPLYING) if e < event]
    if supplied and bears(before(sentence.stream, event, 2), "means"):
        return supplied[-1]  # `suministrará Foo mediante un contrato por 90 megavatios`
    # `has snapped up Foo, the maker of ..., in a deal`
    done_in = bears(before(sentence.stream, event, _IN_A_DEAL), "in")
    taken = [e for e in sentence.bearing(*TAKEOVERS) if e < event] if done_in else []
    return _nearest(sentence, event, sentence.bearing(*_STRONG), _NEAR, default=(taken or [event])[-1])


def _nearest(sentence: Sentence, event: int, others: Iterable[int], reach: float, *, default: int) -> int:
    """The nearest of some events within reach of one."""
    away = {other: distance(sentence.stream, other, event) for other in others}
    return min((other for other in away if away[other] <= reach), key=lambda e: away[e], default=default)


def _verb_of_granting(sentence: Sentence, loan: int) -> int | None:
    """`Foo grants Bar a loan`: a loan that is granted is given, not raised."""
    granting = [e for e in sentence.bearing("give") if 0 < loan - e <= _LENT_NEAR]
    return granting[-1] if granting else None


def _backing_of_debt(sentence: Sentence, event: int) -> int | None:
    """`guarantees the rent that Foo has to pay to Bar, up to $1bn`: what is paid there is what is guaranteed."""
    backing = [e for e in sentence.bearing("guarantee", "guarantee_noun") if e < event]
    return backing[-1] if backing and bears(sentence.stream[backing[-1] : event], "obligation") else None


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
    return _nearest(sentence, event, takeover_completed(sentence, event), float("inf"), default=event)
