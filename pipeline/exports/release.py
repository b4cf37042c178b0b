"""Making a release and switching readers to it.

A release is built complete in a folder beside the others, closed, synced and renamed; only then `current` is switched,
under a lock and never back to an older one. So a reader sees a whole release or the one before it, an open reader keeps
its snapshot, and a crash at any point leaves the published release standing.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline import warehouse
from pipeline.durable import sync, sync_tree
from pipeline.exports.folders import TABLES, WAREHOUSE, order, release_before, release_folders
from pipeline.exports.manifest import write_manifest

KEPT = 3
"""Releases that stay: the current one and those that a reader may still be about to open. The release of the commit
before stays as well, so that a rebuild can be compared with it."""
_PART = ".part-"

Build = Callable[[Path], None]
"""Writes a warehouse to the file that it is given."""


class Stale(Exception):
    """A release of a later commit was published while this one was built; readers have that one."""


def publish_release(releases: Path, commit: int, build: Build, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Build a release of the log up to `commit`, switch `current` to it, and give its manifest with its `name`.

    `facts` go into the manifest. Raises Stale, and whatever `build` raises; the published release then stands.
    """
    releases.mkdir(parents=True, exist_ok=True)
    with _part(releases) as part:
        build(part / WAREHOUSE)
        rows = warehouse.export_tables(part / WAREHOUSE, part / TABLES)
        manifest = write_manifest(part, {"commit": commit, **facts}, rows)
        sync_tree(part)
        with _lock(releases):
            name = _free_name(releases, commit)
            part.rename(releases / name)
            _switch(releases, name)
            _prune(releases)
    return {"name": name, **manifest}


@contextmanager
def _part(releases: Path) -> Iterator[Path]:
    """A folder to build in. Its lock tells others that its maker lives; what is left in it at the end goes."""
    with _lock(releases):
        part = Path(tempfile.mkdtemp(prefix=_PART, dir=releases))
        handle = os.open(part, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        part.chmod(0o755)
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)
        os.close(handle)


@contextmanager
def _lock(releases: Path) -> Iterator[None]:
    with (releases / ".lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _free_name(releases: Path, commit: int) -> str:
    """The name of a new release of this commit: a published folder never changes, so a rebuild gets another one."""
    newest, builds = max((order(path) for path in release_folders(releases)), default=(0, 0))
    if newest > commit:
        raise Stale(f"a release of commit {newest} was published while that of {commit} was built; it stands")
    return str(commit) if newest < commit else f"{commit}-{builds + 1}"


def _switch(releases: Path, name: str) -> None:
    """Point `current` to a release in one step that readers see before or after, never between."""
    sync(releases)
    beside = releases / ".current"
    beside.unlink(missing_ok=True)
    beside.symlink_to(name)
    beside.replace(releases / "current")
    sync(releases)


def _prune(releases: Path) -> None:
    """Remove releases before the last three, and what builds that died left behind."""
    *old, current = release_folders(releases)
    before = release_before(releases, order(current)[0])
    for path in old[: 1 - KEPT]:
        if path != before:
            shutil.rmtree(path, ignore_errors=True)
    for part in releases.glob(f"{_PART}*"):
        if not _alive(part):
            shutil.rmtree(part, ignore_errors=True)


def _alive(part: Path) -> bool:
    """Whether the process that builds in the folder still holds its lock."""
    try:
        handle = os.open(part, os.O_RDONLY)
    except FileNotFoundError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False
