"""What is counted without keeping a claim back, and how the results are counted."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl

from pipeline.quality import validate
from tests.quality.batches import a_round, articles, judged, money, normalised, said


def test_odd_claims_are_counted_and_go_on(tmp_path: Path) -> None:
    report = judged(
        tmp_path,
        a_round(equity=money(1.5e9), debt=money(1e9)),
        a_round(term_years=5),
        a_round(kind="investment", investors=...),
        a_round(equity=money(1.5e9, currency="EUR"), debt=money(1e9)),
    )
    assert report.failing == {}
    assert said(report, "parts_within_amount") == (3, 1, False)
    assert said(report, "fields_fit_kind") == (4, 1, False)
    assert said(report, "other_party_named") == (1, 1, False)


def test_a_claim_said_twice_of_an_article_is_counted(tmp_path: Path) -> None:
    twice = pl.concat([normalised(a_round()).frame] * 2)
    report = validate("twice", twice, articles({}), tmp_path)
    assert said(report, "claims_differ") == (2, 1, False)
    assert report.failing == {}


def test_only_figures_that_are_stated_are_checked(tmp_path: Path) -> None:
    report = judged(tmp_path, a_round(), a_round(amount=...), a_round(valuation=money(1)))
    assert said(report, "amount_plausible") == (2, 0, True)
    assert said(report, "valuation_plausible") == (1, 0, True)


def test_articles_are_looked_at_too(tmp_path: Path) -> None:
    batch = articles(
        {"title": None},
        {"outcome": "unknown_language"},
        {"outcome": "thin", "text_length": 20},
        {"outcome": "unreadable", "text_length": 0},
        *[{} for _ in range(6)],
    )
    report = validate("articles", normalised(a_round()).frame, batch, tmp_path)
    assert said(report, "title_given") == (10, 1, False)
    assert said(report, "language_known") == (10, 1, False)
    assert said(report, "text_long_enough") == (10, 2, False)
    assert said(report, "articles_readable") == (10, 1, True)
    assert report.failing == {}


def test_many_unreadable_articles_are_a_warning(tmp_path: Path) -> None:
    batch = articles({}, {"outcome": "unreadable"}, {"outcome": "unreadable"})
    assert said(validate("unreadable", normalised().frame, batch, tmp_path), "articles_readable") == (3, 2, False)


def test_article_from_the_future_takes_its_claims_with_it(tmp_path: Path) -> None:
    batch = normalised(a_round(), a_round())
    future = articles({"published_at": datetime(2025, 12, 24, tzinfo=UTC)}, {})
    report = validate("future", batch.frame, future, tmp_path)
    assert report.failing == {batch.frame["claim_key"][0]: ["published_by_observation"]}


def test_date_is_held_against_the_last_day_on_which_the_article_can_be_of(tmp_path: Path) -> None:
    batch = normalised(*[a_round(date="2025-12-20")] * 4)
    seen = articles(
        {
            "published_at": datetime(2025, 1, 1, tzinfo=UTC),
            "published_precision": "year",
            "observed_on": date(2026, 5, 1),
        },
        {
            "published_at": datetime(2025, 11, 1, tzinfo=UTC),
            "published_precision": "month",
            "observed_on": date(2026, 5, 1),
        },
        {"published_at": None, "published_precision": None, "observed_on": date(2026, 5, 1)},
        {"published_at": datetime(2025, 10, 1, tzinfo=UTC), "published_precision": "month"},
    )
    report = validate("dates", batch.frame, seen, tmp_path)
    assert report.failing == {batch.frame["claim_key"][3]: ["date_not_after_article"]}
