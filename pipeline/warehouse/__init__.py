"""The warehouse: SQL over the log's events, built by DuckDB into a file that readers only read."""

from pipeline.warehouse.building import PUBLIC, build
from pipeline.warehouse.checks import CheckFailed
from pipeline.warehouse.clock import AsOf
from pipeline.warehouse.exporting import export_tables
from pipeline.warehouse.identity import Inputs, Resolve, Resolved
from pipeline.warehouse.querying import Answer, DamagedWarehouse, QueryError, opened, query

__all__ = [
    "PUBLIC",
    "Answer",
    "AsOf",
    "CheckFailed",
    "DamagedWarehouse",
    "Inputs",
    "QueryError",
    "Resolve",
    "Resolved",
    "build",
    "export_tables",
    "opened",
    "query",
]
