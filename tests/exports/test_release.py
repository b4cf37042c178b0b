"""Readers see a whole release or the one before it, whatever happens to those who publish."""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import shutil
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from pipeline import exports
from pipeline.exports import publish_release
from pipeline.warehouse import PUBLIC
from tests.exports.building import FACTS, copy_of, names, publish


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    return tmp_path / "releases"


def current(releases: Path) -> str:
    return (releases / "current").readlink().name


def test_a_release_holds_warehouse_tables_and_a_manifest_that_hashes_them(releases: Path) -> None:
    publish(releases, 7)
    folder = releases / "current"
    manifest = json.loads((folder / "manifest.json").read_text())
    assert (manifest["commit"], manifest["code_version"]) == (7, "test")
    assert set(manifest["rows"]) == set(PUBLIC)
    files = {f"tables/{table}.{form}" for table in PUBLIC for form in ("csv", "parquet")} | {"warehouse.duckdb"}
    assert set(manifest["files"]) == files
    for name, said in manifest["files"].items():
        data = (folder / name).read_bytes()
        assert said == {"bytes": len(data), "sha256": sha256(data).hexdigest()}


def test_the_switch_goes_forward_only(releases: Path) -> None:
    publish(releases, 7)
    with pytest.raises(exports.Stale):
        publish(releases, 6)
    assert current(releases) == "7"
    assert names(releases) == ["7"]


def test_a_rebuild_gets_its_own_folder_and_leaves_the_published_one_as_it_was(releases: Path) -> None:
    publish(releases, 7)
    before = (releases / "7" / "warehouse.duckdb").stat()
    assert publish(releases, 7) == "7-2"
    assert current(releases) == "7-2"
    assert (releases / "7" / "warehouse.duckdb").stat() == before
    assert publish(releases, 8) == "8"


def test_the_last_three_releases_are_kept(releases: Path) -> None:
    for commit in (1, 2, 9, 10, 11):
        publish(releases, commit)
    assert names(releases) == ["10", "11", "9"]


def test_a_build_that_fails_leaves_the_published_release_and_nothing_else(releases: Path) -> None:
    publish(releases, 7)

    def broken(target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        publish_release(releases, 8, broken, FACTS)
    assert current(releases) == "7"
    assert names(releases) == ["7"]


def test_an_open_reader_blocks_no_publish_and_keeps_what_it_opened(releases: Path) -> None:
    publish(releases, 1)
    with duckdb.connect(str((releases / "current" / "warehouse.duckdb").resolve()), read_only=True) as reader:
        for commit in range(2, 5):
            publish(releases, commit)
        assert "1" not in names(releases)
        assert reader.execute("select count(*) from deals").fetchall() == [(0,)]


def test_processes_that_publish_at_once_end_with_the_newest(releases: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.starmap(_try_to_publish, [(releases, commit) for commit in (3, 8, 5, 8, 2, 7)])
    assert current(releases).split("-")[0] == "8"
    assert not [name for name in names(releases) if name.startswith(".")]


def _try_to_publish(releases: Path, commit: int) -> None:
    with contextlib.suppress(exports.Stale):
        publish(releases, commit)


STUCK = """
import sys
from pathlib import Path
from pipeline.exports import publish_release

def build(target):
    target.write_bytes(b"half")
    print("building", flush=True)
    sys.stdin.read()

publish_release(Path(sys.argv[1]), 9, build, {})
"""


def test_what_a_killed_build_left_is_swept_and_a_living_one_is_let_be(releases: Path) -> None:
    command = [sys.executable, "-c", STUCK, str(releases)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        publish(releases, 1)
        assert len([name for name in names(releases) if name.startswith(".part-")]) == 1
        process.send_signal(signal.SIGKILL)
    publish(releases, 2)
    assert names(releases) == ["1", "2"]
    assert current(releases) == "2"


def test_a_changed_or_missing_file_is_named(releases: Path, tmp_path: Path) -> None:
    publish(releases, 7)
    copy = copy_of(releases / "7", tmp_path / "copy")
    assert exports.damaged_files(copy) == []
    (copy / "tables" / "deals.csv").write_text("deal_id\n")
    (copy / "tables" / "claims.parquet").unlink()
    assert exports.damaged_files(copy) == ["tables/claims.parquet", "tables/deals.csv"]


def test_releases_note_the_logs_hash_and_know_the_one_before(releases: Path) -> None:
    assert exports.current_release(releases) is None
    publish(releases, 7)
    assert exports.release_before(releases, 7) is None
    for _ in range(4):
        publish(releases, 9)
    assert exports.anchors(releases) == ({7: FACTS["log_hash"], 9: FACTS["log_hash"]}, [])
    assert exports.release_before(releases, 9) == releases / "7"
    assert names(releases) == ["7", "9-2", "9-3", "9-4"]


@pytest.fixture(scope="module")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    releases = tmp_path_factory.mktemp("two") / "releases"
    publish(releases, 7)
    publish(releases, 8)
    return releases


@pytest.mark.parametrize("content", [None, "", "{", "[]", "null", '{"commit": 7}'])
def test_a_damaged_manifest_is_told_and_the_other_releases_still_vouch(
    two_releases: Path, releases: Path, content: str | None
) -> None:
    shutil.copytree(two_releases, releases, symlinks=True)
    manifest = releases / "7" / "manifest.json"
    manifest.unlink() if content is None else manifest.write_text(content)
    noted, [wrong] = exports.anchors(releases)
    assert list(noted) == [8]
    assert str(manifest) in wrong
    assert "`dealtape rebuild`" in wrong


def test_a_published_release_that_is_gone_is_told(releases: Path) -> None:
    publish(releases, 7)
    (releases / "7").rename(releases / "elsewhere")
    with pytest.raises(exports.DamagedRelease, match="gone"):
        exports.current_release(releases)
