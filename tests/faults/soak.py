"""A thousand random kills: `python -m tests.faults.soak [KILLS] [SEED]`, twenty minutes.

Nineteen of twenty hit one of three processes that append to a log, the twentieth a whole run, from fetching to
publishing, which takes longer than all the others.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.faults.kills import Figures

APPENDS, RUNS = 38, 2
"""Kills before a new log, or data home, is begun: a look reads all of it. It also tries the races of its creation."""


def soak(kills: int, seed: int) -> int:
    """Kill, look and verify; the figures after each log and home. How many acknowledged events are lost."""
    # Not above: every process to be killed imports this module, and these imports would be most of its life.
    from tests.faults.kills import Figures, append_kills, run_kills

    appends, runs, number = Figures(), Figures(), seed
    while appends.kills + runs.kills < kills:
        appends += in_a_folder(append_kills, min(APPENDS, kills - appends.kills - runs.kills), number)
        runs += in_a_folder(run_kills, min(RUNS, kills - appends.kills - runs.kills), number)
        number += 1
        sys.stdout.write(f"appends: {appends}\nwhole runs: {runs}\n")
        sys.stdout.flush()
    return appends.lost + runs.lost


def in_a_folder(kill: Callable[[Path, int, int], Figures], kills: int, seed: int) -> Figures:
    """The figures of so many kills in a folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        return kill(Path(folder), kills, seed)


if __name__ == "__main__":
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(1 if soak(*(arguments + [1000, 1][len(arguments) :])) else 0)
