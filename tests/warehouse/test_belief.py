"""What is believed of a figure: who decides, how bounds narrow, what becomes of the losers, and in which currency."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.tape import Tape, Warehouse, claim

B = 10**9


def told(tape: Tape, name: str, *claims: tuple[Any, ...], kind: str = "funding_round", term: str = "amount") -> None:
    """One deal of `name`, told by claims `(status, figure)` or `(status, figure, source)`, a day apart: `name0`, ..."""
    keys = []
    for n, (status, figure, *source) in enumerate(claims):
        party = {"funding_round": {"recipient": name}, "capacity": {"customer": name}}[kind]
        one = claim(f"{name}{n}", kind, status, **party, **{term: figure})
        keys.append(tape.tell(one, f"2025-09-{n + 1:02}", *source))
    for key in keys[1:]:
        tape.link(keys[0], key)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    told(tape, "Certain", ("completed", 3 * B), ("reported", 2 * B), ("announced", 4 * B))
    told(tape, "Filed", ("reported", 2 * B, "filings"), ("completed", 3 * B))
    told(tape, "Tiered", ("announced", 2 * B, "wire"), ("announced", 3 * B, "blog"))
    told(tape, "Later", ("announced", 2 * B), ("announced", 3 * B), ("announced", (3 * B, "about")))
    told(tape, "Narrowed", ("announced", (5 * B, "at_least")), ("reported", (9 * B, "up_to")),
         ("announced", (6 * B, "at_least")), ("rumoured", (8 * B, "at_least")))  # fmt: skip
    told(tape, "Crossed", ("announced", (9 * B, "at_least")), ("reported", (7 * B, "up_to")))
    told(tape, "Pointed", ("announced", (9 * B, "up_to")), ("rumoured", 8 * B))
    told(tape, "Retold", ("announced", (9 * B, "up_to")), ("announced", 9 * B))
    told(tape, "Outvoted", ("announced", (9 * B, "up_to")), ("announced", 9 * B), ("announced", 9 * B),
         ("announced", (9 * B, "up_to")))  # fmt: skip
    told(tape, "Carried", ("reported", (9 * B, "at_least")), ("reported", 9 * B), ("reported", 9 * B))
    told(tape, "Reached", ("announced", (9 * B, "up_to")), ("completed", 9 * B))
    told(tape, "Settled", ("announced", (9 * B, "up_to")), ("announced", 8 * B), ("announced", 8 * B))
    told(tape, "Chosen", ("completed", 3 * B), ("rumoured", 2 * B))
    tape.review("Chosen1", "accept")
    told(tape, "Corrected", ("completed", 3 * B, "filings"), ("reported", 2 * B))
    tape.review("Corrected1", "replace", {"amount_low": 5 * B, "amount_high": 5 * B})
    tape.rate("EUR", date(2025, 1, 1), 1.1, is_default=True)
    tape.rate("EUR", date(2024, 1, 1), 1.05, is_default=True)
    tape.rate("EUR", date(2025, 9, 1), 1.2, "day")
    tape.tell(claim("euro by day", "funding_round", recipient="Daily", on="2025-09-03", amount=(B, "exact", "EUR")))
    tape.tell(claim("euro by year", "funding_round", recipient="Yearly", on="2024", amount=(B, "exact", "EUR")))
    tape.tell(claim("no rate", "funding_round", recipient="Unpriced", amount=(B, "exact", "XAF")))
    told(tape, "Two", ("announced", (B, "at_least", "EUR")), ("announced", (3 * B, "up_to")))
    return Warehouse(tmp_path_factory.mktemp("belief"), tape.frame())


@pytest.mark.parametrize(
    ("key", "believed"),
    [
        ("Certain0", (3, 3, "exact")),
        ("Filed0", (2, 2, "exact")),
        ("Tiered0", (2, 2, "exact")),
        ("Later0", (3, 3, "about")),
        ("Narrowed0", (6, 9, "between")),
        ("Crossed0", (9, None, "at_least")),
        ("Pointed0", (None, 9, "up_to")),
        ("Retold0", (None, 9, "up_to")),
        ("Outvoted0", (None, 9, "up_to")),
        ("Carried0", (9, 9, "exact")),
        ("Reached0", (9, 9, "exact")),
        ("Settled0", (8, 8, "exact")),
        ("Chosen0", (2, 2, "exact")),
        ("Corrected0", (5, 5, "exact")),
    ],
)
def test_who_decides_a_figure(world: Warehouse, key: str, believed: Any) -> None:
    assert world.amount(key) == believed


def test_a_persons_word_is_named_as_authority(world: Warehouse) -> None:
    row = "SELECT authority, certainty FROM deal_terms WHERE is_current AND deal_id = ?"
    assert world.one(row, world.deal_of("Corrected0")) == ("person", "reported")
    assert world.one(row, world.deal_of("Filed0")) == ("filing or own word", "reported")


def test_every_figure_agrees_bounds_or_is_in_conflict(world: Warehouse) -> None:
    parts = dict(world.ask("SELECT claim_key, part FROM figures"))
    assert (parts["Certain0"], parts["Certain1"], parts["Certain2"]) == ("decides", "outweighed", "outweighed")
    assert (parts["Later0"], parts["Later1"], parts["Later2"]) == ("contradicts", "agrees", "decides")
    assert (parts["Narrowed0"], parts["Narrowed1"], parts["Narrowed3"]) == ("agrees", "bounds", "agrees")
    lost = {key for key, part in parts.items() if part in ("outweighed", "contradicts")}
    assert lost == {row[0] for row in world.ask("SELECT claim_key FROM conflicts")}


def test_only_conflicts_among_equals_are_open(world: Warehouse) -> None:
    rows = world.ask("SELECT claim_key, is_open, settled_by FROM conflicts ORDER BY claim_key")
    assert {key for key, is_open, _ in rows if is_open} == {"Later0", "Tiered1"}
    assert {key: by for key, is_open, by in rows if not is_open} == {
        "Certain1": "certainty", "Certain2": "certainty", "Chosen0": "person", "Corrected0": "person",
        "Crossed1": "certainty", "Filed1": "filing or own word",
    }  # fmt: skip
    asked = world.ask("SELECT subject_id FROM mart_review_queue WHERE question = 'conflict' ORDER BY 1")
    assert asked == [("Later0",), ("Tiered1",)]


def test_a_claim_that_contradicts_twice_is_asked_about_once(tmp_path: Path) -> None:
    tape = Tape()
    first = {"recipient": "Aldera", "stage": "series-b", "on": "2025-09-08"}
    for key, on, value in (("early", "2025-09-10", 30), ("late", "2025-09-11", 32)):
        figures = {"amount": value * B, "valuation": 9 * value * B}
        tape.tell(claim(key, "funding_round", **figures, **first), published=on)
    world = Warehouse(tmp_path, tape.frame())
    [(_, detail)] = world.ask("SELECT subject_id, detail FROM mart_review_queue WHERE question = 'conflict'")
    assert [part.split(" is ")[0] for part in detail.split("; ")] == ["amount", "valuation"]


def test_beliefs_follow_the_public_clock_without_gap_or_overlap(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT CAST(reported_from AS DATE), CAST(reported_until AS DATE), CAST(low / 1e9 AS INTEGER), claim_key"
        " FROM deal_terms WHERE deal_id = ? ORDER BY reported_from",
        world.deal_of("Later0"),
    )
    days = [date(2025, 9, 1), date(2025, 9, 2), date(2025, 9, 3), None]
    assert rows == [(*days[n : n + 2], (2, 3, 3)[n], f"Later{n}") for n in range(3)]


def test_a_bound_stands_until_more_origins_tell_the_figure_without_it(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT CAST(reported_from AS DATE), bound FROM deal_terms WHERE deal_id = ? ORDER BY reported_from",
        world.deal_of("Outvoted0"),
    )
    assert rows == [
        (date(2025, 9, 1), "up_to"), (date(2025, 9, 3), "exact"), (date(2025, 9, 4), "up_to")
    ]  # fmt: skip


def test_a_figure_told_again_as_firmly_changes_no_belief(world: Warehouse) -> None:
    rows = world.ask("SELECT claim_key FROM deal_terms WHERE deal_id = ?", world.deal_of("Settled0"))
    assert rows == [("Settled0",), ("Settled1",)]


def test_dollars_at_the_rate_nearest_to_the_date(world: Warehouse) -> None:
    row = "SELECT low_usd, rate, rate_precision, rate_is_default FROM deal_terms WHERE deal_id = ?"
    assert world.one(row, world.deal_of("euro by day")) == (Decimal(1_200_000_000), Decimal("1.2"), "day", False)
    assert world.one(row, world.deal_of("euro by year")) == (Decimal(1_050_000_000), Decimal("1.05"), "year", True)
    assert world.one(row, world.deal_of("no rate")) == (None, None, None, None)
    assert world.amount("no rate") == (1, 1, "exact")


def test_bounds_in_two_currencies_are_not_made_one_interval(world: Warehouse) -> None:
    assert world.amount("Two0") == (None, 3, "up_to")


def test_sums_without_a_rate_are_reported(world: Warehouse) -> None:
    found = world.one("SELECT failed, severity FROM quality_results WHERE rule = 'check_rates'")
    assert found == (1, "warning")


def test_support_counts_claims_that_agree(world: Warehouse) -> None:
    row = "SELECT claims, origins, contradictions FROM deal_terms WHERE is_current AND deal_id = ?"
    assert world.one(row, world.deal_of("Later0")) == (2, 2, 1)
