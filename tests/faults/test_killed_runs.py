"""SIGKILL at every part of a whole run: the log keeps what it had, the release stays whole, the next run goes on."""

from __future__ import annotations

import signal
from pathlib import Path

from pipeline import exports, steps, warehouse
from pipeline.log import Log
from pipeline.settings import Home
from tests.e2e.tables import told
from tests.faults.runs import killed_run, write_article
from tests.log.facts import gapless

PARTS = [
    (r"captures/.*\.warc\.gz", 1),
    (r"log/.*\.parquet", 1),
    (r"texts/.*", 1),
    (r"releases/\.part-[^/]*/warehouse\.duckdb", 1),
    (r"releases", 2),
]
"""What is being written when the run dies, and which fsync of it is never made."""
COMPARED = ("articles", "claims", "deals", "deal_terms", "round_investors")


def test_a_run_killed_at_any_part_is_finished_by_the_next(tmp_path: Path, figures: list[str]) -> None:
    home, inbox = Home(tmp_path / "home"), tmp_path / "inbox"
    inbox.mkdir()
    before: list[str] = []
    for number, (part, nth) in enumerate(PARTS):
        write_article(inbox, number)
        assert killed_run(home.root, inbox, part, nth) == -signal.SIGKILL, f"no {nth}. fsync of {part}"
        log = Log(home.log)
        events = log.read()["event_id"].to_list()
        assert events[: len(before)] == before, f"killed at {part}, the log lost what it had"
        assert gapless(log)
        assert log.verify().problems == []
        assert is_whole(home)
        before = events
    write_article(inbox, len(PARTS))
    steps.run(home, paths=[inbox])
    whole = Home(tmp_path / "whole")
    steps.run(whole, paths=[inbox])
    for table in COMPARED:
        assert told(home.root, table) == told(whole.root, table), table
    assert not list(home.releases.glob(".part-*")), "what dead builds left behind is removed"
    figures.append(f"a kill at each part of a whole run: {len(PARTS)} kills, {len(before)} events, 0 lost")


def is_whole(home: Home) -> bool:
    """Whether the published release, if there is one, opens and holds the rows that its manifest says."""
    current = exports.current_release(home.releases)
    if current is None:
        return True
    rows = exports.read_manifest(current)["rows"]
    file = current / "warehouse.duckdb"
    return all(
        warehouse.query(file, "select count(*) from query_table($name)", {"name": name}).rows == [(count,)]
        for name, count in rows.items()
    )
