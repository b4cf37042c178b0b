"""Which sources are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from pipeline.fetch.state import opened
from pipeline.settings import Home
from pipeline.sources import Source

LONGEST_PAUSE = timedelta(days=7)


def due(sources: Sequence[Source], home: Home, now: datetime) -> list[Source]:
    """Enabled sources whose schedule has come round. Each failure in a row doubles the pause, up to a week."""
    with opened(home.fetch_state) as state:
        return [source for source in sources if source.enabled and _is_due(source, state.source(source.name), now)]


def _is_due(source: Source, last: tuple[float, int] | None, now: datetime) -> bool:
    if last is None:
        return True
    checked_at, failures = last
    minutes = source.schedule * 2 ** min(failures, 12)
    pause = min(timedelta(minutes=minutes), max(LONGEST_PAUSE, timedelta(minutes=source.schedule)))
    return not 0 <= now.timestamp() - checked_at < pause.total_seconds()  # below 0: the clock went back
