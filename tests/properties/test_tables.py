"""Tables over any small world: batches, threads and clocks change nothing, and every belief is borne out by claims."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bench.warehouse import log_of
from pipeline.events import Event
from pipeline.log import Log
from pipeline.warehouse import PUBLIC
from tests.warehouse.tape import AsOf, Tape, Warehouse, claim
from tests.warehouse.test_properties import BOUNDS, NAMES, STATUSES, contents

FEW = settings(
    max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, phases=[Phase.generate]
)
BILLION = 10**9
KINDS = {
    "funding_round": ("recipient", "investors"), "investment": ("recipient", "investors"),
    "capacity": ("customer", "provider"), "guarantee": ("beneficiary", "guarantor"), "denial": ("recipient", "speaker"),
}  # fmt: skip


def some_claim(key: str, chance: random.Random) -> dict[str, Any]:
    kind = chance.choice(["funding_round", "funding_round", *KINDS])
    one, other = chance.sample(NAMES, 2)
    first, second = KINDS[kind]
    parties = {first: one, second: [other] if second == "investors" else other}
    if kind == "denial":
        return claim(key, kind, chance.choice(["denied", "cancelled"]), **parties)
    sums = [BILLION, 1_050_000_000, 2 * BILLION, 3 * BILLION]
    amount = (chance.choice(sums), chance.choice(BOUNDS), chance.choice(["USD", "USD", "EUR"]))
    on = chance.choice([None, "2025", "2025-06", "2025-06-10", "2025-07-01"])
    return claim(key, kind, chance.choice(STATUSES), on, amount=amount, **parties)


def a_world(chance: random.Random, articles: int) -> list[list[Event]]:
    """Policy, adoption, rate and articles of one to three claims, each in the order in which it comes about."""
    tape = Tape()
    tape.rate("EUR", date(2025, 1, 1), 1.1)
    units = [[event] for event, _ in tape.events]
    for n in range(articles):
        claims = [some_claim(f"k{n:02}{letter}", chance) for letter in "abc"[: chance.randrange(1, 4)]]
        published = chance.choice([None, "2025-06", *(f"2025-06-{day:02}" for day in range(1, 28, 3))])
        at = datetime(2026, 2, 1, tzinfo=UTC) + timedelta(days=n)
        tape.article(f"a{n:02}", *claims, source=chance.choice(["wire", "filings", "blog"]), published=published, at=at)
        units.append([event for event, _ in tape.events[-2:]])
    return units


def recorded(folder: Path, units: list[list[Event]], chance: random.Random) -> Log:
    """The events on a log: in any order, in batches of any size, some delivered again, by a clock that jumps."""
    events = [event for unit in chance.sample(units, len(units)) for event in unit]
    clock = datetime(2026, 6, 1, tzinfo=UTC)
    log = Log(folder / "log", now=lambda: clock + timedelta(hours=chance.randrange(-48, 48)))
    while events:
        size = chance.randrange(1, 12)
        log.append(events[:size])
        if chance.random() < 0.3:
            log.append([*events[:size], *events[size : size + 2]])
        events = events[size:]
    return log


@FEW
@given(st.integers(0, 2**32))
def test_any_order_in_any_batches_with_any_repetition_gives_the_same_tables(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    units = a_world(random.Random(seed), articles=20)
    found = []
    for number in range(2):
        folder = tmp_path_factory.mktemp("batches")
        events = recorded(folder, units, random.Random(seed + number)).read()
        # The log leaves out what it has; a file that is read twice must not count twice either.
        found.append(contents(Warehouse(folder, pl.concat([events, events.sample(5 * number, seed=seed)]))))
    assert found[0] == found[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of a world, in `log`."""
    folder = tmp_path_factory.mktemp("tables")
    recorded(folder, a_world(random.Random(7), articles=50), random.Random(7))
    return folder


@pytest.fixture(scope="module")
def world(folder: Path) -> Warehouse:
    return Warehouse(folder, Log(folder / "log").read())


def test_any_number_of_threads_gives_every_row_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events, connect, found = log_of(6_000), duckdb.connect, []
    for threads in (1, 4):

        def divided(
            file: str, *, config: dict[str, Any], of: int = threads, **options: Any
        ) -> duckdb.DuckDBPyConnection:
            connection = connect(file, config={**config, "threads": of}, **options)
            if of > 1 and not options:  # DuckDB would give several threads only tables of more than 122,880 rows
                connection.execute("PRAGMA verify_parallelism")
            return connection

        monkeypatch.setattr(duckdb, "connect", divided)
        built = Warehouse(tmp_path, events)
        found.append({table: built.ask(f"SELECT * FROM {table}") for table in PUBLIC})
    for table in PUBLIC:
        assert found[0][table] == found[1][table], table


