"""A real Airflow for the tests: its own home and migrated SQLite database in a temporary folder."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag

Declare = Callable[[list[dict[str, Any]]], Path]
ROOT = Path(__file__).resolve().parent.parent.parent
AIRFLOW = tempfile.TemporaryDirectory(prefix="dealtape-airflow-")
# Airflow reads these when it is first imported, which no test module may do before them.
os.environ |= {
    "AIRFLOW_HOME": AIRFLOW.name,
    "AIRFLOW__CORE__DAGS_FOLDER": str(ROOT / "dags"),
    "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"sqlite:///{AIRFLOW.name}/airflow.db",
}


@pytest.fixture(scope="session")
def bag() -> Iterator[DagBag]:
    """The project's DAGs, parsed by Airflow over a migrated database."""
    from airflow.dag_processing.dagbag import BundleDagBag
    from airflow.utils.db import initdb

    initdb()
    parsed = BundleDagBag(ROOT / "dags", bundle_path=ROOT / "dags", bundle_name="dags-folder")
    assert not parsed.import_errors
    yield parsed
    AIRFLOW.cleanup()


@pytest.fixture
def declare(tmp_path: Path) -> Declare:
    """Write declarations of sources as a sources.toml, so that Airflow's tasks find them where they look."""

    def write(sources: list[dict[str, Any]]) -> Path:
        tables = []
        for source in sources:
            lines = [f"{key} = {json.dumps(value)}" for key, value in source.items()]
            tables.append("\n".join(["[[source]]", *lines, ""]))
        path = tmp_path / "sources.toml"
        path.write_text("\n".join(tables), encoding="utf-8")
        return path

    return write
