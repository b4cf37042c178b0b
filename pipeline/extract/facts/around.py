"""What stands beside an event: status, date, stage, instrument, valuation, parts, site and term."""

from __future__ import annotations

from pipeline.extract.facts.dating import date_of
from pipeline.extract.facts.instruments import add_instrument, add_parts
from pipeline.extract.facts.sites import site_of, site_spoken_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.status import clause, status_of
from pipeline.extract.grammar.stream import TERM
from pipeline.extract.grammar.windows import bears


def add_facts(sentence: Sentence, statement: Statement, figure: int | None) -> None:
    """Fill the fields that the sentence gives besides parties and measure."""
    fields = statement.fields
    at = figure if figure is not None else statement.event
    fields["status"], statement.sure = status_of(sentence.stream, statement.event, statement.kind)
    statement.take(sentence.span)
    if statement.kind in ("funding_round", "investment", "acquisition"):
        add_parts(sentence, statement, at)
        add_instrument(sentence, statement, at)
    if statement.kind in ("capacity", "capex") and (site := site_of(sentence, statement) or site_spoken_of(sentence)):
        fields["site"] = site
    if statement.kind == "capacity" and (term := _term(sentence, at)):
        fields["term_years"] = term
    date = date_of(sentence, at)
    if date and not (statement.kind == "capex" and len(date) == 4 and not _said(sentence, statement.event, date)):
        fields["date"] = date


def _said(sentence: Sentence, event: int, year: str) -> bool:
    """Whether a year beside spending may be that of its announcement, not of the spending itself."""
    published = sentence.article.published
    if published and year < published[:4]:
        return True
    return bears(sentence.stream[max(0, event - 6) : event + 3], "announce")


def _term(sentence: Sentence, at: int) -> float | None:
    first, last = clause(sentence.stream, at)
    terms = [sentence.stream[i].value for i in range(first, last) if sentence.stream[i].type == TERM]
    return terms[0] if terms else None
