"""Processes to be killed, started from one that has imported what takes long."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from pipeline.events import Event
from pipeline.log import Appended, Log

PROCESSES = multiprocessing.get_context("forkserver")
# Not pipeline.log: Polars computes while it is imported, and the threads of that would be missing in the forks.
# Great Expectations, which a run imports only at its gate, takes longer to import than a run.
PROCESSES.set_forkserver_preload(
    [
        "deltalake",
        "pytest",
        "great_expectations",
        "pipeline.extract",
        "pipeline.normalise",
        "pipeline.quality",
        "pipeline.warehouse",
    ]
)

PATIENCE = 300
"""Seconds within which a process begins on any machine."""


class Worker:
    """A running process that does `work(folder, *arguments, ready)`, which tells through `ready` that it begins."""

    def __init__(self, work: Callable[..., None], folder: Path, *arguments: Any) -> None:
        self._ready, ready = PROCESSES.Pipe(duplex=False)
        self.process: BaseProcess = PROCESSES.Process(target=work, args=(folder, *arguments, ready))
        self.process.start()
        ready.close()

    def wait_until_it_works(self) -> None:
        assert self._ready.poll(PATIENCE), "a process hangs before it begins"
        assert self._ready.recv_bytes() == b"ready"

    def kill(self) -> None:
        """SIGKILL, and wait until it is dead."""
        self.process.kill()
        self.process.join()


def acknowledging(say: Callable[[list[str]], object]) -> Callable[[Log, Sequence[Event]], Appended]:
    """`Log.append` that hands on the ids of the events of each append that returned."""
    append = Log.append

    def acknowledged(log: Log, events: Sequence[Event]) -> Appended:
        said = append(log, events)
        say([event.event_id for event in events])
        return said

    return acknowledged


def acknowledge(folder: Path) -> None:
    """From here on, in this process, each event whose append has returned becomes a line of `folder/acks`.

    A write begins a new line: the one before it may be torn, of a process killed within it.
    """
    acks = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    Log.append = acknowledging(  # type: ignore[method-assign]
        lambda ids: os.write(acks, "".join(f"\n{event_id}" for event_id in [*ids, ""]).encode())
    )
