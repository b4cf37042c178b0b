"""Data homes that the whole pipeline has filled: read once, copied for those who change them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.command import Ran, dealtape


@pytest.fixture(scope="session")
def first_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """A data home in which the sample newsroom was read, and what the command said. It is not to be changed."""
    home = tmp_path_factory.mktemp("sample") / "home"
    return home, dealtape("run", "--sample", home=home)


@pytest.fixture
def sample(first_run: tuple[Path, Ran]) -> Path:
    """The data home of the sample, for reading only."""
    return first_run[0]


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample's data home."""
    return Path(shutil.copytree(sample, tmp_path / "home", symlinks=True))
