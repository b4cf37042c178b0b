"""SIGKILL at every step of an append, and at random times."""

from __future__ import annotations

import signal
from pathlib import Path

from pipeline.log import Log
from tests.faults.appender import STEPS, append_for_ever
from tests.faults.kills import NEXT, Figures, acknowledged, append_kills, count, run_kills
from tests.faults.workers import Worker
from tests.log.facts import rate

# The first append makes the table and then writes twelve times to the disk or fsyncs, the next ones seven times.
AT = [
    *(f"create:1:{when}" for when in ("before", "after")),
    *(f"write:{nth}:{when}" for nth in (1, 2, 3, 4) for when in ("before", "half", "after")),
    *(f"commit:{nth}:{when}" for nth in (1, 2) for when in ("before", "after")),
    *(f"sync:{nth}:before" for nth in range(1, 15)),
    "sync:14:after",
]
AT_ONCE = 4


def test_an_id_that_was_not_told_in_full_is_none(tmp_path: Path) -> None:
    one, two = NEXT.event_id, rate(1).event_id
    (tmp_path / "acks").write_text(f"\n{one}\n{two[:24]}\n{two}\n{one[:7]}")
    assert acknowledged(tmp_path) == {one, two}


def test_a_kill_at_any_step_loses_nothing_that_was_acknowledged(tmp_path: Path, figures: list[str]) -> None:
    assert {at.split(":")[0] for at in AT} == set(STEPS)
    total = Figures()
    for start in range(0, len(AT), AT_ONCE):
        folders = [tmp_path / at.replace(":", "-") for at in AT[start : start + AT_ONCE]]
        for folder in folders:
            folder.mkdir()
        dying = [Worker(append_for_ever, folder, at, 7) for folder, at in zip(folders, AT[start:], strict=False)]
        for folder, appender in zip(folders, dying, strict=True):
            appender.process.join(timeout=60)
            assert appender.process.exitcode == -signal.SIGKILL, folder.name
            died = Figures(kills=1)
            count(folder / "log", acknowledged(folder), died)
            log = Log(folder / "log")
            assert log.append([NEXT]).appended == 1, folder.name
            assert log.verify().problems == [], folder.name
            assert died.lost == 0, folder.name
            total += died
    figures.append(f"a kill at each step of an append: {total}")
    assert total.unacknowledged > 0, "some kills fall between the commit and its acknowledgement"


def test_random_kills_of_three_processes_lose_nothing_that_was_acknowledged(tmp_path: Path, figures: list[str]) -> None:
    total = append_kills(tmp_path, kills=47, seed=1)
    figures.append(f"random kills, three processes at once: {total}")
    assert total.kills == 47
    assert total.lost == 0
    assert len(acknowledged(tmp_path)) == total.acknowledged > 0
    assert Log(tmp_path / "log").verify().problems == []


def test_random_kills_of_whole_runs_lose_nothing_and_the_release_stays_whole(
    tmp_path: Path, figures: list[str]
) -> None:
    total = run_kills(tmp_path, kills=3, seed=1)
    figures.append(f"random kills of whole runs: {total}")
    assert total.kills == 3
    assert total.lost == 0
