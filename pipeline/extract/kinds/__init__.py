"""From an event with its parties and figure to a statement of one of the eight kinds."""

from __future__ import annotations

from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.figure_subjects import by_all
from pipeline.extract.facts.measures import gives_each
from pipeline.extract.facts.money_given import verb_of_giving
from pipeline.extract.facts.negation import negated
from pipeline.extract.facts.recall import deal_told, giver_and_taker, half_told, refers_back, spoken_of
from pipeline.extract.facts.roles import assign, by_role
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.windows import is_figure
from pipeline.extract.kinds.acquisitions import acquisition, each_target
from pipeline.extract.kinds.builders import builds_for_owner
from pipeline.extract.kinds.built_with import builds_for, builds_with
from pipeline.extract.kinds.capacity import about_compute, capacity, each_party
from pipeline.extract.kinds.capex import capex
from pipeline.extract.kinds.guarantees import guarantee, guaranteed, unsold
from pipeline.extract.kinds.in_use import in_use
from pipeline.extract.kinds.infrastructure import (
    investment_or_capex,
    plan_of,
    plans_site,
    project_brought,
    spending_year,
)
from pipeline.extract.kinds.investments import each_investor, investment
from pipeline.extract.kinds.partnerships import buys_from_partner, is_supply, partnership
from pipeline.extract.kinds.rounds import funding_round

_KIND = {
    "raise": "funding_round", "raise_weak": "funding_round", "round": "funding_round", "invest": "investment",
    "investment": "investment", "received": "investment", "stake": "investment", "hold": "investment",
    "sold_stake": "investment", "majority": "acquisition", "sold": "acquisition", "spent_on": "acquisition",
    "acquire": "acquisition", "acquisition": "acquisition", "bid": "acquisition", "cede": "acquisition",
    "supply": "capacity", "procure": "capacity", "contract": "capacity", "destined": "capacity",
    "supplier": "capacity", "customer": "capacity", "guarantee": "guarantee", "guarantee_noun": "guarantee",
    "spend": "capex", "capex": "capex", "build": "capex", "partner": "partnership", "partnership": "partnership",
}  # fmt: skip
_READERS = {
    "funding_round": funding_round, "investment": investment,
    "acquisition": acquisition, "guarantee": guarantee, "capacity": capacity,
    "capex": capex, "partnership": partnership,
}  # fmt: skip


def read_event(sentence: Sentence, event: int, label: str, figure: int | None) -> list[Statement]:
    """The statements of an event; none when it names no deal, several when it names several suppliers or customers."""
    if label not in _KIND:
        return []
    if figure is not None and is_figure(sentence.stream[figure], "money") and by_all(sentence, event):
        return []
    if figure is not None and (project := project_brought(sentence, figure)):
        return plan_of(sentence, project, figure)
    event, label, kind = _meaning(sentence, event, label, figure)
    parts = assign(sentence, event, label, figure)
    statement = Statement(
        kind, sentence.number, event, parties=by_role(parts), parts=parts, refers=refers_back(sentence)
    )
    if not kind or not _weigh(sentence, statement, label, figure):
        return []
    if not _READERS[statement.kind](sentence, statement, label, figure):
        return []
    if statement.kind == "partnership" and is_supply(sentence, statement):
        statement.kind = "capacity"
    _fill(sentence, statement, figure)
    if statement.kind == "acquisition":
        return each_target(statement)
    if statement.kind == "investment" and figure is not None and gives_each(sentence.stream, figure):
        return each_investor(statement)
    return each_party(statement) if statement.kind == "capacity" else [statement]


def _meaning(sentence: Sentence, event: int, label: str, figure: int | None) -> tuple[int, str, str]:
    """The event, its label and the kind of deal that it means beside the other words of its sentence; "" for none."""
    kind = _KIND[label]
    if label == "round" and figure is not None and (verb := verb_of_giving(sentence, event, figure)) is not None:
        return verb, "give", "investment"
    if figure is None and kind == "capacity" and guaranteed(sentence, event):
        return event, label, ""
    if kind in ("capacity", "acquisition") and (promise := unsold(sentence)) is not None:
        return promise, "guarantee_noun", "guarantee"
    if label == "build" and figure is None:
        if builds_with(sentence, event):
            return event, "build_together", "partnership"
        built = builds_for(sentence, event) or builds_for_owner(sentence, event)
        return event, label, "capacity" if built else ""
    return event, label, kind


def _weigh(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Let the figure, and the deal told before, decide the kind of a statement; False when it is no deal after all."""
    parties = statement.parties
    measure = sentence.stream[figure].value.kind if figure is not None else None
    if measure in ("power", "chips"):
        statement.kind = "capacity"
    elif statement.kind == "investment" and label not in ("stake", "hold", "sold_stake"):
        if not parties and (told := spoken_of(sentence)):
            giver, taker = giver_and_taker(told)
            parties |= {"investors": [giver], "recipient": [taker]}
        at = statement.event if figure is None else min(statement.event, figure)
        statement.kind = "capex" if plans_site(sentence, statement) else investment_or_capex(sentence, at, parties)
    elif figure is not None and measure == "money" and (told := deal_told(sentence, statement.event)):
        if not negated(sentence, statement.event):
            set_measure(sentence, told, figure)
        return False
    elif statement.kind == "capacity" and not about_compute(sentence, parties) and (figure is None or parties):
        told = half_told(sentence) or spoken_of(sentence)
        built = label == "supplier" and builds_for_owner(sentence, statement.event)
        return built or (told is not None and told.kind == "capacity")
    elif statement.kind == "partnership" and measure == "money":
        statement.kind = "capacity" if buys_from_partner(sentence, parties) else "capex"
    return True


def _fill(sentence: Sentence, statement: Statement, figure: int | None) -> None:
    """The measure and the facts beside it."""
    fields = statement.fields
    if figure is not None:
        set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    if statement.kind in ("capacity", "capex") and spending_year(sentence, statement):
        del fields["date"]
    idle = (
        (figure is None or sentence.stream[figure].value.kind == "chips")
        and statement.kind == "capacity"
        and fields["status"] == "announced"
    )
    if idle and in_use(sentence, statement.event):
        fields["status"] = "completed"
