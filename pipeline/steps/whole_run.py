"""The whole way in one go: what `dealtape run` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.log import Log
from pipeline.sample import Newsroom
from pipeline.settings import Home
from pipeline.sources import Source, folder_source, of_one_name
from pipeline.steps import tape
from pipeline.steps.capturing import capture_source, declared, due_sources, nothing_due
from pipeline.steps.lock import one_run
from pipeline.steps.preparing import prepare
from pipeline.steps.problem import Problem
from pipeline.steps.publishing import check_goes_on, publish
from pipeline.steps.reading import Acceptance, accepted_batch, batches, read_batch
from pipeline.steps.run_report import RunReport

Say = Callable[[str], None]
Show = Callable[[str, int, int], None]


def run(
    home: Home,
    *,
    paths: Sequence[Path] = (),
    sample: bool = False,
    accept: Acceptance | None = None,
    say: Say = print,
    show: Show = lambda what, done, total: None,
    now: tape.Clock = tape.now_utc,
) -> RunReport:
    """Fetch what is due (or `paths`, or the sample newsroom), read what the log says is unread, publish.

    One run at a time in a data home; another one waits, and `say` says so.
    """
    _check(paths, sample)
    report = RunReport()
    with one_run(home, say), _chosen(home, paths, sample, now) as sources:
        check_goes_on(home)
        log = Log(home.log, now)
        before = log.head()
        prepare(log, [*declared(), *sources], now())
        _capture(home, sources, report, show, now)
        accepted = [accepted_batch(log, accept)] if accept else []
        _read(home, log, accepted, report, show, now)
        report.commits = log.head() - before
        report.release = publish(home)
    return report


def _check(paths: Sequence[Path], sample: bool) -> None:
    """Problem for paths that are not there, beside the sample, or of one name: that is what their articles go by."""
    if missing := [str(path) for path in paths if not path.exists()]:
        raise Problem(f"no such file or folder: {', '.join(missing)}", exit_code=2)
    if sample and paths:
        raise Problem("--sample reads the sample newsroom alone; read files in a run of their own", exit_code=2)
    if twice := of_one_name(paths):
        raise Problem(
            f"several of the paths are called {', '.join(twice)}, and an article in one would count as a newer version "
            "of that in another; name the folder above them",
            exit_code=2,
        )


@contextmanager
def _chosen(home: Home, paths: Sequence[Path], sample: bool, now: tape.Clock) -> Iterator[Sequence[Source]]:
    """The sources that a run reads: the sample newsroom while it serves, given paths, or the declared ones due."""
    if sample:
        with Newsroom() as newsroom:
            yield [Source(**declaration) for declaration in newsroom.declarations()]
        return
    due = set() if paths else set(due_sources(home, now=now))
    yield [folder_source(path) for path in paths] or [source for source in declared() if source.name in due]


def _capture(home: Home, sources: Sequence[Source], report: RunReport, show: Show, now: tape.Clock) -> None:
    """Fetch every source; one that fails is reported and never stops the others."""
    for done, source in enumerate(sources):
        show("sources", done, len(sources))
        report.add_source(capture_source(home, source, now=now))
    show("sources", len(sources), len(sources))
    if not sources:
        report.messages.append(f"{nothing_due()}, or name files to read")


def _read(home: Home, log: Log, accepted: list[dict[str, Any]], report: RunReport, show: Show, now: tape.Clock) -> None:
    """Read what the log says is unread, batch by batch; a stopped run goes on with the next unread batch."""
    todo = accepted + batches(tape.unread(log))
    for done, batch in enumerate(todo):
        show("batches", done, len(todo))
        report.add_batch(read_batch(home, batch, now=now))
    show("batches", len(todo), len(todo))
    report.held = sorted(set(tape.held_articles(log)["batch_id"]))
    if tape.adopted(log) != tape.running():
        report.messages.append(
            "the running extractor is not the adopted one: what it reads does not count yet. "
            "`dealtape reprocess` compares the two, `dealtape adopt` changes over"
        )
