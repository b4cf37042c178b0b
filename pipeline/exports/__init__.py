"""Releases: what readers open. A release is a folder that never changes; `current` says which one holds."""

from pipeline.exports.folders import TABLES, WAREHOUSE, DamagedRelease, current_release, release_before
from pipeline.exports.manifest import anchors, damaged_files, read_manifest
from pipeline.exports.release import Stale, publish_release

__all__ = [
    "TABLES",
    "WAREHOUSE",
    "DamagedRelease",
    "Stale",
    "anchors",
    "current_release",
    "damaged_files",
    "publish_release",
    "read_manifest",
    "release_before",
]
