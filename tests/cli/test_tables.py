"""What a person copies from a terminal stands there in one piece."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from pipeline.cli.tables import draw

KEY = "c464f8da-ae35-80f2-9d50-fa30e3b95e86"
COLUMNS, ROWS = ["question", "claim_key", "detail"], [["conflict", KEY, "amount is 3"], ["quarantined claim", KEY, ""]]


def drawn(width: int) -> str:
    screen = StringIO()
    draw(COLUMNS, ROWS, Console(file=screen, width=width, highlight=False))
    return "\n".join(line.rstrip() for line in screen.getvalue().splitlines())


@pytest.mark.parametrize("width", [20, 40, 60, 68, 69, 200])
def test_no_cell_is_folded_however_narrow_the_terminal(width: int) -> None:
    assert drawn(width).count(KEY) == 2


def test_a_table_that_fits_is_a_table() -> None:
    assert drawn(80).splitlines()[1] == f"conflict           {KEY}  amount is 3"


def test_one_that_does_not_is_records_without_empty_cells() -> None:
    first, second = drawn(50).strip().split("\n\n")
    assert first == f"question   conflict\nclaim_key  {KEY}\ndetail     amount is 3"
    assert second == f"question   quarantined claim\nclaim_key  {KEY}"


def test_no_rows_are_a_header() -> None:
    screen = StringIO()
    draw(COLUMNS, [], Console(file=screen, width=80))
    assert screen.getvalue().split() == COLUMNS
