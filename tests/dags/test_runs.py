"""Each DAG run once in a real Airflow, with the real steps, over the sample newsroom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.log import Log
from pipeline.sample import Newsroom
from pipeline.settings import Home

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag

    from tests.dags.conftest import Declare


# Airflow sets the process's alarm for its own limits, which ends the alarm of pytest's.
pytestmark = pytest.mark.timeout(240, method="thread")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, declare: Declare) -> Iterator[Home]:
    """An empty data home and the newsroom's sources, all due."""
    with Newsroom() as newsroom:
        monkeypatch.setenv("DEALTAPE_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("DEALTAPE_SOURCES", str(declare(newsroom.declarations())))
        yield Home(tmp_path / "home")


def events(home: Home) -> Counter[str]:
    return Counter(Log(home.log).read()["type"])


def run(bag: DagBag, dag_id: str, **params: str) -> dict[str, str]:
    """Run a DAG; the state of the run and of its tasks (the worst one of a mapped task)."""
    dag_run = bag.dags[dag_id].test(run_conf=params or None)
    states: dict[str, set[str]] = {}
    for ti in dag_run.get_task_instances():
        states.setdefault(ti.task_id, set()).add(str(ti.state))
    return {task: "/".join(sorted(found)) for task, found in states.items()} | {"run": str(dag_run.state)}


def test_ingest_reads_all_publish_releases_it_and_the_next_ingest_has_nothing_to_do(bag: DagBag, home: Home) -> None:
    ran = run(bag, "ingest")
    assert (ran["capture"], ran["read"], ran["announce"], ran["run"]) == ("success",) * 4
    found = events(home)
    assert found["ArticleExtracted"] == found["ArticleObserved"] > 0
    assert run(bag, "publish") == {"release": "success", "run": "success"}
    assert (home.releases / "current" / "warehouse.duckdb").exists()
    head = Log(home.log).head()
    ran = run(bag, "ingest")
    assert (ran["capture"], ran["read"], ran["announce"], ran["run"]) == ("skipped", "skipped", "skipped", "success")
    assert Log(home.log).head() == head


def test_reprocess_reads_the_articles_of_one_source_without_fetching(bag: DagBag, home: Home) -> None:
    from pipeline import settings, steps

    names = steps.due_sources(settings.home())[:2]
    reports = {name: steps.capture(settings.home(), name) for name in names}
    ran = run(bag, "reprocess", source=names[0])
    assert (ran["read"], ran["run"]) == ("success", "success")
    found = events(home)
    assert found["ArticleObserved"] == sum(report["new"] for report in reports.values())
    assert found["ArticleExtracted"] == reports[names[0]]["new"]


def test_a_source_that_is_down_is_red_and_the_others_are_read(bag: DagBag, home: Home, declare: Declare) -> None:
    with Newsroom() as newsroom:
        down, working, *_ = newsroom.declarations()
        declare([down | {"local": "127.0.0.1:9"}, working])
        ran = run(bag, "ingest")
    assert (ran["capture"], ran["read"], ran["run"]) == ("failed/success", "success", "success")
