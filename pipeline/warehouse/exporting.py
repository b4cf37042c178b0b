"""The public tables as files for other tools: Parquet with their types, CSV for spreadsheets."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl

from pipeline.warehouse.building import PUBLIC
from pipeline.warehouse.querying import LOCKED

FORMULA = r"^([=+\-@\t\r])"
"""What makes a spreadsheet take a text for a formula; names and titles come from the net."""


def export_tables(file: Path, folder: Path) -> dict[str, int]:
    """Write `<table>.parquet` and `<table>.csv` for each public table of a warehouse file, and give its number of rows.

    In CSV a text that a spreadsheet would run as a formula gets an apostrophe before it; Parquet holds it as it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = {}
    with duckdb.connect(str(file), read_only=True, config=LOCKED) as connection:
        for name in PUBLIC:
            frame = connection.table(name).pl()
            frame.write_parquet(folder / f"{name}.parquet")
            harmless(frame).write_csv(folder / f"{name}.csv")
            rows[name] = frame.height
    return rows


def harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with an apostrophe before every text that begins like a formula."""
    return frame.with_columns(pl.col(pl.String).str.replace(FORMULA, "'$1"))
