"""The whole way in one go: what `dealtape run` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.log import Log
from pipeline.sample import Newsroom
from pipeline.settings import Home, sources_file
from pipeline.sources import Source, folder_source
from pipeline.steps import tape
from pipeline.steps.capturing import capture_source, declared, due_sources
from pipeline.steps.lock import one_run
from pipeline.steps.preparing import prepare
from pipeline.steps.problem import Problem
from pipeline.steps.publishing import publish
from pipeline.steps.reading import batches, read_batch

Say = Callable[[str], None]
Show = Callable[[str, int, int], None]


@dataclass(slots=True)
class RunReport:
    """What a run did. `messages` are for the person; counts add up over sources and batches.

    `found` articles were listed, `new` of them observed, `skipped` left out for good reason, `failed` are tried again;
    `read` counts articles, `claims` and `quarantined` their claims; `held` are batches that wait for a person.
    """

    found: int = 0
    new: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: int = 0
    failed: int = 0
    read: int = 0
    claims: int = 0
    quarantined: int = 0
    held: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    commits: int = 0
    release: dict[str, Any] | None = None

    @property
    def nothing_could_be_read(self) -> bool:
        """Whether everything that was asked for failed or was skipped."""
        return not (self.new or self.unchanged or self.gone or self.read) and bool(self.failed or self.skipped)


def run(
    home: Home,
    *,
    paths: Sequence[Path] = (),
    sample: bool = False,
    accept_batch: str | None = None,
    say: Say = print,
    show: Show = lambda what, done, total: None,
    now: tape.Clock = tape.now_utc,
) -> RunReport:
    """Fetch what is due (or `paths`, or the sample newsroom), read what the log says is unread, publish.

    One run at a time in a data home; another one waits, and `say` says so.
    """
    report = RunReport()
    with _chosen(home, paths, sample, now) as sources, one_run(home, say):
        log = Log(home.log, now)
        before = log.head()
        prepare(log, [*declared(), *sources], now())
        _capture(home, sources, report, show, now)
        _read(home, log, accept_batch, report, show, now)
        report.commits = log.head() - before
        report.release = publish(home)
    return report


@contextmanager
def _chosen(home: Home, paths: Sequence[Path], sample: bool, now: tape.Clock) -> Iterator[Sequence[Source]]:
    """The sources that a run reads: the sample newsroom while it serves, given paths, or the declared ones due."""
    if sample:
        with Newsroom() as newsroom:
            yield [Source(**declaration) for declaration in newsroom.declarations()]
        return
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise Problem(f"no such file or folder: {', '.join(missing)}", exit_code=2)
    due = set() if paths else set(due_sources(home, now=now))
    yield [folder_source(path) for path in paths] or [source for source in declared() if source.name in due]


def _capture(home: Home, sources: Sequence[Source], report: RunReport, show: Show, now: tape.Clock) -> None:
    """Fetch every source; one that fails is reported and never stops the others."""
    for done, source in enumerate(sources):
        show("sources", done, len(sources))
        fetched = capture_source(home, source, now=now)
        for count in ("found", "new", "unchanged", "gone"):
            setattr(report, count, getattr(report, count) + fetched[count])
        report.failed += len(fetched["failed"])
        report.skipped += len(fetched["skipped"])
        report.messages += [f"skipped {item['where']}: {item['what']}" for item in fetched["skipped"]]
        report.messages += [f"failed {item['where']}: {item['what']}" for item in fetched["failed"]]
        report.messages += fetched["notes"]
    show("sources", len(sources), len(sources))
    if not sources:
        on = any(source.enabled for source in declared())
        why = (
            "no source is due yet"
            if on
            else "no source is switched on; set `enabled = true` for those that you may read"
        )
        report.messages.append(f"{why} ({sources_file()}), or name files to read")


def _read(home: Home, log: Log, accept_batch: str | None, report: RunReport, show: Show, now: tape.Clock) -> None:
    """Read what the log says is unread, batch by batch; a stopped run goes on with the next unread batch."""
    todo = [accepted_batch(log, accept_batch)] if accept_batch else []
    todo += batches(tape.unread(log))
    for done, batch in enumerate(todo):
        show("batches", done, len(todo))
        read = read_batch(home, batch, now=now)
        report.messages += words(read)
        report.failed += len(read["failed"])
        report.skipped += len(read["skipped"])
        if read["outcome"] != "held":
            report.read += read["articles"]
            report.claims += read["claims"]
            report.quarantined += read["quarantined"]
    show("batches", len(todo), len(todo))
    report.held = sorted(set(tape.held_articles(log)["batch_id"]))
    if tape.adopted(log) != tape.running():
        report.messages.append(
            "the running extractor is not the adopted one: what it reads does not count yet. "
            "`dealtape reprocess` compares the two, `dealtape adopt` changes over"
        )


def words(read: dict[str, Any]) -> list[str]:
    """What a person should hear of a batch."""
    batch = read["batch_id"]
    told = [f"failed {problem}; it stays unread and is tried again" for problem in read["failed"]]
    told += [f"skipped {problem}" for problem in read["skipped"]] + read["notes"]
    if read["outcome"] == "held":
        told.append(
            f"batch {batch} is held: {read['quarantined']} of its claims fail the gate. Nothing in it is lost; look at "
            f"the data docs, then release it by `dealtape run --accept-batch {batch}`"
        )
    elif read["outcome"] == "empty":
        told.append(f"batch {batch} is empty: {read['articles']} articles, no claim")
    elif read["quarantined"]:
        told.append(f"batch {batch}: {read['quarantined']} claims in quarantine; `dealtape review` lists them")
    return told


def accepted_batch(log: Log, batch_id: str) -> dict[str, Any]:
    """A held batch as a person releases it: read again, its failing claims quarantined, the rest appended."""
    held = tape.held_articles(log).filter(pl.col("batch_id") == batch_id)
    if held.is_empty():
        raise Problem(f"no batch {batch_id!r} is held; `dealtape review` lists held batches", exit_code=2)
    articles = [list(pair) for pair in held.select(tape.CONTENT).iter_rows()]
    return {"batch_id": batch_id, "articles": articles, "accept": True}
