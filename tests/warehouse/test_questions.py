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
