"""When a batch is held, and what is said of an empty one."""

from __future__ import annotations

from pathlib import Path

from pipeline.quality import validate
from tests.quality.batches import a_round, articles, judged, money, normalised, said

GOOD, FAILING, REFUSED = a_round(), a_round(amount=money(-1)), a_round(amount=money(1, currency="?"))


def test_claims_that_fail_and_claims_that_normalising_refused_both_count(tmp_path: Path) -> None:
    report = judged(tmp_path, *[GOOD] * 30, *[FAILING] * 10, *[REFUSED] * 10)
    assert report.held


def test_held_batch_still_names_its_failing_claims(tmp_path: Path) -> None:
    batch = normalised(*[GOOD] * 30, *[FAILING] * 25)
    report = validate("held", batch.frame, articles(*[{} for _ in range(55)]), tmp_path)
    assert report.held
    assert report.failing == {key: ["figures_positive"] for key in batch.frame["claim_key"][30:]}


def test_batch_without_claims_is_said_to_be_empty(tmp_path: Path) -> None:
    report = validate("empty", normalised().frame, articles({}), tmp_path)
    assert report.empty
    assert not report.held
    assert report.failing == {}
    assert said(report, "batch_has_claims") == (0, 1, False)
    assert said(report, "batch_has_articles") == (1, 0, True)


def test_batch_without_anything_is_said_to_be_empty(tmp_path: Path) -> None:
    report = validate("nothing", normalised().frame, articles(), tmp_path)
    assert report.empty
    assert said(report, "batch_has_articles") == (0, 1, False)


def test_batch_of_refused_claims_alone_is_not_empty(tmp_path: Path) -> None:
    assert not judged(tmp_path, REFUSED).empty


def test_same_batch_gives_the_same_results_in_the_same_order(tmp_path: Path) -> None:
    assert judged(tmp_path, GOOD, FAILING) == judged(tmp_path, GOOD, FAILING)
