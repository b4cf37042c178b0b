"""One run at a time in a data home. The log itself needs no lock; captures and messages read better in order."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.settings import Home


@contextmanager
def one_run(home: Home, say: Callable[[str], None]) -> Iterator[None]:
    """Hold the data home's run lock; wait for another run and say whose. The kernel frees it when a process dies."""
    home.root.mkdir(parents=True, exist_ok=True)
    with (home.root / "run.lock").open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            say(f"another run (process {handle.read().strip() or 'unknown'}) is at work in {home.root}; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield
