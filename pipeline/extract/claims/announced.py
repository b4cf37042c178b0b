"""Days that an article names: whether one may be that of its announcement, and whether one lies months back."""

from __future__ import annotations

from datetime import date

from pipeline.extract.facts.statements import Statement
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import DATE
from pipeline.extract.grammar.windows import holds
from pipeline.extract.reading.article import Article, Reading

FRESH = 10  # days between an announcement and an article about it
MONTHS = 3  # after which a takeover or a round that nobody calls a plan is over
_DEEDS = frozenset({"announced", "completed"})
_TELLING = VERBS | {"speaker_verb", "report_verb", "report_noun", "contract", "done"}
_DAY = len("2025-10-09")


def announcement_days(article: Article) -> dict[int, str]:
    """The one fresh day that a sentence names, by the sentence's number."""
    told = ((number, _days(reading, article.published)) for number, reading in enumerate(article.readings))
    return {number: days.pop() for number, days in told if len(days) == 1}


def is_earlier(statement: Statement, article: Article) -> bool:
    """`It had earlier bought Bar`: no deal of the announcement at hand."""
    telling = article.readings[statement.number].telling
    return statement.fields["status"] in _DEEDS and "earlier" in telling.labels


def fresh(told: object, published: str | None) -> bool:
    """Whether a date may be that of the announcement that the article is about: within days of it, not months."""
    if not published or not told:
        return bool(told)
    day, today = str(told), published[:_DAY]
    if len(day) < _DAY or len(today) < _DAY:
        return today.startswith(day) or day.startswith(today)
    return abs((date.fromisoformat(today) - date.fromisoformat(day)).days) <= FRESH


def long_ago(told: str, published: str) -> bool:
    """Whether a date, to its last day, lies months before an article."""
    return _months(published) - _months(told) >= MONTHS


def _months(day: str) -> int:
    return 12 * int(day[:4]) + (int(day[5:7]) if len(day) > len("2025") else 12)


def _days(reading: Reading, published: str | None) -> set[str]:
    if not holds(reading.telling, DATE) or _sets_the_scene(reading, published):
        return set()
    days = {str(t.value.value) for t in reading.telling if t.type == DATE and t.value.grain == "day"}
    return {day for day in days if fresh(day, published) and not _ahead(day, published)}


def _sets_the_scene(reading: Reading, published: str | None) -> bool:
    """`Today Foo employs 700 people`: the day of the article opens a sentence that only says how things stand."""
    first = reading.telling[0]
    if first.type != DATE or str(first.value.value) != published or any(sign.isdigit() for sign in first.text):
        return False
    return not any(t.labels & _TELLING and "counts" not in t.labels for t in reading.telling)


def _ahead(day: str, published: str | None) -> bool:
    return published is not None and day[: len(published)] > published
