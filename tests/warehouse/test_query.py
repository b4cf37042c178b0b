"""Asking a file reads its tables and nothing else; exports hold the same rows in other forms."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from pipeline.warehouse import PUBLIC, DamagedWarehouse, QueryError, export_tables, query
from tests.warehouse.tape import Tape, Warehouse, claim


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    tape.article("one", claim("round", "funding_round", recipient="=HYPERLINK(1)", amount=10**9, stage="seed"))
    return Warehouse(tmp_path_factory.mktemp("query"), tape.frame())


def test_a_query_gives_columns_and_rows(world: Warehouse) -> None:
    answer = query(
        world.file, "SELECT stage, amount_low AS low FROM funding_rounds WHERE stage = $stage", {"stage": "seed"}
    )
    assert (answer.columns, answer.rows) == (["stage", "low"], [("seed", 10**9)])


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY deals TO 'stolen.csv'",
        "ATTACH 'other.duckdb'",
        "SET enable_external_access = true",
        "DELETE FROM deals",
        "INSTALL httpfs",
        "SELECT 1; SELECT 2",
        "",
        "SELECT nothing FROM nowhere",
    ],
)
def test_what_is_no_plain_question_is_refused(world: Warehouse, sql: str) -> None:
    with pytest.raises(QueryError):
        query(world.file, sql)
    assert not Path("stolen.csv").exists()


def test_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(DamagedWarehouse, match="is missing; `dealtape rebuild`"):
        query(tmp_path / "none.duckdb", "SELECT 1")


def test_exports_hold_every_public_table_with_its_types(world: Warehouse, tmp_path: Path) -> None:
    rows = export_tables(world.file, tmp_path)
    assert rows == {name: world.one(f"SELECT count(*) FROM {name}") for name in PUBLIC}
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{name}.{form}" for name in PUBLIC for form in ("parquet", "csv")
    }
    rounds = pl.read_parquet(tmp_path / "funding_rounds.parquet")
    assert (rounds["amount_low"].dtype, rounds["recipient"][0]) == (pl.Decimal(18, 2), "=HYPERLINK(1)")


def test_a_spreadsheet_runs_no_name_from_the_net(world: Warehouse, tmp_path: Path) -> None:
    export_tables(world.file, tmp_path)
    rows = pl.read_csv(tmp_path / "funding_rounds.csv", infer_schema=False)
    assert (rows["recipient"][0], rows["amount_low"][0]) == ("'=HYPERLINK(1)", "1000000000.00")
