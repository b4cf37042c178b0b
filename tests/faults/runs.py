"""Whole runs that are killed: fetch, read, validate, append, build and publish, in a process of their own."""

from __future__ import annotations

import json
import os
import re
import signal
from collections.abc import Callable
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from pipeline.settings import Home
from tests.faults.workers import PROCESSES, acknowledge

ROUND = "{name} raised ${sum} million in a Series B round led by Sequoia Capital, the company said on 2 March 2026."


PARTS = [
    (r"captures/.*\.warc\.gz", 1),
    (r"log/.*\.parquet", 1),
    (r"texts/.*", 1),
    (r"releases/\.part-[^/]*/warehouse\.duckdb", 1),
    (r"releases", 2),
]
"""What is being written when a run dies or its disk fails, and which fsync of it is the last."""


def write_article(inbox: Path, number: int) -> None:
    """One more article with one round."""
    text = ROUND.format(name=f"Company{number} Robotics", sum=100 + number)
    record = {"id": number, "lang": "en", "published": "2026-03-03", "text": text}
    (inbox / f"{number}.jsonl").write_text(json.dumps(record))


def at_sync(home: Path, part: str, nth: int, happens: Callable[[], None]) -> Callable[[int], None]:
    """`os.fsync` before whose n-th call on a file or folder of the home something happens; `part` is its path there."""
    fsync, calls = os.fsync, 0

    def sync(descriptor: int) -> None:
        nonlocal calls
        path = Path(os.readlink(f"/proc/self/fd/{descriptor}"))
        if path.is_relative_to(home) and re.fullmatch(part, str(path.relative_to(home))):
            calls += 1
            if calls == nth:
                happens()
        fsync(descriptor)

    return sync


def run_and_die(home: Path, inbox: Path, part: str, nth: int) -> None:
    """Run, unless death comes first."""
    from pipeline import steps

    os.fsync = at_sync(home, part, nth, lambda: os.kill(os.getpid(), signal.SIGKILL))
    steps.run(Home(home), paths=[inbox], say=lambda words: None)


def killed_run(home: Path, inbox: Path, part: str, nth: int) -> int | None:
    """Start a run that dies there; its exit code."""
    process = PROCESSES.Process(target=run_and_die, args=(home, inbox, part, nth))
    process.start()
    process.join(timeout=120)
    return process.exitcode


def run_for_ever(folder: Path, seed: int, ready: Connection) -> None:
    """Run in `folder/home` again and again, each time with one more article in `folder/inbox`."""
    from pipeline import steps

    run = steps.run
    acknowledge(folder)
    ready.send_bytes(b"ready")
    for number in count(seed % 10**6 * 100):
        write_article(folder / "inbox", number)
        run(Home(folder / "home"), paths=[folder / "inbox"], say=lambda words: None)
