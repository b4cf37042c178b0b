"""Which events of a delivery the log has already.

The hashes of the ids of each data file are read once in a process, since a data file never changes: the first append
pays one scan of one column (1M ids: 0.2 s), the next ones only the new files. They are kept in sorted runs, each at
least twice as long as the next, so that looking up a delivery costs by its own size, not by the log's.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pipeline.events.upcasting import upcast_json
from pipeline.log.errors import ConflictingEvent
from pipeline.log.files import collect

HASHED = pl.col("event_id").hash().alias("hash")


class KnownIds:
    """The ids of the log's data files: their hashes, 8 bytes each, and the file that holds each."""

    def __init__(self) -> None:
        self._runs: list[pl.DataFrame] = []
        self._files: set[str] = set()

    def without(self, events: pl.DataFrame, files: pl.DataFrame) -> pl.DataFrame:
        """The events whose id no file holds. Raises ConflictingEvent where an id stands there with another content."""
        self._load(files["path"].to_list())
        hashes = events.select(HASHED).to_series().sort().to_numpy()  # neighbours are looked up near each other
        paths = {path for run in self._runs for path in _holding(run, hashes)}
        if not paths:
            return events
        stored = collect(
            sorted(paths),
            lambda rows: rows.select("event_id", "type", "schema_version", "payload").filter(
                pl.col("event_id").is_in(events["event_id"].implode())
            ),
        )
        _refuse_conflicts(events, stored)
        return events.join(stored, on="event_id", how="anti", maintain_order="left")

    def add(self, path: Path, rows: pl.DataFrame) -> None:
        """The rows of a data file that this process has just written: it need not be read back."""
        self._take(rows.select(HASHED.sort(), pl.lit(str(path), pl.Categorical).alias("path")))
        self._files.add(str(path))

    def _take(self, run: pl.DataFrame) -> None:
        while self._runs and self._runs[-1].height < 2 * run.height:
            run = self._runs.pop().merge_sorted(run, "hash")
        self._runs.append(run)

    def _load(self, paths: list[str]) -> None:
        if not self._files <= set(paths):  # a compaction replaced files
            self._runs, self._files = [], set()
        new = [path for path in paths if path not in self._files]
        if new:
            path = pl.col("path").cast(pl.Categorical)
            self._take(collect(new, lambda rows: rows.select(HASHED, path).sort("hash")))
            self._files.update(new)


def _holding(run: pl.DataFrame, hashes: NDArray[np.uint64]) -> list[str]:
    """The files of a run that may hold an id of these hashes; two ids may share one, so the files decide."""
    known = run["hash"].to_numpy()
    hits = hashes[known.take(known.searchsorted(hashes), mode="clip") == hashes]
    if not hits.size:
        return []
    at = pl.int_ranges(pl.Series(known.searchsorted(hits)), pl.Series(known.searchsorted(hits, "right")), eager=True)
    return run["path"].gather(at.explode()).unique().to_list()


def _refuse_conflicts(events: pl.DataFrame, stored: pl.DataFrame) -> None:
    """An old version of the same event equals the new one if upcasting makes it so."""
    both = events.join(stored, on="event_id", suffix="_stored")
    differing = both.filter((pl.col("payload") != pl.col("payload_stored")) | (pl.col("type") != pl.col("type_stored")))
    for row in differing.iter_rows(named=True):
        as_now = upcast_json(row["type_stored"], row["schema_version_stored"], row["payload_stored"])
        if row["type"] != row["type_stored"] or as_now != row["payload"]:
            raise ConflictingEvent(row["event_id"], row["type"], "on the log")
