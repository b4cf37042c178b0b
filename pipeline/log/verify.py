"""Checking the log from what is stored: order, stamps, ids, payloads and the hash chain, in one linear pass.

The chain shows any changed, missing or reordered event unless everything from there to the head was rewritten with new
hashes, or the tail was cut off. Against that the head's hash is reported: note it elsewhere, and hand it back later as
an anchor.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.events import STAMPS, content_hash, stable_id
from pipeline.events.upcasting import decode
from pipeline.log.errors import LogDamaged, first_line
from pipeline.log.rows import SCHEMA, Head, commit_hash
from pipeline.log.table import Table

WINDOW_ROWS = 100_000
MOST_PROBLEMS = 100
FILE_NAME = re.compile(r"([0-9a-f]{64})-")  # a compaction's files have other names and rest on the chain alone


@dataclass
class VerifyReport:
    """What was looked at, the head that it ends in, and everything found wrong (the first hundred, then a count).

    `set_aside` are torn files that a power cut left and that were put out of the way; nobody was told of their events.
    """

    events: int = 0
    commits: int = 0
    head: int = 0
    head_hash: str = ""
    seconds: float = 0.0
    events_per_second: int = 0
    set_aside: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    problems_not_listed: int = 0

    def report(self, problem: str) -> None:
        """Take down one thing that is wrong."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)
        else:
            self.problems_not_listed += 1


def verify(table: Table, anchors: Mapping[int, str]) -> VerifyReport:
    """Read every commit in order and check it. `anchors` are commit hashes noted elsewhere, by commit number."""
    report = VerifyReport()
    started = time.perf_counter()
    try:
        table.refresh()
        files = table.files()
    except LogDamaged as error:
        report.report(str(error))
        return report
    report.set_aside = [str(path) for path in sorted(table.path.glob("_delta_log/*.torn"))]
    head, ids = Head(), []
    for window in _windows(files, report):
        for rows in window.partition_by("commit", maintain_order=True):
            head = _check_commit(rows, head, report)
            if head.commit in anchors and anchors[head.commit] != head.commit_hash:
                report.report(f"commit {head.commit} has another hash than the one noted as its anchor")
        _check_events(window, report)
        ids.append(window["event_id"])
    _check_unique(ids, report)
    for commit in sorted(commit for commit in anchors if commit > head.commit):
        report.report(f"commit {commit} was noted as an anchor and is gone; the log ends at {head.commit}")
    report.head, report.head_hash = head.commit, head.commit_hash
    report.seconds = time.perf_counter() - started
    report.events_per_second = round(report.events / report.seconds)
    return report


def _windows(files: pl.DataFrame, report: VerifyReport) -> Iterator[pl.DataFrame]:
    """All rows in commit order, in parts that hold whole commits and about `WINDOW_ROWS` rows."""
    part: list[pl.DataFrame] = []
    last = 0
    for file in files.iter_rows(named=True):
        if file["first"] > last and sum(rows.height for rows in part) >= WINDOW_ROWS:
            yield pl.concat(part).sort("commit", "row")
            part = []
        last = max(last, file["last"])
        rows = _file_rows(file, report)
        if rows is not None:
            part.append(rows)
    if part:
        yield pl.concat(part).sort("commit", "row")


def _file_rows(file: dict[str, Any], report: VerifyReport) -> pl.DataFrame | None:
    """The rows of one data file, checked against its name (the hash of its bytes) and what the table lists of it."""
    path = Path(file["path"])
    try:
        data = path.read_bytes()
        rows = pl.read_parquet(data).select(SCHEMA.names()).cast(SCHEMA).drop_nulls([*STAMPS, "commit_hash"])
    except (OSError, pl.exceptions.PolarsError) as error:
        report.report(f"{path}: unreadable ({first_line(error)}); commits {file['first']} to {file['last']}")
        return None
    hashed = FILE_NAME.match(path.name)
    if hashed and hashed[1] != content_hash(data):
        report.report(f"{path}: its bytes are not those that its name says")
    listed = [file[name] for name in ("size", "rows", "first", "last")]
    if listed != [len(data), rows.height, rows["commit"].min(), rows["commit"].max()]:
        report.report(f"{path}: size, stamped rows or commits are not those that the table lists")
    return rows


def _check_commit(rows: pl.DataFrame, before: Head, report: VerifyReport) -> Head:
    """Check one commit's stamps and hash against the commit before it; the commit, as it stands, is the next head.

    The hash is chained to the one stored before, so that one changed commit is one problem and not all that follow.
    """
    number = rows["commit"][0]
    here = Head(number, rows["recorded_at"][0], rows["commit_hash"][0])
    hashed = commit_hash(before.commit_hash, number, here.recorded_at, rows)
    if number != before.commit + 1:
        report.report(f"commits {before.commit + 1} to {number - 1} are missing")
    if not rows["row"].equals(pl.Series("row", range(rows.height), pl.Int64)):
        report.report(f"commit {number}: its row numbers are not 0 to {rows.height - 1}, each once")
    if rows["recorded_at"].n_unique() > 1 or here.recorded_at <= before.recorded_at:
        report.report(f"commit {number}: recorded_at is not one time after that of the commit before")
    if rows["commit_hash"].n_unique() > 1 or here.commit_hash != hashed:
        report.report(f"commit {number}: its rows, their order or the hash before it are not what was hashed")
    report.commits += 1
    return here


def _check_events(rows: pl.DataFrame, report: VerifyReport) -> None:
    """Every payload reads as its type's current model, and says the id and stream that its envelope carries."""
    report.events += rows.height
    columns = rows.select("commit", "row", "event_id", "stream", "type", "schema_version", "payload")
    for commit, row, event_id, stream, type_name, version, payload in columns.iter_rows():
        try:
            said = decode(type_name, version, payload)
        except ValueError as error:
            report.report(f"commit {commit} row {row}, {type_name} {event_id}: {first_line(error)}")
            continue
        if stable_id([type_name, *said.identity()]) != event_id:
            report.report(f"commit {commit} row {row}, {type_name} {event_id}: its id does not follow from its payload")
        if said.stream() != stream:
            report.report(f"commit {commit} row {row}, {type_name} {event_id}: it stands in stream {stream!r}")


def _check_unique(ids: list[pl.Series], report: VerifyReport) -> None:
    if ids:
        every = pl.concat(ids)
        for event_id in every.filter(every.is_duplicated()).unique(maintain_order=True):
            report.report(f"event {event_id} stands on the log more than once")
