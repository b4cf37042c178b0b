"""A round that was reported, denied, announced larger and closed, as each day knew it on either clock.

The tape begins in October: on the recorded clock nothing was known in September, on the public clock everything was.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.tape import AsOf, Tape, Warehouse, claim

B = 10**9
ROUND = {
    "recipient": "xAI",
    "equity": (7.5 * B, "about"),
    "debt": (12.5 * B, "up_to"),
    "investors": ["NVIDIA", "Valor"],
}


def the_tape() -> Tape:
    tape = Tape()
    tape.events = [(event, datetime(2025, 10, 10, n, tzinfo=UTC)) for n, (event, _) in enumerate(tape.events)]
    tape.article(
        "scoop", claim("report", "funding_round", "reported", on="2025-09-19", recipient="xAI", amount=10 * B),
        published="2025-09-19T14:00:00",
    )  # fmt: skip
    tape.article(
        "post", claim("denial", "denial", "denied", recipient="xAI", speaker="Elon Musk"), published="2025-09-22"
    )
    tape.article(
        "deal",
        claim("round", "funding_round", "announced", on="2025-10-08", amount=20 * B, **ROUND),
        claim("stake", "investment", "announced", on="2025-10-08", recipient="xAI", investors=["NVIDIA"], amount=2 * B),
        published="2025-10-08", source="ledger",
    )  # fmt: skip
    tape.article(
        "close", claim("closing", "funding_round", "completed", on="2026-01-06", recipient="xAI", amount=20 * B),
        published="2026-01-06", at=datetime(2026, 1, 6, 18, tzinfo=UTC),
    )  # fmt: skip
    return tape


ROUNDS = """
    SELECT CAST(amount_low_usd / 1e9 AS INTEGER), status, equity_bound, CAST(equity_low_usd / 1e9 AS DECIMAL(3, 1)),
        debt_bound, CAST(debt_high_usd / 1e9 AS DECIMAL(3, 1))
    FROM funding_rounds ORDER BY first_reported_at
"""
TEN_DENIED = [10.0, "denied", None, None, None, None]
TWENTY = [20.0, "announced", "about", 7.5, "up_to", 12.5]


def rounds(world: Warehouse) -> list[list[Any]]:
    return [[float(x) if x is not None and not isinstance(x, str) else x for x in row] for row in world.ask(ROUNDS)]


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2025, 9, 18), []),
        (date(2025, 9, 19), [[10.0, "reported", None, None, None, None]]),
        (date(2025, 10, 1), [TEN_DENIED]),
        (date(2025, 10, 8), [TEN_DENIED, TWENTY]),
        (date(2026, 1, 5), [TEN_DENIED, TWENTY]),
        (date(2026, 1, 6), [TEN_DENIED, [20.0, "completed", *TWENTY[2:]]]),
    ],
)
def test_what_the_public_knew(tmp_path: Path, day: date, known: list[Any]) -> None:
    assert rounds(Warehouse(tmp_path, the_tape().frame(), AsOf(day))) == known


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2025, 10, 1), []),
        (date(2025, 10, 10), [TEN_DENIED, TWENTY]),
        (date(2026, 1, 6), [TEN_DENIED, [20.0, "completed", *TWENTY[2:]]]),
    ],
)
def test_what_the_tape_said(tmp_path: Path, day: date, known: list[Any]) -> None:
    world = Warehouse(tmp_path, the_tape().frame(), AsOf(day, "recorded"))
    assert rounds(world) == known
    assert world.one("SELECT clock, as_of FROM release") == ("recorded", day)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    return Warehouse(tmp_path_factory.mktemp("story"), the_tape().frame())


def test_the_stake_stands_in_the_round_and_counts_once(world: Warehouse) -> None:
    investors = world.ask("SELECT investor, amount_low_usd FROM round_investors ORDER BY investor")
    assert investors == [("NVIDIA", 2 * B), ("Valor", None)]
    assert world.one("SELECT counts_in_total, counted_in FROM investments") == (False, world.deal_of("round"))
    total = "SELECT sum(low_usd), sum(high_usd), count(*) FROM money_flows WHERE counts_in_total AND nature = 'capital'"
    assert world.one(total) == (20 * B, 20 * B, 1)


def test_the_flows_name_each_payer_once(world: Warehouse) -> None:
    rows = world.ask("SELECT payer, low_usd FROM money_flows WHERE status <> 'denied' ORDER BY payer NULLS FIRST")
    assert rows == [(None, 20 * B), ("NVIDIA", 2 * B), ("Valor", None)]


def test_the_denial_was_reversed_by_the_larger_round(world: Warehouse) -> None:
    row = world.one("SELECT denied_on, reversed_by, days_to_reversal, denied_kind FROM denials")
    assert row == (date(2025, 9, 22), world.deal_of("round"), 16, "funding_round")


def test_the_deals_say_how_sure_they_are(world: Warehouse) -> None:
    row = "SELECT kind, main_party, origins, days_to_confirmation FROM deals WHERE deal_id = ?"
    assert world.one(row, world.deal_of("closing")) == ("funding_round", "xAI", 2, 0)


def test_the_status_history_stands_on_both_clocks(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT CAST(reported_from AS DATE), CAST(recorded_at AS DATE), status FROM deal_status_history"
        " WHERE deal_id = ? ORDER BY reported_from",
        world.deal_of("report"),
    )
    loaded = date(2025, 10, 10)
    assert rows == [(date(2025, 9, 19), loaded, "reported"), (date(2025, 9, 22), loaded, "denied")]
