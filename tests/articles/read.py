"""Reading bytes as if they had been captured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from pipeline.articles import Article, read_article

FETCHED = datetime(2025, 10, 10, 12, tzinfo=UTC)
WORDS = "NVIDIA invests two billion dollars in xAI, the company of Elon Musk, Bloomberg reported on Wednesday. " * 6


@dataclass(frozen=True)
class Served:
    data: bytes
    content_type: str | None = "text/html"
    url: str = "https://www.site.example/news/deal"


@dataclass(frozen=True)
class FromFeed:
    feed_title: str | None = None
    feed_published: str | None = None


def read(data: str | bytes, content_type: str | None = "text/html", **feed: str) -> Article:
    raw = data.encode() if isinstance(data, str) else data
    return read_article(Served(raw, content_type), FromFeed(**feed), fetched_at=FETCHED)


def document(head: str = "", body: str = f"<article><h1>A title</h1><p>{WORDS}</p></article>") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"
