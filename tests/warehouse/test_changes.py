"""What changed between two positions of the log, and the event behind each change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.tape import Tape, Warehouse, claim

B = 10**9
CHANGES = "SELECT subject, before, after, event_id FROM changes ORDER BY subject"


@pytest.fixture
def compared(tmp_path: Path) -> Callable[[Tape, int], list[tuple[Any, ...]]]:
    """Builds a tape up to a commit and as a whole, and lists what changed."""

    def compare(tape: Tape, commit: int) -> list[tuple[Any, ...]]:
        before = Warehouse(tmp_path, tape.frame(commit))
        world = Warehouse(tmp_path, tape.frame(), before=before.file)
        assert world.one("SELECT before_commit FROM release") == commit
        return world.ask(CHANGES)

    return compare


def a_round(key: str, status: str, amount: int, **fields: Any) -> dict[str, Any]:
    return claim(key, "funding_round", status, recipient="Aldera", amount=amount, **fields)


def test_new_claims_move_figure_and_status(compared: Callable[[Tape, int], Any]) -> None:
    tape = Tape()
    tape.tell(a_round("first", "reported", 2 * B, on="2025-09-01"), "2025-09-01")
    commit = len(tape.events)
    tape.observe("second")
    news = tape.read("second", a_round("second", "announced", 3 * B, on="2025-09-20"), published="2025-09-20")
    assert compared(tape, commit) == [
        ("amount", "exact 2000000000 USD", "exact 3000000000 USD", news),
        ("status", "reported", "announced", news),
    ]


def test_a_persons_correction_is_behind_its_change(compared: Callable[[Tape, int], Any]) -> None:
    tape = Tape()
    tape.tell(a_round("first", "announced", 2 * B))
    commit = len(tape.events)
    review = tape.review("first", "replace", {"amount_bound": "up_to", "amount_low": None})
    assert compared(tape, commit) == [("amount", "exact 2000000000 USD", "up_to 2000000000 USD", review)]


def test_a_withdrawn_article_takes_its_deal_along(compared: Callable[[Tape, int], Any]) -> None:
    tape = Tape()
    tape.article("one", a_round("first", "announced", 2 * B))
    commit = len(tape.events)
    gone = tape.gone("one", 410)
    assert compared(tape, commit) == [("deal", "deal-first", None, gone)]


def test_a_link_joins_two_deals(compared: Callable[[Tape, int], Any]) -> None:
    tape = Tape()
    tape.tell(a_round("first", "announced", 2 * B))
    tape.tell(a_round("second", "announced", 9 * B))
    commit = len(tape.events)
    link = tape.link("first", "second")
    assert ("deal", "deal-second", "deal-first", link) in compared(tape, commit)


def test_nothing_new_is_no_change(compared: Callable[[Tape, int], Any]) -> None:
    tape = Tape()
    tape.tell(a_round("first", "announced", 2 * B))
    assert compared(tape, len(tape.events)) == []
