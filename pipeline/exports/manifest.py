"""The manifest of a release: the log position and code behind it, the rows of its tables, the hashes of its files.

It holds no wall-clock time, so the same log and code give the same manifest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from pipeline.exports.folders import REMEDY, DamagedRelease, release_folders

NAME = "manifest.json"
KEYS = ("commit", "log_hash", "code_version", "files")
"""What a manifest has to say."""


def write_manifest(folder: Path, facts: Mapping[str, Any], rows: Mapping[str, int]) -> dict[str, Any]:
    """Describe every file of the folder and write that beside them."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    described = {
        path.relative_to(folder).as_posix(): {"bytes": path.stat().st_size, "sha256": _sha256(path)} for path in files
    }
    manifest = {**facts, "rows": dict(rows), "files": described}
    (folder / NAME).write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return manifest


def read_manifest(release: Path) -> dict[str, Any]:
    """The manifest of a release folder. Raises DamagedRelease."""
    file, remedy = release / NAME, f"{REMEDY}, after which {release} can be removed"
    try:
        manifest: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        missing = [key for key in KEYS if key not in manifest]
    except (OSError, ValueError, TypeError) as error:
        raise DamagedRelease(f"{file} cannot be read ({error}); {remedy}") from error
    if missing:
        raise DamagedRelease(f"{file} does not say its {', '.join(missing)}; {remedy}")
    return manifest


def damaged_files(release: Path) -> list[str]:
    """Files of a release that are missing or no longer hash to what its manifest says. Raises DamagedRelease."""
    described = read_manifest(release)["files"]
    return [
        name
        for name, said in described.items()
        if not (release / name).is_file() or _sha256(release / name) != said["sha256"]
    ]


def anchors(releases: Path) -> tuple[dict[int, str], list[str]]:
    """The log's hash at each release that is there: what a later check of the log can be held against.

    Beside it, what is wrong with releases: those that note none, and those that contradict an older one.
    """
    noted, wrong = dict[int, str](), list[str]()
    for release in release_folders(releases):
        try:
            manifest = read_manifest(release)
        except DamagedRelease as damaged:
            wrong.append(str(damaged))
        else:
            if noted.setdefault(manifest["commit"], manifest["log_hash"]) != manifest["log_hash"]:
                wrong.append(f"{release} notes another hash of commit {manifest['commit']} than the release before it")
    return noted, wrong


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
