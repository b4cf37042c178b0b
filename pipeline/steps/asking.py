"""Questions to the published release, and to what was known on another day."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import exports, warehouse
from pipeline.settings import SQL, Home
from pipeline.steps.problem import Problem
from pipeline.warehouse import Answer

if TYPE_CHECKING:
    from pipeline.warehouse import AsOf
    from pipeline.warehouse.clock import Clock

ANSWERS = SQL / "answers"
"""The queries behind commands, one a file; they read public tables only."""


def sql(home: Home, query: str) -> Answer:
    """Answer one SELECT over the published tables."""
    try:
        return warehouse.query(published(home), query)
    except warehouse.QueryError as error:
        raise Problem(str(error), exit_code=2) from error


def answer(file: Path, name: str, parameters: Mapping[str, Any] | None = None) -> Answer:
    """Answer one of the prepared queries over a warehouse file."""
    return warehouse.query(file, (ANSWERS / f"{name}.sql").read_text(encoding="utf-8"), parameters or {})


def newest_deals(home: Home) -> Answer:
    """The deals that were reported last."""
    return answer(published(home), "newest_deals")


def places(home: Home) -> dict[str, str]:
    """Where what a run makes lies."""
    current = home.releases / "current"
    return {
        "warehouse": str(current / exports.WAREHOUSE),
        "exports": str(current / exports.TABLES),
        "data docs": str(home.data_docs / "index.html"),
    }


def published(home: Home) -> Path:
    """The warehouse file of the published release; Problem when there is none."""
    current = exports.current_release(home.releases)
    if current is None:
        raise Problem(f"nothing is published in {home.releases}; `dealtape run` does that")
    return current / exports.WAREHOUSE


def as_of(
    home: Home, day: str, *, clock: str, table: str | None = None, out: Path | None = None, since: str | None = None
) -> Answer | None:
    """A table as it stood at the end of a day, UTC, on the public or the recorded clock; or all in a file.

    With `since`, an earlier day on the same clock, the table changes holds what came between.
    """
    when = warehouse.AsOf(day_of(day), clock_of(clock))
    earlier = warehouse.AsOf(day_of(since), clock_of(clock)) if since else None
    _check_table(table, when, earlier)
    if out is not None:
        _check_place(out)
    with tempfile.TemporaryDirectory(prefix=".as-of-", dir=out.parent if out else None) as place:
        before = _build(home, Path(place) / "before.duckdb", earlier) if earlier else None
        file = _build(home, Path(place) / exports.WAREHOUSE, when, before)
        if table is not None:
            return answer(file, "whole_table", {"table": table})
        if out is not None:
            file.rename(out)
    return None


def _check_table(table: str | None, when: AsOf, earlier: AsOf | None) -> None:
    """Problem for a table that is none, or for days that nothing lies between."""
    if table is not None and table not in warehouse.READABLE:
        raise Problem(f"no table is called {table!r}; there are {', '.join(warehouse.READABLE)}", exit_code=2)
    if table == "changes" and earlier is None:
        raise Problem("changes compares two days; give the earlier one with --since", exit_code=2)
    if earlier is not None and table not in (None, "changes"):
        raise Problem(f"--since tells the table changes what to compare; {table} is that of one day", exit_code=2)
    if earlier is not None and earlier.day >= when.day:
        raise Problem(f"--since {earlier.day} is not before {when.day}; give an earlier day", exit_code=2)


def _check_place(out: Path) -> None:
    """Problem for a file that cannot be new."""
    if out.exists():
        raise Problem(f"{out} exists; name a new file", exit_code=2)
    if not out.parent.is_dir():
        raise Problem(f"there is no folder {out.parent} for {out.name}; make it, or name a file elsewhere", exit_code=2)


def _build(home: Home, file: Path, when: AsOf, before: Path | None = None) -> Path:
    # Questions to the release, the common ones, shall not wait for these imports.
    from pipeline.steps.identity import resolve
    from pipeline.steps.publishing import begun_log, code_version

    events = begun_log(home).read()
    warehouse.build(file, events, resolve, as_of=when, code_version=code_version(), before=before)
    return file


def day_of(text: str) -> date:
    """YYYY-MM-DD as a day; Problem for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Problem(f"{text!r} is no day; give it as YYYY-MM-DD", exit_code=2) from error


def clock_of(text: str) -> Clock:
    """One of the two clocks; Problem for anything else."""
    clocks: dict[str, Clock] = {"public": "public", "recorded": "recorded"}
    if text not in clocks:
        raise Problem(f"{text!r} is no clock; there are public and recorded", exit_code=2)
    return clocks[text]
