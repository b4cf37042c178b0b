"""What a source's run has captured and not yet observed, and the visits that become state only after that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline.events import Event, Payload, content_hash, make_event
from pipeline.events.types import ArticleGone, ArticleObserved, Capture, HttpFacts
from pipeline.fetch.capture import CaptureFile
from pipeline.fetch.client import Response
from pipeline.fetch.report import FetchReport
from pipeline.fetch.state import Page, State
from pipeline.sources import Item

ACTOR = "fetch"
BATCH = 100
"""Articles that are observed together: one fsync and one commit on the log for all of them."""

Observe = Callable[[Sequence[Event]], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """The newest observation of an article: its event, its content hash, and by which status it is gone since."""

    event_id: str
    content_sha256: str
    gone: int | None = None


Known = Callable[[str], Seen | None]


@dataclass(slots=True)
class Findings:
    """What is found until `record`; `known` gives what the log has seen of an article, `latest` what this run has."""

    source: str
    state: State
    captures: CaptureFile
    now: Callable[[], datetime]
    observe: Observe
    known: Known
    report: FetchReport
    latest: dict[str, Seen] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    visits: list[Page] = field(default_factory=list)

    @property
    def are_many(self) -> bool:
        """Whether it is time to record them."""
        return len(self.events) >= BATCH

    def seen(self, identity: str) -> Seen | None:
        """The newest observation of an article, in this run or before it."""
        return self.latest.get(identity) or self.known(identity)

    def file(self, item: Item, identity: str, data: bytes, content_type: str) -> None:
        """Capture a new or changed article that came as a file or record."""
        capture = self.captures.file(item.url, data, content_type)
        self._article(item, identity, data, capture, HttpFacts(content_type=content_type))

    def answer(self, item: Item, identity: str, response: Response) -> None:
        """Capture a new or changed article that a server sent."""
        facts = HttpFacts(
            status=response.status,
            content_type=response.headers.get("content-type"),
            etag=response.headers.get("etag"),
            last_modified=response.headers.get("last-modified"),
        )
        self._article(item, identity, response.content, self.captures.response(response), facts)

    def gone(self, url: str, identity: str, status: int, before: Seen) -> None:
        """The publisher withdrew an article."""
        now = self.now()
        self._event(
            ArticleGone(article_id=identity, url=url, status=status, observed_on=now.date(), follows=before.event_id),
            now,
        )
        self.latest[identity] = replace(before, gone=status)
        self.report.gone += 1

    def record(self) -> None:
        """Captures reach the disk, then the log has the events, then the visits become state."""
        self.captures.sync()
        if self.events:
            self.observe(self.events)
        self.state.save(self.visits)
        self.events, self.visits = [], []

    def _article(self, item: Item, identity: str, data: bytes, capture: Capture, facts: HttpFacts) -> None:
        now, before = self.now(), self.seen(identity)
        observed = ArticleObserved(
            article_id=identity,
            source=self.source,
            url=item.url,
            content_sha256=content_hash(data),
            size=len(data),
            capture=capture,
            http=facts,
            feed_title=item.title,
            feed_published=item.published,
            observed_on=now.date(),
            follows=before.event_id if before else None,
        )
        self.latest[identity] = Seen(self._event(observed, now), observed.content_sha256)
        self.report.new += 1

    def _event(self, payload: Payload, now: datetime) -> str:
        event = make_event(payload, occurred_at=now, actor=ACTOR)
        self.events.append(event)
        return event.event_id


def visit(
    item: Item, source: str, status: int, before: Page | None, now: datetime, response: Response | None = None
) -> Page:
    """A visit as state: validators of the answer, or those of the visit before if it names none."""
    headers: Mapping[str, str] = response.headers if response else {}
    return Page(
        url=item.url,
        source=source,
        status=status,
        first_at=before.first_at if before else now.timestamp(),
        checked_at=now.timestamp(),
        etag=headers.get("etag") or (before.etag if before else None),
        last_modified=headers.get("last-modified") or (before.last_modified if before else None),
        title=item.title,
        published=item.published,
        updated=item.updated,
    )
