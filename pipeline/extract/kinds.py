"""From an event with its parties and figure to a statement of one of the eight kinds."""

from __future__ import annotations

from pipeline.extract.acquisitions import acquisition, each_target
from pipeline.extract.capacity import about_compute, capacity, each_party, in_use
from pipeline.extract.capex import capex
from pipeline.extract.cases import is_organisation_noun
from pipeline.extract.facts import add_facts, set_measure
from pipeline.extract.guarantees import guarantee, guaranteed, unsold
from pipeline.extract.investments import investment
from pipeline.extract.partnerships import builds_with, buys_from_partner, is_supply, partnership
from pipeline.extract.recall import deal_told, giver_and_taker, half_told, refers_back, spoken_of
from pipeline.extract.roles import assign, by_role
from pipeline.extract.rounds import funding_round
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import NAME, Entity

_KIND = {
    "raise": "funding_round", "raise_weak": "funding_round", "round": "funding_round", "invest": "investment",
    "investment": "investment", "received": "investment", "stake": "investment", "hold": "investment", "acquire": "acquisition",
    "acquisition": "acquisition", "cede": "acquisition", "supply": "capacity", "procure": "capacity", "contract": "capacity",
    "supplier": "capacity", "customer": "capacity", "guarantee": "guarantee", "guarantee_noun": "guarantee",
    "spend": "capex", "capex": "capex", "build": "capex", "partner": "partnership", "partnership": "partnership",
}  # fmt: skip
_SITES = frozenset({"site_noun", "compute", "country", "anaphora:project"})
_READERS = {
    "funding_round": funding_round, "investment": investment,
    "acquisition": acquisition, "guarantee": guarantee, "capacity": capacity,
    "capex": capex, "partnership": partnership,
}  # fmt: skip


def build(sentence: Sentence, event: int, label: str, figure: int | None) -> list[Statement]:
    """The statements of an event; none when it names no deal, several when it names several suppliers or customers."""
    kind = _KIND.get(label)
    if kind is None:
        return []
    if figure is not None and (project := _project_brought(sentence, figure)):
        return _plan_of(sentence, project, figure)
    if figure is None and kind == "capacity" and guaranteed(sentence, event):
        return []
    if kind in ("capacity", "acquisition") and (promise := unsold(sentence)) is not None:
        event, label, kind = promise, "guarantee_noun", "guarantee"
    if label == "build" and figure is None:
        if not builds_with(sentence, event):
            return []
        kind, label = "partnership", "build_together"
    parts = assign(sentence, event, label, figure)
    parties = by_role(parts)
    measure = sentence.stream[figure].value.kind if figure is not None else None
    if measure in ("power", "chips"):
        kind = "capacity"
    elif kind == "investment" and label not in ("stake", "hold"):
        if not parties and (told := spoken_of(sentence)):
            giver, taker = giver_and_taker(told)
            parties |= {"investors": [giver], "recipient": [taker]}
        kind = _investment_or_capex(sentence, event if figure is None else min(event, figure), parties)
    elif figure is not None and measure == "money" and (told := deal_told(sentence, event)):
        kind, parties = told.kind, {role: list(group) for role, group in told.parties.items()}
    elif kind == "capacity" and not about_compute(sentence, parties) and (figure is None or parties):
        if half_told(sentence) is None:
            return []
    elif kind == "partnership" and measure == "money":
        kind = "capacity" if buys_from_partner(sentence, parties) else "capex"
    statement = Statement(kind, sentence.number, event, parties=parties, parts=parts)
    statement.refers = refers_back(sentence)
    if not _READERS[kind](sentence, statement, label, figure):
        return []
    if kind == "partnership" and is_supply(sentence, statement):
        statement.kind = "capacity"
    if figure is not None:
        set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    if statement.kind in ("capacity", "capex") and _spending_year(sentence, statement):
        del statement.fields["date"]
    if statement.kind == "acquisition":
        return each_target(statement)
    if statement.kind != "capacity":
        return [statement]
    if figure is None and statement.fields["status"] == "announced" and in_use(sentence, event):
        statement.fields["status"] = "completed"
    return each_party(statement)


def _spending_year(sentence: Sentence, statement: Statement) -> bool:
    """Whether a bare year is the one in which money is spent or power delivered, not that of the announcement."""
    date, published = str(statement.fields.get("date", "")), sentence.article.published
    planned = any(t.labels & {"plan", "modal", "capex"} for t in sentence.stream)
    return len(date) == len("2025") and (planned or bool(published and date >= published[:4]))


def _investment_or_capex(sentence: Sentence, event: int, parties: dict[str, list[Entity]]) -> str:
    """Money into an organisation is an investment, money into places, sites and compute is capex."""
    subject = sentence.reading.subject
    if any(e.kind == "project" for e in parties.get("investors", []) + parties.get("recipient", [])):
        return "capex"
    if not parties and subject is not None and subject.kind == "project":
        return "capex"
    if _into_compute(sentence, event):
        return "capex"
    if any(e.kind in ("company", "unknown") for e in parties.get("recipient", [])):
        return "investment"
    first = max(0, event - 14) if sentence.article.lexicon.free_order else event
    near = sentence.stream[first : event + 14] if parties.get("investors") else sentence.stream
    sites = _SITES if parties.get("investors") else _SITES | {"build"}
    for token in near:
        if token.labels & sites or (token.type == NAME and token.value and token.value.kind in ("project", "place")):
            return "capex"
    return "investment"


def _into_compute(sentence: Sentence, event: int) -> bool:
    """Whether what follows the first `in` or `into` of an investment is a site or compute, not a name."""
    stream = sentence.stream
    start = next(
        (i for i in range(event + 1, min(event + 7, len(stream))) if stream[i].labels & {"in", "into", "on"}), None
    )
    for token in stream[start + 1 : start + 5] if start is not None else ():
        if token.type == NAME or is_organisation_noun(token):
            return False
        if token.labels & {"site_noun", "compute"}:
            return True
    return False


def _project_brought(sentence: Sentence, figure: int) -> Entity | None:
    """The project whose whole plan a figure tells (`brings Stargate to nearly 7 gigawatts`)."""
    stream = sentence.stream
    bring = next((i for i in range(figure - 1, -1, -1) if "bring" in stream[i].labels), None)
    names = (
        [t.value for t in stream[bring:figure] if t.type == NAME and t.value is not None] if bring is not None else []
    )
    return names[0] if len(names) == 1 and names[0].kind == "project" else None


def _plan_of(sentence: Sentence, project: Entity, figure: int) -> list[Statement]:
    money_ = sentence.stream[figure].value.kind == "money"
    kind, role = ("capex", "owner") if money_ else ("capacity", "provider")
    statement = Statement(kind, sentence.number, figure, parties={role: [project]})
    if not money_:
        capacity(sentence, statement, "build", figure)
    set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    return [statement]
