"""A small warehouse to publish: what the build makes of an empty log."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from pipeline import warehouse
from pipeline.exports import publish_release
from pipeline.log import Log
from pipeline.steps.identity import resolve

FACTS = {"log_hash": "0" * 64, "code_version": "test"}


@cache
def _built() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "warehouse.duckdb"
        warehouse.build(file, Log(Path(folder) / "log").read(), resolve, code_version=FACTS["code_version"])
        return file.read_bytes()


def build(target: Path) -> None:
    """Write the warehouse to `target`."""
    target.write_bytes(_built())


def publish(releases: Path, commit: int) -> str:
    """Publish a release of that commit; its name."""
    return str(publish_release(releases, commit, build, FACTS)["name"])


def names(releases: Path) -> list[str]:
    """What lies in the releases folder, hidden parts too, but the lock and the switch."""
    return sorted(path.name for path in releases.iterdir() if path.name not in (".lock", "current"))


def copy_of(release: Path, place: Path) -> Path:
    """A release copied elsewhere, to be damaged."""
    return Path(shutil.copytree(release, place))
