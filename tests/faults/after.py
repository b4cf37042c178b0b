"""What must hold after every fault: nothing acknowledged is lost, order and release are whole, the next run goes on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline import exports, steps, warehouse
from pipeline.log import Log
from pipeline.settings import Home
from tests.e2e.tables import told
from tests.log.facts import gapless

COMPARED = ("articles", "claims", "deals", "deal_terms", "round_investors")


def assert_nothing_lost(log: Log, acknowledged: Iterable[str]) -> None:
    """Every acknowledged event is on the log once, in an order without gaps, under hashes that verify."""
    events = log.read()
    assert set(acknowledged) <= set(events["event_id"])
    assert events["event_id"].is_unique().all()
    assert gapless(events)
    assert log.verify().problems == []


def assert_release_whole(home: Home) -> None:
    """The published release, if there is one, opens and holds the rows that its manifest says."""
    current = exports.current_release(home.releases)
    if current is not None:
        rows = exports.read_manifest(current)["rows"]
        counts = ", ".join(f"(select count(*) from {name})" for name in rows)
        assert warehouse.query(current / exports.WAREHOUSE, f"select {counts}").rows == [tuple(rows.values())]
        assert exports.damaged_files(current) == []


def assert_next_run_goes_on(home: Home, inbox: Path) -> None:
    """Another run ends with the tables of a data home that never saw a fault, and leaves nothing of dead builds."""
    steps.run(home, paths=[inbox], say=quiet)
    whole = Home(home.root.with_name("whole"))
    steps.run(whole, paths=[inbox], say=quiet)
    for table in COMPARED:
        assert told(home.root, table) == told(whole.root, table), table
    assert not list(home.releases.glob(".part-*"))


def quiet(words: str) -> None:
    """Tell nobody."""
