"""What an event word means beside its figure and names: to buy a company or chips, to give money or power."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from pipeline.extract.facts.compute_bought import (
    acquires_compute,
    buys_compute,
    hosts_elsewhere,
    is_given,
    pays_for_compute,
    secures_compute,
)
from pipeline.extract.facts.money_given import (
    adds_money,
    brings_in,
    costs_money,
    gives_money,
    is_of_finance,
    is_received,
    issues_debt,
    tops_up_round,
)
from pipeline.extract.facts.purchases import buys_minority, buys_shares, pays_for_company, takes_company
from pipeline.extract.facts.sales import is_sold, is_taken, sells_company, sells_debt, sells_share, takes_majority
from pipeline.extract.facts.spending import buys_from_supplier, is_outlay, pledges_to_company, spends_on_company
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import EVENTS
from pipeline.extract.grammar.stream import QUANTITY
from pipeline.extract.grammar.windows import after, bears

_PRIORITY = (
    "round", "raise", "invest", "acquisition", "guarantee_noun", "guarantee", "contract", "supply", "procure", "spend",
    "build",
)  # fmt: skip
_RISING = 3  # tokens between a verb of raising and the site that rises
Condition = Callable[[Sentence, int, int | None], bool]


def _raises_walls(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`levantará un centro de datos`, `un campus que levantará Foo`: a site is what rises, no money."""
    object_ = after(sentence.stream, event, _RISING)
    if any(t.type == QUANTITY for t in object_):
        object_ = []
    return bears(object_, "site_noun") or (
        figure is None and bears(sentence.stream, "site_noun") and not bears(sentence.stream, "round", "investor")
    )


def _without_figure(_sentence: Sentence, _event: int, figure: int | None) -> bool:
    return figure is None


def _always(_sentence: Sentence, _event: int, _figure: int | None) -> bool:
    return True


_MEANINGS: tuple[tuple[frozenset[str], Condition, str], ...] = (
    (frozenset({"build", "raise"}), _raises_walls, "build"),
    (frozenset({"build", "invest"}), adds_money, "invest"),
    (frozenset({"build", "invest"}), _always, "build"),
    (frozenset({"spend"}), issues_debt, "raise_weak"),
    (frozenset({"raise_weak", "invest", "spend"}), costs_money, "raise_weak"),
    (frozenset({"raise_weak", "supply"}), brings_in, "raise_weak"),
    (frozenset({"sell"}), sells_company, "sold"),
    (frozenset({"sell"}), sells_debt, "raise_weak"),
    (frozenset({"sell"}), sells_share, "sold_stake"),
    (frozenset({"stake", "majority"}), is_sold, "sold"),
    (frozenset({"stake"}), is_sold, "sold_stake"),
    (frozenset({"stake"}), takes_majority, "majority"),
    (frozenset({"stake", "majority"}), is_taken, "majority"),
    (frozenset({"acquire"}), buys_minority, "hold"),
    (frozenset({"pay"}), buys_minority, "hold"),
    (frozenset({"acquisition", "sale"}), sells_company, "sold"),
    (frozenset({"acquisition", "sale"}), _always, "sale"),
    (frozenset({"acquisition"}), buys_minority, "hold"),
    (frozenset({"raise_weak"}), buys_minority, "hold"),
    (frozenset({"investment"}), is_received, "received"),
    (frozenset({"build", "procure"}), costs_money, "build"),
    (frozenset({"supply", "participle"}), is_given, "procure"),
    (frozenset({"supply", "procure"}), hosts_elsewhere, "procure"),
    (frozenset({"pay", "procure"}), pays_for_compute, "procure"),
    (frozenset({"acquisition"}), acquires_compute, "procure"),
    (frozenset({"acquire"}), buys_shares, "stake"),
    (frozenset({"raise_weak", "procure"}), secures_compute, "procure"),
    (frozenset({"raise_weak", "acquire", "procure"}), takes_company, "acquire"),
    (frozenset({"raise_weak", "procure"}), _always, "raise_weak"),
    (frozenset({"raise_weak", "acquire"}), takes_company, "acquire"),
    (frozenset({"raise_weak", "acquire"}), _always, "raise_weak"),
    (frozenset({"procure"}), pays_for_company, "acquire"),
    (frozenset({"acquire", "procure"}), buys_compute, "procure"),
    (frozenset({"acquire", "procure"}), _always, "acquire"),
    (frozenset({"acquisition", "bid"}), _always, "bid"),
    (frozenset({"contract", "partnership"}), _without_figure, "partnership"),
    (frozenset({"deal"}), is_of_finance, "round"),
    (frozenset({"spend", "capex"}), is_outlay, "capex"),
    (frozenset({"spend"}), pledges_to_company, "invest"),
    (frozenset({"spend"}), buys_from_supplier, "procure"),
    (frozenset({"spend"}), spends_on_company, "spent_on"),
    (frozenset({"give"}), gives_money, "invest"),
    (frozenset({"invest", "raise_weak"}), tops_up_round, "raise_weak"),
)
"""Labels that a word bears, what its sentence must say, and what the word means then; the first that holds counts."""


@cache
def _possible(borne: frozenset[str]) -> tuple[tuple[Condition, str], ...]:
    """What a word with these labels may mean, each meaning with what its sentence must say."""
    if borne.isdisjoint(EVENTS):
        return ()
    return tuple((condition, meaning) for needed, condition, meaning in _MEANINGS if needed <= borne)


@cache
def _usual(borne: frozenset[str]) -> str:
    """What a word with these labels means by itself."""
    labels = borne & EVENTS
    if not labels:
        return "round"
    return next((label for label in _PRIORITY if label in labels), min(labels - {"announce"} or labels))


def event_label(sentence: Sentence, event: int, figure: int | None) -> str:
    """One label for an event word that may mean several (to buy: a company, or chips; to provide: money, or power)."""
    borne = sentence.stream[event].labels
    for condition, meaning in _possible(borne):
        if condition(sentence, event, figure):
            return meaning
    return _usual(borne)
