"""From captured bytes to an article: title, text, language, time, address. Everything here can be done again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

from pipeline.articles.charset import decode
from pipeline.articles.cites import cited_media
from pipeline.articles.clean import clean
from pipeline.articles.draft import Draft
from pipeline.articles.language import detect_language
from pipeline.articles.moment import Moment, Precision, parse
from pipeline.articles.sketch import sketch
from pipeline.events.language import LANGUAGES

READER = "articles-1"
"""Name and version of this reader; raised whenever the same bytes may give another text."""
MAX_AHEAD = timedelta(hours=24)
_EARLIEST = 1990

Outcome = Literal["ok", "thin", "unreadable", "unknown_language"]


class Raw(Protocol):
    """Captured bytes."""

    @property
    def data(self) -> bytes | None:
        """The content, decompressed."""

    @property
    def url(self) -> str:
        """Where it was served in the end."""

    @property
    def content_type(self) -> str | None:
        """The Content-Type as stated."""


class Hints(Protocol):
    """What the source said of the article."""

    @property
    def feed_title(self) -> str | None:
        """The title in the feed."""

    @property
    def feed_published(self) -> str | None:
        """The publication time in the feed, as written there."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. `published` is the publisher's own day (or month, or year) for resolving "today".

    `outcome`: ok; thin (little text, a paywall, a consent page: the text is there but not the article); unreadable (no
    text); unknown_language (none of the seven). `sketch` finds copies, `cites` are the media that the text credits.
    """

    title: str | None
    text: str
    lang: str | None
    published_at: datetime | None
    published_precision: Precision | None
    published: str | None
    canonical_url: str | None
    outcome: Outcome
    cites: list[str] = field(default_factory=list)
    sketch: list[int] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_article(raw: Raw, hints: Hints, *, fetched_at: datetime) -> Article:
    """Read captured bytes. `fetched_at` bounds the publication time: a date over a day ahead of it is dropped."""
    draft = _draft(raw)
    text = clean(draft.text)
    moment, notes = _published([*draft.dates, hints.feed_published], fetched_at)
    if moment is None and draft.guess:
        moment, _ = _published([draft.guess()], fetched_at)
    lang = draft.lang if draft.lang in LANGUAGES else detect_language(text)
    title = clean(draft.title or hints.feed_title or "").strip()
    return Article(
        title=" ".join(title.split()) or None,
        text=text,
        lang=lang,
        published_at=moment.at if moment else None,
        published_precision=moment.precision if moment else None,
        published=moment.day if moment else None,
        canonical_url=draft.canonical_url,
        outcome=_outcome(text, lang, draft.thin),
        cites=cited_media(text, lang),
        sketch=sketch(text),
        notes=[*draft.notes, *notes],
    )


def _draft(raw: Raw) -> Draft:
    data = raw.data or b""
    kind = (raw.content_type or "").split(";")[0].strip().lower()
    if kind == "application/json":
        return _record(data)
    text = decode(data, raw.content_type)
    if kind == "text/plain":
        return Draft(text=text)
    from pipeline.articles.page import read_page  # trafilatura takes longest to import, and only pages need it

    return read_page(text, raw.url)


def _record(data: bytes) -> Draft:
    """A record `{"id", "lang", "title", "published", "text"}`; its text is taken as it is."""
    try:
        record: dict[str, Any] = json.loads(data)
        published = record.get("published")
        return Draft(
            title=record.get("title"),
            text=record["text"],
            lang=record.get("lang"),
            dates=[published] if published else [],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return Draft(notes=[f"no record: {error}"])


def _published(written: list[str | None], fetched_at: datetime) -> tuple[Moment | None, list[str]]:
    """The first date that can be read and is plausible; the others are noted, not guessed at."""
    notes = []
    for raw in written:
        if not raw or not raw.strip():
            continue
        moment = parse(raw)
        if moment is None:
            notes.append(f"publication time {raw[:60]!r} cannot be read")
        elif moment.at > fetched_at + MAX_AHEAD:
            notes.append(f"publication time {raw[:60]!r} lies in the future and is dropped")
        elif moment.at.year < _EARLIEST:
            notes.append(f"publication time {raw[:60]!r} lies before {_EARLIEST} and is dropped")
        else:
            return moment, notes
    return None, notes


def _outcome(text: str, lang: str | None, thin: bool) -> Outcome:
    if not text.strip():
        return "unreadable"
    if thin:
        return "thin"
    return "ok" if lang else "unknown_language"
