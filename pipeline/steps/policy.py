"""Configuration files as policies: reference data in the form in which it stands on the log."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pipeline.events import canonical
from pipeline.settings import CONFIG, sources_file


def policy_files() -> dict[str, Path]:
    """The configuration file of each kind of policy."""
    return {
        "sources": sources_file(),
        "organizations": CONFIG / "organizations.toml",
        "thresholds": CONFIG / "thresholds.toml",
    }


def policy_body(path: Path) -> str:
    """A configuration file as canonical JSON."""
    return canonical(tomllib.loads(path.read_text(encoding="utf-8")))
