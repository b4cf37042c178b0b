"""What each column means, declared once in sql/columns.toml, as comments in the file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

import duckdb

from pipeline.settings import SQL
from pipeline.warehouse.relations import Relation

FILE = SQL / "columns.toml"


class UndescribedColumn(ValueError):
    """A column of a published table that sql/columns.toml does not describe."""


def meanings(path: Path = FILE) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Meaning by column name, and by table and column name where a table has its own."""
    declared = tomllib.loads(path.read_text(encoding="utf-8"))
    return declared["columns"], declared.get("tables", {})


def comment(connection: duckdb.DuckDBPyConnection, relations: Iterable[Relation]) -> None:
    """Write the purpose of each table, and the meaning of each of its columns, into the file."""
    common, own = meanings()
    for relation in relations:
        name = relation.name
        connection.execute(f"COMMENT ON TABLE {name} IS {_quoted(relation.header['purpose'])}")
        for column in connection.table(name).columns:
            meaning = own.get(name, {}).get(column) or common.get(column)
            if meaning is None:
                raise UndescribedColumn(f"{name}.{column} has no meaning in {FILE.name}; give it one")
            connection.execute(f'COMMENT ON COLUMN {name}."{column}" IS {_quoted(meaning)}')


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
