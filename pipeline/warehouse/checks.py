"""Checks of a finished warehouse: each SQL file gives the offending rows. Some must give none, others are counted."""

from __future__ import annotations

import duckdb

from pipeline.warehouse.relations import load

SHOWN = 3
"""Offending rows that a message shows."""


class CheckFailed(ValueError):
    """Checks that must hold and do not; the message names each, what it looks for and the first offending rows."""


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Run every check, write its result into quality_results, and raise CheckFailed if one that must hold does not."""
    broken = []
    for name, relation in load("checks").items():
        rows = connection.execute(relation.sql).fetchall()
        severity = {"fail": "critical", "warn": "warning"}[relation.header["severity"]]
        connection.execute(
            "INSERT INTO quality_results VALUES ('release', 'checked', 'warehouse', ?, ?, NULL, ?, ?, NULL)",
            [name, severity, len(rows), not rows],
        )
        if rows and severity == "critical":
            shown = "; ".join(map(str, rows[:SHOWN]))
            broken.append(f"{name} ({relation.header['purpose']}): {len(rows)} rows, such as {shown}")
    if broken:
        raise CheckFailed("\n".join(broken))
