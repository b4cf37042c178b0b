"""Asking a warehouse file: read only, nothing outside the file, one statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
    "lock_configuration": "true",
}


class QueryError(ValueError):
    """A query that cannot be answered; the message is DuckDB's, or says what is not allowed."""


class DamagedWarehouse(ValueError):
    """A warehouse file that is missing or cannot be read; the message says what to do."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file} {reason}; `dealtape rebuild` makes a whole release")


@dataclass(frozen=True, slots=True)
class Answer:
    """Column names, and rows in their order."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


@contextmanager
def opened(file: Path) -> Iterator[None]:
    """Keep a file open for the queries inside: DuckDB takes longer to open one than to answer over a single deal."""
    with _connect(file):
        yield


def query(file: Path, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Answer:
    """Answer one statement over the file's tables. Raises QueryError, DamagedWarehouse."""
    try:
        with _connect(file) as connection:
            statements = connection.extract_statements(sql)
            if len(statements) != 1:
                raise QueryError(f"one statement is answered at a time; there are {len(statements)}")
            cursor = connection.execute(statements[0], parameters)
            return Answer([column[0] for column in cursor.description or []], cursor.fetchall())
    except duckdb.IOException as error:
        raise DamagedWarehouse(file, f"cannot be read ({error})") from error
    except duckdb.Error as error:
        raise QueryError(str(error)) from error


def _connect(file: Path) -> duckdb.DuckDBPyConnection:
    if not file.is_file():
        raise DamagedWarehouse(file, "is missing")
    try:
        return duckdb.connect(str(file), read_only=True, config=LOCKED)
    except duckdb.IOException as error:
        raise DamagedWarehouse(file, f"cannot be read ({error})") from error
