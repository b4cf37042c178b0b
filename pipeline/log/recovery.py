"""What a power cut can leave behind, put out of the way without losing a byte of it."""

from __future__ import annotations

import fcntl
import json
from pathlib import Path


def set_aside_torn(delta_log: Path) -> list[Path]:
    """Rename a torn last commit file, or checkpoints, to `*.torn`; the new names. Call it when the table does not open.

    A torn commit is the one that makes the table, which the library does not fsync, or one of an older log: commits of
    events are durable before they have a name (see `table`). Only the last is set aside, and nobody was told of it
    unless the disk lost what it had fsynced. Checkpoints, not fsynced either, only save reading commit files, which are
    all kept, so they are set aside when the last commit is whole. The lock keeps a second process from setting aside
    the good commit that meanwhile took a torn one's number.
    """
    with (delta_log.parent / ".recovery.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        commits = sorted(delta_log.glob("[0-9]*.json"))
        if commits and _is_torn(commits[-1]):
            torn = [commits[-1]]
        else:
            torn = sorted({*delta_log.glob("*.checkpoint*.parquet"), *delta_log.glob("_last_checkpoint")})
        return [file.rename(file.with_name(file.name + ".torn")) for file in torn]


def _is_torn(commit: Path) -> bool:
    """Whether this is the beginning of a commit file, or zeros, as a power cut leaves it.

    A file that has its end and is unreadable all the same was changed by something else: it may have been acknowledged,
    so it stays where it is and the log does not open.
    """
    content = commit.read_bytes()
    if b"\0" in content or not content.rstrip().endswith(b"}}"):
        return True
    try:
        [json.loads(line) for line in content.splitlines()]
    except json.JSONDecodeError as error:
        return error.msg.startswith("Unterminated string")  # cut within the statistics, JSON within JSON
    return False
