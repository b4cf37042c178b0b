"""One source's run: list, fetch, capture, observe, and only then move ETags and schedule.

The order is what keeps articles from being lost: a crash at any point leaves either nothing recorded, or an observed
article whose ETag has not moved, which is fetched again and found unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.events import content_hash
from pipeline.events.address import article_id
from pipeline.fetch.answer import conditions, problem_of, reason
from pipeline.fetch.capture import CaptureFile
from pipeline.fetch.client import Client, Response
from pipeline.fetch.content import refusal
from pipeline.fetch.errors import FetchError
from pipeline.fetch.findings import Findings, Known, Observe, Seen, visit
from pipeline.fetch.listing import ListedItems
from pipeline.fetch.report import FetchReport
from pipeline.fetch.revisit import GONE, WITHDRAWN, is_settled
from pipeline.fetch.state import FAILED, Page, opened
from pipeline.settings import Home
from pipeline.sources import Item, Skip, Source


def fetch_source(
    source: Source,
    home: Home,
    *,
    now: Callable[[], datetime],
    observe: Observe,
    known: Known,
    erased: Container[str],
) -> FetchReport:
    """Fetch one source. `observe` appends events to the log; `known` gives the newest observation of an article.

    Articles whose ids are in `erased` are left alone: on request their text was removed, and it must not come back.

    The source's own trouble ends up in the report and is never raised; what `observe` raises is.
    """
    with (
        opened(home.fetch_state) as state,
        CaptureFile(home.captures, source.name, now()) as captures,
    ):
        client = Client(state, local=source.local, contact=source.contact)
        findings = Findings(source.name, state, captures, now, observe, known, FetchReport(source.name))
        _Run(source, client, findings, erased).collect()
        return findings.report


@dataclass(slots=True)
class _Run:
    """One run: every item of the source is found new, changed, unchanged, gone or no article."""

    source: Source
    client: Client
    findings: Findings
    erased: Container[str]

    def collect(self) -> None:
        """Take every item that the source lists, look again at older ones, then let the source's own state move."""
        listing = ListedItems(self.source, self.client, self.findings, self.erased)
        for item in listing.items():
            if isinstance(item, Skip):
                self.findings.report.skipped.append(item)
            else:
                self.findings.report.found += 1
                self._take(item)
            if self.findings.are_many:
                self.findings.record()
        self.findings.record()
        if not self.findings.report.failed:
            self.findings.state.save(listing.visits)
        self.findings.state.source_done(
            self.source.name, self.findings.now().timestamp(), failed=not self.findings.report.listed
        )

    def _take(self, item: Item) -> None:
        try:
            identity = article_id(item.url)
        except ValueError as error:
            self.findings.report.skipped.append(Skip(item.where or item.url, str(error)))
            return
        if identity in self.erased:
            self.findings.report.skipped.append(Skip(item.where or item.url, "erased on request"))
            return
        latest = self.findings.seen(identity)
        if item.data is None:
            self._fetch(item, identity, latest)
        else:
            self._take_file(item, item.data, identity, latest)

    def _take_file(self, item: Item, data: bytes, identity: str, latest: Seen | None) -> None:
        content_type = item.content_type or "application/octet-stream"
        problem = refusal(data, content_type)
        if problem:
            self.findings.report.skipped.append(Skip(item.where or item.url, problem))
        elif latest and content_hash(data) == latest.content_sha256:
            self.findings.report.unchanged += 1
        else:
            self.findings.file(item, identity, data, content_type)

    def _fetch(self, item: Item, identity: str, latest: Seen | None) -> None:
        """Fetch an item that is new, changed by its feed's word, or due to be looked at again."""
        before = self.findings.state.page(item.url)
        if before and is_settled(before, item, known=latest is not None, now=self.findings.now()):
            if before.note:
                self.findings.report.skipped.append(Skip(item.url, before.note))
            else:
                self.findings.report.unchanged += 1
            return
        try:
            response = self.client.get(item.url, conditions(before if latest and not latest.gone else None))
        except FetchError as error:
            self._refused(item, before, error)
            return
        problem = problem_of(response, known=latest is not None)
        if problem:
            self._refused(item, before, problem)
        else:
            self._answered(item, identity, latest, response, before)

    def _answered(
        self, item: Item, identity: str, latest: Seen | None, response: Response, before: Page | None
    ) -> None:
        """Record an answer: unchanged, gone, or a content to observe. One that is back from being gone is observed."""
        is_same = latest is not None and content_hash(response.content) == latest.content_sha256
        if latest and response.status in GONE and latest.gone not in (response.status, WITHDRAWN):
            self.findings.gone(item.url, identity, response.status, latest)
        elif response.status in (304, *GONE) or (is_same and latest and not latest.gone):
            self.findings.report.unchanged += 1
        else:
            self.findings.answer(item, identity, response)
        self.findings.visits.append(
            visit(item, self.source.name, response.status, before, self.findings.now(), response)
        )

    def _refused(self, item: Item, before: Page | None, error: FetchError) -> None:
        """Report an article that did not come; what will not be better soon is left alone for a while."""
        said = Skip(item.url, reason(item.url, error))
        if error.transient:
            self.findings.report.failed.append(said)
            failed = visit(item, self.source.name, FAILED, before, self.findings.now())
            since = before.note if before and before.status == FAILED else None
            self.findings.visits.append(replace(failed, note=since or str(failed.checked_at)))
        else:
            self.findings.report.skipped.append(said)
            refused = visit(item, self.source.name, 0, before, self.findings.now())
            self.findings.visits.append(replace(refused, note=said.what))
