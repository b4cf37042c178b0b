"""Whole runs on a disk that fails or is full, by a clock that goes back, of articles that come again or are poison."""

from __future__ import annotations

import errno
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline import steps
from pipeline.log import Log, LogError
from pipeline.settings import Home
from pipeline.warehouse import QueryError
from tests.faults.after import assert_next_run_goes_on, assert_nothing_lost, assert_release_whole, quiet
from tests.faults.disks import disk, fill
from tests.faults.runs import PARTS, ROUND, at_sync, write_article
from tests.faults.workers import acknowledging

POISON = {
    "NUL": ROUND.format(name="Nul\0 Robotics", sum=7),
    "surrogate": "\ud800 " + ROUND.format(name="Half Robotics", sum=7),
    "huge sum": ROUND.format(name="Huge Robotics", sum="9" * 400),
    "deep": "(" * 50_000 + ROUND.format(name="Deep Robotics", sum=7),
    "signs": "\u202e\u2066\ufeff" * 1000,
}
"""Texts that break readers, storages or databases that do not expect them."""


@pytest.fixture
def acknowledged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of all events whose append has returned."""
    ids: list[str] = []
    monkeypatch.setattr(Log, "append", acknowledging(ids.extend))
    return ids


def failing() -> None:
    raise OSError(errno.EIO, "input/output error")


def refused(home: Home, inbox: Path) -> bool:
    """Whether a run ends with an error that the command tells in a sentence."""
    try:
        steps.run(home, paths=[inbox], say=quiet)
    except (OSError, LogError, QueryError):
        return True
    return False


def test_a_run_whose_fsync_fails_at_any_part_is_finished_by_the_next(
    tmp_path: Path, acknowledged: list[str], figures: list[str]
) -> None:
    home, inbox = Home(tmp_path / "home"), tmp_path / "inbox"
    inbox.mkdir()
    for number, (part, nth) in enumerate(PARTS):
        write_article(inbox, number)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("os.fsync", at_sync(home.root, part, nth, failing))
            assert refused(home, inbox), part
        assert_nothing_lost(Log(home.log), acknowledged)
        assert_release_whole(home)
    figures.append(
        f"fsync failing at each part of a whole run: {len(PARTS)} runs failed, {len(acknowledged)} events, 0 lost"
    )
    assert_next_run_goes_on(home, inbox)


def test_a_run_on_a_disk_that_is_full_says_so_and_goes_on_when_there_is_room(
    tmp_path: Path, acknowledged: list[str], figures: list[str]
) -> None:
    refusals = 0
    with disk(tmp_path / "disk", "48m") as small:
        home, inbox = Home(small / "home"), tmp_path / "inbox"
        inbox.mkdir()
        for number, pages in enumerate((0, 25, 120, 1000)):
            write_article(inbox, number)
            filler = fill(small, pages)
            refusals += refused(home, inbox)
            assert_nothing_lost(Log(home.log), acknowledged)
            assert_release_whole(home)
            filler.unlink()
        figures.append(
            f"a disk full at 4 places of a whole run: {refusals} runs refused, {len(acknowledged)} events, 0 lost"
        )
        assert refusals > 1
        assert_next_run_goes_on(home, inbox)


def test_clocks_that_go_back_repetition_and_poison_lose_nothing(
    tmp_path: Path, acknowledged: list[str], figures: list[str]
) -> None:
    home, inbox = Home(tmp_path / "home"), tmp_path / "inbox"
    inbox.mkdir()
    today = datetime(2027, 6, 1, tzinfo=UTC)
    for number, days in enumerate((0, -400)):
        write_article(inbox, number)
        steps.run(home, paths=[inbox], say=quiet, now=lambda days=days: today + timedelta(days=days))  # type: ignore[misc]
    before = Log(home.log).head()
    assert steps.run(home, paths=[inbox], say=quiet).new == 0
    assert Log(home.log).head() == before, "the same delivery twice"
    records = [{"id": name, "lang": "en", "published": "2026-03-03", "text": text} for name, text in POISON.items()]
    lines = [json.dumps(record) for record in records]
    lines += ['{"id": NaN, "text": "x"}', '{"id": "deep", "text": ' + "[" * 100_000, '{"id": 1e999, "text": "x"}']
    (inbox / "poison.jsonl").write_bytes("\n".join(lines).encode() + b"\n\xff\xfe not UTF-8\n")
    write_article(inbox, 2)
    report = steps.run(home, paths=[inbox], say=quiet)
    assert report.read > 1, "the good article is read beside the poison"
    assert_nothing_lost(Log(home.log), acknowledged)
    assert_release_whole(home)
    figures.append(
        f"clock back by 400 days, delivery repeated, {len(lines) + 1} poison records ({report.skipped} skipped, "
        f"{report.failed} failed, {report.quarantined} claims kept back): {len(acknowledged)} events, 0 lost"
    )
    assert_next_run_goes_on(home, inbox)
