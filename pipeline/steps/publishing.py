"""From the log to a published release."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import exports, warehouse
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps.identity import resolve


def publish(home: Home, *, always: bool = False) -> dict[str, Any] | None:
    """Build a release from the log and switch `current` to it; its manifest, or None when there is nothing new.

    `always` builds also when nothing is new, under a name of its own: a published folder never changes.
    """
    log = Log(home.log)
    head, log_hash = log.anchor()
    if not head or not (always or unpublished(home)):
        return None
    facts = {"log_hash": log_hash, "code_version": code_version()}
    older = exports.release_before(home.releases, head)
    before = older / exports.WAREHOUSE if older else None

    def build(file: Path) -> Mapping[str, int]:
        return warehouse.build(file, log.read(upto=head), resolve, release={"commit": head, **facts}, before=before)

    try:
        return exports.publish_release(home.releases, head, build, facts)
    except exports.Stale:
        return None


def unpublished(home: Home) -> int:
    """How many commits no release has; all of them when the published one is damaged or of another code version."""
    head = Log(home.log).head()
    try:
        current = exports.current_release(home.releases)
        if current is None:
            return head
        manifest = exports.read_manifest(current)
    except exports.DamagedRelease:
        return head
    return head - int(manifest["commit"]) if manifest["code_version"] == code_version() else head


def code_version() -> str:
    """The version of this code, as releases name it."""
    return version("dealtape")
