"""Observed once, before any state moves; changed bytes are a version; what is gone is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta

import pytest

from pipeline.events import Event, content_hash
from pipeline.events.types import ArticleObserved
from pipeline.fetch import client, due, fetch_source, read_capture
from tests.fetch.site import ARTICLE, Answer, Site, Tape, page, reply, rss, status


def tagged(body: str, tag: str) -> Answer:
    """A page with an ETag that answers 304 to it."""

    def answer(handler: object) -> None:
        if handler.headers.get("If-None-Match") == tag:  # type: ignore[attr-defined]
            reply(handler, 304, ETag=tag)  # type: ignore[arg-type]
        else:
            reply(handler, 200, body.encode(), ETag=tag)  # type: ignore[arg-type]

    return answer


def test_what_was_served_is_captured_byte_for_byte(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a?utm_source=feed"), "/a?utm_source=feed": page(ETag='"1"')}
    tape.fetch(site.source())
    (payload,) = tape.payloads("ArticleObserved")
    observed = ArticleObserved.model_validate(payload)
    raw = read_capture(tape.home, observed.capture)
    assert raw.data == ARTICLE.encode()
    assert content_hash(raw.data) == observed.content_sha256
    assert (observed.http.status, observed.http.etag, observed.source) == (200, '"1"', "site")


def test_identical_bytes_are_observed_once(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    first, second = tape.fetch(site.source()), tape.fetch(site.source())
    assert (first.new, second.new, second.unchanged) == (1, 0, 1)
    assert len(tape.events) == 1


def test_identical_bytes_are_observed_once_even_when_the_state_is_lost(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    tape.home.fetch_state.unlink()
    report = tape.fetch(site.source())
    assert (report.new, report.unchanged, len(tape.events)) == (0, 1, 1)


def test_link_variants_are_one_article(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a", "/a?utm_medium=rss", "/a#top"), "/a": page(), "/a?utm_medium=rss": page()}
    report = tape.fetch(site.source())
    assert (report.found, report.new, report.unchanged) == (3, 1, 2)


def test_changed_bytes_are_a_new_version_when_the_feed_says_so(site: Site, tape: Tape) -> None:
    entry = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/><updated>{}</updated></entry></feed>"
    site.answers |= {"/feed": page(entry.format("2025-10-08T00:00:00Z")), "/a": page()}
    tape.fetch(site.source())
    site.answers |= {"/feed": page(entry.format("2025-10-08T09:00:00Z")), "/a": page(ARTICLE + "<!-- corrected -->")}
    assert tape.fetch(site.source()).new == 1
    ids = {payload["article_id"] for payload in tape.payloads("ArticleObserved")}
    assert (len(ids), len(tape.events)) == (1, 2)


def test_bytes_that_come_back_within_a_day_are_observed_again(site: Site, tape: Tape) -> None:
    for hour, text in enumerate(("one", "other", "one", "other")):
        entry = f"<entry><link href='/a'/><updated>2025-10-08T0{hour}:00:00Z</updated></entry>"
        site.answers |= {"/feed": page(f"<feed>{entry}</feed>"), "/a": page(ARTICLE + text)}
        tape.fetch(site.source())
    assert len({event.event_id for event in tape.events}) == 4


def test_304_saves_the_page_and_the_feed(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": tagged("<rss><channel><item><link>/a</link></item></channel></rss>", '"f"'),
                     "/a": tagged(ARTICLE, '"a"')}  # fmt: skip
    tape.fetch(site.source())
    report = tape.fetch(site.source())
    assert (report.found, report.new) == (0, 0)
    tape.now += timedelta(days=1)
    report = tape.fetch(site.source())
    assert (report.found, report.unchanged) == (1, 1)
    assert site.headers[-1]["If-None-Match"] == '"a"'


def test_a_page_that_is_a_source_is_asked_for_at_every_visit(site: Site, tape: Tape) -> None:
    source = site.source("/a", "page")
    told = []
    for answer in (status(403), tagged(ARTICLE, '"1"'), tagged(ARTICLE, '"1"'), tagged(ARTICLE + "more", '"2"')):
        tape.now += timedelta(hours=1)
        site.answers["/a"] = answer
        report = tape.fetch(source)
        told.append((report.new, report.unchanged, len(report.skipped)))
    assert told == [(0, 0, 1), (1, 0, 0), (0, 1, 0), (1, 0, 0)]
    assert site.headers[-1]["If-None-Match"] == '"1"'


def test_pages_are_looked_at_again_after_a_day_a_week_and_a_month(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    site.answers["/feed"] = rss()
    for _ in range(40):
        tape.now += timedelta(days=1)
        tape.fetch(site.source())
    assert site.asked.count("/a") == 1 + 3


def test_an_article_that_did_not_come_is_tried_again_after_its_feed_has_forgotten_it(
    site: Site, tape: Tape, waits: list[float]
) -> None:
    dated = {"published": "Wed, 08 Oct 2025 10:00:00 GMT"}
    site.answers |= {"/feed": rss("/a", **dated), "/a": status(503)}
    assert len(tape.fetch(site.source()).failed) == 1
    site.answers["/feed"] = rss()
    tape.now += timedelta(hours=1)
    assert len(tape.fetch(site.source()).failed) == 1
    site.answers["/a"] = page()
    tape.now += timedelta(hours=1)
    assert tape.fetch(site.source()).new == 1
    assert tape.payloads("ArticleObserved")[0]["feed_published"] == dated["published"]
    assert tape.fetch(site.source()).found == 0


def test_a_changed_version_that_did_not_come_is_tried_again(site: Site, tape: Tape, waits: list[float]) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    for _ in range(2):  # the second time it is looked at for the last time unasked
        tape.fetch(site.source())
        tape.now += timedelta(days=70)
    site.answers |= {"/feed": rss("/a", published="Wed, 08 Oct 2025 10:00:00 GMT"), "/a": status(503)}
    tape.fetch(site.source())
    site.answers |= {"/feed": rss(), "/a": page(ARTICLE + "more")}
    assert tape.fetch(site.source()).new == 1


def test_a_page_that_never_comes_is_asked_for_ever_more_rarely(site: Site, tape: Tape, waits: list[float]) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": status(503)}
    tape.fetch(site.source())
    site.answers["/feed"] = rss()
    for _ in range(100):
        tape.now += timedelta(hours=1)
        tape.fetch(site.source())
    assert site.asked.count("/a") == client.ATTEMPTS * (1 + 8)  # after 1, 2, 4 ... 64 hours, and the first at once


def test_a_page_that_fails_now_and_then_keeps_its_first_visit_and_its_etag(
    site: Site, tape: Tape, waits: list[float]
) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": tagged(ARTICLE, '"a"')}
    tape.fetch(site.source())
    site.answers["/feed"] = rss()
    for day in range(1, 120):
        site.answers["/a"] = status(503) if day in (1, 7, 30) else tagged(ARTICLE, '"a"')
        tape.now += timedelta(days=1)
        tape.fetch(site.source())
    assert site.asked.count("/a") == 1 + 3 * (client.ATTEMPTS + 1)  # at each age it fails, and comes the day after
    asked = [headers for path, headers in zip(site.asked, site.headers, strict=True) if path == "/a"]
    assert all(headers["If-None-Match"] == '"a"' for headers in asked[1:])


@pytest.mark.parametrize("code", [404, 410])
def test_a_withdrawn_article_is_said_to_be_gone_once(code: int, site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    site.answers["/a"] = status(code)
    gone = []
    for _ in range(10):
        tape.now += timedelta(days=1)
        gone.append(tape.fetch(site.source()).gone)
    assert sum(gone) == 1
    assert [payload["status"] for payload in tape.payloads("ArticleGone")] == [code]


def test_an_article_that_is_not_found_and_withdrawn_later_is_withdrawn(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    for code, days in ((404, 2), (410, 6), (404, 23)):
        site.answers["/a"] = status(code)
        tape.now += timedelta(days=days)
        tape.fetch(site.source())
    assert [payload["status"] for payload in tape.payloads("ArticleGone")] == [404, 410]


def test_an_article_that_is_gone_under_two_links_is_gone_once(site: Site, tape: Tape) -> None:
    links = ("/a", "/a?utm_medium=rss")
    site.answers |= {"/feed": rss(*links), **dict.fromkeys(links, page())}
    tape.fetch(site.source())
    site.answers |= dict.fromkeys(links, status(404))
    tape.now += timedelta(days=1)
    report = tape.fetch(site.source())
    assert (report.gone, report.unchanged, len(tape.payloads("ArticleGone"))) == (1, 1, 1)


def test_an_article_that_comes_back_is_observed_again(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    for days, answer in ((7, status(404)), (30, page())):
        tape.now += timedelta(days=days)
        site.answers["/a"] = answer
        tape.fetch(site.source())
    assert [event.type for event in tape.events] == ["ArticleObserved", "ArticleGone", "ArticleObserved"]


def gone(site: Site, tape: Tape) -> None:
    """An article that was fetched and then withdrawn."""
    site.answers |= {"/feed": rss("/a"), "/a": tagged(ARTICLE, '"a"')}
    tape.fetch(site.source())
    site.answers["/a"] = status(410)
    tape.now += timedelta(days=1)
    assert tape.fetch(site.source()).gone == 1


def test_an_article_that_comes_back_is_observed_again_when_the_state_is_lost(site: Site, tape: Tape) -> None:
    gone(site, tape)
    tape.home.fetch_state.unlink()
    assert tape.fetch(site.source()).unchanged == 1, "that it is still gone says nothing new"
    site.answers["/a"] = page()
    tape.home.fetch_state.unlink()
    assert tape.fetch(site.source()).new == 1


def test_an_article_that_comes_back_by_another_link_is_observed_again(site: Site, tape: Tape) -> None:
    gone(site, tape)
    site.answers |= {"/feed": rss("/a?utm_medium=rss"), "/a?utm_medium=rss": page()}
    assert tape.fetch(site.source()).new == 1


def test_an_article_that_comes_back_as_it_was_is_asked_for_whole(site: Site, tape: Tape) -> None:
    gone(site, tape)
    site.answers["/a"] = tagged(ARTICLE, '"a"')
    tape.now += timedelta(days=7)
    assert tape.fetch(site.source()).new == 1


def test_an_article_that_goes_and_comes_back_within_a_day_is_gone_each_time(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    for hour, answer in enumerate((status(410), page(), status(410))):
        site.answers |= {"/a": answer, "/feed": rss("/a", published=f"Wed, 08 Oct 2025 0{hour}:00:00 GMT")}
        tape.now += timedelta(minutes=1)
        tape.fetch(site.source())
    assert [event.type for event in tape.events] == [
        "ArticleObserved", "ArticleGone", "ArticleObserved", "ArticleGone",
    ]  # fmt: skip
    assert len({event.event_id for event in tape.events}) == 4


def test_a_log_that_refuses_leaves_no_state_behind(site: Site, tape: Tape) -> None:
    """A crash between capture and the log: the next run finds the article as if nothing had happened."""
    site.answers |= {"/feed": tagged("<rss><channel><item><link>/a</link></item></channel></rss>", '"f"'),
                     "/a": tagged(ARTICLE, '"a"')}  # fmt: skip

    def crash(events: Sequence[Event]) -> None:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="disk is full"):
        fetch_source(site.source(), tape.home, now=lambda: tape.now, observe=crash, known=tape.latest.get, erased=())
    assert tape.fetch(site.source()).new == 1


def test_a_crash_after_the_log_loses_and_doubles_nothing(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": tagged(ARTICLE, '"a"')}

    def crash(events: Sequence[Event]) -> None:
        tape.observe(events)
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        fetch_source(site.source(), tape.home, now=lambda: tape.now, observe=crash, known=tape.latest.get, erased=())
    report = tape.fetch(site.source())
    assert (report.new, report.unchanged, len(tape.events)) == (0, 1, 1)


def test_captures_are_on_disk_when_the_log_hears_of_them(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a", "/b"), "/a": page(), "/b": page(ARTICLE + "b")}
    read: list[bytes] = []

    def observe(events: Sequence[Event]) -> None:
        for event in events:
            capture = ArticleObserved.model_validate_json(event.payload).capture
            read.append(read_capture(tape.home, capture).data)
        tape.observe(events)

    fetch_source(site.source(), tape.home, now=lambda: tape.now, observe=observe, known=tape.latest.get, erased=())
    assert read == [ARTICLE.encode(), (ARTICLE + "b").encode()]


def test_the_user_agent_says_who_asks(site: Site, tape: Tape) -> None:
    site.answers["/a"] = page()
    tape.fetch(site.source("/a", "page"))
    assert site.headers[-1]["User-Agent"].startswith("Dealtape/")


def test_a_feed_that_has_moved_for_good_is_noted(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": status(301, Location="/new"), "/new": rss("/a"), "/a": page()}
    report = tape.fetch(site.source())
    assert report.new == 1
    assert "change the address" in report.notes[0]


def test_cookies_are_not_kept(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a", "/b"), "/a": page(Set_Cookie="id=1"), "/b": page(ARTICLE + "b")}
    tape.fetch(site.source())
    assert not [headers for headers in site.headers if "Cookie" in headers]


def test_sources_are_due_by_schedule_and_rest_after_failures(site: Site, tape: Tape) -> None:
    source = site.source()
    assert due([source], tape.home, tape.now) == [source]
    site.answers["/feed"] = rss()
    tape.fetch(source)
    assert due([source], tape.home, tape.now + timedelta(minutes=59)) == []
    assert due([source], tape.home, tape.now + timedelta(minutes=60)) == [source]
    site.answers["/feed"] = status(404)
    tape.fetch(source)
    assert due([source], tape.home, tape.now + timedelta(minutes=119)) == []
    assert due([source], tape.home, tape.now + timedelta(minutes=120)) == [source]


def test_a_source_that_is_off_is_never_due(tape: Tape) -> None:
    source = Site(local="127.0.0.1:1").source()
    off = type(source)(**{**{name: getattr(source, name) for name in source.__slots__}, "enabled": False})
    assert due([off], tape.home, tape.now) == []


def test_events_of_one_observation_have_one_id(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    payload = json.loads(tape.events[0].payload)
    assert payload["observed_on"] == "2025-10-08"
    assert tape.events[0].stream == f"article/{payload['article_id']}"
