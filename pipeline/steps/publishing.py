"""From the log to a published release."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import exports, warehouse
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps.identity import resolve
from pipeline.steps.problem import Problem


def publish(home: Home, *, always: bool = False) -> dict[str, Any] | None:
    """Build a release from the log and switch `current` to it; its manifest, or None when there is nothing new.

    `always` builds also when nothing is new, under a name of its own: a published folder never changes. Problem while
    the log is empty.
    """
    log = begun_log(home)
    head, log_hash = log.anchor()
    if not (always or unpublished(home)):
        return None
    facts = {"log_hash": log_hash, "code_version": code_version()}
    older = exports.release_before(home.releases, head)
    before = older / exports.WAREHOUSE if older else None

    def build(file: Path) -> None:
        warehouse.build(file, log.read(upto=head), resolve, release={"commit": head, **facts}, before=before)

    try:
        return exports.publish_release(home.releases, head, build, facts)
    except exports.Stale:
        return None


def begun_log(home: Home) -> Log:
    """The log; Problem while nothing is on it, as in a data home that was meant to be another."""
    log = Log(home.log)
    if not log.head():
        raise Problem(f"nothing is on the log in {home.root} yet; `dealtape run` reads sources, DEALTAPE_HOME names it")
    return log


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
