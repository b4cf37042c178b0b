"""Rows on a terminal: a table, or one record under another where a table would fold what a person wants to copy."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

GAP = "  "


def draw(columns: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> None:
    """Print rows as a table, or as records (`column  value`, without empty ones) when it is wider than the console."""
    widths = [max(map(cell_len, column)) for column in zip(columns, *rows, strict=True)]
    if sum(widths) + len(GAP) * (len(columns) - 1) > console.width:
        _records(columns, rows, console)
        return
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, len(GAP), 0, 0))
    for column in columns:
        table.add_column(Text(column))
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]], console: Console) -> None:
    name_width = max(map(len, columns))
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            if cell:
                console.print(Text(f"{name:{name_width}}{GAP}{cell}"), soft_wrap=True)
        console.print()