def test_the_recorded_clock_at_the_end_is_the_present(folder: Path, world: Warehouse) -> None:
    now = Warehouse(folder, Log(folder / "log").read(), AsOf(date(2199, 1, 1), "recorded"))
    assert contents(now, set(), {"release"}) == contents(world, set(), {"release"})


def rows(world: Warehouse, table: str) -> list[dict[str, Any]]:
    names = [row[0] for row in world.ask("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", table)]
    return [dict(zip(names, row, strict=True)) for row in world.ask(f"SELECT * FROM {table}")]


def test_every_believed_figure_rests_on_claims_of_articles_with_their_passages(world: Warehouse) -> None:
    claims = {row["claim_key"]: row for row in rows(world, "claims")}
    articles = {row["article_id"] for row in rows(world, "articles")}
    passages = {row["claim_key"] for row in rows(world, "claim_evidence")}
    believed = [*rows(world, "deal_terms"), *rows(world, "deal_status_history"), *rows(world, "deal_parties")]
    for belief in believed:
        one = claims[belief["claim_key"]]
        assert (one["deal_id"], one["state"]) == (belief["deal_id"], "active")
        assert one["article_id"] in articles
        assert one["claim_key"] in passages
    assert {row["deal_id"] for row in believed} == {row["deal_id"] for row in rows(world, "deals")}


def meets(figure: dict[str, Any], belief: dict[str, Any]) -> bool:
    """Whether two intervals meet; a tenth of leeway, in dollars, where one is approximate or the currencies differ."""
    exact = figure["unit"] == belief["unit"] and "about" not in (figure["bound"], belief["bound"])
    low, high, leeway = ("low", "high", Decimal(1)) if exact else ("low_usd", "high_usd", Decimal("1.1"))
    below = figure[low] is None or belief[high] is None or figure[low] <= belief[high] * leeway
    above = figure[high] is None or belief[low] is None or figure[high] * leeway >= belief[low]
    return below and above


def test_every_figure_meets_what_is_believed_or_is_a_conflict(world: Warehouse) -> None:
    belief = {(row["deal_id"], row["term"]): row for row in rows(world, "deal_terms") if row["is_current"]}
    conflicts = {(row["claim_key"], row["subject"]) for row in rows(world, "conflicts") if row["subject"] != "status"}
    missed = {
        (row["claim_key"], row["term"])
        for row in rows(world, "figures")
        if not meets(row, belief[row["deal_id"], row["term"]])
    }
    assert missed == conflicts != set()


@pytest.mark.parametrize(("table", "subject"), [("deal_terms", "term"), ("deal_status_history", "deal_id")])
def test_beliefs_follow_one_another_without_gap_or_overlap(world: Warehouse, table: str, subject: str) -> None:
    stories = defaultdict(list)
    for row in rows(world, table):
        stories[row["deal_id"], row[subject]].append((row["reported_from"], row["reported_until"], row["is_current"]))
    for story in map(sorted, stories.values()):
        begins = [begin for begin, _, _ in story]
        assert [(end, is_current) for _, end, is_current in story] == [
            *((begin, False) for begin in begins[1:]), (None, True),
        ]  # fmt: skip


def test_sums_are_kept_from_the_claims_to_the_deals_to_the_flows(world: Warehouse) -> None:
    """No claim is lost or counted twice, and a deal's sum stands in the flows once, unless it is part of another's."""
    claims = [row for row in rows(world, "claims") if row["state"] == "active"]
    deals = {row["deal_id"]: row for row in rows(world, "deals")}
    assert sum(deal["claims"] for deal in deals.values()) == len(claims) == len({row["claim_key"] for row in claims})
    flows = rows(world, "money_flows")
    for end in ("low_usd", "high_usd"):
        counted = sum(row[end] or 0 for row in flows if row["counts_in_total"])
        assert counted == sum(
            deal[f"amount_{end}"] or 0
            for deal in deals.values()
            if deal["counts_in_total"] and deal["kind"] != "denial"
        )
    for deal in deals.values():
        assert not deal["counts_in_total"] or deal["status"] not in ("denied", "cancelled")
        assert (
            deal["counted_in"] is None
            or deals[deal["counted_in"]]["amount_low"]
            or deals[deal["counted_in"]]["amount_high"]
        )
