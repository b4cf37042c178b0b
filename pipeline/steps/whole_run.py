"""The whole way in one go: what `dealtape run` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.log import Log
from pipeline.settings import Home
from pipeline.sources import Source, folder_source
from pipeline.steps import tape
from pipeline.steps.capturing import capture_source, declared, due_sources
from pipeline.steps.lock import one_run
from pipeline.steps.problem import Problem
from pipeline.steps.publishing import publish
from pipeline.steps.reading import batches, read_batch

Show = Callable[[str, int, int], None]


def silent(what: str, done: int, total: int) -> None:
    """Show no progress."""


@dataclass(slots=True)
class RunReport:
    """What a run did. `messages` are for the person; counts add up over sources and batches."""

    found: int = 0
    new: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    read: int = 0
    claims: int = 0
    quarantined: int = 0
    appended: int = 0
    held: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    release: dict[str, Any] | None = None


def run(
    home: Home,
    *,
    paths: Sequence[Path] = (),
    sources: Sequence[Source] | None = None,
    accept_batch: str | None = None,
    say: Callable[[str], None] = print,
    show: Show = silent,
    now: tape.Clock = tape.now_utc,
) -> RunReport:
    """Fetch `sources` (or `paths`, or what is declared and due), read what the log says is unread, publish."""
    report = RunReport()
    with one_run(home, say):
        log = Log(home.log, now)
        tape.prepare(home, log, now())
        _capture(home, _chosen(home, paths, sources, now), report, show, now)
        _read(home, log, accept_batch, report, show, now)
        report.release = publish(home, now=now)
    return report


def _chosen(home: Home, paths: Sequence[Path], sources: Sequence[Source] | None, now: tape.Clock) -> Sequence[Source]:
    """The sources that a run reads: given paths, given sources, or the declared ones that are due."""
    if paths:
        missing = [str(path) for path in paths if not path.exists()]
        if missing:
            raise Problem(f"no such file or folder: {', '.join(missing)}", exit_code=2)
        return [folder_source(path) for path in paths]
    if sources is not None:
        return sources
    due = set(due_sources(home, now=now))
    return [source for source in declared() if source.name in due]


def _capture(home: Home, sources: Sequence[Source], report: RunReport, show: Show, now: tape.Clock) -> None:
    """Fetch every source; one that fails is reported and never stops the others."""
    for done, source in enumerate(sources):
        show("sources", done, len(sources))
        fetched = capture_source(home, source, now=now)
        report.found += fetched["found"]
        report.new += fetched["new"]
        report.unchanged += fetched["unchanged"]
        report.failed += len(fetched["failed"])
        report.skipped += len(fetched["skipped"])
        report.messages += [f"skipped {item['where']}: {item['what']}" for item in fetched["skipped"]]
        report.messages += [f"failed {item['where']}: {item['what']}" for item in fetched["failed"]]
        report.messages += fetched["notes"]
    show("sources", len(sources), len(sources))


def _read(home: Home, log: Log, accept_batch: str | None, report: RunReport, show: Show, now: tape.Clock) -> None:
    """Read what the log says is unread, batch by batch; a stopped run goes on with the next unread batch."""
    todo = [accepted_batch(log, accept_batch)] if accept_batch else batches(tape.unread(log))
    for done, batch in enumerate(todo):
        show("batches", done, len(todo))
        read = read_batch(home, batch, now=now)
        report.read += read["articles"]
        report.claims += read["claims"]
        report.quarantined += read["quarantined"]
        report.appended += read["appended"]
        report.messages += _words(read)
    show("batches", len(todo), len(todo))
    report.held = sorted(set(tape.held_articles(log)["batch_id"]))


def _words(read: dict[str, Any]) -> list[str]:
    """What a person should hear of a batch."""
    batch = read["batch_id"]
    if read["outcome"] == "held":
        return [
            f"batch {batch} is held: {read['quarantined']} of its claims fail the gate. Nothing in it is lost; look at "
            f"the data docs, then release it by `dealtape run --accept-batch {batch}`"
        ]
    if read["outcome"] == "empty":
        return [f"batch {batch} is empty: {read['articles']} articles, no claim"]
    if read["quarantined"]:
        return [f"batch {batch}: {read['quarantined']} claims in quarantine; `dealtape review` lists them"]
    return []


def accepted_batch(log: Log, batch_id: str) -> dict[str, Any]:
    """A held batch as a person releases it: read again, its failing claims quarantined, the rest appended."""
    held = tape.held_articles(log).filter(pl.col("batch_id") == batch_id)
    if held.is_empty():
        raise Problem(f"no batch {batch_id!r} is held; `dealtape review` lists held batches", exit_code=2)
    articles = [list(pair) for pair in held.select("article_id", "content_sha256").iter_rows()]
    return {"batch_id": batch_id, "articles": articles, "accept": True}
