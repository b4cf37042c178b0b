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
    the log is empty, and when it is not the log that the published release was made of.
    """
    log = begun_log(home)
    head, log_hash = log.anchor()
    check_goes_on(home, anew=always)
    if not (always or unpublished(home)):
        return None
    facts = {"log_hash": log_hash, "code_version": code_version()}
    older = exports.release_before(home.releases, head)
    before = older / exports.WAREHOUSE if older else None

    def build(file: Path) -> None:
        warehouse.build(file, log.read(upto=head), resolve, code_version=code_version(), before=before)

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
    """How many commits no release has; all when the published one is damaged, of another code version or log."""
    manifest, log = _published(home), Log(home.log)
    if manifest is None or manifest["code_version"] != code_version() or not _is_of(manifest, log):
        return log.head()
    return log.head() - int(manifest["commit"])


def check_goes_on(home: Home, *, anew: bool = False) -> None:
    """Problem when the published release was made of another log than this, such as one before a restore.

    `anew`: a log that is as long may take its place all the same.
    """
    manifest, log = _published(home), Log(home.log)  # the log last: a release never tells more than the log of its time
    if manifest is None or _is_of(manifest, log):
        return
    head = log.head()
    if manifest["commit"] > head:
        raise Problem(
            f"release {manifest['commit']} tells more than the log in {home.log}, which ends at commit {head}: restore "
            f"a newer backup of the log, or move {home.releases} away and publish this one"
        )
    if not anew:
        raise Problem(
            f"release {manifest['commit']} was made of another log than that in {home.log}, as after a restore: "
            "`dealtape verify` says what differs, `dealtape rebuild` publishes this one"
        )


def _is_of(manifest: dict[str, Any], log: Log) -> bool:
    """Whether the log has the commit that a release ends with, as it was then."""
    return log.hash_of(manifest["commit"]) == str(manifest["log_hash"])


def _published(home: Home) -> dict[str, Any] | None:
    """The manifest of the published release, if there is a whole one."""
    try:
        current = exports.current_release(home.releases)
        return exports.read_manifest(current) if current else None
    except exports.DamagedRelease:
        return None


def code_version() -> str:
    """The version of this code, as releases name it."""
    return version("dealtape")
