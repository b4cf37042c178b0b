"""Append and replay of 100,000 events: this log beside the `eventsourcing` library on SQLite, in one run.

The same facts go to both: 1,000 currencies with 100 daily rates each, as event objects that are ready to be stored.
Replay ends in the same state on both sides, each currency's latest rate and the number of its rates, and is compared.
The library is timed in the faster of two ways to save (a transaction an aggregate, a transaction a hundred).
"""

from __future__ import annotations

import gc
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import polars as pl
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

from pipeline.events import Event, make_event
from pipeline.events.types import RateObserved
from pipeline.log import Log

STREAMS, EACH = 1_000, 100
TIMES = 5
START = date(2020, 1, 1)
State = dict[str, tuple[float, int]]


@dataclass
class Timing:
    """Seconds of one side, for the events as a whole."""

    append: float
    replay: float


class Rates(Aggregate):
    """One currency's rates as the library keeps them."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self.usd = 0.0
        self.observed = 0

    @event("Observed")
    def observe(self, on: str, precision: str, usd_per_unit: float, source: str, is_default: bool) -> None:
        self.usd = usd_per_unit
        self.observed += 1


def currency(number: int) -> str:
    return f"X{number:04}"


def rate(number: int, day: int) -> float:
    return round(1 + number / 1000 + day / 100_000, 6)


def our_events() -> list[Event]:
    now = datetime.now(UTC)
    return [
        make_event(
            RateObserved.model_validate(
                {
                    "currency": currency(number),
                    "on": START + timedelta(days=day),
                    "precision": "day",
                    "usd_per_unit": rate(number, day),
                    "source": "bench",
                    "is_default": False,
                }
            ),
            occurred_at=now,
            actor="bench",
        )
        for number in range(STREAMS)
        for day in range(EACH)
    ]


def their_aggregates() -> list[Rates]:
    aggregates = []
    for number in range(STREAMS):
        aggregate = Rates(currency(number))
        for day in range(EACH - 1):
            aggregate.observe((START + timedelta(days=day)).isoformat(), "day", rate(number, day), "bench", False)
        aggregates.append(aggregate)
    return aggregates


def ours(folder: Path, batches: int) -> Timing:
    events = our_events()
    size = len(events) // batches
    log = Log(folder / "log")
    gc.collect()
    started = time.perf_counter()
    for start in range(0, len(events), size):
        log.append(events[start : start + size])
    appended = time.perf_counter()
    state = replayed(Log(folder / "log"))
    done = time.perf_counter()
    check(state, EACH)
    return Timing(appended - started, done - appended)


def replayed(log: Log) -> State:
    """Read the whole log and fold it, set-based, as the warehouse does."""
    payload = pl.Struct({"currency": pl.String, "usd_per_unit": pl.Float64})
    rates = log.read().select(pl.col("payload").str.json_decode(payload)).unnest("payload")
    folded = rates.group_by("currency").agg(pl.col("usd_per_unit").last(), pl.len())
    return {name: (usd, count) for name, usd, count in folded.iter_rows()}


def theirs(folder: Path, together: int) -> Timing:
    folder.mkdir()
    library = Application(env={"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(folder / "es.db")})
    aggregates = their_aggregates()
    ids: list[UUID] = [aggregate.id for aggregate in aggregates]
    gc.collect()
    started = time.perf_counter()
    for start in range(0, len(aggregates), together):
        library.save(*aggregates[start : start + together])
    appended = time.perf_counter()
    found = [library.repository.get(identity) for identity in ids]
    state = {aggregate.currency: (aggregate.usd, aggregate.observed) for aggregate in found}
    done = time.perf_counter()
    check(state, EACH - 1)  # its first event of an aggregate is the creation
    library.close()
    return Timing(appended - started, done - appended)


def check(state: State, each: int) -> None:
    expected = {currency(number): (rate(number, each - 1), each) for number in range(STREAMS)}
    if state != expected:
        raise AssertionError("the replay did not end in the state that was appended")


def medians(ways: dict[str, Callable[[Path], Timing]], root: Path) -> dict[str, Timing]:
    """Each way's medians; the ways take turns, so that a busy machine slows all of them."""
    timings: dict[str, list[Timing]] = {way: [] for way in ways}
    for _ in range(TIMES):
        for way, run in ways.items():
            folder = root / str(uuid4())
            timings[way].append(run(folder))
            shutil.rmtree(folder)
    return {
        way: Timing(statistics.median(t.append for t in taken), statistics.median(t.replay for t in taken))
        for way, taken in timings.items()
    }


def small_commits(folder: Path, events: Sequence[Event], size: int = 100) -> list[float]:
    """Seconds of each append of `size` events to one log."""
    log, seconds = Log(folder), []
    for start in range(0, len(events), size):
        started = time.perf_counter()
        log.append(events[start : start + size])
        seconds.append(time.perf_counter() - started)
    return sorted(seconds)


def main() -> None:
    """Print both sides and the small commits."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        ways = medians(
            {
                "eventsourcing, a save an aggregate": lambda folder: theirs(folder, 1),
                "eventsourcing, a save a hundred": lambda folder: theirs(folder, 100),
                "this log, one batch": lambda folder: ours(folder, 1),
                "this log, ten batches": lambda folder: ours(folder, 10),
            },
            root,
        )
        library = [timing for way, timing in ways.items() if way.startswith("eventsourcing")]
        append, replay = min(t.append for t in library), min(t.replay for t in library)
        print(f"{STREAMS * EACH:,} events, medians of {TIMES}, against the library's faster way")
        for way, timing in ways.items():
            print(
                f"  {way:36} append {timing.append:6.3f} s ({append / timing.append:5.1f}x)"
                f"   replay {timing.replay:6.3f} s ({replay / timing.replay:5.1f}x)"
            )
        seconds = small_commits(root / "small", our_events()[:20_000])
        print(
            f"  commits of 100 events: median {seconds[len(seconds) // 2] * 1e3:.0f} ms, "
            f"p95 {seconds[len(seconds) * 95 // 100] * 1e3:.0f} ms over {len(seconds)}"
        )
        report = Log(root / "small").verify()
        print(f"  verify: {report.events_per_second:,} events/s, {len(report.problems)} problems")


if __name__ == "__main__":
    main()
