"""Whatever a query may give is written in each form, and JSON stays JSON."""

from __future__ import annotations

import json
from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from pipeline.cli.output import Form, form, say, write_json, write_rows
from pipeline.steps import Problem

ID = UUID("12345678-1234-8678-9234-567812345678")
VALUES: list[tuple[object, object]] = [
    (Decimal("2000000000.00"), 2_000_000_000),
    (Decimal("2.50"), 2.5),
    (date(2025, 10, 1), "2025-10-01"),
    (time(12, 30), "12:30:00"),
    (timedelta(days=3), "3 days, 0:00:00"),
    (ID, str(ID)),
    (float("nan"), None),
    (float("inf"), None),
    ({"low": Decimal("1.5"), "on": date(2025, 1, 1)}, {"low": 1.5, "on": "2025-01-01"}),
    ({Decimal("1.5"): [float("nan"), True]}, {"1.5": [None, True]}),
]


@pytest.mark.parametrize(("value", "written"), VALUES, ids=[type(value).__name__ for value, _ in VALUES])
def test_a_value_of_any_type_is_json(value: object, written: object, capsys: pytest.CaptureFixture[str]) -> None:
    write_json([{"value": value}])
    assert json.loads(capsys.readouterr().out, parse_constant=pytest.fail) == {"value": written}


@pytest.mark.parametrize("beginning", "=+-@")
def test_a_text_that_a_spreadsheet_would_run_is_quoted_in_csv(
    beginning: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_rows(["name", "low"], [[f"{beginning}1+1", -5]], Form.CSV)
    assert capsys.readouterr().out == f"name,low\n'{beginning}1+1,-5\n"


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    write_rows(["name"], [["a\x1b[31m\tb\nc\u202ed"]], Form.TABLE)
    assert capsys.readouterr().out == "name\na [31m b c d\n"


def test_what_a_server_says_of_itself_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say("http://site.example/: status 404 \x1b[2J\x9b31m[bold]\u202e\nthe next line")
    assert capsys.readouterr().err == "http://site.example/: status 404  [2J 31m[bold] \nthe next line\n"


def test_half_a_surrogate_pair_is_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    write_json([{"id": "\ud800é"}])
    assert json.loads(capsys.readouterr().out) == {"id": "\ud800é"}


def test_two_columns_of_one_name_are_no_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Problem, match="several columns are called deal_id; name them apart with AS"):
        write_rows(["deal_id", "deal_id", "kind"], [["a", "b", "c"]], Form.JSON)
    write_rows(["deal_id", "deal_id"], [["a", "b"]], Form.TABLE)
    assert capsys.readouterr().out == "deal_id\tdeal_id\na\tb\n"


def test_an_answer_has_one_form() -> None:
    with pytest.raises(Problem, match="ask for one"):
        form(as_json=True, as_csv=True)
