"""A new extractor reads in shadow, is compared, adopted and rolled back; people's decisions hold throughout."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import extract, steps
from pipeline.settings import Home
from pipeline.steps import tape
from tests.cli.command import dealtape

TEXTS = [
    "Acme AI raised $120 million in a Series B round led by Sequoia Capital, the company said on 2 March 2026.",
    "Beta Robotics raised $80 million in a Series A round led by Index Ventures, the company said on 2 March 2026.",
]


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data home with two rounds, read by the extractor as it is."""
    folder = tmp_path_factory.mktemp("read_once")
    records = [{"id": n, "lang": "en", "published": "2026-03-03", "text": text} for n, text in enumerate(TEXTS)]
    (folder / "records.jsonl").write_text("\n".join(map(json.dumps, records)))
    dealtape("run", folder / "records.jsonl", home=folder / "home")
    return folder / "home"


@pytest.fixture
def home(read_once: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(read_once, tmp_path / "home", symlinks=True))


@pytest.fixture
def next_version(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """From here on runs an extractor that halves every sum."""
    today = extract.extract

    def halving(*arguments: Any, **named: Any) -> list[extract.Claim]:
        claims = today(*arguments, **named)
        for claim in claims:
            claim["amount"]["value"] //= 2
        return claims

    monkeypatch.setattr(extract, "extract", halving)
    monkeypatch.setattr(extract, "VERSION", "999")
    tape.running.cache_clear()
    yield "999"
    tape.running.cache_clear()


def sums(home: Path) -> list[int]:
    dealtape("publish", home=home)
    rows = dealtape("sql", "select amount_low from deals order by 1", "--json", home=home).json()
    return [row["amount_low"] for row in rows]


def test_a_new_version_counts_after_adoption_and_no_longer_after_rolling_back(home: Path, next_version: str) -> None:
    [report] = dealtape("reprocess", "--json", home=home).json()
    assert report == {"articles": 2, "failed": 0, "compared": 2, "same": 0, "changed": 2, "added": 0, "gone": 0}
    assert sums(home) == [80_000_000, 120_000_000]
    assert dealtape("adopt", "--reason", "halves are better", home=home).code == 0
    assert sums(home) == [40_000_000, 60_000_000]
    [old] = {row["extractor_version"] for row in adoptions(home)} - {next_version}
    assert dealtape("adopt", "--version", old, "--reason", "roll back", home=home).code == 0
    assert sums(home) == [80_000_000, 120_000_000]


def test_one_of_two_configurations_of_a_version_is_named_by_its_hash(
    home: Path, next_version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = adoptions(home)
    monkeypatch.setattr(extract, "VERSION", first["extractor_version"])
    monkeypatch.setattr(extract, "config_hash", lambda: "another")
    tape.running.cache_clear()
    dealtape("reprocess", home=home)
    assert dealtape("adopt", "--reason", "halves are better", home=home).code == 0
    unclear = dealtape("adopt", "--version", first["extractor_version"], "--reason", "roll back", home=home)
    assert (unclear.code, unclear.out) == (2, "")
    assert first["config_hash"][:8] in unclear.err
    assert dealtape("adopt", "--version", first["config_hash"][:8], "--reason", "roll back", home=home).code == 0
    assert sums(home) == [80_000_000, 120_000_000]


def adoptions(home: Path) -> list[dict[str, str]]:
    from pipeline.log import Log
    from pipeline.settings import Home

    return [json.loads(payload) for payload in Log(Home(home).log).read(types=["ExtractorAdopted"])["payload"]]


def test_reading_again_reads_nothing_twice(home: Path, next_version: str) -> None:
    dealtape("reprocess", home=home)
    [report] = dealtape("reprocess", "--json", home=home).json()
    assert (report["articles"], report["compared"], report["changed"]) == (0, 2, 2)


def test_what_the_new_version_cannot_read_is_named(
    home: Path, next_version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaking(*arguments: Any, **named: Any) -> list[extract.Claim]:
        raise ValueError("no such unit")

    monkeypatch.setattr(extract, "extract", breaking)
    ran = dealtape("reprocess", "--json", home=home)
    assert (ran.json()[0]["articles"], ran.json()[0]["failed"]) == (0, 2)
    assert "records.jsonl#1: ValueError: no such unit" in ran.err


def test_a_choice_of_articles_is_read_and_a_wrong_day_is_said(home: Path, next_version: str) -> None:
    assert dealtape("reprocess", "--since", "2199-01-01", "--json", home=home).json()[0]["articles"] == 0
    assert dealtape("reprocess", "--source", "another", "--json", home=home).json()[0]["articles"] == 0
    assert dealtape("reprocess", "--since", "yesterday", home=home).code == 2
    assert dealtape("reprocess", "--source", "files", "--json", home=home).json()[0]["articles"] == 2


def test_a_persons_correction_survives_and_is_flagged_stale(home: Path, next_version: str) -> None:
    [row] = dealtape("sql", "select claim_key from claims where recipient = 'Acme AI'", "--json", home=home).json()
    change = ["amount_low=125000000", "amount_high=125000000", "investors=Sequoia Capital; Moss, Reed & Co"]
    assert dealtape("review", "correct", row["claim_key"], *change, "--reason", "the filing", home=home).code == 0
    dealtape("reprocess", home=home)
    dealtape("adopt", "--reason", "new", home=home)
    assert sums(home) == [40_000_000, 125_000_000]
    [asked] = dealtape("review", "--json", home=home).json()
    assert asked["question"] == "stale decision"
    steps.answer_review(Home(home), asked, "yes", reason="still so", actor="ann")
    dealtape("publish", home=home)
    assert dealtape("review", "--json", home=home).json() == []
    [now] = dealtape("sql", "select investors from claims where recipient = 'Acme AI'", "--json", home=home).json()
    assert now["investors"] == "Sequoia Capital; Moss, Reed & Co"


def test_a_run_says_that_another_version_counts_and_reads_only_what_is_new(
    home: Path, next_version: str, read_once: Path
) -> None:
    ran = dealtape("run", read_once.parent / "records.jsonl", home=home)
    assert "0 read" in ran.err
    assert "the running extractor is not the adopted one" in ran.err


def test_an_unknown_version_is_not_adopted(home: Path) -> None:
    ran = dealtape("adopt", "--version", "no-such", "--reason", "x", home=home)
    assert (ran.code, ran.out) == (2, "")
    assert "no article was read by version 'no-such'" in ran.err
