"""Where things are. The only module that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
CONFIG = PROJECT / "config"
ORGANIZATIONS = CONFIG / "organizations.toml"
THRESHOLDS = CONFIG / "thresholds.toml"
SQL = PROJECT / "sql"


@dataclass(frozen=True, slots=True)
class Home:
    """The data home: everything Dealtape keeps lies below `root`."""

    root: Path

    @property
    def log(self) -> Path:
        """The event log, a Delta Lake table: the only truth."""
        return self.root / "log"

    @property
    def captures(self) -> Path:
        """WARC files with the raw bytes of every article."""
        return self.root / "captures"

    @property
    def texts(self) -> Path:
        """The private text store: extracted text under its SHA-256."""
        return self.root / "texts"

    @property
    def fetch_state(self) -> Path:
        """SQLite file with ETags and schedules; losing it costs requests, never articles."""
        return self.root / "fetch_state.sqlite"

    @property
    def data_docs(self) -> Path:
        """The quality gate's data docs."""
        return self.root / "data_docs"

    @property
    def releases(self) -> Path:
        """Published releases, one folder a log commit, and the `current` switch."""
        return self.root / "releases"


def home() -> Home:
    """The data home from `DEALTAPE_HOME`, by default `.dealtape/` in the current directory.

    OSError for a file, and for a path with `%`, which Delta Lake would decode as that of an address.
    """
    root = Path(os.environ.get("DEALTAPE_HOME") or ".dealtape").absolute()
    if root.is_file():
        raise NotADirectoryError(f"{root} is a file; set DEALTAPE_HOME to a folder for the data")
    if "%" in str(root):
        raise OSError(f"{root} has a % in it, which the log cannot lie under; set DEALTAPE_HOME to another folder")
    return Home(root)


def sources_file() -> Path:
    """The declared sources, from `DEALTAPE_SOURCES`, by default `config/sources.toml` of the project."""
    return Path(os.environ.get("DEALTAPE_SOURCES") or CONFIG / "sources.toml").absolute()
