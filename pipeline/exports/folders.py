"""Which release folders there are, in which order, and which one holds.

A release is called by the last commit of the log that it was built from, `<commit>-2` and so on when the same log was
built again.
"""

from __future__ import annotations

import re
from pathlib import Path

WAREHOUSE = "warehouse.duckdb"
TABLES = "tables"
REMEDY = "`dealtape rebuild` makes a whole release"
_NAME = re.compile(r"(\d+)(?:-(\d+))?")


class DamagedRelease(ValueError):
    """A release that is not as it was published; the message says what is wrong and what to do."""


def release_folders(releases: Path) -> list[Path]:
    """Every release that is there, oldest first."""
    return sorted((path for path in releases.glob("[0-9]*") if _NAME.fullmatch(path.name)), key=order)


def order(release: Path) -> tuple[int, int]:
    """Commit and build of a release folder: what makes one older than another."""
    found = _NAME.fullmatch(release.name)
    if found is None:
        raise ValueError(f"{release} is no release folder")
    return int(found[1]), int(found[2] or 1)


def current_release(releases: Path) -> Path | None:
    """The folder of the published release, None before the first. It never changes; the next call may give another.

    Raises DamagedRelease when the published one is gone.
    """
    current = releases / "current"
    if not current.exists():
        if current.is_symlink():
            raise DamagedRelease(f"{current} points to {current.readlink()}, which is gone; {REMEDY}")
        return None
    return current.resolve()


def release_before(releases: Path, commit: int) -> Path | None:
    """The newest release of an earlier commit that is still there: what a release of `commit` is compared with."""
    older = [path for path in release_folders(releases) if order(path)[0] < commit]
    return older[-1] if older else None
