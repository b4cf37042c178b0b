"""Killing appending processes at random, and counting what that did to the log."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from pathlib import Path

from pipeline.log import Log
from tests.faults.appender import Appender
from tests.log.facts import gapless, rate

TOGETHER = 3
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
    path = folder / "acks"
    return set(path.read_text().split()) if path.exists() else set()


def random_kills(folder: Path, kills: int, seed: int) -> Figures:
    """Keep some processes appending to one log, kill one after the other at random times, look at the log each time."""
    chance = random.Random(seed)
    figures = Figures()
    running = [Appender(folder, chance.randrange(2**32)) for _ in range(TOGETHER)]
    try:
        while figures.kills < kills:
            victim = running[0]
            victim.wait_until_it_appends()
            time.sleep(chance.uniform(0, 0.1))  # where in its work it dies
            victim.kill()
            figures.kills += 1
            running = [*running[1:], Appender(folder, chance.randrange(2**32))]
            look(folder, figures)
    finally:
        for process in running:
            process.kill()
    look(folder, figures)
    assert Log(folder / "log").append([NEXT]).appended == 1
    return figures


def look(folder: Path, figures: Figures) -> None:
    """Every acknowledged event is there once, and the order has no gap."""
    said = acknowledged(folder)
    log = Log(folder / "log")
    recorded = log.read()["event_id"]
    figures.acknowledged = len(said)
    figures.unacknowledged = len(set(recorded) - said)
    figures.lost = max(figures.lost, len(said - set(recorded)))
    assert recorded.is_unique().all()
    assert gapless(log)
    figures.commits = log.head()
