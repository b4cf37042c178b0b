"""Commands that answer: sql, as-of, why, history, verify, sources, doctor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from pipeline import settings, steps
from pipeline.cli.output import form, say, write_json, write_lines, write_rows
from pipeline.cli.read import lines
from pipeline.cli.story import Row, history_lines, why_lines

Json = Annotated[bool, typer.Option("--json", help="one JSON object a line, numbers as JSON numbers")]
Csv = Annotated[bool, typer.Option("--csv", help="comma-separated, one header line")]
Clock = Annotated[str, typer.Option(help="public: what the public knew; recorded: what this tape said")]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(sql)
    app.command("as-of")(as_of)
    for command in (why, history, verify, sources, doctor):
        app.command()(command)


def sql(
    query: Annotated[str, typer.Argument(help="one SELECT over the published tables, or - for standard input")],
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Query the published release; it can read tables, never files.

    Example: `dealtape sql "select main_party, status from deals where kind = 'funding_round'"`
    """
    answer = steps.sql(settings.home(), "".join(lines(Path("-"))) if query == "-" else query)
    write_rows(answer.columns, answer.rows, form(as_json, as_csv))


def as_of(
    day: Annotated[str, typer.Argument(metavar="DATE", help="YYYY-MM-DD")],
    table: Annotated[str | None, typer.Argument(help="a table, printed")] = None,
    *,
    clock: Clock = "public",
    out: Annotated[Path | None, typer.Option(help="write every table to this DuckDB file")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="an earlier day; the table changes holds what came between")
    ] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """A table as it stood on a date, on either clock.

    Examples: `dealtape as-of 2025-10-01 denials`, `dealtape as-of 2025-10-01 --clock recorded deals --json`,
    `dealtape as-of 2025-10-08 changes --since 2025-10-01`, `dealtape as-of 2025-10-01 --out october.duckdb`
    """
    if (table is None) == (out is None):
        raise steps.Problem("name a table to print, or --out FILE for all of them", exit_code=2)
    answer = steps.as_of(settings.home(), day, clock=clock, table=table, out=out, since=since)
    if answer is None:
        say(f"wrote {out}")
    else:
        write_rows(answer.columns, answer.rows, form(as_json, as_csv))


def why(deal: Annotated[str, typer.Argument(help="a deal_id, also an old one")], as_json: Json = False) -> None:
    """Every figure of a deal with the sentences behind it, who decided it and what lost.

    Example: `dealtape why DEAL`, with a deal_id of `dealtape sql "select deal_id, main_party from deals"`
    """
    tell(steps.why(settings.home(), deal), why_lines, as_json)


def history(deal: Annotated[str, typer.Argument(help="a deal_id, also an old one")], as_json: Json = False) -> None:
    """The story of a deal in order, on both clocks.

    Example: `dealtape history DEAL --json`
    """
    tell(steps.history(settings.home(), deal), history_lines, as_json)


def tell(answer: steps.Answer, told: Callable[[Sequence[Row]], Iterable[str]], as_json: bool) -> None:
    """An answer as JSON lines for a program or as text for a person."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    if as_json:
        write_json(rows)
    else:
        write_lines(told(rows))


def verify(as_json: Json = False) -> None:
    """Check the log: order, ids, payload schemas and the hash chain. Exit 1 if anything is wrong.

    Example: `dealtape verify --json`
    """
    report = steps.verify(settings.home())
    if as_json:
        write_json([report])
    else:
        for key, value in report.items():
            if key != "problems":
                typer.echo(f"{key}\t{value}")
    for problem in report["problems"]:
        say(problem)
    if report["problems"]:
        raise typer.Exit(1)


def sources(as_json: Json = False) -> None:
    """The declared sources: kind, tier, schedule, on or off.

    Example: `dealtape sources`
    """
    rows = steps.source_rows()
    write_rows(list(rows[0]) if rows else [], [list(row.values()) for row in rows], form(as_json))


def doctor(as_json: Json = False) -> None:
    """Look at the installation and the data home, and say what is wrong and what to do. Exit 1 if anything is.

    Example: `dealtape doctor`
    """
    checks = steps.doctor(settings.home())
    write_rows(["check", "ok", "detail"], [[c["check"], c["ok"], c["detail"]] for c in checks], form(as_json))
    if not all(check["ok"] for check in checks):
        raise typer.Exit(1)
