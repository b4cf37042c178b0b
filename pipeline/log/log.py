"""The append-only event log and its append protocol.

An append opens the table at version v, leaves out what the log knows, stamps the rest as the commit after the last
stamped one, and links a commit file to the name of version v+1. If another process has that name, it starts over. The
name is the lock; the stamps are the gapless global order.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from pipeline.events import ENVELOPE, STAMPS, Event
from pipeline.events.upcasting import upcast_rows
from pipeline.log.files import collect
from pipeline.log.known import KnownIds
from pipeline.log.rows import SCHEMA, Head, frame_of, stamp
from pipeline.log.table import Table
from pipeline.log.verify import VerifyReport, verify

LONGEST_PAUSE = 0.05  # seconds; keeps processes that lost one race from losing the next together


@dataclass(frozen=True, slots=True)
class Appended:
    """The commit that now stands last, how many events this append added, and how many it or the log had already."""

    commit: int
    appended: int
    known: int


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Log:
    """The event log in a folder, for any number of processes at once. `now` is the clock behind `recorded_at`."""

    def __init__(self, path: Path, now: Callable[[], datetime] = _utc_now) -> None:
        self._now = now
        self._table = Table(path)
        self._known = KnownIds()
        self._own: tuple[Path | None, Head] = None, Head()  # what this process wrote last, so as not to read it back

    def append(self, events: Sequence[Event]) -> Appended:
        """Record events in the given order, durably, all or none; those already on the log are left out.

        Raises ConflictingEvent if an id is taken by another content, UnwritableEvent if an event cannot be stored,
        UnwrittenAppend if the disk refuses. Appending the same events again is always safe.
        """
        if not events:
            return Appended(self.head(), 0, 0)
        given = frame_of(events)
        if not self._table.refresh():
            self._table.create()
        while True:
            files = self._table.files()
            fresh = self._known.without(given, files)
            head = self._head(files)
            if fresh.is_empty():
                self._table.make_durable()
                return Appended(head.commit, 0, len(events))
            rows, stamped = stamp(fresh, head, self._now())
            if data := self._table.commit(rows):
                self._known.add(data, rows)
                self._own = data, stamped
                return Appended(stamped.commit, fresh.height, len(events) - fresh.height)
            time.sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311 - spreads retries, keeps no secret
            self._table.refresh()

    def read(
        self,
        types: Sequence[str] | None = None,
        after: int | None = None,
        upto: int | None = None,
        streams: Sequence[str] | None = None,
    ) -> pl.DataFrame:
        """Events of commits in (after, upto], in order: envelope and stamps, payloads in their current version.

        Of all types and streams, or of those named; what is not asked for is not read from the disk.
        """
        self._table.refresh()
        files = _holding(self._table.files(), after, upto)
        if files.is_empty():
            return pl.DataFrame(schema=SCHEMA).select(*ENVELOPE, *STAMPS)
        wanted = [pl.lit(True)]
        if after is not None:
            wanted.append(pl.col("commit") > after)
        if upto is not None:
            wanted.append(pl.col("commit") <= upto)
        for column, names in (("type", types), ("stream", streams)):
            if names is not None:
                wanted.append(pl.col(column).is_in(list(names)))
        columns = [*ENVELOPE, *STAMPS]
        events = collect(
            files["path"].to_list(), lambda rows: rows.select(columns).filter(wanted).sort("commit", "row")
        )
        return upcast_rows(events)

    def files(self, upto: int | None = None) -> list[Path]:
        """The Parquet files that hold the commits up to `upto`, by the table's own list.

        After a compaction a file may also hold later commits, so its reader filters on `commit` too.
        """
        self._table.refresh()
        return [Path(path) for path in _holding(self._table.files(), None, upto)["path"]]

    def head(self) -> int:
        """The last commit, 0 when the log is empty."""
        self._table.refresh()
        last = self._table.files()["last"]
        return 0 if last.is_empty() else int(last.max())  # type: ignore[arg-type]

    def anchor(self) -> tuple[int, str]:
        """The last commit and its hash. Noted elsewhere and given to `verify` later, they show a tail cut off since."""
        self._table.refresh()
        head = self._head(self._table.files())
        return head.commit, head.commit_hash

    def hash_of(self, commit: int) -> str | None:
        """The hash of a commit; None when the log has no such commit."""
        self._table.refresh()
        held = _holding(self._table.files(), commit - 1, commit)
        return None if held.is_empty() else _stamped(held, commit).commit_hash

    def _head(self, files: pl.DataFrame) -> Head:
        data, head = self._own
        return head if data and files["path"][-1:].to_list() == [str(data)] else _head(files)

    def verify(self, anchors: Mapping[int, str] | None = None) -> VerifyReport:
        """Check order, ids, payloads and the hash chain of the whole log; problems are listed, never raised.

        `anchors` are hashes of commits that were noted elsewhere (commit number to `head_hash` of an earlier report):
        they show a tail that was rewritten or cut off, which no log can show from itself.
        """
        return verify(self._table, anchors or {})


def _holding(files: pl.DataFrame, after: int | None, upto: int | None) -> pl.DataFrame:
    """The files that hold any commit in (after, upto]."""
    if after is not None:
        files = files.filter(pl.col("last") > after)
    if upto is not None:
        files = files.filter(pl.col("first") <= upto)
    return files


def _head(files: pl.DataFrame) -> Head:
    """The last commit as its rows tell it."""
    if files.is_empty():
        return Head()
    newest = files.filter(pl.col("last") == pl.col("last").max())
    return _stamped(newest, newest["last"][0])


def _stamped(files: pl.DataFrame, commit: int) -> Head:
    """A commit as its rows in these files tell it."""
    columns = ["commit", "recorded_at", "commit_hash"]
    own = pl.col("commit") == commit
    return Head(*collect(files["path"].to_list(), lambda rows: rows.filter(own).select(columns).first()).row(0))
