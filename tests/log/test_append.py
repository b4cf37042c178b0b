from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from pipeline.events import ENVELOPE, STAMPS
from pipeline.log import Appended, ConflictingEvent, Log, UnwritableEvent, UnwrittenAppend, table
from tests.log.facts import MOMENT, gapless, ids, positions, rate, rates


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "log")


def test_an_empty_log_reads_as_no_events_and_makes_no_folder(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    assert log.head() == 0
    assert log.files() == []
    assert log.read().columns == [*ENVELOPE, *STAMPS]
    assert log.append([]) == Appended(commit=0, appended=0, known=0)
    assert log.verify().problems == []
    assert list(tmp_path.iterdir()) == []


def test_events_come_back_as_they_were_given_and_in_their_order(log: Log) -> None:
    given = rates([5, 3, 4])
    log.append(given)
    back = log.read().select(ENVELOPE).rows()
    assert back == [tuple(getattr(event, name) for name in ENVELOPE) for event in given]


@pytest.mark.parametrize("name", ["a[1]", "b*", "ü ö", "c#d?e"])
def test_a_log_lies_under_any_name_of_a_folder(name: str, tmp_path: Path) -> None:
    log = Log(tmp_path / name / "log")
    for number in range(3):
        log.append(rates([number]))
    assert ids(rates(range(3))) == Log(tmp_path / name / "log").read()["event_id"].to_list()


def test_commits_count_from_one_and_rows_from_zero(log: Log) -> None:
    assert log.append(rates([1, 2])) == Appended(commit=1, appended=2, known=0)
    assert log.append(rates([3])) == Appended(commit=2, appended=1, known=0)
    assert positions(log.read()) == [(1, 0), (1, 1), (2, 0)]
    assert log.head() == 2


def test_appending_twice_is_recording_once(log: Log) -> None:
    log.append(rates(range(5)))
    assert log.append(rates(range(5))) == Appended(commit=1, appended=0, known=5)
    assert log.append(rates(range(3, 8))) == Appended(commit=2, appended=3, known=2)
    assert log.read()["event_id"].to_list() == ids(rates(range(8)))


def test_a_delivery_that_repeats_itself_is_recorded_once(log: Log) -> None:
    assert log.append([rate(1), rate(2), rate(1)]) == Appended(commit=1, appended=2, known=1)


def test_the_same_id_with_another_payload_refuses_the_whole_append(log: Log) -> None:
    log.append([rate(1)])
    with pytest.raises(ConflictingEvent, match=rate(1).event_id):
        log.append([rate(2), rate(1, is_default=True)])
    assert log.read()["event_id"].to_list() == [rate(1).event_id]


def test_two_payloads_for_one_id_in_one_delivery_are_refused(log: Log) -> None:
    with pytest.raises(ConflictingEvent, match=rate(1).event_id):
        log.append([rate(1), rate(2), rate(1, is_default=True)])
    assert log.head() == 0


@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        ({"type": "RateDreamt"}, "RateDreamt"),
        ({"payload": '{"currency":"\ud800"}'}, "surrogates"),
        ({"occurred_at": datetime(2025, 9, 19)}, "offset"),
        ({"schema_version": 2**40}, "unexpected value"),
        ({"stream": 7}, "unexpected value"),
    ],
)
def test_an_event_that_cannot_stand_on_the_log_is_named_and_stops_its_append_only(
    log: Log, poison: dict[str, object], reason: str
) -> None:
    with pytest.raises(UnwritableEvent, match=rate(2).event_id) as refused:
        log.append([rate(1), replace(rate(2), **poison)])  # type: ignore[arg-type]
    assert reason in ascii(str(refused.value))
    assert log.append([rate(1)]) == Appended(commit=1, appended=1, known=0)


def test_recorded_at_never_goes_back_when_the_clock_does(tmp_path: Path) -> None:
    clock = iter([MOMENT, MOMENT - timedelta(days=1), MOMENT - timedelta(days=400), MOMENT + timedelta(hours=1)])
    log = Log(tmp_path / "log", now=lambda: next(clock))
    for number in range(4):
        log.append([rate(number)])
    tick = timedelta(microseconds=1)
    expected = [MOMENT, MOMENT + tick, MOMENT + 2 * tick, MOMENT + timedelta(hours=1)]
    assert log.read()["recorded_at"].to_list() == expected


