"""Servers that mean harm or are broken: within limits, said clearly, and nobody else suffers."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from pipeline.fetch import client
from tests.fetch.site import ARTICLE, Answer, Site, Tape, page, reply, rss, status


def packed(body: bytes, encoding: str = "gzip") -> Answer:
    return lambda handler: reply(handler, 200, body, Content_Encoding=encoding)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A page that sends a byte now and then and never ends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(400):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def drip_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    for _ in range(400):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def cut_short(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<p>half")
    handler.close_connection = True


BOMB = gzip.compress(b"\0" * (64 * 2**20))
LEFT_OUT: dict[str, tuple[Answer, str]] = {
    "a page of 20 MB": (page("x" * 20_000_000), "over 5 MiB as sent"),
    "a gzip bomb": (packed(BOMB), "over 20 MiB once decompressed"),
    "a deflate bomb": (packed(zlib.compress(b"\0" * (64 * 2**20)), "deflate"), "over 20 MiB once decompressed"),
    "a thousand tiny members": (packed(gzip.compress(b"word ") * 1000), "over 100 gzip members"),
    "a chain of encodings": (packed(gzip.compress(BOMB), "gzip, gzip"), "was not asked for"),
    "an encoding that was not asked for": (packed(b"\x0b\x02\x80", "br"), "was not asked for"),
    "a picture": (page("GIF89a", Content_Type="image/gif"), "image/gif is no text"),
    "binary data as text": (lambda h: reply(h, 200, b"PK\x03\x04\0\0\0\0" * 50), "binary data"),
    "an empty page": (page(""), "empty"),
    "a redirect to a file": (status(302, Location="file:///etc/passwd"), "not an http or https URL"),
    "a redirect with a password": (status(302, Location="http://me:secret@site.example/x"), "carries a password"),
    "a redirect to what is no address": (status(302, Location="http://[broken"), "redirects to 'http://[broken'"),
    "a redirect to itself": (status(302, Location="/bad"), "more than 5 redirects"),
    "a reservation of text mining": (page(TDM_Reservation="1"), "reserves text and data mining"),
    "a forbidden page": (status(403), "status 403"),
    "a missing page": (status(404), "status 404"),
}


@pytest.mark.parametrize("what", LEFT_OUT)
def test_a_bad_page_is_left_out_with_the_reason_and_the_next_is_read(what: str, site: Site, tape: Tape) -> None:
    answer, reason = LEFT_OUT[what]
    site.answers |= {"/feed": rss("/bad", "/good"), "/bad": answer, "/good": page()}
    report = tape.fetch(site.source())
    assert [skip.where for skip in report.skipped] == ["http://site.example/bad"]
    assert reason in report.skipped[0].what
    assert "secret" not in report.skipped[0].what
    assert (report.found, report.new, report.failed) == (2, 1, [])


@pytest.mark.parametrize("answer", [drip, drip_headers], ids=["body", "headers"])
def test_a_server_that_drips_meets_the_deadline(
    answer: Answer, site: Site, tape: Tape, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "REQUEST_SECONDS", 0.3)
    site.answers |= {"/feed": rss("/bad", "/good"), "/bad": answer, "/good": page()}
    began = time.monotonic()
    report = tape.fetch(site.source())
    assert time.monotonic() - began < 4
    assert "took longer than 0.3 s" in report.failed[0].what
    assert report.new == 1


@pytest.mark.parametrize(
    "answer",
    [status(503), status(429), cut_short, packed(gzip.compress(ARTICLE.encode())[:-40])],
    ids=["503", "429", "cut short", "cut gzip"],
)
def test_trouble_that_may_pass_is_retried_then_left_for_the_next_run(
    answer: Answer, site: Site, tape: Tape, waits: list[float]
) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": answer}
    report = tape.fetch(site.source())
    assert [fail.where for fail in report.failed] == ["http://site.example/a"]
    assert site.asked.count("/a") == client.ATTEMPTS
    assert len(waits) == client.ATTEMPTS - 1
    site.answers["/a"] = page()
    assert tape.fetch(site.source()).new == 1


def test_a_page_in_several_gzip_members_is_read_whole(site: Site, tape: Tape) -> None:
    members = [gzip.compress(ARTICLE.encode()[at : at + 100]) for at in range(0, len(ARTICLE), 100)]
    site.answers |= {"/feed": rss("/a"), "/a": packed(b"".join(members))}
    tape.fetch(site.source())
    (observed,) = tape.payloads("ArticleObserved")
    assert observed["size"] == len(ARTICLE)


def test_a_connection_that_the_server_keeps_open_is_not_used_again(site: Site, tape: Tape) -> None:
    def keep(answer: Answer) -> Answer:
        def kept(handler: BaseHTTPRequestHandler) -> None:
            handler.close_connection = False
            answer(handler)

        return kept

    site.answers |= {"/feed": keep(rss("/a", "/b")), "/a": keep(page()), "/b": keep(page(ARTICLE + "b"))}
    assert tape.fetch(site.source()).new == 2
    assert len(set(site.callers)) == len(site.asked) == 4, "only the connection of its own is watched by a deadline"


def test_retry_after_is_waited_for_and_a_longer_one_is_not(site: Site, tape: Tape, waits: list[float]) -> None:
    site.answers |= {
        "/feed": rss("/a", "/b"),
        "/a": status(503, Retry_After="7"),
        "/b": status(503, Retry_After="9999"),
    }
    report = tape.fetch(site.source())
    assert waits == [7.0, 7.0]
    assert site.asked.count("/b") == 1
    assert len(report.failed) == 2


def test_a_bomb_in_a_redirect_is_not_read(site: Site, tape: Tape) -> None:
    def redirect(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, 301, BOMB, Content_Encoding="gzip", Location="/good")

    site.answers |= {"/feed": rss("/a"), "/a": redirect, "/good": page()}
    assert tape.fetch(site.source()).new == 1


FEEDS: dict[str, tuple[Answer, str]] = {
    "html": (page(), "no RSS or Atom feed but a document of type <html>"),
    "broken": (page("<<<<"), "no RSS or Atom feed but an empty document"),
    "empty": (page(""), "no feed"),
    "gone": (status(410), "switch the source off"),
    "missing": (status(404), "status 404"),
}


@pytest.mark.parametrize("what", FEEDS)
def test_a_broken_feed_is_reported_with_its_address(what: str, site: Site, tape: Tape) -> None:
    answer, reason = FEEDS[what]
    site.answers["/feed"] = answer
    report = tape.fetch(site.source())
    assert report.failed[0].where == "http://site.example/feed"
    assert reason in report.failed[0].what
    assert (report.found, report.listed, tape.events) == (0, False, [])


def attributes(count: int) -> bytes:
    return b"<rss><channel><item " + b" ".join(b'a%d="x"' % i for i in range(count)) + b"/>"


def nesting(count: int) -> bytes:
    return b"<rss>" + b"<a>" * count


@pytest.mark.parametrize("build", [attributes, nesting])
def test_a_feed_made_to_be_slow_costs_little(build: Callable[[int], bytes], site: Site, tape: Tape) -> None:
    body = build(50_000)
    site.answers["/feed"] = lambda handler: reply(handler, 200, body)
    began = time.process_time()
    tape.fetch(site.source())
    assert time.process_time() - began < 2


def test_entities_of_a_feed_are_not_expanded(site: Site, tape: Tape) -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    body = (
        f'<!DOCTYPE rss [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{entities}]>'
        "<rss><channel><item><title>&e9;&file;</title><link>/a</link></item></channel></rss>"
    )
    site.answers |= {"/feed": page(body), "/a": page()}
    tape.fetch(site.source())
    titles = [payload.get("feed_title") for payload in tape.payloads("ArticleObserved")]
    assert len(titles) == 1
    assert "root:" not in str(titles)
    assert len(str(titles)) < 1000
