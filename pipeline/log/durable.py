"""Getting bytes onto the disk for good. Neither Polars nor deltalake calls fsync, so the log does."""

from __future__ import annotations

from pathlib import Path

from pipeline import durable
from pipeline.log.errors import UnwrittenAppend


def sync(path: Path) -> None:
    """fsync a file or a folder; a folder's fsync makes the names in it durable. Raises UnwrittenAppend.

    A failed fsync is not tried again: the kernel may have dropped the pages and would report success the second time.
    """
    try:
        durable.sync(path)
    except OSError as error:
        raise UnwrittenAppend(
            f"{path} could not be made durable ({error.strerror}); the events may be on the log or not: "
            "see to the disk, run `dealtape verify`, then append them again"
        ) from error
