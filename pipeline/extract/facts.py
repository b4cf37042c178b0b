"""What stands beside an event: status, date, stage, instrument, valuation, parts, site and term."""

from __future__ import annotations

from typing import Any

from pipeline.extract.measures import DEBT, EQUITY, VALUATION
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.status import clause, status_of
from pipeline.extract.stream import DATE, NAME

_SERIES = "abcdefghijk"


def money(quantity: Any) -> dict[str, Any]:
    """A sum as claims hold it."""
    value = int(quantity.value) if float(quantity.value).is_integer() else quantity.value
    return {"value": value, "currency": quantity.currency, "bound": quantity.bound}


def add_facts(sentence: Sentence, statement: Statement, figure: int | None) -> None:
    """Fill the fields that the sentence gives besides parties and measure."""
    fields = statement.fields
    at = figure if figure is not None else statement.event
    fields["status"], statement.sure = status_of(sentence.stream, statement.event, statement.kind)
    statement.spans.append((sentence.reading.start, sentence.reading.end))
    if statement.kind in ("funding_round", "investment", "acquisition"):
        _parts(sentence, statement, at)
    if statement.kind == "funding_round":
        _stage(sentence, statement, at)
    if statement.kind in ("capacity", "capex"):
        _site(sentence, statement)
    date = _date(sentence, at)
    if date:
        fields["date"] = date


def _parts(sentence: Sentence, statement: Statement, at: int) -> None:
    first, last = clause(sentence.stream, at)
    for i in range(first, last):
        role = sentence.roles.get(i)
        if role == VALUATION or (role in (EQUITY, DEBT) and statement.kind == "funding_round"):
            statement.fields.setdefault(str(role), money(sentence.stream[i].value))
    if statement.kind == "funding_round" and {"equity", "debt"} <= statement.fields.keys():
        statement.fields["instrument"] = "mixed"


def _stage(sentence: Sentence, statement: Statement, at: int) -> None:
    first, last = clause(sentence.stream, at)
    for i in range(first, last):
        for label in sentence.stream[i].labels:
            if not label.startswith("stages:"):
                continue
            stage = label[7:]
            if stage == "series":
                letter = sentence.stream[i + 1].text if i + 1 < last else ""
                if letter not in _SERIES or not letter:
                    continue
                stage = f"series-{letter}"
                statement.fields.setdefault("instrument", "equity")
            statement.fields.setdefault("stage", stage)


def _site(sentence: Sentence, statement: Statement) -> None:
    parts: list[str] = []
    taken = {id(e) for group in statement.parties.values() for e in group if e.kind != "project"}
    for i, token in enumerate(sentence.stream):
        if token.type == NAME and token.value is not None and token.value.kind in ("project", "place"):
            if id(token.value) not in taken and token.value.name not in parts:
                parts.append(token.value.name)
        elif "country" in token.labels and i and sentence.stream[i - 1].labels & {"in", "to", "determiner"}:
            parts.append(sentence.article.text[token.start : token.end])
    if parts:
        statement.fields["site"] = ", ".join(parts[:3])


def _date(sentence: Sentence, at: int) -> str | None:
    first, last = clause(sentence.stream, at)
    dates = [i for i in range(first, last) if sentence.stream[i].type == DATE and not _deadline(sentence, i)]
    if not dates:
        return None
    nearest = min(dates, key=lambda i: abs(i - at))
    return str(sentence.stream[nearest].value.value)


def _deadline(sentence: Sentence, i: int) -> bool:
    """A date that the deal aims at (by 2028, until June), or one after the article."""
    before = sentence.stream[max(0, i - 2) : i]
    value, published = str(sentence.stream[i].value.value), sentence.article.published
    if published and value[: len(published)] > published[: len(value)]:
        return True
    return any(t.labels & {"by", "deadline"} for t in before)