def test_reading_by_type_and_by_commits_leaves_the_rest_out(log: Log) -> None:
    for number in range(4):
        log.append([rate(number)])
    assert log.read(after=1, upto=3)["commit"].to_list() == [2, 3]
    assert log.read(types=["RateObserved"]).height == 4
    assert log.read(types=["EventVoided"]).is_empty()
    assert log.read(streams=[rate(2).stream]).height == 4
    assert log.read(streams=["article/none"]).is_empty()
    assert len(log.files(upto=2)) == 2


def test_a_file_that_no_commit_names_is_no_data(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.append(rates([1]))
    (tmp_path / "log" / "left-behind.parquet").write_bytes(log.files()[0].read_bytes())
    assert log.read().height == 1
    assert log.append(rates([1, 2])).known == 1


def test_a_folder_name_with_spaces_and_accents_is_no_trouble(tmp_path: Path) -> None:
    log = Log(tmp_path / "données 100% à jour" / "log")
    log.append(rates([1]))
    log.append(rates([1, 2]))
    assert all(path.exists() for path in log.files())
    assert log.verify().problems == []


def test_the_table_refuses_deletes_and_keeps_its_log(tmp_path: Path) -> None:
    Log(tmp_path / "log").append(rates([1]))
    table = DeltaTable(tmp_path / "log")
    expected = {"delta.appendOnly": "true", "delta.enableExpiredLogCleanup": "false"}
    assert table.metadata().configuration == expected
    with pytest.raises(DeltaError):
        table.delete("commit = 1")


def test_a_log_opened_before_another_wrote_sees_what_it_wrote(tmp_path: Path) -> None:
    first, second = Log(tmp_path / "log"), Log(tmp_path / "log")
    first.append(rates([1]))
    assert second.append(rates([1, 2])) == Appended(commit=2, appended=1, known=1)
    assert first.append(rates([2, 3])) == Appended(commit=3, appended=1, known=1)
    assert gapless(first.read())


def test_compaction_by_the_library_changes_nothing_that_is_read(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    for start in range(0, 30, 3):
        log.append(rates(range(start, start + 3)))
    before, report = log.read(), log.verify()
    DeltaTable(tmp_path / "log").optimize.compact()
    for reader in (log, Log(tmp_path / "log")):
        assert len(reader.files()) == 1
        assert reader.read().equals(before)
        assert reader.read(after=3, upto=5)["commit"].unique().to_list() == [4, 5]
        assert reader.verify().head_hash == report.head_hash
        assert reader.verify().problems == []
        assert reader.append(rates(range(30))) == Appended(commit=10, appended=0, known=30)
    assert log.append(rates([30])) == Appended(commit=11, appended=1, known=0)


def test_a_checkpoint_that_fails_does_not_undo_its_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Checkpoints only spare reading; what the commit before one names stays."""
    asked = []

    def fails(self: DeltaTable) -> None:
        asked.append(self.version())
        raise DeltaError("no space for the checkpoint")

    monkeypatch.setattr(DeltaTable, "create_checkpoint", fails)
    monkeypatch.setattr(table, "CHECKPOINT_EVERY", 2)
    log = Log(tmp_path / "log")
    for number in range(3):
        assert log.append(rates([number])) == Appended(commit=number + 1, appended=1, known=0)
    assert asked == [2]
    assert Log(tmp_path / "log").read().height == 3


def test_a_commit_that_fails_for_good_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log(tmp_path / "log")
    log.append(rates([1]))
    before = sorted((tmp_path / "log").rglob("*"))

    def fails(written: Path, name: Path) -> None:
        raise OSError("the disk is gone")

    with monkeypatch.context() as patched:
        patched.setattr(os, "link", fails)
        with pytest.raises(UnwrittenAppend, match="the disk is gone"):
            log.append(rates([2]))
    assert sorted((tmp_path / "log").rglob("*")) == before
    assert log.append(rates([2])) == Appended(commit=2, appended=1, known=0)


def test_the_library_reads_a_commit_as_a_write_of_its_own(tmp_path: Path) -> None:
    Log(tmp_path / "log").append(rates([1]))
    newest = DeltaTable(tmp_path / "log").history(1)[0]
    assert (newest["version"], newest["operation"], newest["operationParameters"]) == (1, "WRITE", {"mode": "Append"})
