"""What robots.txt says is kept to, wherever it lies and however it fails."""

from __future__ import annotations

import pytest

from tests.fetch.site import Site, Tape, page, rss, status


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
