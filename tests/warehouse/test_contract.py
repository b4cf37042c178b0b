"""What readers rely on: tables and keys, a meaning for every column, plain types, no clock and no floats."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from pipeline.settings import SQL
from pipeline.warehouse import PUBLIC, CheckFailed, build
from pipeline.warehouse.columns import meanings
from pipeline.warehouse.relations import Relation, in_order, load
from tests.warehouse.tape import Tape, Warehouse, claim

PROMISED = {
    "articles", "sources", "organizations", "organization_aliases", "claims", "claim_evidence", "deals", "deal_parties",
    "deal_terms", "figures", "deal_status_history", "deal_relations", "deal_aliases", "conflicts", "corrections",
    "changes", "funding_rounds", "round_investors", "investments", "acquisitions", "compute_capacity", "guarantees",
    "capex_plans", "partnerships", "denials", "money_flows", "fx_rates", "quarantine", "quality_results", "events",
    "release",
}  # fmt: skip
COLUMNS = "duckdb_columns() WHERE NOT internal AND schema_name = 'main'"
"""Of what readers see: the schema base, on which some tables stand as views, promises nothing."""
PLAIN = r"VARCHAR|BOOLEAN|INTEGER|BIGINT|DATE|TIMESTAMP|DECIMAL\(\d+,\d\)"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    tape.article(
        "one",
        claim("round", "funding_round", recipient="Aldera", amount=10**9, investors=["Borealis", "Corvus"]),
        claim("denial", "denial", "denied", recipient="Delta", speaker="Echo"),
    )
    return Warehouse(tmp_path_factory.mktemp("contract"), tape.frame())


def test_the_public_tables_are_those_that_were_promised(world: Warehouse) -> None:
    assert set(PUBLIC) == PROMISED
    there = {
        row[0] for row in world.ask("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main'")
    }
    assert there == PROMISED | set(load("marts"))


def test_every_column_says_what_it_means(world: Warehouse) -> None:
    mute = world.ask(f"SELECT table_name, column_name FROM {COLUMNS} AND comment IS NULL")
    assert mute == []


def test_every_time_says_that_it_is_in_utc(world: Warehouse) -> None:
    times = f"SELECT table_name, column_name FROM {COLUMNS} AND data_type = 'TIMESTAMP'"
    assert len(world.ask(times)) > 20
    assert world.ask(f"{times} AND comment NOT LIKE '%UTC%'") == []


def test_a_list_without_names_is_null(world: Warehouse) -> None:
    assert world.one("SELECT investors, partners FROM claims WHERE claim_key = 'denial'") == (None, None)


def test_columns_have_types_that_every_client_reads(world: Warehouse) -> None:
    types = world.ask(f"SELECT table_name, column_name, data_type FROM {COLUMNS}")
    assert [row for row in types if not re.fullmatch(PLAIN, row[2])] == []


def test_no_meaning_is_declared_for_a_column_that_is_not_there(world: Warehouse) -> None:
    common, own = meanings()
    used = set(world.ask(f"SELECT table_name, column_name FROM {COLUMNS}"))
    assert set(common) - {column for _, column in used} == set()
    assert {(table, column) for table, columns in own.items() for column in columns} - used == set()


@pytest.mark.parametrize("relation", load("public", "marts").values(), ids=lambda relation: relation.name)
def test_the_key_in_a_header_is_a_key(world: Warehouse, relation: Relation) -> None:
    columns = relation.header["key"].replace("commit", '"commit"')
    twice = world.ask(f"SELECT {columns}, count(*) FROM {relation.name} GROUP BY ALL HAVING count(*) > 1")
    assert twice == []


def test_a_released_file_opens_in_older_clients(world: Warehouse) -> None:
    assert world.one("SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal") == "v1.2.0+"


def test_relations_come_after_what_they_select_from() -> None:
    assert in_order({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == ["c", "b", "a"]
    with pytest.raises(ValueError, match="need one another"):
        in_order({"a": {"b"}, "b": {"a"}})


def test_sql_never_asks_the_clock_and_never_sums_floats() -> None:
    for path in SQL.rglob("*.sql"):
        text = re.sub(r"--[^\n]*", "", path.read_text(encoding="utf-8")).lower()
        assert not re.search(r"\b(now|current_date|current_timestamp|random|today|get_current_time)\b\s*\(", text), path
        if path.parent.name != "questions":
            assert not re.search(r"sum\([^)]*\b(double|float|real)\b", text), path


def test_a_file_that_is_there_is_never_built_over(world: Warehouse) -> None:
    with pytest.raises(FileExistsError):
        build(world.file, pl.DataFrame(), lambda asked: None)  # type: ignore[arg-type,return-value]


def test_a_warehouse_that_breaks_a_check_is_refused(tmp_path: Path) -> None:
    tape = Tape()
    twin = claim("twin", "partnership", partners=["Aldera", "Borealis"])
    tape.article("one", twin, twin)
    with pytest.raises(CheckFailed, match=r"check_keys .*twin"):
        Warehouse(tmp_path, tape.frame())
