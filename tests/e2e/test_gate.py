"""Claims and batches that the gate keeps back: nothing in them is lost, and a person lets them in."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

from pipeline import steps
from pipeline.log import Log
from pipeline.settings import Home
from tests.cli.command import dealtape

ROUND = "Company{n} Robotics raised ${n}{unit} in a Series B round led by Sequoia Capital on 2 March 2026."


def write(path: Path, *, good: int, bad: int) -> Path:
    """Records of rounds; the bad ones are larger than any money there is."""
    units = [" million"] * good + [",000 billion"] * bad
    texts = [ROUND.format(n=100 + n, unit=unit) for n, unit in enumerate(units)]
    records = [{"id": n, "lang": "en", "published": "2026-03-03", "text": text} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, records)))
    return path


def counts(home: Path) -> dict[str, int]:
    query = "select (select count(*) from deals) as deals, (select count(*) from quarantine) as quarantined"
    [row] = dealtape("sql", query, "--json", home=home).json()
    return row


def asked(home: Path, question: str) -> list[str]:
    """What the review queue asks this question about."""
    rows = dealtape("review", "--json", home=home).json()
    return [row["subject_id"] for row in rows if row["question"] == question]


def test_a_failing_claim_waits_in_quarantine_until_a_person_accepts_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ran = dealtape("run", write(tmp_path / "records.jsonl", good=2, bad=1), home=home)
    assert ran.code == 0
    assert "1 claims in quarantine" in ran.err
    assert counts(home) == {"deals": 2, "quarantined": 1}
    [key] = asked(home, "quarantined claim")
    dealtape("review", "accept", key, "--reason", "the currency had collapsed", home=home)
    dealtape("publish", home=home)
    assert counts(home)["deals"] == 3
    assert asked(home, "quarantined claim") == []


def test_a_batch_with_over_a_third_failing_is_held_until_a_person_accepts_it(tmp_path: Path) -> None:
    home, records = tmp_path / "home", write(tmp_path / "records.jsonl", good=30, bad=30)
    ran = dealtape("run", records, home=home)
    assert ran.code == 4
    assert "is held: 30 of its claims fail the gate" in ran.err
    assert counts(home)["deals"] == 0
    again = dealtape("run", records, home=home)
    assert again.code == 4
    assert "nothing new on the log" in again.err
    [batch] = asked(home, "held batch")
    because = "the currency had collapsed"
    assert dealtape("run", records, "--accept-batch", batch, "--reason", because, home=home).code == 0
    assert counts(home) == {"deals": 30, "quarantined": 30}
    accepted = Log(home / "log").read(["BatchValidated"]).row(-1, named=True)
    assert (accepted["actor"], json.loads(accepted["payload"])["reason"]) == (getpass.getuser(), because)
    assert dealtape("run", records, "--accept-batch", batch, home=home).code == 2
    assert dealtape("run", records, "--reason", because, home=home).code == 2


def test_a_held_batch_whose_articles_were_erased_waits_no_longer(tmp_path: Path) -> None:
    home, records = tmp_path / "home", write(tmp_path / "records.jsonl", good=25, bad=30)
    assert dealtape("run", records, home=home).code == 4
    for row in dealtape("sql", "select article_id from articles", "--json", home=home).json():
        steps.erase(Home(home), row["article_id"], claims=False, reason="asked for", actor="ann")
    assert dealtape("publish", home=home).code == 0
    assert asked(home, "held batch") == []
    assert "0 in held batches" in dealtape("doctor", home=home).out
