"""A server whose every path is a function of the test, and a log in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

from pipeline.events import Event
from pipeline.fetch import FetchReport, Seen, fetch_source
from pipeline.settings import Home
from pipeline.sources import Source

Answer = Callable[[BaseHTTPRequestHandler], None]
ARTICLE = (
    "<html><head><title>T</title></head><body><article><p>"
    + "Some words of news. " * 30
    + "</p></article></body></html>"
)


def reply(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    """A complete answer; header names with underscores for hyphens."""
    handler.send_response(status)
    for name, value in {
        "Content_Length": str(len(body)),
        "Content_Type": "text/html; charset=utf-8",
        **headers,
    }.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def page(body: str = ARTICLE, **headers: str) -> Answer:
    return lambda handler: reply(handler, 200, body.encode(), **headers)


def status(code: int, **headers: str) -> Answer:
    return lambda handler: reply(handler, code, b"no", **headers)


def rss(*links: str, published: str = "") -> Answer:
    dated = f"<pubDate>{published}</pubDate>" if published else ""
    items = "".join(f"<item><title>T</title><link>{link}</link>{dated}</item>" for link in links)
    return page(f"<rss><channel>{items}</channel></rss>", Content_Type="application/rss+xml")


@dataclass
class Site:
    """The server: `answers` by path; the paths asked for in their order, and from which address and port."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    callers: list[tuple[str, int]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    local: str = ""

    def source(self, path: str = "/feed", kind: str = "feed", name: str = "site") -> Source:
        return Source(name, kind, f"http://site.example{path}", "P", "t", 2, 60, True, local=self.local)


class Tape:
    """What steps do around a fetch, in memory: the newest content of every article, and all events in order."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.events: list[Event] = []
        self.latest: dict[str, Seen] = {}
        self.now = datetime(2025, 10, 8, 12, tzinfo=UTC)

    def observe(self, events: Sequence[Event]) -> None:
        for event in events:
            payload = json.loads(event.payload)
            self.events.append(event)
            if event.type == "ArticleObserved":
                self.latest[payload["article_id"]] = Seen(event.event_id, payload["content_sha256"])
            elif event.type == "ArticleGone":
                self.latest[payload["article_id"]] = replace(self.latest[payload["article_id"]], gone=payload["status"])

    def fetch(self, source: Source) -> FetchReport:
        return fetch_source(
            source, self.home, now=lambda: self.now, observe=self.observe, known=self.latest.get, erased=()
        )

    def payloads(self, type_name: str) -> list[dict[str, object]]:
        return [json.loads(event.payload) for event in self.events if event.type == type_name]
