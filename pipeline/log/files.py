"""The data files of the log: Parquet, each written once, named by the commit that adds it, read together."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import time
from uuid import uuid4

import polars as pl

from pipeline.events import content_hash
from pipeline.log.durable import sync
from pipeline.log.errors import LogDamaged, UnwrittenAppend, first_line

# Files as the table lists them: `path` (absolute), `size`, `rows`, `first` and `last` commit in the file.
FILES = pl.Schema({"path": pl.String, "size": pl.Int64, "rows": pl.Int64, "first": pl.Int64, "last": pl.Int64})


def write(folder: Path, rows: pl.DataFrame) -> Path:
    """The rows as a Parquet file, durable under its final name; no reader knows of it yet.

    The name carries the hash of the bytes. The random part keeps two processes that write the same from sharing a
    file, which the one that loses the race removes.
    """
    buffer = BytesIO()
    rows.write_parquet(buffer, compression="zstd", compression_level=1)
    content = buffer.getvalue()
    data = folder / f"{content_hash(content)}-{uuid4().hex[:12]}.parquet"
    try:
        data.write_bytes(content)
        sync(data)
        sync(folder)
    except OSError as error:
        data.unlink(missing_ok=True)
        raise UnwrittenAppend(f"{data} could not be written: {first_line(error)}") from error
    return data


def collect(paths: list[str], query: Callable[[pl.LazyFrame], pl.LazyFrame]) -> pl.DataFrame:
    """The result of `query` over data files. Raises LogDamaged, naming the file that cannot be read."""
    try:
        return query(pl.scan_parquet(paths, include_file_paths="path", glob=False)).collect()
    except (OSError, pl.exceptions.PolarsError) as error:
        raise LogDamaged(f"{_unreadable(paths)}: {first_line(error)}; restore it from a backup") from error


def _unreadable(paths: list[str]) -> str:
    """The first file that cannot be read through; Polars' error does not say which it was."""
    for path in paths:
        try:
            pl.read_parquet(path)
        except (OSError, pl.exceptions.PolarsError):
            return path
    return f"{len(paths)} data files"


def listed(data: Path, rows: pl.DataFrame) -> pl.DataFrame:
    """A data file as the table lists it (`FILES`)."""
    low, high = rows["commit"].min(), rows["commit"].max()
    return pl.DataFrame([(str(data), os.path.getsize(data), rows.height, low, high)], schema=FILES, orient="row")


def entry(data: Path, rows: pl.DataFrame) -> bytes:
    """The commit that names a data file, with the statistics by which readers skip files."""
    low, high, now = rows["commit"].min(), rows["commit"].max(), int(time() * 1000)
    stats = {"numRecords": rows.height, "minValues": {"commit": low}, "maxValues": {"commit": high}}
    # No object within another ends its line, so that `recovery` tells a torn one.
    info = {"operation": "WRITE", "operationParameters": {"mode": "Append"}, "timestamp": now}
    add = {
        "path": data.name,
        "partitionValues": {},
        "size": os.path.getsize(data),
        "modificationTime": now,
        "dataChange": True,
        "stats": json.dumps(stats),
    }
    return "".join(json.dumps(action) + "\n" for action in ({"commitInfo": info}, {"add": add})).encode()
