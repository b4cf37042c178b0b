"""Any log: the past stays as it was, voids undo, beliefs follow a plain model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.warehouse import PUBLIC
from tests.warehouse.tape import AsOf, Tape, Warehouse, claim

FEW = settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
FIRST = date(2025, 6, 1)
NAMES = ("Aldera", "Borealis", "Corvus")
BOUNDS = ("exact", "exact", "about", "up_to", "at_least")
STATUSES = ("rumoured", "reported", "announced", "completed", "cancelled", "denied")
OF_THE_LOG = {"commit", "row", "recorded_at", "first_recorded_at", "last_recorded_at", "recorded_from"}
SKIPPED = {"events", "release", "quality_results", "deal_aliases", "changes"}


@st.composite
def some_claim(draw: st.DrawFn, key: str) -> dict[str, Any]:
    name, other = draw(st.permutations(NAMES))[:2]
    kind = draw(st.sampled_from(["funding_round", "investment", "capacity", "denial"]))
    parties: dict[str, Any] = {
        "funding_round": {"recipient": name, "investors": [other]},
        "investment": {"recipient": name, "investors": [other]},
        "capacity": {"customer": name, "provider": other},
        "denial": {"recipient": name, "speaker": "The Chief"},
    }[kind]
    figures = {} if kind == "denial" else {
        "amount": (draw(st.sampled_from([10**9, 1_050_000_000, 2 * 10**9])), draw(st.sampled_from(BOUNDS)),
                   draw(st.sampled_from(["USD", "EUR"]))),
    }  # fmt: skip
    status = draw(st.sampled_from(STATUSES)) if kind != "denial" else draw(st.sampled_from(["denied", "cancelled"]))
    on = draw(st.sampled_from([None, "2025", "2025-06", "2025-06-10", "2025-07-01"]))
    return claim(key, kind, status, on, **parties, **figures)


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[str, str, str | None, list[dict[str, Any]]]]:
    """Articles as `(id, source, published, claims)`."""
    number = draw(st.integers(9, 16))
    return [
        (
            f"a{n:02}",
            draw(st.sampled_from(["wire", "ledger", "filings", "blog"])),
            draw(st.sampled_from([None, "2025-06", *(f"2025-06-{day:02}" for day in range(1, 28, 3))])),
            [draw(some_claim(f"k{n:02}{m}")) for m in range(draw(st.integers(1, 2)))],
        )
        for n in range(number)
    ]


def tape_of(articles: list[tuple[str, str, str | None, list[dict[str, Any]]]]) -> Tape:
    """The articles in their order, each seen a day after the one before."""
    tape = Tape()
    tape.rate("EUR", date(2025, 1, 1), 1.1)
    for name, source, published, claims in articles:
        at = datetime(2026, 2, 1, tzinfo=UTC) + timedelta(days=int(name[1:]))
        tape.article(name, *claims, source=source, published=published, at=at)
    first = tape.events[0][1]
    tape.events = [(event, first + timedelta(hours=6 * n)) for n, (event, _) in enumerate(tape.events)]
    return tape


def contents(world: Warehouse, without: set[str] = OF_THE_LOG, skipped: set[str] = SKIPPED) -> dict[str, list[Any]]:
    """Every public table without what the log's order gives, deals named by their least claim."""
    named = dict(world.ask("SELECT deal_id, min(claim_key) FROM claims WHERE state = 'active' GROUP BY deal_id"))
    tables = {}
    for table in PUBLIC:
        if table not in skipped:
            columns = [
                row[0] for row in world.ask("SELECT column_name FROM duckdb_columns() WHERE table_name = ?", table)
            ]
            chosen = ", ".join(f'"{column}"' for column in columns if column not in without)
            tables[table] = sorted(map(repr, _renamed(world.ask(f"SELECT {chosen} FROM {table}"), named)))
    return tables


def _renamed(rows: list[tuple[Any, ...]], named: dict[str, str]) -> list[tuple[Any, ...]]:
    def name(value: Any) -> Any:
        head, slash, tail = value.partition("/") if isinstance(value, str) else (value, "", "")
        return named.get(head, head) + slash + tail if isinstance(value, str) else value

    return [tuple(name(value) for value in row) for row in rows]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Warehouse]:
    folder = tmp_path_factory.mktemp("properties")
    return lambda events, as_of=None: Warehouse(folder, events, as_of)


