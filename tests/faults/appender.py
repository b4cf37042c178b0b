"""A process that appends to a log until it is killed, or until it kills itself at a named step of an append."""

from __future__ import annotations

import functools
import multiprocessing
import os
import random
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from deltalake import DeltaTable

from pipeline.log import Log, table
from tests.log.facts import rates

# Processes are forked from one that has imported what takes long. Not Polars: its threads would be missing in the fork.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    ["deltalake", "duckdb", "great_expectations", "numpy", "pipeline.events.types", "pyarrow", "pytest", "trafilatura"]
)

# Where an append can die: each step touches the disk once.
STEPS: dict[str, tuple[Any, str]] = {
    "create": (DeltaTable, "create"),
    "write": (Path, "write_bytes"),
    "sync": (table, "sync"),
    "commit": (DeltaTable, "create_write_transaction"),
}


def die_at(step: str) -> None:
    """Arrange for SIGKILL before or after the n-th call of a step."""
    name, nth, when = step.split(":")
    owner, attribute = STEPS[name]
    setattr(owner, attribute, dying(getattr(owner, attribute), int(nth), when))


def dying(function: Callable[..., Any], nth: int, when: str) -> Callable[..., Any]:
    calls = 0

    @functools.wraps(function)
    def wrapped(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == nth and when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        if calls == nth and when == "half":  # a write that got half of its bytes out
            path, content = args
            function(path, content[: len(content) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*args, **options)
        if calls == nth and when == "after":
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return wrapped


def append_for_ever(folder: Path, seed: int, step: str | None, ready: Connection) -> None:
    """Append to `folder/log`, and write each acknowledged event's id to `folder/acks`, one a line."""
    chance = random.Random(seed)
    log = Log(folder / "log")
    acks = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    if step:
        die_at(step)
    ready.send_bytes(b"ready")
    while True:
        # Every other delivery overlaps with what this or another process delivered before.
        start = chance.randrange(chance.choice([500, 1_000_000]))
        events = rates(range(start, start + chance.choice([1, 5, 20, 200])))
        log.append(events)
        os.write(acks, "".join(f"{event.event_id}\n" for event in events).encode())


class Appender:
    """A running process that appends to the log in `folder`; with `step` (`commit:2:after`) it dies there by itself."""

    def __init__(self, folder: Path, seed: int, step: str | None = None) -> None:
        self._ready, ready = PROCESSES.Pipe(duplex=False)
        self.process: BaseProcess = PROCESSES.Process(target=append_for_ever, args=(folder, seed, step, ready))
        self.process.start()
        ready.close()

    def wait_until_it_appends(self) -> None:
        assert self._ready.recv_bytes() == b"ready"

    def kill(self) -> None:
        """SIGKILL, and wait until it is dead."""
        self.process.kill()
        self.process.join()
