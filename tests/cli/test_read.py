"""Commands that read texts: nothing but the text is needed, one line comes out for each that goes in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import dealtape

ROUND = "Acme AI, a maker of robots, raised $120 million in a Series B round led by Sequoia Capital."


def record(**fields: object) -> str:
    return json.dumps({"id": "a", "lang": "en", "published": "2026-03-02", "text": ROUND, **fields})


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """A data home that must not come to be."""
    return tmp_path / "home"


def test_extract_needs_no_data_home_and_makes_none(nowhere: Path) -> None:
    ran = dealtape("extract", "-", home=nowhere, stdin=record())
    assert (ran.code, ran.err) == (0, "")
    [article] = ran.json()
    assert set(article) == {"id", "lang", "claims"}
    assert (article["id"], article["lang"]) == ("a", "en")
    assert not nowhere.exists()


def test_every_claim_has_its_kind_its_status_and_its_evidence_in_the_text() -> None:
    [article] = dealtape("extract", "-", stdin=record()).json()
    [claim] = [claim for claim in article["claims"] if claim["kind"] == "funding_round"]
    assert claim["amount"] == {"value": 120_000_000, "currency": "USD", "bound": "exact"}
    assert claim["status"] == "completed"
    assert all("raised" in ROUND[span["start"] : span["end"]] for span in claim["evidence"])


def test_extract_reads_text_html_and_records_and_detects_a_missing_language(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ROUND)
    (tmp_path / "two.html").write_text(f"<html><body><article><p>{ROUND} {ROUND}</p></article></body></html>")
    (tmp_path / "three.jsonl").write_text(record(lang=None, id=3) + "\n")
    ran = dealtape("extract", *(tmp_path / name for name in ("one.txt", "two.html", "three.jsonl")))
    assert ran.code == 0
    assert [(article["id"], article["lang"]) for article in ran.json()] == [("one", "en"), ("two", "en"), ("3", "en")]


def test_a_bad_line_is_named_and_counted_and_the_others_are_read() -> None:
    ran = dealtape("extract", "-", stdin="\n".join([record(), "{broken", record(id="b"), record(id="c", text=7)]))
    assert ran.code == 0
    assert [article["id"] for article in ran.json()] == ["a", "b"]
    assert "standard input:2: the line is no JSON" in ran.err
    assert "standard input:4: " in ran.err
    assert "2 read, 2 skipped" in ran.err


def test_extract_exits_3_when_nothing_could_be_read(tmp_path: Path) -> None:
    ran = dealtape("extract", tmp_path / "missing.txt")
    assert (ran.code, ran.out) == (3, "")
    assert "missing.txt: no such file or folder" in ran.err


def test_a_text_in_an_unknown_language_gets_no_claim_and_says_so() -> None:
    ran = dealtape(
        "extract", "-", stdin=record(lang="ja", text="アクメ社は資金調達について何も発表していないと述べた。")
    )
    assert ran.code == 0
    assert ran.json()[0]["claims"] == []
    assert "language is none of" in ran.err


def test_quantities_answers_every_line_with_its_number_and_suite() -> None:
    lines = [
        '{"text": "up to $12.5 billion", "lang": "en", "suite": "mine"}',
        "no record",
        '{"text": "10 GW", "lang": "en"}',
    ]
    money, broken, power = dealtape("quantities", stdin="\n".join(lines)).json()
    assert (money["suite"], money["index"]) == ("mine", 0)
    [sum_] = money["found"]
    assert (sum_["kind"], sum_["value"], sum_["currency"], sum_["bound"]) == ("money", 12_500_000_000, "USD", "up_to")
    assert (broken["index"], broken["found"]) == (1, [])
    assert (power["index"], power["found"][0]["value"]) == (2, 10_000_000_000)


def test_identify_gives_parallel_deal_ids_and_names_bad_lines(tmp_path: Path, nowhere: Path) -> None:
    claim = {
        "kind": "funding_round", "recipient": "Acme AI", "status": "completed", "date": "2026-03-02",
        "amount": {"value": 120_000_000, "currency": "USD", "bound": "exact"},
    }  # fmt: skip
    other = claim | {"recipient": "Beta Robotics"}
    records = [{"id": "a", "claims": [claim, other]}, {"id": "b", "claims": []}, {"id": "c", "claims": [claim]}]
    path = tmp_path / "annotated.jsonl"
    path.write_text("\n".join([json.dumps(records[0]), "[1]", *map(json.dumps, records[1:])]))
    ran = dealtape("identify", path, home=nowhere)
    a, b, c = ran.json()
    assert ran.code == 0
    assert (a["id"], b, c["id"]) == ("a", {"id": "b", "deal_ids": []}, "c")
    assert a["deal_ids"][0] == c["deal_ids"][0] != a["deal_ids"][1]
    assert "skipped line 2" in ran.err
    assert not nowhere.exists()


def test_bytes_that_are_no_text_spoil_no_other_line() -> None:
    assert [line["id"] for line in dealtape("identify", "-", stdin='\udcff\n{"id": "a"}').json()] == ["a"]
    assert len(dealtape("quantities", stdin='\udcff\n{"text": "10 GW", "lang": "en"}').json()) == 2


def test_a_file_that_is_not_there_is_a_wrong_command_line(tmp_path: Path) -> None:
    for command in ("quantities", "identify"):
        ran = dealtape(command, tmp_path / "missing.jsonl")
        assert (ran.code, ran.out) == (2, "")
        assert "missing.jsonl is no file" in ran.err
