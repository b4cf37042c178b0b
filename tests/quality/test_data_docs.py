"""The folder of the data docs: pages of every batch, nothing of an article in it that a browser would run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.quality import data_docs, validate
from tests.quality.batches import a_round, articles, judged, normalised

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = "<script>steal()</script>"
ONE_BATCH = """
import socket, sys
from pathlib import Path

import pytest
from tests.quality.batches import a_round, judged, money

def refuse(*address):
    raise SystemExit(f"connects to {address}")

socket.socket.connect = refuse
import great_expectations
print("ready", flush=True)
report = judged(Path(sys.argv[1]), a_round(), a_round(amount=money(-1)), batch_id="batch-two")
assert len(report.failing) == 1
"""


def pages(folder: Path) -> str:
    """Everything that was written to the folder, but for the site's own styles and pictures."""
    files = [path for path in folder.rglob("*") if path.is_file() and "static" not in path.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_page_names_the_failing_claim_and_the_rule(tmp_path: Path) -> None:
    report = judged(tmp_path, a_round(), a_round(recipient="Globex"), batch_id="a-batch")
    (key,) = report.failing
    (page,) = tmp_path.glob("validations/claims/a-batch/*/*.html")
    assert key in page.read_text()
    assert "Nobody buys, backs, supplies or funds itself" in page.read_text()
    assert "a-batch" in (tmp_path / "index.html").read_text()


def test_text_of_an_article_is_never_live_in_the_data_docs(tmp_path: Path) -> None:
    hostile = a_round(recipient=SCRIPT, investors=[SCRIPT], leads=["$" + SCRIPT], partners=[SCRIPT], site=SCRIPT)
    batch = normalised(hostile)
    about = articles({"title": SCRIPT, "outcome": "unreadable"})
    report = validate("hostile", batch.frame, about, tmp_path)
    assert set(report.failing[batch.frame["claim_key"][0]]) >= {"sides_differ", "leads_are_investors"}
    assert "steal()" not in pages(tmp_path)


def test_article_id_that_is_no_id_is_not_live_either(tmp_path: Path) -> None:
    validate("ids", normalised().frame, articles({"article_id": SCRIPT, "title": None}), tmp_path)
    assert "<script>steal" not in pages(tmp_path)


def test_processes_at_once_keep_each_others_pages_and_say_and_send_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ONE_BATCH, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=-1, stderr=-1, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        judged(tmp_path, a_round(), batch_id="batch-one")
        assert (*other.communicate(), other.returncode) == ("", "", 0)
    index = (tmp_path / "index.html").read_text()
    assert all(name in index for name in ("batch-one", "batch-two"))
    assert len(list(tmp_path.glob("validations/*/*/*/*.html"))) == 4


def test_a_result_that_a_dead_process_left_half_written_stops_nobody(tmp_path: Path) -> None:
    judged(tmp_path, a_round(), batch_id="whole")
    (result,) = tmp_path.glob("results/claims/whole/*/*.json")
    result.write_bytes(result.read_bytes()[:100])
    judged(tmp_path, a_round(), batch_id="next")
    assert "next" in (tmp_path / "index.html").read_text()


def test_oldest_pages_make_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_docs, "KEPT", 2)
    for n in range(2):
        judged(tmp_path, a_round(), batch_id=f"batch-{n}")
    kept = {path.parent.parent.name for path in tmp_path.glob("validations/*/*/*/*.html")}
    assert kept == {"batch-1"}
    assert "batch-0" not in (tmp_path / "index.html").read_text()
