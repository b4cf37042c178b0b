"""What the subject of its clause says of a figure: a turnover, what one unit costs, what everybody does."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import MARK, NAME, Stream, Token
from pipeline.extract.grammar.windows import after, back, bears, before, holds, is_figure

_OPENING = 3  # tokens among which a sentence names its subject
_PLAIN_VERBS = frozenset({"announce", "raise_weak"})  # `Revenue ... climbed to`: verbs that tell no deal
_TELLING = EVENTS - _PLAIN_VERBS
_OF_SUBJECT = frozenset({"determiner", "definite", "poss_pronoun"})
_ROUNDS = ("round", "contract", "acquisition", "investment", "stake")
_PRICED = frozenset({"power", "money"})
_UNIT = 5  # tokens from a unit of power to what it costs
_DEED = (EVENTS - {"announce"}) | {"runs"}
_RUN, _RUN_AFTER = 10, 3  # tokens between a verb of running a site and what is installed there
_PLANNED = 3  # tokens before such a verb that say that it is only planned, or built as well
_INSTALLED = 4  # tokens from a country to the capacity that is its own


def is_turnover(stream: Sequence[Token], at: int) -> bool:
    """`Net sales at Foo came to $5bn, well short of the $6bn expected`: all sums until another event are turnovers."""
    if not bears(stream, "revenue") or not is_figure(stream[at], "money"):
        return False
    subject = next((i for i, t in enumerate(stream[:_OPENING]) if "revenue" in t.labels), None)
    if subject is None:
        return False
    opening = all(t.labels <= _OF_SUBJECT | {"raise_weak"} for t in stream[:subject])
    between = stream[subject + 1 : at]
    other = any(t.labels & _TELLING or t.text in ";:" for t in between)
    return opening and subject < at and not other and not bears(after(stream, at, 4), *_ROUNDS)


def is_price_of_unit(stream: Stream, at: int) -> bool:
    """`a gigawatt costs around $50bn`, `puts two gigawatts at $16bn`: power, and what it costs whoever builds it."""
    if not stream.measures >= _PRICED:
        return False
    if is_figure(stream[at], "power"):
        price = next((i for i in range(at + 1, min(at + _UNIT, len(stream))) if is_figure(stream[i], "money")), None)
        return price is not None and is_price_of_unit(stream, price)
    if not is_figure(stream[at], "money"):
        return False
    power = next((i for i in back(at, _UNIT) if is_figure(stream[i], "power")), None)
    if power is None or any(t.type in (NAME, MARK) for t in stream[power + 1 : at]):
        return False
    costs = bears(after(stream, power, 1), "spend", "at")
    one = stream[power - 1 : power] if power else []
    owned = holds(one, NAME) or any(t.labels & {"of", "determiner"} and "relative" not in t.labels for t in one)
    return costs and not owned


def is_run(stream: Stream, at: int) -> bool:
    """`Foo operates 35 MW in Bar`, `the 35 MW that Foo operates`: what is installed, if for nobody else, is no deal."""
    if "runs" not in stream.labels or not is_figure(stream[at], "power", "chips"):
        return False
    verb = next((i for i in back(at, _RUN) if stream[i].labels & _DEED), None)
    if verb is None and bears(after(stream, at, _RUN_AFTER), "runs"):
        verb = next(i for i in range(at + 1, len(stream)) if "runs" in stream[i].labels)
    if verb is None or "runs" not in stream[verb].labels:
        return False
    planned = any(t.labels & (EVENTS | {"plan", "modal"}) - _PLAIN_VERBS for t in before(stream, verb, _PLANNED))
    planned = planned or bears(after(stream, at, _PLANNED), "under_way", "plan")
    return not planned and len({entity.family for entity in stream.entities() if entity.firm}) < 2


def by_all(sentence: Sentence, event: int) -> bool:
    """`..., and big tech will spend $600bn`: the clause has an aggregate, and nobody's name, before its verb."""
    stream = sentence.stream
    for i in range(event - 1, -1, -1):
        if stream[i].type == NAME and sentence.case[i].label == "bare":
            return False
        if "aggregate" in stream[i].labels:
            return True
        if stream[i].type == MARK and stream[i].text in ",;:":
            return False
    return False


def is_of_country(stream: Sequence[Token], at: int) -> bool:
    """`India's data centre capacity may reach 9 GW`: what all of a country's operators have installed."""
    if not is_figure(stream[at], "power"):
        return False
    country = next((i for i, t in enumerate(stream[:_OPENING]) if "country" in t.labels), None)
    if country is None or not bears(after(stream, country, 1), "poss"):
        return False
    return bears(after(stream, country, _INSTALLED), "compute", "site_noun") and not any(
        t.type == NAME and not t.reference for t in stream[:at]
    )
