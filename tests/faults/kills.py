"""Killing processes at random, and counting what that did to the log."""

from __future__ import annotations

import random
import re
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import great_expectations  # noqa: F401 - what its import takes is no part of a run

from pipeline import steps
from pipeline.log import Log
from pipeline.settings import Home
from tests.faults.after import assert_next_run_goes_on, assert_release_whole, quiet
from tests.faults.appender import append_for_ever
from tests.faults.runs import run_for_ever, write_article
from tests.faults.workers import Worker
from tests.log.facts import gapless, rate

NEXT = rate(2_000_000)
"""What is appended when all processes are dead: the log goes on."""


@dataclass
class Figures:
    """What kills came to. Events are `unacknowledged` if they are recorded and their process died before it said so."""

    kills: int = 0
    commits: int = 0
    acknowledged: int = 0
    unacknowledged: int = 0
    lost: int = 0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.commits} commits, {self.acknowledged} events acknowledged, "
            f"{self.unacknowledged} recorded unacknowledged, {self.lost} lost"
        )

    def __add__(self, other: Figures) -> Figures:
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))


def acknowledged(folder: Path) -> set[str]:
    """The ids that were told in full: a kill, or a look at the file while it is written, tears the last of a write."""
    path = folder / "acks"
    return set(re.findall(r"^[-0-9a-f]{36}$", path.read_text(), re.MULTILINE)) if path.exists() else set()


def append_kills(folder: Path, kills: int, seed: int) -> Figures:
    """Kill processes that append to one log, three at once."""
    log = folder / "log"

    def look(figures: Figures) -> None:
        count(log, acknowledged(folder), figures)

    figures = random_kills(partial(Worker, append_for_ever, folder, None), look, kills, seed, together=3)
    assert Log(log).append([NEXT]).appended == 1
    return figures


def run_kills(folder: Path, kills: int, seed: int) -> Figures:
    """Kill whole runs in one data home, one at work and one that waits for it, at any time that a run takes."""
    home, inbox = Home(folder / "home"), folder / "inbox"
    inbox.mkdir()
    write_article(inbox, 0)
    started = time.monotonic()
    steps.run(home, paths=[inbox], say=quiet)
    longest = time.monotonic() - started
    (folder / "acks").write_text("".join(f"{event_id}\n" for event_id in Log(home.log).read()["event_id"]))

    def look(figures: Figures) -> None:
        count(home.log, acknowledged(folder), figures)
        assert_release_whole(home)

    figures = random_kills(partial(Worker, run_for_ever, folder), look, kills, seed, together=2, longest=longest)
    assert_next_run_goes_on(home, inbox)
    return figures


def random_kills(
    start: Callable[[int], Worker],
    look: Callable[[Figures], None],
    kills: int,
    seed: int,
    *,
    together: int,
    longest: float = 0.1,
) -> Figures:
    """Keep processes at work, kill one after the other within so many seconds of its beginning, look each time."""
    chance = random.Random(seed)
    figures = Figures()
    running = [start(chance.randrange(2**32)) for _ in range(together)]
    try:
        while figures.kills < kills:
            victim = running[0]
            victim.wait_until_it_works()
            time.sleep(chance.uniform(0, longest))  # where in its work it dies
            victim.kill()
            assert victim.process.exitcode == -signal.SIGKILL, "it died of something else"
            figures.kills += 1
            running = [*running[1:], start(chance.randrange(2**32))]
            look(figures)
    finally:
        for process in running:
            process.kill()
    look(figures)
    return figures


def count(path: Path, said: set[str], figures: Figures) -> None:
    """Every acknowledged event is there once, and the order has no gap."""
    events = Log(path).read()
    recorded = events["event_id"]
    figures.acknowledged = len(said)
    figures.unacknowledged = len(set(recorded) - said)
    lost = sorted(said - set(recorded))
    if lost:
        sys.stderr.write(f"lost on {path}, after {figures.kills} kills: {', '.join(lost)}\n")
    figures.lost = max(figures.lost, len(lost))
    assert recorded.is_unique().all()
    assert gapless(events)
    figures.commits = events["commit"].max() or 0
