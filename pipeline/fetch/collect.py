"""One source's run: list, fetch, capture, observe, and only then move ETags and schedule.

The order is what keeps articles from being lost: a crash at any point leaves either nothing recorded, or an observed
article whose ETag has not moved, which is fetched again and found unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from pipeline.events import Event, content_hash, make_event
from pipeline.events.address import article_id
from pipeline.events.types import ArticleGone, ArticleObserved, Capture, HttpFacts
from pipeline.fetch.capture import CaptureFile
from pipeline.fetch.client import RETRY, Client, Response
from pipeline.fetch.content import refusal
from pipeline.fetch.errors import FetchError
from pipeline.fetch.report import FetchReport
from pipeline.fetch.state import Page, State
from pipeline.settings import Home
from pipeline.sources import KINDS, Item, Skip, Source, SourceError

ACTOR = "fetch"
BATCH = 100
"""Articles that are observed together: one fsync and one commit on the log for all of them."""
REVISIT = timedelta(hours=24)
"""A known article that its feed still lists is looked at again after this, or at once when the feed says it changed."""
GONE = (404, 410)

Observe = Callable[[Sequence[Event]], None]
Known = Callable[[str], str | None]


def fetch_source(
    source: Source,
    home: Home,
    *,
    now: Callable[[], datetime],
    observe: Observe,
    known: Known,
) -> FetchReport:
    """Fetch one source. `observe` appends events to the log; `known` gives the newest content hash of an article.

    The source's own trouble ends up in the report and is never raised; what `observe` raises is.
    """
    with (
        closing(State(home.fetch_state)) as state,
        closing(Client(state, local=source.local, contact=source.contact)) as client,
        CaptureFile(home.captures, source.name, now()) as captures,
    ):
        run = _Run(source, state, client, captures, now, observe, known, FetchReport(source.name))
        run.collect()
        return run.report


@dataclass(slots=True)
class _Run:
    """One run: what is captured but not yet observed, and the visits that become state only after that."""

    source: Source
    state: State
    client: Client
    captures: CaptureFile
    now: Callable[[], datetime]
    observe: Observe
    known: Known
    report: FetchReport
    latest: dict[str, str] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    visits: list[Page] = field(default_factory=list)
    listing_visits: list[Page] = field(default_factory=list)

    def collect(self) -> None:
        """Take every item that the source lists, then let the source's own state move."""
        for item in self._items():
            if isinstance(item, Skip):
                self.report.skipped.append(item)
            else:
                self.report.found += 1
                self._take(item)
            if len(self.events) >= BATCH:
                self._flush()
        self._flush()
        if not self.report.failed:
            self.state.save(self.listing_visits)
        self.state.source_done(self.source.name, self.now().timestamp(), failed=bool(self.report.failed))

    def _items(self) -> Iterator[Item | Skip]:
        """The source's items; trouble in listing them ends the list and is reported."""
        try:
            yield from KINDS[self.source.kind](self.source, self._read_listing)
        except (FetchError, SourceError) as error:
            self.report.failed.append(Skip(self.source.address, _without(self.source.address, error)))

    def _read_listing(self, url: str) -> bytes | None:
        """A feed's bytes, captured; None when the server says that they are as last time."""
        before = self.state.page(url)
        response = self.client.get(url, _conditions(before))
        if response.status == 304:
            return None
        if response.status != 200:
            hint = "; it is gone for good, switch the source off" if response.status == 410 else ""
            raise FetchError(f"{url}: status {response.status} {response.reason}{hint}", transient=True)
        if response.permanent:
            self.report.notes.append(f"{url} has moved for good to {response.url}: change the address of this source")
        self.captures.response(response)
        self.captures.sync()
        self.listing_visits.append(_visit(url, response, None, self.now()))
        return response.content

    def _take(self, item: Item) -> None:
        try:
            identity = article_id(item.url)
        except ValueError as error:
            self.report.skipped.append(Skip(item.where or item.url, str(error)))
            return
        latest = self.latest.get(identity) or self.known(identity)
        if item.data is None:
            self._fetch(item, identity, latest)
        else:
            self._take_file(item, item.data, identity, latest)

    def _take_file(self, item: Item, data: bytes, identity: str, latest: str | None) -> None:
        content_type = item.content_type or "application/octet-stream"
        problem = refusal(data, content_type)
        if problem:
            self.report.skipped.append(Skip(item.where or item.url, problem))
        elif content_hash(data) == latest:
            self.report.unchanged += 1
        else:
            capture = self.captures.file(item.url, data, content_type)
            self._observed(item, identity, data, capture, HttpFacts(content_type=content_type))

    def _fetch(self, item: Item, identity: str, latest: str | None) -> None:
        """Fetch an item that is new, changed by its feed's word, or not looked at for a while."""
        stamp = item.updated or item.published
        before = self.state.page(item.url)
        if before and self._is_settled(before, stamp, latest):
            if before.note:
                self.report.skipped.append(Skip(item.url, before.note))
            else:
                self.report.unchanged += 1
            return
        try:
            response = self.client.get(item.url, _conditions(before if latest else None))
        except FetchError as error:
            self._refused(item.url, stamp, error)
            return
        self._answered(item, identity, latest, response, before)

    def _is_settled(self, before: Page, stamp: str | None, latest: str | None) -> bool:
        recent = self.now().timestamp() - before.checked_at < REVISIT.total_seconds()
        return recent and before.stamp == stamp and (latest is not None or before.note is not None)

    def _answered(self, item: Item, identity: str, latest: str | None, response: Response, before: Page | None) -> None:
        visit = _visit(item.url, response, item.updated or item.published, self.now())
        back = before is not None and before.status in GONE
        if response.status == 304 and before:
            self.report.unchanged += 1
            visit = _visit(item.url, response, visit.stamp, self.now(), before)
        elif response.status in GONE and latest:
            self._gone(item.url, identity, response.status, known=back)
        elif response.status != 200:
            text = f"status {response.status} {response.reason}".strip()
            self._refused(item.url, visit.stamp, FetchError(text, transient=response.status in RETRY))
            return
        elif problem := _reserved(response) or refusal(response.content, response.headers.get("content-type")):
            self._refused(item.url, visit.stamp, FetchError(problem, transient=False))
            return
        elif content_hash(response.content) == latest and not back:
            self.report.unchanged += 1
        else:
            facts = HttpFacts(
                status=response.status,
                content_type=response.headers.get("content-type"),
                etag=response.headers.get("etag"),
                last_modified=response.headers.get("last-modified"),
            )
            self._observed(item, identity, response.content, self.captures.response(response), facts)
        self.visits.append(visit)

    def _refused(self, url: str, stamp: str | None, error: FetchError) -> None:
        """Report an article that did not come; what will not be better tomorrow is left alone until then."""
        text = _without(url, error)
        if error.transient:
            self.report.failed.append(Skip(url, text))
        else:
            self.report.skipped.append(Skip(url, text))
            self.visits.append(Page(url, None, None, stamp, 0, self.now().timestamp(), text))

    def _observed(self, item: Item, identity: str, data: bytes, capture: Capture, facts: HttpFacts) -> None:
        now = self.now()
        payload = ArticleObserved(
            article_id=identity,
            source=self.source.name,
            url=item.url,
            content_sha256=content_hash(data),
            size=len(data),
            capture=capture,
            http=facts,
            feed_title=item.title,
            feed_published=item.published,
            observed_on=now.date(),
        )
        self.events.append(make_event(payload, occurred_at=now, actor=ACTOR))
        self.latest[identity] = payload.content_sha256
        self.report.new += 1

    def _gone(self, url: str, identity: str, status: int, *, known: bool) -> None:
        if known:
            self.report.unchanged += 1
            return
        now = self.now()
        payload = ArticleGone(article_id=identity, url=url, status=status, observed_on=now.date())
        self.events.append(make_event(payload, occurred_at=now, actor=ACTOR))
        self.report.gone += 1

    def _flush(self) -> None:
        """Captures reach the disk, then the log has the events, then the visits become state."""
        self.captures.sync()
        if self.events:
            self.observe(self.events)
        self.state.save(self.visits)
        self.events, self.visits = [], []


def _conditions(before: Page | None) -> dict[str, str]:
    """Headers that ask for a page only if it changed."""
    if before is None:
        return {}
    asked = {"If-None-Match": before.etag, "If-Modified-Since": before.last_modified}
    return {name: value for name, value in asked.items() if value}


def _visit(url: str, response: Response, stamp: str | None, now: datetime, before: Page | None = None) -> Page:
    etag = response.headers.get("etag") or (before.etag if before else None)
    modified = response.headers.get("last-modified") or (before.last_modified if before else None)
    return Page(url, etag, modified, stamp, before.status if before else response.status, now.timestamp())


def _reserved(response: Response) -> str | None:
    """Publishers may reserve text and data mining by a header (W3C TDM Reservation Protocol); such a page is left."""
    if response.headers.get("tdm-reservation", "").strip() == "1":
        return "the publisher reserves text and data mining (tdm-reservation: 1)"
    return None


def _without(url: str, error: Exception) -> str:
    """The message without the URL that is reported beside it."""
    return str(error).removeprefix(f"{url}: ")
