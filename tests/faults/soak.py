"""A thousand random kills of appending processes: `python -m tests.faults.soak [KILLS] [SEED]`, some minutes."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from pipeline.log import Log
from tests.faults.kills import Figures, random_kills

A_LOG = 50  # kills before a new log is begun, which also tries the races of its creation


def soak(kills: int, seed: int) -> Figures:
    """Kill and look, and verify each log at its end; the figures of all logs together."""
    total = Figures()
    for number in range(-(-kills // A_LOG)):
        with tempfile.TemporaryDirectory() as folder:
            figures = random_kills(Path(folder), min(A_LOG, kills - total.kills), seed + number)
            problems = Log(Path(folder) / "log").verify().problems
            assert problems == [], problems
        total += figures
        sys.stdout.write(f"{total}\n")
    return total


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(1 if soak(*(arguments + [1000, 1][len(arguments) :])).lost else 0)
