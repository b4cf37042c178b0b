"""The warehouse: SQL over the log's events, built by DuckDB into a file that readers only read.

Its modules are imported when first asked for: a question to a release needs no Polars, which takes longer to import
than the question to answer.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.warehouse.building import PUBLIC, READABLE, build
    from pipeline.warehouse.checks import CheckFailed
    from pipeline.warehouse.clock import AsOf
    from pipeline.warehouse.exporting import export_tables
    from pipeline.warehouse.identity import Inputs, Resolve, Resolved
    from pipeline.warehouse.querying import Answer, DamagedWarehouse, QueryError, opened, query

_MODULES = {
    "building": ("PUBLIC", "READABLE", "build"),
    "checks": ("CheckFailed",),
    "clock": ("AsOf",),
    "exporting": ("export_tables",),
    "identity": ("Inputs", "Resolve", "Resolved"),
    "querying": ("Answer", "DamagedWarehouse", "QueryError", "opened", "query"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"the warehouse has no {name!r}")
    return getattr(import_module(f"pipeline.warehouse.{_MODULE_OF[name]}"), name)


__all__ = [
    "PUBLIC",
    "READABLE",
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
