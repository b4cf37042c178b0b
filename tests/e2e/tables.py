"""The published tables of a data home, for comparing."""

from __future__ import annotations

from pathlib import Path

from pipeline import warehouse
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.warehouse import PUBLIC, Answer

BOOKKEEPING = {
    "commit", "row", "event_id", "occurred_at", "recorded_at", "first_recorded_at", "last_recorded_at", "first_seen_at",
}  # fmt: skip
"""Columns that say when the log got to know something, not what was told."""


def published(home: Path) -> dict[str, Answer]:
    """Every public table of the published release."""
    return {table: published_table(home, table) for table in PUBLIC}


def published_table(home: Path, table: str) -> Answer:
    """One public table of the published release."""
    file = (home / "releases" / "current" / "warehouse.duckdb").resolve()
    return warehouse.query(file, "from query_table($table)", {"table": table})


def told(home: Path, table: str) -> list[tuple[object, ...]]:
    """The rows of a table without bookkeeping, sorted."""
    answer = published_table(home, table)
    kept = [n for n, name in enumerate(answer.columns) if name not in BOOKKEEPING]
    return sorted(tuple(str(row[n]) for n in kept) for row in answer.rows)


def head(home: Path) -> int:
    """The log's last commit."""
    return Log(Home(home).log).head()
