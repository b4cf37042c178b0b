"""A disk that is full, and one whose fsync fails: an append says so, and nothing acknowledged is gone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.events import Event
from pipeline.log import Log, LogError, UnwrittenAppend
from tests.faults.disks import disk, fill
from tests.log.facts import gapless, ids, rates


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of half a MiB."""
    with disk(tmp_path / "disk", "512k") as folder:
        yield folder


def whole(folder: Path, acknowledged: list[Event]) -> bool:
    """Every acknowledged event is on the log, in order and without a gap."""
    log = Log(folder)
    events = log.read()
    return set(ids(acknowledged)) <= set(events["event_id"]) and gapless(events) and log.verify().problems == []


def test_a_disk_that_fills_up_at_any_page_of_an_append_loses_nothing(small_disk: Path, figures: list[str]) -> None:
    acknowledged = rates([0])
    Log(small_disk / "log").append(acknowledged)
    refused = 0
    for pages in range(8):
        events = rates(range(10 * pages + 1, 10 * pages + 11))
        filler = fill(small_disk, pages)
        try:
            Log(small_disk / "log").append(events)
        except LogError:
            refused += 1
        else:
            acknowledged += events
        assert whole(small_disk / "log", acknowledged), f"{pages} pages free"
        filler.unlink()
        assert Log(small_disk / "log").append(events).commit > 0
        acknowledged += events
        assert whole(small_disk / "log", acknowledged), f"after {pages} pages free"
    figures.append(f"full disk at 8 places of an append: {refused} appends refused, 0 acknowledged events lost")
    assert 0 < refused < 8


def test_a_log_that_grows_until_the_disk_is_full_can_still_be_read(small_disk: Path) -> None:
    log, acknowledged, full = Log(small_disk / "log"), [], False
    while not full:
        events = rates(range(len(acknowledged), len(acknowledged) + 100))
        try:
            acknowledged += events if log.append(events) else []
        except UnwrittenAppend:
            full = True
    assert acknowledged
    assert whole(small_disk / "log", acknowledged)


def test_a_failing_fsync_acknowledges_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figures: list[str]
) -> None:
    fsync, calls, failing = os.fsync, 0, 0

    def fails(descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise OSError(errno.EIO, "input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fails)
    log, acknowledged = tmp_path / "log", rates([0])
    Log(log).append(acknowledged)
    while calls >= failing:  # until an append needs fewer fsyncs than the one that would fail
        failing, calls, events = failing + 1, 0, rates([failing + 1])
        try:
            Log(log).append(events)
        except UnwrittenAppend:
            assert whole(log, acknowledged)
            assert Log(log).append(events).commit == failing + 1
        acknowledged += events
    assert whole(log, acknowledged)
    assert Log(log).head() == failing + 1, "an append that was refused is recorded once"
    figures.append(f"each of the {failing - 1} fsyncs of an append failing: 0 acknowledged events lost")
    assert failing > 5
