"""From a source to `ArticleObserved` on the log: list, fetch, capture, observe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import polars as pl

from pipeline import fetch, sources
from pipeline.events import Event
from pipeline.log import ConflictingEvent, Log
from pipeline.settings import Home, sources_file
from pipeline.steps import tape
from pipeline.steps.problem import Problem


def declared(path: Path | None = None) -> list[sources.Source]:
    """The declared sources, on and off."""
    return sources.load(path or sources_file())


def due_sources(home: Home, *, now: tape.Clock = tape.now_utc) -> list[str]:
    """Names of the enabled sources whose schedule is due."""
    return [source.name for source in fetch.due(declared(), home, now())]


def nothing_due() -> str:
    """Why no source is fetched now, and what to do."""
    on = any(source.enabled for source in declared())
    why = "no source is due yet" if on else "no source is switched on; set `enabled = true` for those that you may read"
    return f"{why} ({sources_file()})"


def capture(home: Home, source: str, *, now: tape.Clock = tape.now_utc) -> dict[str, Any]:
    """Fetch one declared source by its name; a report with counts."""
    found = [one for one in declared() if one.name == source]
    if not found:
        raise Problem(f"no source is called {source!r} in {sources_file()}; `dealtape sources` lists them", exit_code=2)
    return capture_source(home, found[0], now=now)


def capture_source(home: Home, source: sources.Source, *, now: tape.Clock = tape.now_utc) -> dict[str, Any]:
    """Fetch one source: raw bytes are captured, then observed on the log, then its ETags and schedule move."""
    log = Log(home.log, now)
    latest = _latest(log)

    def observe(events: Sequence[Event]) -> None:
        _append_new(log, events)

    return asdict(fetch.fetch_source(source, home, now=now, observe=observe, known=latest.get, erased=tape.erased(log)))


def _latest(log: Log) -> dict[str, fetch.Seen]:
    """The newest observation of every article, and by which status its publisher withdrew it after that."""
    told = tape.fields(tape.facts(log, "ArticleObserved", "ArticleGone"), *tape.CONTENT, "status")
    newest = told.filter(pl.col("type") == "ArticleObserved").unique("article_id", keep="last", maintain_order=True)
    last = told.unique("article_id", keep="last").filter(pl.col("type") == "ArticleGone")
    gone = dict(last.select("article_id", pl.col("status").cast(pl.Int64)).iter_rows())
    return {
        article_id: fetch.Seen(event_id, content, gone=gone.get(article_id))
        for event_id, article_id, content in newest.select("event_id", *tape.CONTENT).iter_rows()
    }


def _append_new(log: Log, events: Sequence[Event]) -> None:
    """Append observations without those that another process made meanwhile: its capture of the same bytes stands."""
    try:
        log.append(events)
    except ConflictingEvent:
        known = set(log.read(types=sorted({event.type for event in events}))["event_id"])
        new = [event for event in events if event.event_id not in known]
        if len(new) == len(events):  # they contradict one another, not the log
            raise
        _append_new(log, new)
