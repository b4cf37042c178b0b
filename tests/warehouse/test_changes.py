"""What changed between two positions of the log, and the event behind each change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from pipeline.warehouse import AsOf
from tests.warehouse.tape import Tape, Warehouse, claim

B = 10**9
EVENTS: dict[str, str] = {}


def a_round(key: str, name: str, status: str, amount: int, **fields: Any) -> dict[str, Any]:
    return claim(key, "funding_round", status, recipient=name, amount=amount, **fields)


def first_days(tape: Tape) -> None:
    tape.tell(a_round("report", "Moving", "reported", 2 * B, on="2025-09-01"), "2025-09-01")
    tape.tell(a_round("mistaken", "Corrected", "announced", 2 * B))
    tape.article("to be withdrawn", a_round("withdrawn", "Leaving", "announced", 2 * B))
    tape.tell(a_round("small", "Joined", "announced", 2 * B))
    tape.tell(a_round("large", "Joined", "announced", 9 * B))
    tape.tell(a_round("same", "Staying", "announced", 2 * B))


def later(tape: Tape) -> dict[str, str]:
    """What happens then, and the event of each."""
    tape.observe("news")
    return {
        "news": tape.read(
            "news", a_round("deal", "Moving", "announced", 3 * B, on="2025-09-20"), published="2025-09-20"
        ),
        "review": tape.review("mistaken", "replace", {"amount_bound": "up_to", "amount_low": None}),
        "gone": tape.gone("to be withdrawn", 410),
        "link": tape.link("small", "large"),
    }


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    folder, tape = tmp_path_factory.mktemp("changes"), Tape()
    first_days(tape)
    before = Warehouse(folder, tape.frame())
    EVENTS.update(later(tape))
    return Warehouse(folder, tape.frame(), before=before.file)


@pytest.mark.parametrize(
    ("claim_key", "changes"),
    [
        ("report", [("amount", "exact 2000000000 USD", "exact 3000000000 USD", "news"),
                    ("status", "reported", "announced", "news")]),
        ("mistaken", [("amount", "exact 2000000000 USD", "up_to 2000000000 USD", "review")]),
        ("withdrawn", [("deal", "deal-withdrawn", None, "gone")]),
        ("large", [("deal", "deal-large", "deal-small", "link")]),
        ("same", []),
    ],
)  # fmt: skip
def test_what_changed_and_because_of_what(world: Warehouse, claim_key: str, changes: list[tuple[Any, ...]]) -> None:
    rows = world.ask(
        "SELECT subject, before, after, event_id FROM changes WHERE deal_id = ? ORDER BY subject", f"deal-{claim_key}"
    )
    assert rows == [(*change[:3], EVENTS[change[3]]) for change in changes]


def test_the_release_says_what_it_was_compared_with(world: Warehouse) -> None:
    before, now = world.one("SELECT before_commit, commit FROM release")
    assert now == before + 5


def test_of_two_decisions_at_once_each_is_named_with_what_it_changed(tmp_path: Any) -> None:
    tape = Tape()
    tape.tell(a_round("small", "Joined", "announced", 2 * B))
    tape.tell(a_round("large", "Joined", "announced", 9 * B))
    tape.tell(a_round("kilo", "Kilo", "announced", 3 * B))
    tape.tell(a_round("juliett", "Juliett", "announced", 3 * B))
    before = Warehouse(tmp_path, tape.frame())
    deals, organizations = tape.link("deal-large", "deal-small"), tape.link("Juliett", "Kilo", subject="organization")
    now = Warehouse(tmp_path, tape.frame(), before=before.file)
    causes = dict(now.ask("SELECT concat_ws(' ', deal_id, subject), event_id FROM changes"))
    assert causes["deal-large deal"] == deals
    assert causes["deal-juliett deal"] == organizations
    assert set(causes.values()) == {deals, organizations}
    withdrawn = tape.link("deal-large", "deal-small", "withdraw")
    tape.link("Juliett", "Kilo", "withdraw", subject="organization")
    apart = Warehouse(tmp_path, tape.frame(), before=now.file)
    assert apart.ask("SELECT DISTINCT event_id FROM changes WHERE deal_id = 'deal-large'") == [(withdrawn,)]


def test_a_deal_that_another_id_names_on_a_later_day_is_followed(tmp_path: Any) -> None:
    tape = Tape()
    tape.tell(a_round("told again", "Moving", "announced", 2 * B, on="2025-09-01"), "2025-09-20")
    tape.tell(a_round("first told", "Moving", "reported", 2 * B, on="2025-09-01"), "2025-09-01")
    events = tape.frame()
    before = Warehouse(tmp_path, events, AsOf(date(2025, 9, 10), "public"))
    now = Warehouse(tmp_path, events, AsOf(date(2025, 9, 30), "public"), before.file)
    assert now.ask("SELECT deal_id, subject, before, after FROM changes") == [
        ("deal-told again", "status", "reported", "announced")
    ]


def test_without_a_release_before_nothing_is_compared(world: Warehouse, tmp_path: Any) -> None:
    tape = Tape()
    first_days(tape)
    alone = Warehouse(tmp_path, tape.frame())
    assert alone.ask("SELECT * FROM changes") == []
    assert alone.one("SELECT before_commit FROM release") is None
