"""The results in README and docs/tape.md: what stands between their markers is what the sample newsroom gives.

`.venv/bin/python -m tests.e2e.readme` (or `make readme`) reads the sample and writes them anew.

A marker is an HTML comment, up to the next `<!-- end -->`:
`tables` (the public tables), `question NAME` (a query of sql/questions and its result), `console ARGUMENTS` (a command
and its output; `{NAME}` stands for a deal in `DEALS`).
"""

from __future__ import annotations

import json
import re
import shlex
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.warehouse import PUBLIC
from tests.cli.command import dealtape

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGES = (README, ROOT / "docs" / "tape.md")
BLOCK = re.compile(r"<!-- (tables|question|console) ?(.*?) -->\n.*?<!-- end -->", re.DOTALL)
SHOWN = 8
"""Rows of a result that are shown."""
DEALS = {
    "xai-round": """select deal_id from funding_rounds where recipient = 'xAI' and amount_low = 20e9
        order by origins desc limit 1""",
}


def filled(text: str, home: Path) -> str:
    """A page with every marked block as the data home gives it."""
    return BLOCK.sub(lambda found: _block(found[1], found[2], home), text)


def _block(kind: str, what: str, home: Path) -> str:
    content = {"tables": _tables, "question": _question, "console": _console}[kind](what, home)
    return f"<!-- {kind}{' ' + what if what else ''} -->\n{content}\n<!-- end -->"


def _tables(what: str, home: Path) -> str:
    rows = [f"| `{name}` | {_header(ROOT / 'sql' / 'public' / f'{name}.sql')} |" for name in sorted(PUBLIC)]
    return "\n".join(["| table | holds |", "| --- | --- |", *rows])


def _header(file: Path) -> str:
    """The purpose that a SQL file states."""
    found = re.search(r"^-- purpose: (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert found, f"{file} states no purpose"
    return found[1]


def _question(name: str, home: Path) -> str:
    """The question as a heading, its query, and the first rows of its result."""
    file = ROOT / "sql" / "questions" / f"{name}.sql"
    text = file.read_text(encoding="utf-8")
    purpose = _header(file)
    query = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    rows = dealtape("sql", "-", "--json", home=home, stdin=text).json()
    assert rows, f"{name} has no result on the sample"
    left = f"\n\n(the first {SHOWN} of {len(rows)} rows)" if len(rows) > SHOWN else ""
    return f"**{purpose[0].upper()}{purpose[1:]}**\n\n```sql\n{query}\n```\n\n{_markdown(rows[:SHOWN])}{left}"


def _markdown(rows: list[dict[str, Any]]) -> str:
    lines = ["| " + " | ".join(rows[0]) + " |", "|" + " --- |" * len(rows[0])]
    return "\n".join(lines + ["| " + " | ".join(map(_cell, row.values())) + " |" for row in rows])


def _cell(value: object) -> str:
    if value is None:
        return ""
    return (
        f"{value:,}"
        if isinstance(value, int | float) and not isinstance(value, bool)
        else str(value).replace("|", "\\|")
    )


def _console(arguments: str, home: Path) -> str:
    """A command and what it writes, the time of the run masked: it is another one each time."""
    deals = {name: dealtape("sql", query, "--json", home=home).json()[0]["deal_id"] for name, query in DEALS.items()}
    command = arguments.format(**deals)
    ran = dealtape(*shlex.split(command), home=home)
    assert ran.code == 0, ran.err
    today = datetime.now(UTC).date().isoformat()
    said = re.sub(rf"{today}(T[0-9:.]+)?", "<day of the run>", ran.out.rstrip("\n"))
    if "\t" in said:
        command, said = f"{command} | column -t -s $'\\t'", _aligned(said)
    return f"```console\n$ dealtape {command}\n{said}\n```"


def _aligned(table: str) -> str:
    rows = [line.split("\t") for line in table.splitlines()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def main() -> None:
    """Read the sample and write the pages' results."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ran = dealtape("run", "--sample", "--json", home=home)
        assert ran.code == 0, ran.err
        assert json.loads(ran.out.splitlines()[-1])
        for page in PAGES:
            page.write_text(filled(page.read_text(encoding="utf-8"), home), encoding="utf-8")


if __name__ == "__main__":
    main()
