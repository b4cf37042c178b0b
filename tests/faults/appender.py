"""A process that appends to a log until it is killed, or until it kills itself at a named step of an append."""

from __future__ import annotations

import functools
import os
import random
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from deltalake import DeltaTable

from pipeline import durable
from pipeline.log import Log
from tests.faults.workers import acknowledge
from tests.log.facts import rates

# Where an append can die: each step touches the disk once.
STEPS: dict[str, tuple[Any, str]] = {
    "create": (DeltaTable, "create"),
    "write": (Path, "write_bytes"),
    "sync": (durable, "sync"),
    "commit": (os, "link"),
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


def append_for_ever(folder: Path, step: str | None, seed: int, ready: Connection) -> None:
    """Append to `folder/log`; with `step` (`commit:2:after`) die there. Acknowledged events go to `folder/acks`."""
    chance = random.Random(seed)
    log = Log(folder / "log")
    acknowledge(folder)
    if step:
        die_at(step)
    ready.send_bytes(b"ready")
    while True:
        # Every other delivery overlaps with what this or another process delivered before.
        start = chance.randrange(chance.choice([500, 1_000_000]))
        log.append(rates(range(start, start + chance.choice([1, 5, 20, 200]))))
