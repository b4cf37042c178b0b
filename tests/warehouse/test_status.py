"""How a deal's status moves as the public learns: denials, disputes, announcements, cancellations."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.warehouse.tape import Tape, Warehouse, claim


def told(tape: Tape, name: str, *claims: tuple[str, ...], **fields: Any) -> None:
    """One round of `name`: claims `(status, published)`, `(status, published, source)`, or a denial by `who`."""
    keys = []
    for n, (status, published, *rest) in enumerate(claims):
        key = f"{name}{n}"
        if status.startswith("denial"):
            one = claim(key, "denial", status.partition(" ")[2] or "denied", recipient=name, speaker="The Chief")
        else:
            one = claim(key, "funding_round", status, recipient=name, **fields)
        keys.append(tape.tell(one | (dict(rest[1]) if len(rest) > 1 else {}), published, *rest[:1]))  # type: ignore[arg-type]
    for key in keys[1:]:
        tape.link(keys[0], key)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    told(tape, "Rising", ("rumoured", "2025-05-01"), ("announced", "2025-05-03"), ("reported", "2025-05-04"),
         ("completed", "2025-06-01"))  # fmt: skip
    told(tape, "Denied", ("reported", "2025-05-01"), ("denial", "2025-05-03"))
    told(tape, "Disputed", ("reported", "2025-05-01"), ("denial", "2025-05-03"), ("reported", "2025-05-05"))
    told(tape, "Reversed", ("rumoured", "2025-05-01"), ("denial", "2025-05-03"), ("announced", "2025-05-05"))
    told(tape, "Announced", ("announced", "2025-05-01"), ("denial", "2025-05-03"))
    told(tape, "Alone", ("denial", "2025-05-03"))
    told(tape, "Halted", ("announced", "2025-05-01"), ("denial cancelled", "2025-05-03"))
    told(tape, "Hearsay", ("announced", "2025-05-01"), ("cancelled", "2025-05-03"))
    told(tape, "Twice", ("announced", "2025-05-01"), ("cancelled", "2025-05-03"), ("cancelled", "2025-05-04", "ledger"))
    told(tape, "Filed", ("announced", "2025-05-01"), ("cancelled", "2025-05-03", "filings"))
    told(tape, "Done", ("completed", "2025-05-01"), ("cancelled", "2025-05-03", "filings"))
    told(tape, "Called off", ("cancelled", "2025-05-03"))
    told(tape, "Same day", ("reported", "2025-05-03T18:00:00"), ("denial", "2025-05-03"))
    tape.tell(claim("Before0", "denial", "denied", recipient="Before", speaker="The Chief"), "2025-05-03")
    tape.tell(claim("Before1", "funding_round", "completed", recipient="Before", on="2025-04-10"), "2025-06-01")
    tape.tell(claim("Retold0", "funding_round", "reported", recipient="Retold", on="2025-05-02"), "2025-05-02")
    tape.tell(
        claim("Retold1", "denial", "denied", recipient="Retold", speaker="The Chief", on="2025-05-03"), "2025-05-20"
    )
    tape.tell(claim("Retold2", "funding_round", "reported", recipient="Retold", on="2025-05-02"), "2025-05-25")
    tape.tell(claim("Retold3", "funding_round", "reported", recipient="Retold", on="2025-05-26"), "2025-05-26")
    for key in ("Retold1", "Retold2", "Retold3"):
        tape.link("Retold0", key)
    return Warehouse(tmp_path_factory.mktemp("status"), tape.frame())


@pytest.mark.parametrize(
    ("name", "story"),
    [
        ("Rising", ["rumoured", "announced", "completed"]),
        ("Denied", ["reported", "denied"]),
        ("Disputed", ["reported", "denied", "disputed"]),
        ("Reversed", ["rumoured", "denied", "announced"]),
        ("Announced", ["announced"]),
        ("Alone", ["denied"]),
        ("Halted", ["announced", "cancelled"]),
        ("Hearsay", ["announced"]),
        ("Twice", ["announced", "cancelled"]),
        ("Filed", ["announced", "cancelled"]),
        ("Done", ["completed"]),
        ("Called off", ["cancelled"]),
        ("Same day", ["denied"]),
        ("Retold", ["reported", "denied", "disputed"]),
    ],
)
def test_the_story_of_a_status(world: Warehouse, name: str, story: list[str]) -> None:
    assert world.story(f"{name}0") == story


def test_each_change_names_its_claim(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT status, claim_key, is_current FROM deal_status_history WHERE deal_id = ? ORDER BY reported_from",
        world.deal_of("Rising0"),
    )
    assert rows == [("rumoured", "Rising0", False), ("announced", "Rising1", False), ("completed", "Rising3", True)]


def test_a_report_retold_does_not_reopen_what_was_denied_since(world: Warehouse) -> None:
    reopened = "SELECT reported_from FROM deal_status_history WHERE status = 'disputed' AND deal_id = ?"
    assert world.one(reopened, world.deal_of("Retold0")) == datetime(2025, 5, 26)


def test_a_denial_alone_opens_a_deal_of_its_own_kind(world: Warehouse) -> None:
    found = world.one("SELECT kind, main_party, status FROM deals WHERE deal_id = ?", world.deal_of("Alone0"))
    assert found == ("denial", "Alone", "denied")


def test_lag_from_first_report_to_announcement(world: Warehouse) -> None:
    lag = "SELECT days_to_confirmation FROM deals WHERE deal_id = ?"
    assert world.one(lag, world.deal_of("Rising0")) == 2
    assert world.one(lag, world.deal_of("Denied0")) is None


def test_a_denial_tells_whether_and_when_it_was_reversed(world: Warehouse) -> None:
    row = "SELECT days_to_reversal, reversed_by FROM denials WHERE deal_id = ?"
    assert world.one(row, world.deal_of("Reversed0")) == (2, world.deal_of("Reversed0"))
    assert world.one(row, world.deal_of("Denied0")) == (None, None)
    assert world.one(row, world.deal_of("Before0")) == (None, None), "done before the denial, told after it"


def test_what_contradicts_a_status_is_a_conflict(world: Warehouse) -> None:
    rows = world.ask("SELECT claim_key, is_open FROM conflicts WHERE subject = 'status' ORDER BY 1")
    assert rows == [("Announced1", False), ("Done1", True), ("Hearsay1", True), ("Reversed1", False)]


def test_what_is_denied_or_cancelled_counts_in_no_total(world: Warehouse) -> None:
    rows = world.ask("SELECT DISTINCT status FROM deals WHERE counts_in_total ORDER BY 1")
    assert rows == [("announced",), ("completed",), ("disputed",)]
