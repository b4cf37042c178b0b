"""The week or day of a digest, which all its items share: `The week in AI deals`, `Who got paid this week`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Statement
from pipeline.extract.grammar.stream import DATE
from pipeline.extract.reading.article import Article, Reading

_OPENING = 3  # sentences in which a digest says of which week it is
_ITEMS = 3  # organisations in as many paragraphs make a digest
_MONTH = len("2025-10")


def date_items(article: Article, statements: Sequence[Statement]) -> None:
    """Give the deals of a digest that have no date of their own the month of its issue."""
    month = _issue(article)
    items = {(id(s.main), article.readings[s.number].paragraph) for s in statements if s.main is not None}
    many = min(len({main for main, _ in items}), len({paragraph for _, paragraph in items})) >= _ITEMS
    if month is None or not many:
        return
    for statement in statements:
        statement.fields.setdefault("date", month)


def _issue(article: Article) -> str | None:
    """The month that the opening of an article, or its title, calls its own without telling a deal."""
    opening = ([article.title] if article.title else []) + article.readings[:_OPENING]
    months = (month for reading in opening if (month := _month_of(reading)) is not None)
    published = (article.published or "")[:_MONTH]
    return next((month for month in months if month == published), None)


def _month_of(reading: Reading) -> str | None:
    """The month of a sentence that names a time but no organisation."""
    dates = [str(t.value.value) for t in reading.telling if t.type == DATE]
    if not dates or any(case.label != "title" for case in reading.cases.values()):
        return None
    return dates[0][:_MONTH] if len(dates[0]) >= _MONTH else None
