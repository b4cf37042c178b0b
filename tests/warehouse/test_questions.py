"""The questions that analysts ask run on a release, and answer what they ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.settings import SQL
from pipeline.warehouse import query
from tests.warehouse.tape import Tape, Warehouse, claim

B = 10**9
QUESTIONS = sorted((SQL / "questions").glob("*.sql"))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    october = {"on": "2025-10-08"}
    tape.article(
        "one",
        claim("stake", "investment", recipient="OpenAI", investors=["NVIDIA"], amount=(100 * B, "up_to"), **october),
        claim("chips", "capacity", customer="OpenAI", provider="NVIDIA", power=10_000, amount=350 * B, **october),
        claim("backstop", "guarantee", guarantor="NVIDIA", beneficiary="CoreWeave", amount=6 * B, **october),
    )
    tape.article(
        "two", claim("round", "funding_round", recipient="xAI", equity=7 * B, debt=(12 * B, "up_to"), amount=20 * B,
                     investors=["NVIDIA"], **october),
        claim("part", "investment", recipient="xAI", investors=["NVIDIA"], amount=2 * B, **october),
    )  # fmt: skip
    tape.article(
        "three", claim("rumour", "funding_round", "rumoured", recipient="Aldera", amount=B), published="2025-05-01"
    )
    tape.article(
        "four", claim("deal", "funding_round", "announced", recipient="Aldera", amount=B), published="2025-05-11"
    )
    tape.article("five", claim("denial", "denial", "denied", recipient="Delta", speaker="Echo"))
    return Warehouse(tmp_path_factory.mktemp("questions"), tape.frame())


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_runs(world: Warehouse, path: Path) -> None:
    assert query(world.file, path.read_text(encoding="utf-8")).columns


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("suppliers_that_fund_their_customers", ("NVIDIA", "OpenAI", "capital", None, 100 * B)),
        ("rumours_that_became_deals", ("The Wire", 1, 1, 100, 10)),
        ("dollars_per_gigawatt", ("OpenAI", "NVIDIA", None, "announced", 10_000, 10_000, 350 * B, 350 * B, 35 * B)),
        ("investments_inside_rounds", ("xAI", "NVIDIA", "exact", 2 * B, 20 * B, "announced")),
        ("money_loops", ("OpenAI > NVIDIA > OpenAI", 2, "announced")),
    ],
)
def test_what_a_question_answers(world: Warehouse, question: str, first: tuple[Any, ...]) -> None:
    sql = (SQL / "questions" / f"{question}.sql").read_text(encoding="utf-8")
    assert query(world.file, sql).rows[0] == first


def answers(folder: Path, question: str, *claims: dict[str, Any]) -> list[tuple[Any, ...]]:
    tape = Tape()
    for one in claims:
        tape.tell(one)
    sql = (SQL / "questions" / f"{question}.sql").read_text(encoding="utf-8")
    return query(Warehouse(folder, tape.frame()).file, sql).rows


def test_a_total_with_an_open_end_has_no_highest_value(tmp_path: Path) -> None:
    cloud = {"kind": "capacity", "customer": "Aldera", "provider": "Borealis"}
    (row,) = answers(
        tmp_path,
        "commitments_by_counterparty",
        claim("spring", amount=5 * B, on="2025-03-01", **cloud),
        claim("autumn", amount=(10 * B, "at_least"), on="2025-09-10", **cloud),
    )
    assert row == ("Aldera", "Borealis", "compute", "announced", 2, 15 * B, None)


def test_guarantees_of_a_quarter_with_an_open_end_have_no_highest_value(tmp_path: Path) -> None:
    (row,) = answers(
        tmp_path,
        "who_guarantees_what",
        claim("one", "guarantee", guarantor="Aldera", beneficiary="Borealis", amount=2 * B),
        claim("other", "guarantee", guarantor="Aldera", beneficiary="Corvus", amount=(B, "at_least")),
    )
    assert row[3:] == ("Borealis, Corvus", 3 * B, None)


def test_a_suppliers_part_of_its_own_round_is_not_added_to_it(tmp_path: Path) -> None:
    october = {"on": "2025-10-08", "recipient": "Corvus", "investors": ["Aldera"]}
    (row,) = answers(
        tmp_path,
        "suppliers_that_fund_their_customers",
        claim("chips", "capacity", customer="Corvus", provider="Aldera", power=100),
        claim("round", "funding_round", amount=20 * B, **october),
        claim("part", "investment", amount=2 * B, **october),
    )
    assert row == ("Aldera", "Corvus", "capital", 20 * B, 20 * B)


def test_money_that_returns_to_a_subsidiary_returns_to_its_owner(tmp_path: Path) -> None:
    tape = Tape()
    tape.policy(
        {"id": "aldera", "name": "Aldera", "kind": "company"},
        {"id": "cloud", "name": "Aldera Cloud", "kind": "company", "subsidiary_of": "aldera"},
    )
    tape.tell(claim("compute", "capacity", customer="Corvus", provider="Aldera Cloud", amount=30 * B))
    tape.tell(claim("stake", "investment", recipient="Corvus", investors=["Aldera"], amount=(5 * B, "up_to")))
    tape.tell(claim("inside", "capacity", customer="Aldera", provider="Aldera Cloud", amount=B))
    file = Warehouse(tmp_path, tape.frame()).file

    def answer(question: str) -> list[tuple[Any, ...]]:
        return list(query(file, (SQL / "questions" / f"{question}.sql").read_text(encoding="utf-8")).rows)

    assert answer("money_loops") == [("Aldera > Corvus > Aldera", 2, "announced")]
    assert query(file, "SELECT low_usd FROM mart_money_loops").rows == [(None,)]
    assert answer("suppliers_that_fund_their_customers") == [("Aldera", "Corvus", "capital", None, 5 * B)]


def test_a_subsidiarys_part_of_a_round_that_is_all_its_owners_counts_once(tmp_path: Path) -> None:
    tape, october = Tape(), {"on": "2025-10-08", "recipient": "Corvus"}
    tape.policy(
        {"id": "aldera", "name": "Aldera", "kind": "company"},
        {"id": "cloud", "name": "Aldera Cloud", "kind": "company", "subsidiary_of": "aldera"},
    )
    tape.article(
        "one",
        claim("chips", "capacity", customer="Corvus", provider="Aldera Cloud", power=100),
        claim("round", "funding_round", amount=20 * B, investors=["Aldera"], **october),
        claim("part", "investment", amount=5 * B, investors=["Aldera Cloud"], **october),
    )
    file = Warehouse(tmp_path, tape.frame()).file
    sql = (SQL / "questions" / "suppliers_that_fund_their_customers.sql").read_text(encoding="utf-8")
    assert query(file, sql).rows == [("Aldera", "Corvus", "capital", 20 * B, 20 * B)]


def test_an_investors_stated_part_of_a_shared_round_is_what_it_committed(tmp_path: Path) -> None:
    october = {"on": "2025-10-08", "recipient": "Corvus"}
    rows = answers(
        tmp_path,
        "commitments_by_counterparty",
        claim("round", "funding_round", amount=20 * B, investors=["Aldera", "Borealis"], **october),
        claim("part", "investment", amount=2 * B, investors=["Aldera"], **october),
        claim("called off", "investment", "cancelled", amount=B, investors=["Borealis"], **october),
    )
    assert rows == [("Aldera", "Corvus", "capital", "announced", 1, 2 * B, 2 * B)]


def test_a_part_of_a_round_that_one_investor_pays_whole_is_not_added_to_it(tmp_path: Path) -> None:
    october = {"on": "2025-10-08", "recipient": "Corvus", "investors": ["Aldera"]}
    rows = answers(
        tmp_path,
        "commitments_by_counterparty",
        claim("round", "funding_round", amount=20 * B, **october),
        claim("part", "investment", amount=2 * B, **october),
    )
    assert rows == [("Aldera", "Corvus", "capital", "announced", 1, 20 * B, 20 * B)]


def test_equity_and_debt_of_a_quarter_are_those_of_rounds_and_of_investments_outside_them(tmp_path: Path) -> None:
    october = {"on": "2025-10-08", "recipient": "Corvus"}
    (row,) = answers(
        tmp_path,
        "equity_and_debt_by_quarter",
        claim("round", "funding_round", amount=20 * B, instrument="equity", investors=["Borealis", "Delta"], **october),
        claim("stake", "investment", amount=2 * B, instrument="equity", investors=["Aldera"], **october),
        claim("untold", "investment", amount=3 * B, investors=["Echo"], **october),
    )
    assert row[2:] == (22 * B, 22 * B, 0, 0)


def test_a_purchase_is_committed_to(tmp_path: Path) -> None:
    (row,) = answers(
        tmp_path,
        "commitments_by_counterparty",
        claim("sale", "acquisition", acquirer="Aldera", target="Corvus", amount=3 * B),
    )
    assert row == ("Aldera", "Corvus", "purchase", "announced", 1, 3 * B, 3 * B)
