"""Events to try the log on, many and different, and ways to look at what the log says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import polars as pl

from pipeline.events import Event, make_event
from pipeline.events.types import EventVoided, RateObserved

MOMENT = datetime(2025, 9, 19, 12, 0, tzinfo=UTC)


def rate(number: int, source: str = "ecb", is_default: bool = False) -> Event:
    """The fact with this number; another `is_default` gives the same id with another payload."""
    payload = RateObserved.model_validate(
        {
            "currency": "EUR",
            "on": date(2000, 1, 1) + timedelta(days=number),
            "precision": "day",
            "usd_per_unit": 1.25,
            "source": source,
            "is_default": is_default,
        }
    )
    return make_event(payload, occurred_at=MOMENT, actor="test")


def rates(numbers: Iterable[int], source: str = "ecb") -> list[Event]:
    return [rate(number, source) for number in numbers]


def void(event: Event) -> Event:
    payload = EventVoided(decision_id=f"void {event.event_id}", event_id=event.event_id, reason="a mistake")
    return make_event(payload, occurred_at=MOMENT, actor="test")


def ids(events: Iterable[Event]) -> list[str]:
    return [event.event_id for event in events]


def positions(events: pl.DataFrame) -> list[tuple[int, int]]:
    return events.select("commit", "row").rows()


def gapless(events: pl.DataFrame) -> bool:
    """Commits count from 1 and rows from 0, none left out, in the order in which the log was read."""
    found, expected, commit, row = positions(events), [], 0, 0
    for here, _ in found:
        commit, row = (commit, row + 1) if here == commit else (commit + 1, 0)
        expected.append((commit, row))
    return found == expected
