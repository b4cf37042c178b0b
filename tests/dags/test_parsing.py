"""DAG files hold no logic, run nothing when parsed, and say what they are for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((ROOT / "dags").glob("*.py"))
HEAVY = {"duckdb", "polars", "great_expectations", "deltalake", "pandas", "requests", "trafilatura", "pipeline.steps"}
LOGIC = (ast.For, ast.While, ast.Try, ast.ListComp, ast.DictComp, ast.Lambda, ast.With, ast.ClassDef)


def test_there_is_one_file_a_dag(bag: DagBag) -> None:
    shared = set((ROOT / "dags" / ".airflowignore").read_text().split())
    assert set(bag.dag_ids) == {path.stem for path in FILES if path.name not in shared}
    assert {"ingest", "publish", "reprocess"} <= set(bag.dag_ids)


def test_every_dag_shows_its_files_docstring(bag: DagBag) -> None:
    for dag in bag.dags.values():
        assert dag.doc_md == ast.get_docstring(ast.parse(Path(dag.fileloc).read_text(encoding="utf-8")), clean=False)


def test_runs_do_not_pile_up(bag: DagBag) -> None:
    for dag in bag.dags.values():
        assert not dag.catchup
        assert dag.max_active_runs == 1


def test_every_task_has_a_limit_retries_and_a_failure_callback(bag: DagBag) -> None:
    for one in (task for dag in bag.dags.values() for task in dag.tasks):
        where = f"{one.dag_id}.{one.task_id}"
        assert one.execution_timeout or one.response_timeout, where
        assert one.retries > 0, where
        assert one.retry_policy, where
        assert one.on_failure_callback, where


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_a_dag_file_holds_no_logic(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    found = [f"line {node.lineno}: {type(node).__name__}" for node in ast.walk(tree) if isinstance(node, LOGIC)]
    assert not found
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any("task" in ast.unparse(one) for one in node.decorator_list):
            assert ast.get_docstring(node), f"{node.name} does not say what it does"
            body = [one for one in node.body if not isinstance(one, ast.ImportFrom)][1:]
            assert len(body) <= 2, f"{node.name} does more than call a step"
    assert len(text.splitlines()) <= 80


def test_parsing_imports_nothing_heavy() -> None:
    names = ", ".join(path.stem for path in FILES)
    code = f"import sys; sys.path.insert(0, 'dags'); import {names}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    imported = set(ran.stdout.split())
    assert {"ingest", "publish", "reprocess"} <= imported
    assert not HEAVY & imported
