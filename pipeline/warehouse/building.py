"""Building a warehouse file from events: the SQL files in the order of what they use, identity in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipeline.warehouse.before import believed
from pipeline.warehouse.checks import check
from pipeline.warehouse.clock import AsOf, seen
from pipeline.warehouse.columns import comment
from pipeline.warehouse.identity import Inputs, Resolve, Resolved
from pipeline.warehouse.relations import Relation, in_order, load

STORAGE = "v1.2.0"
"""Storage version of the file: what BI tools with an older DuckDB can still open."""
MEMORY = "1250MB"
"""What DuckDB may hold in memory; the rest goes to a folder beside the file while it is built."""
ASIDE = "100MB"
"""... and while identity is asked, which needs as much for itself."""
RESOLVE = "resolve"
ASKED = load("identity")
"""What identity is asked about: queries whose results are handed over and stored nowhere."""
ANSWERED = tuple(f"resolved_{field.name}" for field in fields(Resolved))
SEEN = ("public", "marts")
"""Layers that readers see. Tables of the others that are not temporary stay as well, since views stand on them."""
PUBLIC = tuple(load("public"))
"""The names of the public tables."""
READABLE = tuple(load(*SEEN))
"""The names of all that readers see: the public tables and the marts made from them."""


def build(
    target: Path,
    events: pl.DataFrame,
    resolve: Resolve,
    *,
    as_of: AsOf | None = None,
    code_version: str | None = None,
    before: Path | None = None,
) -> None:
    """Write a new warehouse to `target`.

    `events` as the log reads them; `code_version` is what builds; `before` is the warehouse that the table changes
    compares with. Raises FileExistsError if the file is there, CheckFailed if a check that must hold does not; the file
    is then of no use.
    """
    relations = load("stg", "core", "public", "marts")
    with _new_file(target) as connection:
        connection.execute("CREATE SCHEMA base")
        # As Arrow with the texts as Polars holds them: registering the frame itself would copy every payload.
        connection.register("log_events", seen(events, as_of).to_arrow(compat_level=pl.CompatLevel.newest()))
        del events  # or its payloads would lie in memory until the end
        connection.register("build_facts", _facts(as_of, code_version))
        for name, frame in believed(before).items():
            connection.register(name, frame)
        connection.execute("SET VARIABLE is_compared = (SELECT count(*) > 0 FROM before_release)")
        for name, spent in _steps(relations):
            if name == RESOLVE:
                _resolve(connection, resolve, spent)
            else:
                connection.execute(relations[name].sql)
                _forget(connection, spent)
        check(connection)
        comment(connection, [one for one in relations.values() if one.layer in SEEN])


@contextmanager
def _new_file(target: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    if target.exists():
        raise FileExistsError(f"{target} exists; a warehouse is built into a new file")
    config: dict[str, Any] = {
        "storage_compatibility_version": STORAGE,
        "memory_limit": MEMORY,
        "produce_arrow_string_view": True,  # how Polars holds texts
    }
    connection = duckdb.connect(str(target), config=config)
    try:
        connection.begin()  # one transaction: a commit for each of hundreds of comments would sync as often
        yield connection
        connection.commit()
    finally:
        connection.close()


def _steps(relations: Mapping[str, Relation]) -> list[tuple[str, list[str]]]:
    """Each relation (or RESOLVE) in order, and what nothing needs any more after it: memory holds what is in use."""
    given = {"log_events", *ANSWERED}
    uses = {name: relation.uses({*relations, *given}) for name, relation in relations.items()}
    uses[RESOLVE] = {used for asked in ASKED.values() for used in asked.uses(relations)}
    needs = {name: {RESOLVE if one in ANSWERED else one for one in used} - given for name, used in uses.items()}
    ordered = in_order(needs)
    last = {one: name for name in ordered for one in uses[name]}
    kept = {name for name, relation in relations.items() if relation.stays}
    return [(name, [one for one, user in last.items() if user == name and one not in kept]) for name in ordered]


def _forget(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in names:
        if name in ANSWERED or name == "log_events":
            connection.unregister(name)
        else:
            connection.execute(f"DROP TABLE {name}")


def _facts(as_of: AsOf | None, code_version: str | None) -> pl.DataFrame:
    public = as_of.day if as_of is not None and as_of.clock == "public" else None
    return pl.DataFrame(
        {
            "public_until": [public],
            "clock": [as_of.clock if as_of else None],
            "as_of": [as_of.day if as_of else None],
            "code_version": [code_version],
        },
        schema={"public_until": pl.Date, "clock": pl.String, "as_of": pl.Date, "code_version": pl.String},
    )


def _resolve(connection: duckdb.DuckDBPyConnection, resolve: Resolve, spent: Iterable[str]) -> None:
    """Ask identity once, and lay its answer beside the relations as `resolved_<name>`."""
    asked = _inputs(connection)
    _forget(connection, spent)
    connection.execute(f"SET memory_limit = '{ASIDE}'")
    resolved = resolve(asked)
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    for field in fields(Resolved):
        connection.register(f"resolved_{field.name}", getattr(resolved, field.name))


def _inputs(connection: duckdb.DuckDBPyConnection) -> Inputs:
    asked = {name: connection.sql(query.sql).pl() for name, query in ASKED.items()}
    links, policy = asked["identity_links"], asked["identity_policy"]
    return Inputs(
        claims=asked["identity_claims"],
        names=asked["identity_names"],
        articles=asked["identity_articles"],
        deal_links=links.filter(pl.col("subject") == "deal").drop("subject"),
        organization_links=links.filter(pl.col("subject") == "organization").drop("subject"),
        policy=policy["body"][0] if policy.height else None,
    )
