"""Title, text, time, address and outcome of pages, records and plain texts."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.articles.read import WORDS, document, read


def linked(**said: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


def test_a_page_gives_title_text_and_address() -> None:
    article = read(document('<title>A title | Site</title><link rel="canonical" href="/news/deal?utm_source=x">'))
    assert article.title == "A title"
    assert "two billion dollars" in article.text
    assert "<" not in article.text
    assert article.canonical_url == "https://site.example/news/deal"
    assert (article.lang, article.outcome, article.cites) == ("en", "ok", ["Bloomberg"])


DATES = {
    "json-ld": linked(datePublished="2025-10-08T09:30:00+02:00"),
    "json-ld graph": '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"],'
    ' "datePublished": "2025-10-08T09:30:00+0200"}]}</script>',
    "open graph": '<meta property="article:published_time" content="2025-10-08T07:30:00Z">',
    "itemprop": '<meta itemprop="datePublished" content="2025-10-08T07:30:00.000Z">',
    "time": '<time datetime="2025-10-08T09:30:00+02:00">8 October</time>',
    "broken json-ld first": '<script type="application/ld+json">{"@type": </script>'
    + linked(datePublished="2025-10-08T09:30+02:00"),
}


@pytest.mark.parametrize("where", DATES)
def test_the_publication_time_is_found_to_the_instant(where: str) -> None:
    article = read(document(DATES[where]), feed_published="2020-01-01")
    assert (article.published_at, article.published_precision) == (datetime(2025, 10, 8, 7, 30, tzinfo=UTC), "second")
    assert article.published == "2025-10-08"


def test_the_publishers_own_day_is_kept_beside_the_instant() -> None:
    article = read(document(linked(datePublished="2025-10-08T23:30:00-05:00")))
    assert article.published == "2025-10-08"
    assert article.published_at == datetime(2025, 10, 9, 4, 30, tzinfo=UTC)


def test_the_feed_helps_out_where_the_page_says_nothing() -> None:
    article = read(
        document(body=f"<p>{WORDS}</p>"), feed_published="Wed, 08 Oct 2025 09:30:00 +0200", feed_title="From the feed"
    )
    assert (article.published_at, article.title) == (datetime(2025, 10, 8, 7, 30, tzinfo=UTC), "From the feed")


def test_a_date_in_the_text_is_the_last_resort_and_only_a_day() -> None:
    article = read(document(body=f"<article><p class='date'>Published 8 October 2025</p><p>{WORDS}</p></article>"))
    assert (article.published, article.published_precision) == ("2025-10-08", "day")


def test_a_date_in_the_future_is_dropped_with_a_note() -> None:
    article = read(document(linked(datePublished="2031-01-01T00:00:00Z")), feed_published="2025-10-07")
    assert article.published == "2025-10-07"
    assert "lies in the future" in article.notes[0]


def test_a_date_of_tomorrow_may_be_another_time_zone() -> None:
    assert read(document(linked(datePublished="2025-10-11T08:00:00+00:00"))).published == "2025-10-11"


@pytest.mark.parametrize("said", ["soon", "0000-00-00", "2025-13-45T99:99:99Z", "1970-01-01T00:00:00Z"])
def test_a_date_that_is_none_is_noted_and_not_guessed(said: str) -> None:
    article = read(json.dumps({"text": WORDS, "published": said}), "application/json")
    assert (article.published_at, article.published) == (None, None)
    assert said in article.notes[0]


def test_a_canonical_address_elsewhere_is_not_believed() -> None:
    for stated in (
        "https://other.example/x",
        "https://www.site.example/",
        "https://evil-site.example/news/deal",
        "http://[",
    ):
        article = read(document(f'<link rel="canonical" href="{stated}">'))
        assert article.canonical_url == "https://site.example/news/deal"
    amp = read(document('<link rel="canonical" href="https://amp.site.example/other">'))
    assert amp.canonical_url == "https://amp.site.example/other"


THIN = {
    "paywall": document(linked(isAccessibleForFree=False)),
    "paywall in words": document(linked(isAccessibleForFree="False")),
    "stub": document(body="<article><p>Only a sentence about a deal in chips.</p></article>"),
    "consent": document("<title>Before you continue</title>", f"<p>{WORDS}</p>"),
    "soft 404": document("<title>Page not found</title>", f"<p>{WORDS}</p>"),
}


@pytest.mark.parametrize("what", THIN)
def test_a_page_without_its_article_is_thin_and_keeps_its_text(what: str) -> None:
    article = read(THIN[what])
    assert article.outcome == "thin"
    assert article.text


@pytest.mark.parametrize("data", ["", "<html></html>", document(body="<script>app()</script>"), "\0\0\0", "<<<>>>"])
def test_html_without_text_is_unreadable(data: str) -> None:
    article = read(data)
    assert (article.outcome, article.text, article.lang) == ("unreadable", "", None)


OVERSIZE = {
    "tags": document(body="<b>x</b>" * 60_000),
    "attributes": document(body="<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{WORDS}</p>"),
    "words in a tag": document(body="<p " + " ".join(f"a{n}" for n in range(200_000)) + f">{WORDS}</p>"),
    "characters": document(body=f"<p>{WORDS * 10_000}</p>"),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("what", OVERSIZE)
def test_a_page_made_to_be_slow_is_not_read(what: str) -> None:
    article = read(OVERSIZE[what])
    assert article.outcome == "unreadable"
    assert "more than an article has" in article.notes[0]


@pytest.mark.timeout(20)
def test_deep_nesting_is_survived() -> None:
    assert read(document(body="<div>" * 40_000 + WORDS)).outcome in ("unreadable", "thin", "ok")
    assert read(document("<script type='application/ld+json'>" + "[" * 90_000 + "</script>")).outcome == "ok"


def test_a_record_is_taken_as_it_is() -> None:
    text = "Short text.\n\nWith  spaces, “quotes” and no title."
    article = read(json.dumps({"text": text, "lang": "fr", "published": "2025-09"}), "application/json")
    assert (article.text, article.lang, article.outcome) == (text, "fr", "ok")
    assert (article.published, article.published_precision) == ("2025-09", "month")
    assert article.canonical_url is None


def test_a_record_in_a_language_of_its_own_word_alone_is_detected() -> None:
    assert read(json.dumps({"text": WORDS, "lang": "xx"}), "application/json").lang == "en"


def test_plain_text_is_taken_as_it_is() -> None:
    article = read(WORDS.encode("utf-16"), "text/plain")
    assert (article.text, article.outcome) == (WORDS, "ok")


def test_another_language_is_said_to_be_unknown() -> None:
    article = read(
        "Suomalainen tekoälyyhtiö keräsi rahoitusta kymmenen miljoonaa euroa uusilta sijoittajilta.", "text/plain"
    )
    assert (article.lang, article.outcome) == (None, "unknown_language")


def test_unseen_characters_do_not_enter_the_text() -> None:
    article = read(
        "xA\u202eI ra\u200bised\0 $20 billion cafe\u0301 in new capital from several investors.", "text/plain"
    )
    assert article.text == "xAI raised $20 billion caf\u00e9 in new capital from several investors."


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from(["text/html", "text/plain", "application/json", None, "text/html; charset=x"]),
)
def test_any_bytes_can_be_read_twice_with_one_result(data: bytes, content_type: str | None) -> None:
    first, second = read(data, content_type), read(data, content_type)
    assert first == second
    first.text.encode("utf-8")
