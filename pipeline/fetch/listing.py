"""What a source lists, and what it listed before and is due to be looked at again."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from pipeline.events.address import article_id
from pipeline.fetch.answer import conditions, reason
from pipeline.fetch.client import Client
from pipeline.fetch.errors import FetchError
from pipeline.fetch.findings import Findings, visit
from pipeline.fetch.revisit import revisits
from pipeline.fetch.state import Page
from pipeline.sources import KINDS, Item, Skip, Source, SourceError


@dataclass(slots=True)
class ListedItems:
    """One listing of a source; `visits` to its feeds become state only when every item was seen to."""

    source: Source
    client: Client
    findings: Findings
    erased: Container[str]
    visits: list[Page] = field(default_factory=list)

    def items(self) -> Iterator[Item | Skip]:
        """The source's items, then those to look at again; trouble in listing ends the list and is reported."""
        listed: set[str] = set()
        try:
            for item in KINDS[self.source.kind](self.source, self._read_listing):
                listed.add(item.url if isinstance(item, Item) else "")
                yield item
        except (FetchError, SourceError) as error:
            self.findings.report.failed.append(Skip(self.source.address, reason(self.source.address, error)))
            self.findings.report.listed = False
            return
        for page in revisits(self.findings.state, self.source.name, self.findings.now()):
            if page.url not in listed and article_id(page.url) not in self.erased:
                yield Item(page.url, title=page.title, published=page.published, updated=page.updated)

    def _read_listing(self, url: str) -> bytes | None:
        """A feed's bytes; None when the server says that they are as last time.

        They are not captured: feeds carry whole articles, and an erased article must not live on in one.
        """
        before = self.findings.state.page(url)
        response = self.client.get(url, conditions(before))
        if response.status == 304:
            return None
        if response.status != 200:
            hint = "; it is gone for good, switch the source off" if response.status == 410 else ""
            raise FetchError(f"{url}: status {response.status} {response.reason}{hint}", transient=True)
        if response.permanent:
            self.findings.report.notes.append(
                f"{url} has moved for good to {response.url}: change the address of this source"
            )
        self.visits.append(visit(Item(url), "", response.status, before, self.findings.now(), response))
        return response.content
