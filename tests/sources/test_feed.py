"""Entries of feeds as they are found on the web."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sources import Item, Skip, SourceError
from pipeline.sources.feed import MAX_ENTRIES, entries

BASE = "https://site.example/feed"


def items(document: str | bytes) -> list[Item | Skip]:
    return list(entries(document.encode() if isinstance(document, str) else document, BASE))


def rss(item: str) -> str:
    return f'<?xml version="1.0"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title>{item}</channel></rss>'


def test_rss_gives_link_title_and_the_date_as_written() -> None:
    (item,) = items(rss("<item><title>A &amp;amp; B</title><link> https://site.example/a </link>"
                        "<pubDate>Wed, 08 Oct 2025 10:00:00 +0200</pubDate></item>"))  # fmt: skip
    assert item == Item("https://site.example/a", title="A & B", published="Wed, 08 Oct 2025 10:00:00 +0200")


def test_atom_takes_the_alternate_link_and_both_dates() -> None:
    (item,) = items(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">&lt;b&gt;T&lt;/b&gt;</title>'
        '<link rel="self" href="/self"/><link rel="alternate" href="/a"/><id>urn:1</id>'
        "<published>2025-10-08</published><updated>2025-10-09T00:00:00Z</updated></entry></feed>"
    )
    assert item == Item("https://site.example/a", title="T", published="2025-10-08", updated="2025-10-09T00:00:00Z")


def test_rdf_and_dublin_core_are_read() -> None:
    (item,) = items(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>T</title><link>/a</link><dc:date>2025-10</dc:date></item></rdf:RDF>'
    )
    assert isinstance(item, Item)
    assert (item.url, item.published) == ("https://site.example/a", "2025-10")


def test_a_guid_is_a_link_only_when_it_is_a_permalink() -> None:
    kept, left = items(rss("<item><guid>https://site.example/g</guid></item>"
                           '<item><guid isPermaLink="false">https://site.example/h</guid></item>'))  # fmt: skip
    assert isinstance(kept, Item)
    assert isinstance(left, Skip)
    assert "entry 2" in left.where


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "ftp://site.example/a"])
def test_links_that_are_no_pages_are_skipped(link: str) -> None:
    (skip,) = items(rss(f"<item><link>{link}</link></item>"))
    assert isinstance(skip, Skip)


def test_junk_before_the_declaration_and_a_cut_end_lose_no_entry() -> None:
    whole = rss("<item><link>/a</link></item><item><link>/b</link></item>")
    for document in ("\n\n  junk " + whole, "\ufeff" + whole, whole[: whole.rindex("</item>")]):
        assert [item.url for item in items(document) if isinstance(item, Item)] == [
            f"https://site.example/{x}" for x in "ab"
        ]


def test_stray_entities_and_ampersands_do_not_stop_a_feed() -> None:
    found = items(
        rss("<item><title>A & B &nbsp; C</title><link>/a?x=1&amp;y=2</link></item><item><link>/b</link></item>")
    )
    assert [item.url for item in found if isinstance(item, Item)] == [
        "https://site.example/a?x=1&y=2",
        "https://site.example/b",
    ]


@pytest.mark.timeout(20)
def test_sections_that_never_close_are_looked_through_once() -> None:
    sections = "<![CDATA[ & " * 30_000
    found = items(rss(f"<item><link>/a</link></item><item><title>A & B</title><link>/b</link></item>{sections}"))
    assert [item.title for item in found if isinstance(item, Item)] == [None, "A & B"]


def test_latin_1_is_decoded_by_the_declaration() -> None:
    document = rss("<item><title>Société</title><link>/a</link></item>").replace("?>", ' encoding="iso-8859-1"?>')
    (item,) = items(document.encode("latin-1"))
    assert isinstance(item, Item)
    assert item.title == "Société"


def test_a_link_that_is_no_address_is_named_and_the_next_entry_is_read() -> None:
    broken, good = items(rss("<item><link>http://[broken</link></item><item><link>/b</link></item>"))
    assert isinstance(broken, Skip)
    assert "http://[broken" in broken.what
    assert isinstance(good, Item)


def test_breaks_within_a_link_are_left_out_as_browsers_do() -> None:
    (item,) = items(rss("<item><link>http://other.example/a\n\tb&#13;&#10;WARC-Type: x</link></item>"))
    assert isinstance(item, Item)
    assert item.url == "http://other.example/abWARC-Type: x"


def test_an_endless_feed_is_cut_and_says_so() -> None:
    found = items(rss("<item><link>/a</link></item>" * (MAX_ENTRIES + 5)))
    assert len(found) == MAX_ENTRIES + 1
    assert isinstance(found[-1], Skip)


@pytest.mark.parametrize("document", ["", "no feed", "<html><body>Log in</body></html>", "{}", "\0\0\0"])
def test_what_is_no_feed_is_said_to_be_none(document: str) -> None:
    with pytest.raises(SourceError, match=r"https://site\.example/feed: no "):
        items(document)


@given(st.binary(max_size=200), st.sampled_from([b"", b"<rss><channel>", b"<feed>", b"<?xml version='1.0'?><rss>"]))
def test_any_bytes_are_a_feed_or_refused(data: bytes, start: bytes) -> None:
    try:
        found = list(entries(start + data, BASE))
    except SourceError:
        found = []
    assert all(isinstance(one, Item | Skip) for one in found)
