"""Which events of a delivery the log has already.

The ids of each data file are read once in a process and kept by file name, since a data file never changes: the first
append pays one scan of one column (1M ids: 0.1 s), the next ones only the new files. Losing it costs that scan.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipeline.events.upcasting import upcast_json
from pipeline.log.errors import ConflictingEvent
from pipeline.log.table import collect

IDS = pl.Schema({"path": pl.Categorical(), "event_id": pl.String()})


class KnownIds:
    """The ids of the log's data files, by file."""

    def __init__(self) -> None:
        self._ids = pl.DataFrame(schema=IDS)
        self._files: set[str] = set()

    def without(self, events: pl.DataFrame, files: pl.DataFrame) -> pl.DataFrame:
        """The events whose id no file holds. Raises ConflictingEvent where an id stands there with another content."""
        self._load(files["path"].to_list())
        if self._ids.is_empty():
            return events
        found = self._ids.filter(pl.col("event_id").is_in(events["event_id"].implode()))
        if found.is_empty():
            return events
        stored = collect(
            found["path"].unique().to_list(),
            lambda rows: rows.select("event_id", "type", "schema_version", "payload").filter(
                pl.col("event_id").is_in(found["event_id"].implode())
            ),
        )
        _refuse_conflicts(events, stored)
        return events.join(found, on="event_id", how="anti", maintain_order="left")

    def add(self, path: Path, rows: pl.DataFrame) -> None:
        """The rows of a data file that this process has just written: it need not be read back."""
        self._take(rows.select(pl.lit(str(path)).alias("path"), "event_id"))
        self._files.add(str(path))

    def _take(self, ids: pl.DataFrame) -> None:
        self._ids.vstack(ids.with_columns(pl.col("path").cast(pl.Categorical)), in_place=True)

    def _load(self, paths: list[str]) -> None:
        if not self._files <= set(paths):  # a compaction replaced files
            self._ids, self._files = pl.DataFrame(schema=IDS), set()
        new = [path for path in paths if path not in self._files]
        if new:
            self._take(collect(new, lambda rows: rows.select("path", "event_id")))
            self._files.update(new)


def _refuse_conflicts(events: pl.DataFrame, stored: pl.DataFrame) -> None:
    """An old version of the same event equals the new one if upcasting makes it so."""
    both = events.join(stored, on="event_id", suffix="_stored")
    differing = both.filter((pl.col("payload") != pl.col("payload_stored")) | (pl.col("type") != pl.col("type_stored")))
    for row in differing.iter_rows(named=True):
        as_now = upcast_json(row["type_stored"], row["schema_version_stored"], row["payload_stored"])
        if row["type"] != row["type_stored"] or as_now != row["payload"]:
            raise ConflictingEvent(row["event_id"], row["type"], "on the log")
