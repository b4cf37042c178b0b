"""Commands that move data along: run, fetch, publish, rebuild, reprocess."""

from __future__ import annotations

import dataclasses
import getpass
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline import settings, steps
from pipeline.cli.output import Form, form, say, write_json, write_rows
from pipeline.cli.progress import progress
from pipeline.cli.story import DEAL_COLUMNS, deal_row

Json = Annotated[bool, typer.Option("--json", help="one JSON object a line")]
HELD, NOTHING_READ = 4, 3
Paths = Annotated[list[Path] | None, typer.Argument(help="files or folders to read instead of the declared sources")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    for command in (run, fetch, publish, rebuild, reprocess):
        app.command()(command)


def run(
    paths: Paths = None,
    sample: Annotated[bool, typer.Option("--sample", help="read the embedded sample newsroom over HTTP")] = False,
    accept_batch: Annotated[str | None, typer.Option(metavar="ID", help="release a held batch")] = None,
    reason: Annotated[str | None, typer.Option(help="why the batch is released; it stands on the tape")] = None,
    as_json: Json = False,
) -> None:
    """The whole way: fetch, extract, validate, append, build, publish.

    A file goes by its name and the folder that is given: read again, also from elsewhere, it is a newer version.

    Examples: `dealtape run`, `dealtape run --sample`, `dealtape run articles.jsonl inbox/`
    """
    home = settings.home()
    if reason and not accept_batch:
        raise steps.Problem("--reason says why a batch is released; name it with --accept-batch", exit_code=2)
    accept = steps.Acceptance(accept_batch, getpass.getuser(), reason or "no reason given") if accept_batch else None
    with progress() as show:
        report = steps.run(home, paths=paths or [], sample=sample, accept=accept, say=say, show=show)
    tell(home, report, as_json)
    if report.held:
        raise typer.Exit(HELD)
    if report.nothing_could_be_read:
        raise typer.Exit(NOTHING_READ)


def tell(home: settings.Home, report: steps.RunReport, as_json: bool) -> None:
    """What a run did: counts and problems on stderr, the deals and where everything lies on stdout."""
    for line in report.messages:
        say(line)
    say(
        f"{report.found} articles listed, {report.new} new, {report.unchanged} unchanged, {report.gone} gone, "
        f"{report.skipped} skipped, {report.failed} failed; {report.read} read, {report.claims} claims, "
        f"{report.quarantined} in quarantine"
    )
    say("published" if report.release else "nothing new on the log; the published release stands")
    places = steps.places(home)
    newest = steps.newest_deals(home)
    deals = [dict(zip(newest.columns, row, strict=True)) for row in newest.rows]
    if as_json:
        write_json([*deals, {"run": dataclasses.asdict(report), "places": places}])
    else:
        write_rows(DEAL_COLUMNS, map(deal_row, deals), Form.TABLE)
        write_rows(["what", "where"], list(places.items()), Form.TABLE)


def fetch(
    source: Annotated[list[str] | None, typer.Argument(help="names of sources; all due ones if none")] = None,
    as_json: Json = False,
) -> None:
    """Fetch the due sources (or those named) and record what was served, without reading it. Exit 3 if none answers.

    Example: `dealtape fetch nvidia-newsroom`
    """
    home = settings.home()
    reports = [steps.capture(home, name) for name in source or steps.due_sources(home)]
    told = steps.RunReport()
    for report in reports:
        told.add_source(report)
    for line in told.messages:
        say(line)
    if as_json:
        write_json(reports)
    elif reports:
        counts = [[len(value) if isinstance(value, list) else value for value in one.values()] for one in reports]
        write_rows(list(reports[0]), counts, Form.TABLE)
    if not reports:
        say(f"{steps.nothing_due()}; a source that is named is fetched in any case")
    elif not any(report["listed"] for report in reports):
        raise typer.Exit(NOTHING_READ)


def publish(as_json: Json = False) -> None:
    """Build the warehouse from the log and switch the published release to it; nothing new means nothing to do.

    Example: `dealtape publish` after `dealtape review accept ...`
    """
    release = steps.publish(settings.home())
    if release is None:
        say("nothing new on the log; the published release stands")
    else:
        tell_release(release, as_json)


def rebuild(as_json: Json = False) -> None:
    """Build a release from the log alone, also when nothing is new, and publish it.

    Example: `dealtape rebuild` after a change to sql/
    """
    release = steps.publish(settings.home(), always=True)
    if release is None:
        say("a newer release was published meanwhile; it stands")
    else:
        tell_release(release, as_json)


def tell_release(manifest: Mapping[str, Any], as_json: bool) -> None:
    """The tables of a release and their rows; with --json its whole manifest."""
    if as_json:
        write_json([manifest])
    else:
        write_rows(["table", "rows"], manifest["rows"].items(), Form.TABLE)
    say(f"published release {manifest['name']}")


def reprocess(
    source: Annotated[str | None, typer.Option(help="only articles of this source")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="only articles observed since")] = None,
    as_json: Json = False,
) -> None:
    """Read captured articles again with the running extractor, in shadow: nothing counts before `dealtape adopt`.

    Example: `dealtape reprocess --since 2026-01-01`, then `dealtape adopt --reason "reads more"`
    """
    with progress() as show:
        report = steps.reprocess(settings.home(), source=source, since=since, say=say, show=show)
    write_rows(list(report), [list(report.values())], form(as_json))
