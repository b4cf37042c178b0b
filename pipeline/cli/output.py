"""What the commands print: data on stdout, everything said to a person on stderr.

On a terminal a table is drawn; elsewhere it is tab-separated lines, never wrapped and never coloured.
"""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.cli.tables import draw
from pipeline.steps import Problem

FORMULA = ("=", "+", "-", "@")
messages = Console(stderr=True, highlight=False, soft_wrap=True)


class Form(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def form(as_json: bool, as_csv: bool = False) -> Form:
    """The form that the flags ask for. Problem for two at once."""
    if as_json and as_csv:
        raise Problem("--json and --csv are two forms of one answer; ask for one", exit_code=2)
    return Form.JSON if as_json else Form.CSV if as_csv else Form.TABLE


def say(words: str) -> None:
    """Words to the person, on stderr, without markup or control characters: what they quote may come from the net."""
    messages.print(Text("\n".join(map(text, words.splitlines()))))


def plain(value: object) -> object:
    """A value as JSON has it: decimals as numbers, days as ISO text, no number for what is none, the rest as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value if isinstance(value, str | int | None) else str(value)


def write_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """One object a line, numbers as JSON numbers; half a surrogate pair, which no encoding has, stays escaped."""
    for row in rows:
        line = json.dumps(plain(row), ensure_ascii=False, allow_nan=False)
        sys.stdout.write(line.encode("utf-8", "backslashreplace").decode() + "\n")
    sys.stdout.flush()


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], as_form: Form) -> None:
    """Rows in the asked form. Problem for two columns of one name, of which an object could hold only one."""
    if as_form is Form.JSON:
        twice = sorted({column for column in columns if columns.count(column) > 1})
        if twice:
            raise Problem(f"several columns are called {', '.join(twice)}; name them apart with AS", exit_code=2)
        write_json(dict(zip(columns, row, strict=True)) for row in rows)
    elif as_form is Form.CSV:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([harmless(cell) for cell in row] for row in rows)
    elif sys.stdout.isatty():
        draw(columns, [[grouped(cell) for cell in row] for row in rows], Console(highlight=False))
    else:
        sys.stdout.write("\t".join(columns) + "\n")
        sys.stdout.writelines("\t".join(text(cell) for cell in row) + "\n" for row in rows)


def write_lines(lines: Iterable[str]) -> None:
    """Lines of text for a person, as they are; those longer than a terminal are the terminal's to wrap."""
    sys.stdout.writelines(line + "\n" for line in lines)


def text(value: object) -> str:
    """One value as text on one line; control characters from the net do not reach the terminal."""
    if value is None:
        return ""
    written = str(value).lower() if isinstance(value, bool) else str(plain(value))
    return "".join(char if char.isprintable() else " " for char in written)


def grouped(value: object) -> str:
    """As `text`, digits of a number in groups of three: for eyes."""
    return f"{plain(value):,}" if isinstance(value, int | Decimal) and not isinstance(value, bool) else text(value)


def harmless(value: object) -> str:
    """One cell of a CSV, with an apostrophe before what a spreadsheet would run as a formula."""
    written = text(value)
    return f"'{written}" if isinstance(value, str) and written.startswith(FORMULA) else written
