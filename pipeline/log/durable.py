"""Getting bytes onto the disk for good. Neither Polars nor deltalake calls fsync, so the log does."""

from __future__ import annotations

import os
from pathlib import Path


def sync(path: Path) -> None:
    """fsync a file or a folder; a folder's fsync makes the names in it durable.

    A failed fsync is never retried: the kernel may have dropped the pages and would report success the second time.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
