"""Eight processes append to one log, much of it the same."""

from __future__ import annotations

import os
from multiprocessing.synchronize import Barrier
from pathlib import Path

from pipeline.log import Log
from tests.faults.workers import PROCESSES
from tests.log.facts import gapless, ids, rates

TOGETHER = 8
OWN, SHARED, SIZE = 5, 5, 10
"""Deliveries that only one process makes, deliveries that all make, and events of each."""


def deliver(folder: Path, number: int, start: Barrier) -> None:
    """Append this process's own deliveries and everybody's, in turn; each acknowledged id becomes a line."""
    log = Log(folder / "log")
    start.wait()
    for turn in range(OWN):
        own = 1000 * number + SIZE * turn
        for first in (own, 10_000 + SIZE * ((turn + number) % SHARED)):
            events = rates(range(first, first + SIZE))
            log.append(events)
            with (folder / f"acks-{number}").open("a") as acks:
                acks.write("".join(f"{event.event_id}\n" for event in events))
    os._exit(0)


def test_eight_processes_lose_nothing_skip_no_number_and_record_nothing_twice(
    tmp_path: Path, figures: list[str]
) -> None:
    start = PROCESSES.Barrier(TOGETHER)
    running = [PROCESSES.Process(target=deliver, args=(tmp_path, number, start)) for number in range(TOGETHER)]
    for process in running:
        process.start()
    for process in running:
        process.join(timeout=120)
        assert process.exitcode == 0
    said = [line for acks in tmp_path.glob("acks-*") for line in acks.read_text().split()]
    log = Log(tmp_path / "log")
    events = log.read()
    recorded = events["event_id"].to_list()
    expected = [1000 * number + at for number in range(TOGETHER) for at in range(OWN * SIZE)]
    assert sorted(recorded) == sorted(ids(rates([*expected, *range(10_000, 10_000 + SHARED * SIZE)])))
    assert set(said) == set(recorded)
    assert gapless(events)
    assert log.verify().problems == []
    figures.append(
        f"{TOGETHER} processes at once: {len(said)} events delivered, {len(recorded)} different ones recorded in "
        f"{log.head()} commits, 0 lost, 0 twice"
    )
