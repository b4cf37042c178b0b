"""Copies, citations and translations count as one origin."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import polars as pl

from pipeline.deals import origins

SCHEMA = {
    "article_id": pl.String, "publisher": pl.String, "published_at": pl.Datetime("us", "UTC"),
    "sketch": pl.List(pl.UInt64), "cites": pl.List(pl.String), "lang": pl.String,
}  # fmt: skip


def article(key: str, day: int | None, **fields: Any) -> dict[str, Any]:
    when = day and datetime(2025, 10, day, tzinfo=UTC)
    base = {
        "article_id": key,
        "publisher": f"paper {key}",
        "published_at": when,
        "sketch": [],
        "cites": [],
        "lang": "en",
    }
    return base | fields


def origin_of(
    *articles: dict[str, Any], told: dict[str, str] | None = None, denying: tuple[str, ...] = ()
) -> dict[str, str]:
    rows = [(key, deal, key in denying) for key, deals in (told or {}).items() for deal in deals]
    schema = {"article_id": pl.String, "deal": pl.String, "denied": pl.Boolean}
    about = pl.DataFrame(rows, schema=schema, orient="row")
    found = origins(pl.DataFrame(list(articles), schema=SCHEMA), about)
    assert set(found.filter("is_original")["article_id"]) == set(found["origin_id"])
    return dict(found.select("article_id", "origin_id").iter_rows())


def test_copies_come_from_the_earliest_publication() -> None:
    found = origin_of(
        article("late", 5, sketch=[1, 2, 3, 4, 9, 10]), article("early", 1, sketch=[1, 2, 3, 4, 5, 6, 7]),
        article("other", 2, sketch=[11, 12, 13, 14]), article("undated", None, sketch=[1, 2, 3, 4]),
    )  # fmt: skip
    assert found == {"late": "early", "early": "early", "other": "other", "undated": "early"}


def test_less_than_half_of_the_smaller_text_is_no_copy() -> None:
    assert origin_of(article("a", 1, sketch=[1, 2, 3, 4, 5]), article("b", 2, sketch=[1, 2, 7, 8, 9]))["b"] == "b"


def test_a_text_printed_in_hundreds_of_papers_is_one_origin() -> None:
    copies = [article(f"c{n:03}", 1 + n % 28, sketch=[1, 2, 3, 4, 5, 1000 + n]) for n in range(300)]
    assert set(origin_of(*copies).values()) == {"c000"}


def test_a_citation_joins_the_cited_publishers_article_on_the_same_deal() -> None:
    source = article("source", 1, publisher="The Daily Wire")
    citing = article("citing", 3, cites=["Daily Wire"])
    assert origin_of(source, citing, told={"source": "x", "citing": "xy"})["citing"] == "source"
    assert origin_of(source, citing, told={"source": "x", "citing": "y"})["citing"] == "citing"
    late = citing | {"published_at": datetime(2025, 10, 20, tzinfo=UTC)}
    assert origin_of(source, late, told={"source": "x", "citing": "x"})["citing"] == "citing"


def test_two_that_cite_one_uncaptured_report_are_one_origin() -> None:
    first, second = article("first", 1, cites=["Daily Wire"]), article("second", 2, cites=["Daily Wire"])
    assert origin_of(first, second, told={"first": "x", "second": "x"})["second"] == "first"


def test_a_denial_is_of_one_origin_with_no_report_that_it_answers() -> None:
    days = {"first": 1, "denial": 2, "second": 3, "echo": 4}
    citing = [article(key, day, cites=["Daily Wire"], sketch=[1, 2, 3, day]) for key, day in days.items()]
    found = origin_of(*citing, told=dict.fromkeys(days, "x"), denying=("denial", "echo"))
    assert found == {"first": "first", "denial": "denial", "second": "first", "echo": "denial"}
    copied = [article(key, day, sketch=[1, 2, 3, 4, 5]) for key, day in days.items()]
    found = origin_of(*copied, told=dict.fromkeys(days, "x"), denying=("denial", "echo"))
    assert found == {"first": "first", "denial": "denial", "second": "first", "echo": "denial"}


def test_an_article_with_two_sources_is_its_own_origin() -> None:
    source = article("source", 1, publisher="Daily Wire")
    citing = article("citing", 2, cites=["Daily Wire", "Evening Post"])
    assert origin_of(source, citing, told={"source": "x", "citing": "x"})["citing"] == "citing"


def test_a_translation_tells_the_same_deals_in_another_language() -> None:
    told = {"english": "xyz", "french": "xyz", "german": "xy"}
    found = origin_of(
        article("english", 1), article("french", 2, lang="fr"), article("german", 2, lang="de"), told=told
    )
    assert found == {"english": "english", "french": "english", "german": "german"}


def test_no_articles_have_no_origin() -> None:
    assert origin_of() == {}
