"""What reading a date gives: the mention that callers see, and what is needed to join it with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Grain = Literal["day", "week", "month", "quarter", "half", "year"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, code points [start, end). `value` is YYYY, YYYY-MM or YYYY-MM-DD; "" where the publication
    date would have to tell the year of a month.

    `grain` is what the words name; a quarter or half has its year as value, a week its month (its year when it lies in
    two months). `relative` says that the publication date was needed.
    """

    start: int
    end: int
    value: str
    grain: Grain
    relative: bool


class Found(NamedTuple):
    """A mention with what its words were: a `weekday` (Monday 0), a week so many `weeks` away."""

    mention: DateMention
    weekday: int | None = None
    weeks: int | None = None
