"""What robots.txt says is kept to, wherever it lies and however it fails."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler

import pytest

from pipeline.fetch.state import opened
from tests.fetch.site import Site, Tape, page, reply, rss, status


def test_robots_txt_closes_a_path(site: Site, tape: Tape) -> None:
    site.answers |= {
        "/robots.txt": page("User-agent: dealtape\nDisallow: /private/", Content_Type="text/plain"),
        "/feed": rss("/private/a", "/b"),
        "/private/a": page(),
        "/b": page(),
    }
    report = tape.fetch(site.source())
    assert "robots.txt does not allow" in report.skipped[0].what
    assert (report.new, "/private/a" in site.asked) == (1, False)


def test_a_redirect_into_a_closed_path_is_not_followed(site: Site, tape: Tape) -> None:
    site.answers |= {
        "/robots.txt": page("User-agent: *\nDisallow: /private/", Content_Type="text/plain"),
        "/a": status(302, Location="/private/a"),
    }
    assert tape.fetch(site.source("/a", "page")).new == 0
    assert "/private/a" not in site.asked


def test_unreachable_robots_txt_closes_the_site(site: Site, tape: Tape, waits: list[float]) -> None:
    site.answers |= {"/robots.txt": status(503), "/feed": rss("/a"), "/a": page()}
    report = tape.fetch(site.source())
    assert "robots.txt" in report.failed[0].what
    assert "/feed" not in site.asked


@pytest.mark.parametrize("code", [503, 429])
def test_articles_wait_while_robots_txt_cannot_be_read(code: int, site: Site, tape: Tape, waits: list[float]) -> None:
    def rules(handler: BaseHTTPRequestHandler) -> None:
        reply(handler, code if handler.headers["Host"] == "other.example" else 404)

    site.answers |= {"/robots.txt": rules, "/feed": rss("http://other.example/a"), "/a": page()}
    (failed,) = tape.fetch(site.source()).failed
    assert (failed.where, failed.what) == ("http://other.example/a", "robots.txt could not be read")
    assert "/a" not in site.asked

    site.answers["/robots.txt"] = status(404)
    with opened(tape.home.fetch_state) as state:
        state.save_robots("http://other.example", code, "", time.time() - 3600)  # as if that had been an hour ago
    assert tape.fetch(site.source()).new == 1


def test_robots_txt_is_followed_to_where_it_has_moved(site: Site, tape: Tape) -> None:
    site.answers |= {
        "/robots.txt": status(301, Location="/rules"),
        "/rules": page("User-agent: *\nDisallow: /a", Content_Type="text/plain"),
        "/feed": rss("/a"),
        "/a": page(),
    }
    report = tape.fetch(site.source())
    assert "robots.txt does not allow" in report.skipped[0].what
    assert "/a" not in site.asked


@pytest.mark.parametrize("target", ["/robots.txt", "file:///etc/passwd"])
def test_robots_txt_that_leads_nowhere_closes_nothing(target: str, site: Site, tape: Tape) -> None:
    site.answers |= {"/robots.txt": status(302, Location=target), "/feed": rss("/a"), "/a": page()}
    assert tape.fetch(site.source()).new == 1


def test_robots_txt_is_read_once_a_day(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    tape.fetch(site.source())
    assert site.asked.count("/robots.txt") == 1
