"""Files that a power cut tore. Only what was never acknowledged may be missing afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.log import Log, LogDamaged
from tests.log.facts import gapless, ids, rates


def entry(folder: Path, version: int) -> Path:
    return folder / "_delta_log" / f"{version:020}.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three commits of two events; the last one is taken as not acknowledged."""
    log = Log(tmp_path / "log")
    for start in (0, 2, 4):
        log.append(rates([start, start + 1]))
    return tmp_path / "log"


def test_a_last_commit_file_torn_at_any_byte_loses_only_that_commit(
    folder: Path, tmp_path: Path, figures: list[str]
) -> None:
    whole = entry(folder, 3).read_bytes()
    outcomes = {"whole": 0, "gone": 0}
    for length in range(len(whole)):
        entry(folder, 3).write_bytes(whole[:length])
        kept = Log(folder).read()["event_id"].to_list()
        assert kept in (ids(rates(range(4))), ids(rates(range(6)))), "part of a commit was read"
        outcomes["whole" if len(kept) == 6 else "gone"] += 1
        if length % 20 == 0:
            log = Log(shutil.copytree(folder, tmp_path / f"torn-{length}"))
            assert log.append(rates(range(6))).known == len(kept)
            assert log.append(rates([6])).appended == 1
            assert gapless(log.read())
            assert log.verify().problems == []
    figures.append(f"commit file torn at each of {len(whole)} bytes: {outcomes}, 0 acknowledged events lost")
    assert outcomes["gone"] > 0.9 * len(whole)


def test_a_last_commit_file_of_zeros_is_set_aside_and_reported(folder: Path) -> None:
    size = entry(folder, 3).stat().st_size
    entry(folder, 3).write_bytes(b"\0" * size)
    log = Log(folder)
    assert log.append(rates(range(6))).appended == 2
    report = log.verify()
    assert report.problems == []
    assert [Path(path).read_bytes() for path in report.set_aside] == [b"\0" * size]


def test_a_whole_last_commit_file_with_a_flipped_byte_is_not_taken_for_torn(folder: Path) -> None:
    """It may have been acknowledged, so nobody may put it out of the way."""
    whole = entry(folder, 3).read_bytes()
    entry(folder, 3).write_bytes(whole.replace(b'"add":', b'"add"?'))
    with pytest.raises(LogDamaged):
        Log(folder).append(rates([9]))
    entry(folder, 3).write_bytes(whole)
    assert Log(folder).read().height == 6


def test_a_torn_commit_file_in_the_middle_stops_everything_until_it_is_restored(folder: Path) -> None:
    whole = entry(folder, 2).read_bytes()
    entry(folder, 2).write_bytes(whole[:100])
    with pytest.raises(LogDamaged, match="restore it from a backup"):
        Log(folder).append(rates([9]))
    entry(folder, 2).write_bytes(whole)
    assert Log(folder).append(rates([9])).appended == 1


@pytest.mark.parametrize("left", [0, 4, 200, -1])
def test_a_torn_data_file_is_detected_and_never_partly_read(folder: Path, left: int) -> None:
    path = Log(folder).files()[1]
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(LogDamaged, match=path.name):
        Log(folder).read()
    assert str(path) in "\n".join(Log(folder).verify().problems)


@pytest.mark.parametrize("name", ["00000000000000000100.checkpoint.parquet", "_last_checkpoint"])
@pytest.mark.parametrize("share", [0, 0.5, 0.99])
def test_a_torn_checkpoint_costs_nothing(tmp_path: Path, name: str, share: float, hundred_commits: Path) -> None:
    shutil.copytree(hundred_commits, tmp_path / "log")
    checkpoint = next((tmp_path / "log" / "_delta_log").glob("*.checkpoint.parquet"))
    torn = checkpoint if "parquet" in name else checkpoint.with_name(name)
    content = torn.read_bytes()
    torn.write_bytes(content[: int(len(content) * share)])
    log = Log(tmp_path / "log")
    assert log.append(rates(range(130))).known == 120
    assert gapless(log.read())
    assert log.verify().problems == []


@pytest.fixture(scope="module")
def hundred_commits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough commits for the library to have written a checkpoint."""
    folder = tmp_path_factory.mktemp("checkpointed") / "log"
    log = Log(folder)
    for number in range(120):
        log.append(rates([number]))
    return folder


def test_leftovers_of_a_crash_are_no_data(folder: Path) -> None:
    data = Log(folder).files()[0]
    (folder / f"{'0' * 64}-abcdefabcdef.parquet").write_bytes(data.read_bytes()[:50])
    (folder / "_delta_log" / f"{4:020}.json#1").write_bytes(b'{"add":')
    log = Log(folder)
    assert log.append(rates(range(7))).appended == 1
    assert log.verify().problems == []
