"""SIGKILL at every part of a whole run: the log keeps what it had, the release stays whole, the next run goes on."""

from __future__ import annotations

import signal
from pathlib import Path

from pipeline.log import Log
from pipeline.settings import Home
from tests.faults.after import assert_next_run_goes_on, assert_nothing_lost, assert_release_whole
from tests.faults.runs import PARTS, killed_run, write_article


def test_a_run_killed_at_any_part_is_finished_by_the_next(tmp_path: Path, figures: list[str]) -> None:
    home, inbox = Home(tmp_path / "home"), tmp_path / "inbox"
    inbox.mkdir()
    before: list[str] = []
    for number, (part, nth) in enumerate(PARTS):
        write_article(inbox, number)
        assert killed_run(home.root, inbox, part, nth) == -signal.SIGKILL, f"no {nth}. fsync of {part}"
        log = Log(home.log)
        events = log.read()["event_id"].to_list()
        assert events[: len(before)] == before, f"killed at {part}, the log lost what it had"
        assert_nothing_lost(log, before)
        assert_release_whole(home)
        before = events
    write_article(inbox, len(PARTS))
    assert_next_run_goes_on(home, inbox)
    figures.append(f"a kill at each part of a whole run: {len(PARTS)} kills, {len(before)} events, 0 lost")
