"""The manifest of a release: the log position and code behind it, the rows of its tables, the hashes of its files.

It holds no wall-clock time, so the same log and code give the same manifest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

from pipeline.exports.folders import release_folders

NAME = "manifest.json"


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
    """The manifest of a release folder."""
    manifest: dict[str, Any] = json.loads((release / NAME).read_text(encoding="utf-8"))
    return manifest


def damaged_files(release: Path) -> list[str]:
    """Files of a release that are missing or no longer hash to what its manifest says."""
    described = read_manifest(release)["files"]
    return [
        name
        for name, said in described.items()
        if not (release / name).is_file() or _sha256(release / name) != said["sha256"]
    ]


def anchors(releases: Path) -> dict[int, str]:
    """The log's hash at each release that is there: what a later check of the log can be held against."""
    noted = [read_manifest(release) for release in release_folders(releases)]
    return {manifest["commit"]: manifest["log_hash"] for manifest in noted}


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
