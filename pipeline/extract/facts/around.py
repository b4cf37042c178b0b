"""What stands beside an event: status, date, stage, instrument, valuation, parts, site and term."""

from __future__ import annotations

from typing import Any

from pipeline.extract.facts.dating import date_of
from pipeline.extract.facts.figure_roles import DEBT, EQUITY, VALUATION
from pipeline.extract.facts.sites import site_of, site_told
from pipeline.extract.facts.stages import series_letter
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.status import clause, status_of
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import NOUNS
from pipeline.extract.grammar.stream import TERM

_SERIES = "abcdefghijklm"


def money(sentence: Sentence, at: int) -> dict[str, Any]:
    """A sum as claims hold it; `could reach` and `estimated` before it bound it."""
    quantity = sentence.stream[at].value
    value = int(quantity.value) if float(quantity.value).is_integer() else quantity.value
    return {"value": value, "currency": quantity.currency, "bound": bound(sentence, at)}


def bound(sentence: Sentence, at: int) -> str:
    """The bound of the quantity at a token."""
    given = str(sentence.stream[at].value.bound)
    before = sentence.stream[max(0, at - 4) : at]
    if given == "at_least" and len(before) > 1 and "worth" in before[-1].labels and before[-2].labels & NOUNS:
        return "exact"  # "ein Kredit über 2 Milliarden" is one of that sum, "über 2 Milliarden" alone is more
    if given == "up_to" and any("exactly" in t.labels for t in before[-2:]):
        return "exact"
    if any("reach" in t.labels for t in before[-2:]) and given in ("exact", "about"):
        return "up_to"
    return "about" if given == "exact" and any("estimated" in t.labels for t in before) else given


def set_measure(sentence: Sentence, statement: Statement, figure: int) -> None:
    """Take the quantity at token `figure` as the statement's sum, power or chips."""
    quantity = sentence.stream[figure].value
    if quantity.kind == "money":
        statement.fields["amount"] = money(sentence, figure)
    elif quantity.kind == "power":
        statement.fields["power_mw"] = {"value": quantity.value, "bound": bound(sentence, figure)}
    else:
        statement.fields["accelerators"] = {"value": quantity.value, "bound": bound(sentence, figure)}
        if quantity.model:
            statement.fields["accelerators"]["model"] = quantity.model


def add_facts(sentence: Sentence, statement: Statement, figure: int | None) -> None:
    """Fill the fields that the sentence gives besides parties and measure."""
    fields = statement.fields
    at = figure if figure is not None else statement.event
    fields["status"], statement.sure = status_of(sentence.stream, statement.event, statement.kind)
    statement.spans.append((sentence.reading.start, sentence.reading.end))
    if statement.kind in ("funding_round", "investment", "acquisition"):
        _parts(sentence, statement, at)
        _instrument(sentence, statement, at)
    if statement.kind in ("capacity", "capex") and (site := site_of(sentence, statement) or site_told(sentence)):
        fields["site"] = site
    if statement.kind == "capacity" and (term := _term(sentence, at)):
        fields["term_years"] = term
    date = date_of(sentence, at)
    if date and not (statement.kind == "capex" and len(date) == 4 and not _said(sentence, statement.event)):
        fields["date"] = date


def _said(sentence: Sentence, event: int) -> bool:
    """Whether a year beside spending may be that of its announcement, not of the spending itself."""
    return any("announce" in t.labels for t in sentence.stream[max(0, event - 6) : event + 3])


def _parts(sentence: Sentence, statement: Statement, at: int) -> None:
    first, last = clause(sentence.stream, at)
    for role in (VALUATION, EQUITY, DEBT):
        told = [i for i in range(first, last) if sentence.roles.get(i) == role and sentence.belongs(i, at)]
        if not told or (role != VALUATION and statement.kind != "funding_round"):
            continue
        if role == VALUATION and statement.guessed and statement.kind == "investment":
            continue
        nearest = min(told, key=lambda i: distance(sentence.stream, i, at))
        statement.fields[role] = money(sentence, nearest)


def _instrument(sentence: Sentence, statement: Statement, at: int) -> None:
    """Stage and instrument: a lettered series and shares are equity, bonds and loans debt."""
    fields = statement.fields
    first, last = clause(sentence.stream, at)
    near = range(max(first, min(at, statement.event) - 8), min(last, max(at, statement.event) + 13))
    labels = {label for i in near for label in sentence.stream[i].labels}
    beside = {label for t in sentence.stream[max(first, at - 3) : min(last, at + 5)] for label in t.labels}
    if statement.kind == "funding_round":
        if stage := _stage(sentence, near, at):
            fields["stage"] = stage
        if statement.fragment:
            fields |= {"instrument": "equity"} if fields.get("stage", "").startswith("series-") else {}
        elif {"debt", "equity"} <= beside and "debt_round" not in labels:
            fields["instrument"] = "mixed"
        elif "debt_round" in labels or ("debt" in beside and "equity" not in beside):
            fields["instrument"] = "debt"
        elif fields.get("stage", "").startswith("series-") or "equity" in beside:
            fields["instrument"] = "equity"
    elif statement.kind == "investment":
        if "debt_round" in labels:
            fields["instrument"] = "debt"
        elif (
            labels & {"stake", "equity"}
            or any("stake" in t.labels for t in sentence.stream)
            or "amount" not in fields  # without a sum it is a share
        ):
            fields["instrument"] = "equity"


def _stage(sentence: Sentence, near: range, at: int) -> str | None:
    for i in (i for i in near if sentence.belongs(i, at)):
        for label in sorted(sentence.stream[i].labels):
            if not label.startswith("stages:"):
                continue
            if label != "stages:series":
                return label[7:]
            letter = series_letter(sentence.stream, i)
            if letter and letter in _SERIES:
                return f"series-{letter}"
    return None


def _term(sentence: Sentence, at: int) -> float | None:
    first, last = clause(sentence.stream, at)
    terms = [sentence.stream[i].value for i in range(first, last) if sentence.stream[i].type == TERM]
    return terms[0] if terms else None
