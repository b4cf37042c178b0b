"""Which events of a delivery the log has already.

The ids of each data file are read once in a process and kept by file name, since a data file never changes: the first
append pays one scan of one column (1M ids: 0.1 s), the next ones only the new files. Losing it costs that scan.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipeline.events.upcasting import upcast_json
from pipeline.log.errors import ConflictingEvent


class KnownIds:
    """The ids of the log's data files."""

    def __init__(self) -> None:
        self._by_file: dict[str, pl.Series] = {}

    def without(self, events: pl.DataFrame, files: pl.DataFrame) -> pl.DataFrame:
        """The events whose id no file holds. Raises ConflictingEvent where an id stands there with another content."""
        self._load(files["path"].to_list())
        ids = events["event_id"].implode()
        holding = [path for path, known in self._by_file.items() if known.is_in(ids).any()]
        if not holding:
            return events
        stored = (
            pl.scan_parquet(holding)
            .select("event_id", "type", "schema_version", "payload")
            .filter(pl.col("event_id").is_in(ids))
            .collect()
        )
        _refuse_conflicts(events, stored)
        return events.join(stored, on="event_id", how="anti", maintain_order="left")

    def _load(self, paths: list[str]) -> None:
        kept = {path: known for path, known in self._by_file.items() if path in set(paths)}
        new = [path for path in paths if path not in kept]
        if new:
            column = pl.scan_parquet(new, include_file_paths="path").select("path", "event_id").collect()
            for (path,), rows in column.partition_by("path", as_dict=True).items():
                kept[str(Path(path))] = rows["event_id"]
        self._by_file = kept


def _refuse_conflicts(events: pl.DataFrame, stored: pl.DataFrame) -> None:
    """An old version of the same event equals the new one if upcasting makes it so."""
    both = events.join(stored, on="event_id", suffix="_stored")
    differing = both.filter((pl.col("payload") != pl.col("payload_stored")) | (pl.col("type") != pl.col("type_stored")))
    for row in differing.iter_rows(named=True):
        as_now = upcast_json(row["type_stored"], row["schema_version_stored"], row["payload_stored"])
        if row["type"] != row["type_stored"] or as_now != row["payload"]:
            raise ConflictingEvent(row["event_id"], row["type"], "on the log")