@FEW
@given(stories())
def test_the_recorded_past_stays_as_it_was(build: Callable[..., Warehouse], articles: Any) -> None:
    tape = tape_of(articles)
    cut = next(n for n, (_, at) in enumerate(tape.events) if n > len(tape.events) // 2 and at.hour == 2)
    day = tape.events[cut - 1][1].date()
    then, now = build(tape.frame(cut)), build(tape.frame(), AsOf(day, "recorded"))
    everything = SKIPPED - {"deal_aliases", "events"}
    assert contents(now, set(), everything) == contents(then, set(), everything)


@FEW
@given(stories(), st.data())
def test_a_voided_event_never_was(build: Callable[..., Warehouse], articles: Any, data: st.DataObject) -> None:
    tape = tape_of(articles)
    n = data.draw(st.integers(3, len(tape.events) - 1))
    without = tape.frame().filter(pl.col("commit") != n + 1)
    tape.void(tape.events[n][0].event_id)
    skipped = SKIPPED | {"corrections"}
    assert contents(build(tape.frame()), set(), skipped) == contents(build(without), set(), skipped)


def test_the_public_clock_at_the_end_is_the_present(build: Callable[..., Warehouse]) -> None:
    articles = [
        (f"a{n:02}", "wire", f"2025-06-{n + 1:02}", [claim(f"k{n}", "funding_round", recipient=NAMES[n % 3], amount=n)])
        for n in range(1, 10)
    ]
    events = tape_of(articles).frame()
    assert contents(build(events, AsOf(date(2027, 1, 1))), set()) == contents(build(events), set())


STRENGTH = {"completed": 5, "announced": 4, "reported": 3, "rumoured": 2, "cancelled": 1, "denied": 0}
FORMS = {"point": ("exact", "about"), "bound": ("up_to", "at_least")}
FIGURES = """
    SELECT f.deal_id, f.low_usd, f.high_usd, f.bound, c.status, c.tier, c.reported_at, c.claim_key, f.unit, c.origin_id
    FROM figures AS f JOIN claims AS c USING (claim_key) WHERE f.term = 'amount' ORDER BY f.deal_id
"""


def believed(figures: list[tuple[Any, ...]]) -> tuple[Any, Any]:
    """The model: sort by how much each claim counts; a point of the greatest strength, else the bounds' interval.

    A point that repeats a bound of its strength needs more origins than tell the bound.
    """

    def strength(row: tuple[Any, ...]) -> int:
        return 100 * (row[5] == 1) + STRENGTH[row[4]]

    def weight(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return strength(row), -row[5], row[6], row[7]

    points = [row for row in figures if row[3] in ("exact", "about")]
    floors = [row for row in figures if row[3] == "at_least"]
    ceilings = [row for row in figures if row[3] == "up_to"]
    point = max(points, key=weight, default=None)
    floor = max(floors, key=lambda row: (strength(row), row[1], weight(row)), default=None)
    ceiling = max(ceilings, key=lambda row: (strength(row), -row[2], weight(row)), default=None)
    bounds = [row for row in (floor, ceiling) if row]

    def is_short_for_a_bound(point: tuple[Any, ...]) -> bool:
        value, alike = (point[1], point[8]), [row for row in figures if strength(row) == strength(point)]
        said = [row for row in alike if (row[1] if row[2] is None else row[2], row[8]) == value]
        told = {kind: {row[9] for row in said if row[3] in names} for kind, names in FORMS.items()}
        repeats = [row for row in bounds if row in said]
        return bool(repeats) and point[4] != "completed" and len(told["point"]) <= len(told["bound"])

    if point and all(strength(point) >= strength(row) for row in bounds) and not is_short_for_a_bound(point):
        return point[1], point[2]
    if floor and ceiling and (floor[8] != ceiling[8] or floor[1] > ceiling[2]):
        return (floor[1], None) if weight(floor) > weight(ceiling) else (None, ceiling[2])
    return floor and floor[1], ceiling and ceiling[2]


@settings(FEW, max_examples=4)
@given(stories())
def test_beliefs_are_those_of_a_plain_model(build: Callable[..., Warehouse], articles: Any) -> None:
    world = build(tape_of(articles).frame())
    model = {deal: believed(list(rows)) for deal, rows in groupby(world.ask(FIGURES), key=lambda row: row[0])}
    found = world.ask("SELECT deal_id, low_usd, high_usd FROM deal_terms WHERE is_current AND term = 'amount'")
    assert {deal: (low, high) for deal, low, high in found} == model
