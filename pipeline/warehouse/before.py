"""What an earlier warehouse believed, for the table of changes."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from pipeline.warehouse.querying import DamagedWarehouse, QueryError, query

BEFORE: dict[str, tuple[str, dict[str, type[pl.DataType]]]] = {
    "before_facts": (
        "SELECT deal_id, subject, value, claim_key, article_id FROM mart_facts",
        dict.fromkeys(("deal_id", "subject", "value", "claim_key", "article_id"), pl.String),
    ),
    "before_release": ("SELECT commit FROM release", {"commit": pl.Int64}),
}
"""Relations that the build reads from the earlier warehouse: the query, and the columns that it gives."""


def believed(file: Path | None) -> dict[str, pl.DataFrame]:
    """The earlier facts and position; empty without a file, or when it is damaged or of a form that has no such facts.

    The table release says what it was compared with, so an empty comparison does not pass for one without changes.
    """
    empty = {name: pl.DataFrame(schema=schema) for name, (_, schema) in BEFORE.items()}
    if file is None:
        return empty
    try:
        return {
            name: pl.DataFrame(query(file, sql).rows, schema=schema, orient="row")
            for name, (sql, schema) in BEFORE.items()
        }
    except (QueryError, DamagedWarehouse):
        return empty
