"""Every way to tamper with what is stored, done by rewriting the table's own files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from pipeline.events import canonical, stable_id
from pipeline.log import Log, LogDamaged
from pipeline.log.rows import commit_hash
from tests.log.facts import rates

COMMITS = 4
Rows = pl.DataFrame


@pytest.fixture
def log(tmp_path: Path) -> Log:
    log = Log(tmp_path / "log")
    for start in range(0, 3 * COMMITS, 3):
        log.append(rates(range(start, start + 3)))
    assert log.verify().problems == []
    return log


def rewrite(log: Log, commit: int, change: Callable[[Rows], Rows]) -> None:
    """Replace the file of one commit, and what the table says of it, as somebody with access to the disk could."""
    path = log.files()[commit - 1]
    rows = change(pl.read_parquet(path))
    rows.write_parquet(path)
    entry = path.parent / "_delta_log" / f"{commit:020}.json"
    lines = [json.loads(line) for line in entry.read_text().splitlines()]
    for line in lines:
        if "add" in line:
            bounds = {"commit": rows["commit"].min()}, {"commit": rows["commit"].max()}
            stats = {"numRecords": rows.height, "minValues": bounds[0], "maxValues": bounds[1]}
            line["add"] |= {"size": path.stat().st_size, "stats": json.dumps(stats), "path": f"new-{commit}.parquet"}
    path.rename(path.with_name(f"new-{commit}.parquet"))
    entry.write_text("\n".join(json.dumps(line) for line in lines))


def problems(log: Log, **anchors: str) -> str:
    return "\n".join(Log(log.files()[0].parent).verify({int(k[1:]): v for k, v in anchors.items()}).problems)


def with_payload(rows: Rows, row: int, **fields: object) -> Rows:
    payloads = [json.loads(payload) for payload in rows["payload"]]
    payloads[row] |= fields
    return rows.with_columns(pl.Series("payload", [canonical(payload) for payload in payloads]))


def rehashed(rows: Rows, previous: str) -> Rows:
    known = commit_hash(previous, rows["commit"][0], rows["recorded_at"][0], rows)
    return rows.with_columns(pl.lit(known).alias("commit_hash"))


def test_report_counts_what_was_checked_and_how_fast(log: Log) -> None:
    report = log.verify()
    assert (report.events, report.commits, report.head) == (12, 4, 4)
    assert len(report.head_hash) == 64
    assert report.events_per_second > 0


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda rows: with_payload(rows, 1, usd_per_unit=9.5), id="figure"),
        pytest.param(lambda rows: with_payload(rows, 1, is_default=True), id="field outside the id"),
        pytest.param(lambda rows: rows.with_columns(actor=pl.lit("someone")), id="actor"),
        pytest.param(lambda rows: rows.with_columns(pl.col("recorded_at").dt.offset_by("1us")), id="recorded_at"),
        pytest.param(lambda rows: rows.with_columns(pl.col("occurred_at").dt.offset_by("1us")), id="occurred_at"),
        pytest.param(lambda rows: rows.with_columns(causation_id=pl.lit("")), id="null made empty"),
        pytest.param(lambda rows: rows.with_columns(pl.col("row").reverse()), id="order"),
        pytest.param(lambda rows: rows.head(2), id="last row of a commit"),
        pytest.param(lambda rows: rows.tail(2), id="first row of a commit"),
        pytest.param(lambda rows: pl.concat([rows, rows.tail(1).with_columns(row=pl.lit(3, pl.Int64))]), id="repeated"),
    ],
)
def test_a_changed_missing_or_reordered_event_is_found_and_its_commit_named(
    log: Log, change: Callable[[Rows], Rows]
) -> None:
    rewrite(log, 2, change)
    found = problems(log)
    assert "commit 2:" in found
    assert "commit 3" not in found, "one change is one place"


def test_values_moved_between_neighbouring_columns_or_rows_are_found(log: Log) -> None:
    shifted = pl.Series("actor", ["tes", "ttest", "test"])
    rewrite(log, 2, lambda rows: rows.with_columns(shifted))
    assert "commit 2:" in problems(log)


def test_causes_missing_between_others_are_no_change(tmp_path: Path) -> None:
    """What lies under a null in a file read back is no part of what was hashed."""
    log = Log(tmp_path / "log")
    first, second, third = rates(range(3))
    log.append([replace(first, causation_id="one cause"), second, replace(third, causation_id="another")])

    assert log.verify().problems == []


def test_a_commit_hashed_anew_after_a_change_is_found_at_the_next_commit(log: Log) -> None:
    previous = pl.read_parquet(log.files()[0])["commit_hash"][0]
    rewrite(log, 2, lambda rows: rehashed(with_payload(rows, 1, is_default=True), previous))
    assert "commit 3:" in problems(log)


def test_a_missing_commit_is_found_and_numbered(log: Log) -> None:
    entry = log.files()[0].parent / "_delta_log" / f"{2:020}.json"
    entry.write_text(entry.read_text().splitlines()[0])
    assert "commits 2 to 2 are missing" in problems(log)


def test_a_tail_that_was_cut_off_shows_against_a_noted_hash(log: Log) -> None:
    noted = log.verify().head_hash
    path = log.files()[-1]
    (path.parent / "_delta_log" / f"{COMMITS:020}.json").unlink()
    assert problems(log) == ""
    assert "commit 4 was noted" in problems(log, c4=noted)


def test_a_tail_that_was_written_anew_shows_against_a_noted_hash(log: Log) -> None:
    noted, previous = log.verify().head_hash, pl.read_parquet(log.files()[2])["commit_hash"][0]
    assert problems(log, c4=noted) == ""
    rewrite(log, 4, lambda rows: rehashed(with_payload(rows, 0, is_default=True), previous))
    assert problems(log) == ""
    assert "another hash than the one noted" in problems(log, c4=noted)


def test_an_event_recorded_twice_is_found(log: Log) -> None:
    rewrite(log, 2, lambda rows: rows.with_columns(pl.lit(rows["event_id"][0]).alias("event_id")))
    assert "more than once" in problems(log)


def test_an_id_that_does_not_follow_from_the_payload_is_found(log: Log) -> None:
    previous = pl.read_parquet(log.files()[2])["commit_hash"][0]
    made_up = pl.Series("event_id", [stable_id([number]) for number in range(3)])
    rewrite(log, 4, lambda rows: rehashed(rows.with_columns(made_up), previous))
    assert "its id does not follow" in problems(log)


def test_a_payload_of_no_known_form_is_found(log: Log) -> None:
    previous = pl.read_parquet(log.files()[2])["commit_hash"][0]
    rewrite(log, 4, lambda rows: rehashed(rows.with_columns(payload=pl.lit("{}")), previous))
    assert "validation error" in problems(log)


def test_a_file_that_is_gone_or_no_parquet_is_named(log: Log) -> None:
    gone, torn = log.files()[1], log.files()[2]
    gone.unlink()
    torn.write_bytes(torn.read_bytes()[:100])
    found = problems(log)
    assert str(gone) in found
    assert str(torn) in found
    assert "commits 2 to 3 are missing" in found


def test_any_flipped_byte_of_a_data_file_is_found(log: Log) -> None:
    path = log.files()[1]
    whole = path.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert problems(log), f"byte {at} of {len(whole)}"
    path.write_bytes(whole)
    assert problems(log) == ""


def test_any_flipped_byte_of_a_commit_file_is_found_or_changes_no_event(log: Log) -> None:
    before = log.read()
    entry = log.files()[0].parent / "_delta_log" / f"{2:020}.json"
    whole = entry.read_bytes()
    missed = 0
    for at in range(0, len(whole), 7):
        entry.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        reopened = Log(entry.parent.parent)
        if not reopened.verify().problems:
            missed += 1
            assert reopened.read().equals(before)
            assert reopened.read(after=1, upto=2).equals(before.filter(commit=2))
    assert missed < len(whole) / 7, "a flip in the name of the data file, at least, must be found"


def test_a_log_that_cannot_be_opened_is_a_problem_to_verify_and_an_error_to_read(log: Log) -> None:
    folder = log.files()[0].parent
    (folder / "_delta_log" / f"{2:020}.json").unlink()
    assert "cannot be opened" in Log(folder).verify().problems[0]
    with pytest.raises(LogDamaged, match="_delta_log"):
        Log(folder).read()
