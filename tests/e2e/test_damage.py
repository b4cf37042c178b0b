"""Files of a release that were lost or torn: what a person is told, and that the log makes them anew."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.log import Log
from tests.cli.command import dealtape


def no_manifest(release: Path) -> None:
    (release / "manifest.json").write_text('{"commit":')


def empty_warehouse(release: Path) -> None:
    (release / "warehouse.duckdb").write_bytes(b"")


def half_warehouse(release: Path) -> None:
    file = release / "warehouse.duckdb"
    file.write_bytes(file.read_bytes()[:300_000])


def no_warehouse(release: Path) -> None:
    (release / "warehouse.duckdb").unlink()


def no_release(release: Path) -> None:
    release.rename(release.parent / "elsewhere")


@pytest.mark.parametrize(
    ("damage", "noticing"),
    [
        (no_manifest, "verify"),
        (empty_warehouse, "review"),
        (half_warehouse, "review"),
        (no_warehouse, "review"),
        (no_release, "review"),
    ],
)
def test_damage_is_told_with_its_remedy(home: Path, damage: Callable[[Path], None], noticing: str) -> None:
    release = (home / "releases" / "current").resolve()
    damage(release)
    told = dealtape(noticing, home=home)
    assert told.code == 1
    assert str(release.parent) in told.err
    assert "`dealtape rebuild`" in told.err
    assert ["release", "false"] in [row[:2] for row in dealtape("doctor", home=home).rows()]


def test_doctor_tells_of_a_damaged_log_and_looks_at_the_rest(home: Path) -> None:
    Log(home / "log").files(upto=1)[0].write_bytes(b"")
    found = {name: ok for name, ok, _ in dealtape("doctor", home=home).rows()}
    assert (found["log"], found["unread articles"], found["release"]) == ("false", "false", "true")


@pytest.mark.parametrize(("lost", "said"), [("texts", r"[1-9]\d* texts"), ("captures", r"[1-9]\d* capture files")])
def test_doctor_misses_evidence_that_was_lost(home: Path, lost: str, said: str) -> None:
    shutil.rmtree(home / lost)
    found = {name: (ok, detail) for name, ok, detail in dealtape("doctor", home=home).rows()}
    assert found["evidence"][0] == "false"
    assert re.search(said, found["evidence"][1])


def test_a_log_that_is_lost_is_not_one_that_was_never_begun(home: Path) -> None:
    (home / "log").rename(home / "elsewhere")
    assert dealtape("verify", home=home).code == 1
    found = {name: (ok, detail) for name, ok, detail in dealtape("doctor", home=home).rows()}
    assert found["log"][0] == "false"
    assert "is gone" in found["log"][1]


def test_a_new_release_is_made_beside_one_that_lost_its_manifest_and_its_warehouse(home: Path) -> None:
    release = (home / "releases" / "current").resolve()
    no_manifest(release)
    no_warehouse(release)
    published = dealtape("publish", "--json", home=home)
    assert published.json()[0]["name"] == f"{release.name}-2"
    assert dealtape("sql", "select count(*) as deals from deals", home=home).code == 0


def test_a_decision_is_published_although_the_release_before_is_damaged(home: Path) -> None:
    [event] = dealtape("sql", "select event_id from claims limit 1", "--json", home=home).json()
    empty_warehouse((home / "releases" / "current").resolve())
    assert dealtape("void", event["event_id"], "--reason", "wrong", home=home).code == 0
    assert dealtape("publish", home=home).code == 0
    assert dealtape("sql", "from changes", "--json", home=home).json() == []


def test_a_log_from_an_older_backup_is_not_taken_for_the_published_one(home: Path) -> None:
    listed = dealtape("sql", "select distinct event_id from claims order by 1 limit 2", "--json", home=home).json()
    first, second = (row["event_id"] for row in listed)
    shutil.copytree(home / "log", home / "backup")
    assert dealtape("void", first, "--reason", "wrong", home=home).code == 0
    assert dealtape("publish", home=home).code == 0
    shutil.rmtree(home / "log")
    (home / "backup").rename(home / "log")
    assert "restore a newer backup" in dealtape("publish", home=home).err
    assert ["release", "false"] in [row[:2] for row in dealtape("doctor", home=home).rows()]

    assert dealtape("void", second, "--reason", "wrong too", home=home).code == 0
    assert dealtape("run", home=home).code == 1
    assert "`dealtape rebuild` publishes this one" in dealtape("publish", home=home).err
    assert dealtape("rebuild", home=home).code == 0
    verified = dealtape("verify", "--json", home=home)
    assert verified.code == 1
    assert "notes another hash of commit" in " ".join(verified.json()[0]["problems"])


def test_a_log_from_an_older_backup_is_noticed_however_far_it_goes_on(home: Path) -> None:
    before = Log(home / "log").head()
    shutil.copytree(home / "log", home / "backup")
    assert dealtape("adopt", "--reason", "first", home=home).code == 0
    assert dealtape("publish", home=home).code == 0
    shutil.rmtree(home / "log")
    (home / "backup").rename(home / "log")
    for reason in ("second", "third"):
        assert dealtape("adopt", "--reason", reason, home=home).code == 0
    assert Log(home / "log").head() == before + 2
    assert "was made of another log" in dealtape("publish", home=home).err
