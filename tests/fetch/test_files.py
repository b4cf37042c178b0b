"""Folders go the same way as the web: captured, observed once, bad ones named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.events.types import ArticleObserved
from pipeline.fetch import read_capture
from pipeline.sources import folder_source
from tests.fetch.site import Tape


def test_records_are_captured_and_observed_once(tmp_path: Path, tape: Tape) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "text": f"text {n}"}) for n in range(250)), encoding="utf-8")
    first, second = tape.fetch(folder_source(path)), tape.fetch(folder_source(path))
    assert (first.found, first.new, second.new, second.unchanged) == (250, 250, 0, 250)
    observed = ArticleObserved.model_validate_json(tape.events[7].payload)
    raw = read_capture(tape.home, observed.capture)
    assert json.loads(raw.data) == {"id": 7, "text": "text 7"}
    assert raw.content_type == "application/json"


def test_a_changed_record_is_a_new_version(tmp_path: Path, tape: Tape) -> None:
    path = tmp_path / "news.jsonl"
    for text in ("first", "second"):
        path.write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
        assert tape.fetch(folder_source(path)).new == 1
    first, second = tape.payloads("ArticleObserved")
    assert first["article_id"] == second["article_id"]


def test_other_annotations_of_the_same_text_are_no_new_version(tmp_path: Path, tape: Tape) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "t", "claims": []}), encoding="utf-8")
    tape.fetch(folder_source(path))
    path.write_text(json.dumps({"claims": [1], "text": "t", "id": "a"}), encoding="utf-8")
    assert tape.fetch(folder_source(path)).unchanged == 1


def test_empty_and_binary_files_are_skipped_and_counted(tmp_path: Path, tape: Tape) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "empty.txt").write_bytes(b" \n")
    (inbox / "binary.txt").write_bytes(bytes(range(256)))
    (inbox / "zip.html").write_bytes(b"PK\x03\x04\0\0")
    (inbox / "utf16.txt").write_text("Text mit BOM", encoding="utf-16")
    (inbox / "good.txt").write_text("Good text.", encoding="utf-8")
    report = tape.fetch(folder_source(inbox))
    assert (report.found, report.new, len(report.skipped)) == (5, 2, 3)
    assert {Path(skip.where).name: skip.what.split(",")[0] for skip in report.skipped} == {
        "empty.txt": "empty",
        "binary.txt": "binary data",
        "zip.html": "binary data",
    }


def test_a_damaged_state_is_named_and_removing_it_loses_no_article(tmp_path: Path, tape: Tape) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "t"}), encoding="utf-8")
    assert tape.fetch(folder_source(path)).new == 1
    tape.home.fetch_state.write_bytes(b"no database" * 1000)
    with pytest.raises(OSError, match="remove the file: that costs requests, never articles"):
        tape.fetch(folder_source(path))
    tape.home.fetch_state.unlink()
    assert tape.fetch(folder_source(path)).unchanged == 1
