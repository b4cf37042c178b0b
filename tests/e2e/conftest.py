"""Data homes that the whole pipeline has filled: read once, copied for those who change them."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from dataclasses import astuple
from pathlib import Path

import pytest

from tests.cli.command import Ran, dealtape


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """A data home in which the sample newsroom was read, and what the command said. It is not to be changed.

    Processes that share out the tests share it: the first to need it makes it while the others wait.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sample"
    folder.mkdir(exist_ok=True)
    home, said = folder / "home", folder / "said.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            said.write_text(json.dumps(astuple(dealtape("run", "--sample", home=home))))
    return home, Ran(*json.loads(said.read_text()))


@pytest.fixture
def sample(first_run: tuple[Path, Ran]) -> Path:
    """The data home of the sample, for reading only."""
    return first_run[0]


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample's data home."""
    return Path(shutil.copytree(sample, tmp_path / "home", symlinks=True))
