"""The Delta table below the log: open, list files, commit one Parquet file as the next version.

The Parquet file is written and fsynced before a commit names it, the commit file before it gets its name, and the
commit that an append builds on is fsynced before the next is made. So when a commit is durable, all before it are.

The library makes the table, reads it and writes its checkpoints. A commit is written here, as Delta's protocol has it:
the library lists all commit files, twice, to make one, and does not fsync it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

import polars as pl
from deltalake import DeltaTable, Schema
from deltalake.exceptions import DeltaError

from pipeline.log.durable import sync
from pipeline.log.errors import LogDamaged, UnwrittenAppend, first_line
from pipeline.log.files import FILES, entry, listed, write
from pipeline.log.recovery import set_aside_torn
from pipeline.log.rows import SCHEMA

DELTA_SCHEMA = Schema.from_arrow(pl.DataFrame(schema=SCHEMA).to_arrow().schema)
CONFIGURATION = {"delta.appendOnly": "true", "delta.enableExpiredLogCleanup": "false"}
CHECKPOINT_EVERY = 100  # versions; a reader that opens the table then reads at most so many commit files


class Table:
    """A Delta table in a local folder; `files()` and `commit()` see the version of the last `refresh()`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._delta: DeltaTable | None = None  # at the version at which it last had to be read
        self._version = -1
        self._listed = (-1, pl.DataFrame(schema=FILES))  # a version and its files
        self._durable = -1  # the version whose commit file this process has fsynced

    def refresh(self) -> bool:
        """Go to the newest version. False while there is no table yet."""
        if self._delta is not None and not self._entry(self._version + 1).exists():
            return True
        try:
            if self._delta is not None:
                self._delta.update_incremental()
            elif DeltaTable.is_deltatable(str(self.path)):
                self._delta = DeltaTable(self.path)
        except DeltaError as error:
            self._delta = self._recovered(error)
        if self._delta is not None:
            self._version = self._delta.version()
        return self._delta is not None

    def _recovered(self, error: DeltaError) -> DeltaTable:
        try:
            set_aside_torn(self.path / "_delta_log")
            return DeltaTable(self.path)
        except (DeltaError, OSError) as again:
            raise LogDamaged(
                f"the log in {self.path} cannot be opened ({first_line(again)}); its _delta_log folder was changed "
                "from outside: restore it from a backup"
            ) from error

    def create(self) -> None:
        """Make the table; when another process was faster, use that one's."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            DeltaTable.create(self.path, DELTA_SCHEMA, configuration=CONFIGURATION)
        except (DeltaError, OSError) as error:
            if not self.refresh():
                raise UnwrittenAppend(f"no log could be made in {self.path}: {first_line(error)}") from error
        sync(self.path.parent)
        sync(self.path)
        if not self.refresh():
            raise LogDamaged(f"the log in {self.path} vanished while it was made")

    def files(self) -> pl.DataFrame:
        """The data files of this version (columns of `FILES`), in commit order. Never a glob: orphans are no data."""
        if self._delta is None:
            return pl.DataFrame(schema=FILES)
        if self._listed[0] != self._version:
            self._listed = self._version, self._list(self._delta)
        return self._listed[1]

    def _list(self, delta: DeltaTable) -> pl.DataFrame:
        actions = pl.DataFrame(delta.get_add_actions(flatten=True))
        if actions.is_empty():
            return pl.DataFrame(schema=FILES)
        paths = [str(self.path / unquote(path)) for path in actions["path"]]
        files = actions.select(
            pl.Series("path", paths, pl.String),
            pl.col("size_bytes").alias("size"),
            pl.col("num_records").alias("rows"),
            pl.col("min.commit").alias("first"),
            pl.col("max.commit").alias("last"),
        ).cast(FILES)
        if files.null_count().sum_horizontal().item():
            raise LogDamaged(f"the table in {self.path} lists files without statistics; rewrite them with deltalake")
        return files.sort("first", "last", "path")

    def make_durable(self) -> None:
        """fsync the commit file of this version and its folder, unless this process has done it."""
        if self._delta is not None and self._version != self._durable:
            newest = self._entry(self._version)
            sync(newest)
            sync(newest.parent)
            self._durable = self._version

    def _entry(self, version: int) -> Path:
        return self.path / "_delta_log" / f"{version:020}.json"

    def commit(self, rows: pl.DataFrame) -> Path | None:
        """Append `rows` as the version after this one and make it durable; None if another process took the number.

        Gives the data file that now holds the rows.
        """
        if self._delta is None:
            raise LogDamaged(f"there is no log in {self.path} to commit to")
        version, before = self._version + 1, self.files()
        self.make_durable()
        data = write(self.path, rows)
        try:
            named = self._name(version, data, rows)
        except OSError as error:
            data.unlink()
            raise UnwrittenAppend(f"the commit to {self.path} failed: {first_line(error)}") from error
        if not named:
            data.unlink()
            return None
        sync(self.path / "_delta_log")
        self._version = self._durable = version
        self._listed = version, before.vstack(listed(data, rows))
        if version % CHECKPOINT_EVERY == 0:
            self._checkpoint(self._delta)
        return data

    def _name(self, version: int, data: Path, rows: pl.DataFrame) -> bool:
        """Name a data file in the commit file of a version, durable but for its own name; False if that is taken."""
        written = data.with_suffix(".json")
        try:
            written.write_bytes(entry(data, rows))
            sync(written)
            os.link(written, self._entry(version))
        except FileExistsError:
            return False
        finally:
            with suppress(OSError):  # what stays behind is no data
                written.unlink()
        return True

    def _checkpoint(self, delta: DeltaTable) -> None:
        """Spare readers the commit files up to here; they are kept, so that no append fails for it."""
        with suppress(DeltaError):
            delta.update_incremental()
            delta.create_checkpoint()
