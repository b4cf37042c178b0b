"""What was erased on request is not fetched, captured or read again, whatever its publisher serves."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from pipeline import steps
from pipeline.events import make_event
from pipeline.events.types import ArticleObserved
from pipeline.fetch import read_capture
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.capturing import capture_source
from tests.fetch.site import ARTICLE, Site, page, rss

BEFORE, AFTER = datetime(2025, 10, 8, tzinfo=UTC), datetime(2025, 10, 10, tzinfo=UTC)


def fetched(site: Site, home: Home, at: datetime) -> dict[str, Any]:
    return capture_source(home, site.source(), now=lambda: at)


def observed(home: Home) -> list[ArticleObserved]:
    payloads = Log(home.log).read(types=["ArticleObserved"])["payload"]
    return [ArticleObserved.model_validate_json(payload) for payload in payloads]


@pytest.fixture
def erased(site: Site, home: Home) -> str:
    """The id of an article that was fetched and erased, after which its page changed."""
    site.answers |= {"/feed": rss("/a", "/b"), "/a": page(), "/b": page(ARTICLE + "b")}
    fetched(site, home, BEFORE)
    article_id = observed(home)[0].article_id
    steps.erase(home, article_id, claims=False, reason="asked for", actor="ann")
    site.answers["/a"] = page(ARTICLE + "<!-- another advertisement -->")
    site.asked.clear()
    return article_id


@pytest.mark.parametrize("links", [("/a", "/b"), ("/a?utm_medium=rss", "/b")])
def test_an_erased_article_is_skipped_and_said_to_be_erased(
    links: tuple[str, str], site: Site, home: Home, erased: str
) -> None:
    site.answers["/feed"] = rss(*links)
    report = fetched(site, home, AFTER)
    assert report["skipped"] == [{"where": f"http://site.example{links[0]}", "what": "erased on request"}]
    assert (report["new"], report["unchanged"]) == (0, 1)
    assert links[0] not in site.asked
    assert len(observed(home)) == 2


def test_an_erased_article_that_left_its_feed_is_not_looked_at_again(site: Site, home: Home, erased: str) -> None:
    site.answers["/feed"] = rss()
    report = fetched(site, home, AFTER)
    assert (report["skipped"], report["unchanged"]) == ([], 1)
    assert "/a" not in site.asked


def test_an_observation_that_is_voided_too_changes_nothing(site: Site, home: Home, erased: str) -> None:
    first = Log(home.log).read(types=["ArticleObserved"])["event_id"][0]
    steps.void(home, first, reason="a mistake", actor="ann")
    assert fetched(site, home, AFTER)["new"] == 0


def test_when_the_erasure_is_voided_the_page_is_fetched_again(site: Site, home: Home, erased: str) -> None:
    (erasure,) = Log(home.log).read(types=["ContentErased"])["event_id"]
    steps.void(home, erasure, reason="another article was meant", actor="ann")
    assert fetched(site, home, AFTER)["new"] == 1
    assert b"another advertisement" in read_capture(home, observed(home)[-1].capture).data


def test_a_version_that_was_observed_while_its_article_was_erased_is_not_read(
    site: Site, home: Home, erased: str
) -> None:
    last = observed(home)[0].model_copy(update={"content_sha256": "0" * 64})
    Log(home.log).append([make_event(last, occurred_at=BEFORE, actor="fetch")])
    assert erased not in set(tape.unread(Log(home.log))["article_id"])
