"""Which URLs are one article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events.address import article_id, url_key

ONE_ARTICLE = [
    "https://example.com/news/deal",
    "http://www.example.com/news/deal/",
    "HTTPS://EXAMPLE.com:443//news/./x/../deal",
    "https://example.com/news/deal?utm_source=rss&utm_medium=feed&fbclid=1",
    "https://example.com/news/deal#comments",
]
DIFFERENT = [
    "https://example.com/news/deal",
    "https://example.com/news/Deal",
    "https://example.com/news/deal?newsid=7",
    "https://example.com/news/deal?story=7",
    "https://news.example.com/news/deal",
    "https://example.com:8443/news/deal",
    "https://example.org/news/deal",
]


def test_variants_of_a_link_are_one_article() -> None:
    assert len({article_id(url) for url in ONE_ARTICLE}) == 1


def test_other_addresses_are_other_articles() -> None:
    assert len({article_id(url) for url in DIFFERENT}) == len(DIFFERENT)


def test_the_order_of_a_query_does_not_matter_but_its_values_do() -> None:
    assert url_key("https://a.example/?b=2&a=1") == url_key("https://a.example/?a=1&b=2")
    assert url_key("https://a.example/?a=1") != url_key("https://a.example/?a=2")


def test_a_record_of_a_file_keeps_its_name() -> None:
    assert url_key("file:///articles.jsonl#seed-001") != url_key("file:///articles.jsonl#seed-002")


@pytest.mark.parametrize("url", ["", "no url", "javascript:alert(1)", "ftp://a.example/x", "http://"])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        url_key(url)


@given(
    st.from_regex(
        r"https?://(www\.)?[a-z]{1,8}\.example(/[a-zA-Z0-9%._~-]{0,8}){0,3}(\?[a-z=&%0-9]{0,12})?", fullmatch=True
    )
)
def test_the_key_of_a_key_is_itself(url: str) -> None:
    assert url_key(url_key(url)) == url_key(url)
