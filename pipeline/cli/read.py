"""Commands that read texts and need no data home: extract, quantities, identify."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from pipeline import steps
from pipeline.cli.output import say, write_json

Files = Annotated[
    list[Path] | None, typer.Argument(help=".txt, .html or .jsonl files, or - for JSON lines from standard input")
]
OneFile = Annotated[Path, typer.Argument(help="a file of JSON lines, or - for standard input", allow_dash=True)]


def register(app: typer.Typer) -> None:
    """Add these commands."""
    app.command()(extract)
    app.command()(quantities)
    app.command()(identify)


def extract(files: Files = None) -> None:
    """Read texts and write the claims of each: one JSON line an article, `{"id", "lang", "claims": [...]}`.

    Examples: `dealtape extract article.txt`, `dealtape extract news.jsonl > claims.jsonl`,
    `cat news.jsonl | dealtape extract -`
    """
    skipped = read = 0
    for record in steps.extract_files(files or [Path("-")], sys.stdin):
        if record.problem:
            say(f"{record.where}: {record.problem}")
        if record.answer is None:
            skipped += 1
            continue
        read += 1
        write_json([record.answer])
    if skipped:
        say(f"{read} read, {skipped} skipped")
    if skipped and not read:
        raise typer.Exit(3)


def quantities(file: OneFile = Path("-")) -> None:
    """Find money, power, chips, percentages and numbers: JSON lines `{"text", "lang"}` in, `{"found": [...]}` out.

    Example: `echo '{"text": "up to $12.5 billion", "lang": "en"}' | dealtape quantities`
    """
    write_json(steps.quantity_records(lines(file)))


def identify(file: OneFile) -> None:
    """Say which claims are one deal: records with claims in, `{"id", "deal_ids": [...]}` out, without a data home.

    Example: `dealtape identify annotated.jsonl`
    """
    write_json(steps.identify_records(lines(file), say))


def lines(file: Path) -> Iterator[str]:
    """The lines of a file or of standard input, as UTF-8; bytes that are none are replaced."""
    given = str(file) == "-"
    if not given and not file.is_file():
        raise steps.Problem(f"{file} is no file", exit_code=2)
    with nullcontext(sys.stdin.buffer) if given else file.open("rb") as stream:
        yield from (line.decode("utf-8", "replace") for line in stream)
