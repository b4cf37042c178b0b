"""Whether an article is gone stands on the log, and what was voided never was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from pipeline import steps
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps.capturing import capture_source
from tests.fetch.site import Site, page, rss, status


def test_an_article_is_gone_until_it_is_observed_again_or_its_going_is_voided(site: Site, home: Home) -> None:
    day = datetime(2025, 10, 8, tzinfo=UTC)

    def told(answer: int) -> tuple[int, int, int]:
        nonlocal day
        day += timedelta(days=1)
        home.fetch_state.unlink(missing_ok=True)
        site.answers |= {"/feed": rss("/a"), "/a": page() if answer == 200 else status(answer)}
        report = capture_source(home, site.source(), now=lambda: day)
        return report["new"], report["gone"], report["unchanged"]

    assert [told(answer) for answer in (200, 410, 410, 200, 200, 410)] == [
        (1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 0, 0), (0, 0, 1), (0, 1, 0),
    ]  # fmt: skip
    steps.void(home, Log(home.log).read(types=["ArticleGone"])["event_id"][-1], reason="a mistake", actor="ann")
    assert told(200) == (0, 0, 1)
