"""What a DAG run does when a step fails: the steps' answers are made up here, Airflow and the DAGs are real."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from pipeline import steps
from pipeline.log import UnwrittenAppend

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag
    from airflow.models.dagrun import DagRun


# Airflow sets the process's alarm for its own limits, which ends the alarm of pytest's.
pytestmark = pytest.mark.timeout(240, method="thread")


@dataclass
class Scene:
    """What the steps will answer, and how often each was asked."""

    due: list[str] = field(default_factory=list)
    batches: list[str] = field(default_factory=list)
    unpublished: int = 0
    failing: dict[str, list[Exception]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def answer(self, name: str, value: Any) -> Any:
        """The value, or the next failure that is planned for the name."""
        self.asked[name] += 1
        planned = self.failing.get(name)
        if planned:
            raise planned.pop(0)
        return value

    def read(self, batch_id: str) -> dict[str, Any]:
        """A batch's report; its events are on the log from here on."""
        report = self.answer(batch_id, {"batch_id": batch_id, "appended": 3})
        self.unpublished += 1
        return dict(report)


@pytest.fixture
def scene(monkeypatch: pytest.MonkeyPatch) -> Scene:
    scene = Scene()
    answers: dict[str, Callable[..., Any]] = {
        "due_sources": lambda home: scene.answer("due", scene.due),
        "capture": lambda home, source: scene.answer(source, {"source": source, "listed": True}),
        "unread_batches": lambda home: scene.answer("unread", [{"batch_id": one} for one in scene.batches]),
        "read_batch": lambda home, batch: scene.read(batch["batch_id"]),
        "unpublished": lambda home: scene.unpublished,
    }
    for name, answer in answers.items():
        monkeypatch.setattr(steps, name, answer)
    return scene


@pytest.fixture
def ingest(bag: DagBag, monkeypatch: pytest.MonkeyPatch) -> Callable[[], dict[str, str]]:
    """Run `ingest` without waiting between tries; the state of the run and of every task in it."""
    dag = bag.dags["ingest"]
    for task in dag.tasks:
        monkeypatch.setattr(task, "retry_delay", timedelta(0))
    return lambda: states(dag.test())


def states(run: DagRun) -> dict[str, str]:
    """`task` or `task[map index]` to state, and the run's own under `run`."""
    found = {
        ti.task_id if ti.map_index < 0 else f"{ti.task_id}[{ti.map_index}]": str(ti.state)
        for ti in run.get_task_instances()
    }
    return found | {"run": str(run.state)}


def test_a_source_that_fails_for_good_is_not_tried_again_and_stops_nothing(scene: Scene, ingest: Any) -> None:
    scene.due = ["gone", "fine"]
    scene.batches = ["a"]
    scene.failing = {"gone": [ValueError("404 for the feed")]}
    ran = ingest()
    assert (scene.asked["gone"], scene.asked["fine"], scene.asked["a"]) == (1, 1, 1)
    assert (ran["capture[0]"], ran["capture[1]"], ran["read[0]"]) == ("failed", "success", "success")
    assert (ran["announce"], ran["run"]) == ("success", "success")


def test_a_network_or_a_disk_that_fails_for_a_moment_is_tried_again(scene: Scene, ingest: Any) -> None:
    scene.due = ["shaky"]
    scene.failing = {"shaky": [ConnectionError("reset"), UnwrittenAppend("the disk is full")]}
    ran = ingest()
    assert scene.asked["shaky"] == 3
    assert (ran["capture[0]"], ran["run"]) == ("success", "success")


def test_a_batch_that_fails_makes_the_run_red_and_holds_back_no_other(scene: Scene, ingest: Any) -> None:
    scene.batches = ["poison", "good"]
    scene.failing = {"poison": [KeyError("no such unit")]}
    ran = ingest()
    assert (ran["read[0]"], ran["read[1]"]) == ("failed", "success")
    assert (ran["announce"], ran["fail_the_run"], ran["run"]) == ("success", "failed", "failed")


def test_a_broken_list_of_sources_makes_the_run_red_but_what_is_unread_is_read(scene: Scene, ingest: Any) -> None:
    scene.batches = ["left over"]
    scene.failing = {"due": [ValueError("config/sources.toml: source 3: kind is missing")]}
    ran = ingest()
    assert (ran["due"], ran["read[0]"], ran["announce"], ran["run"]) == ("failed", "success", "success", "failed")


def test_nothing_to_do_is_no_failure_and_announces_nothing(scene: Scene, ingest: Any) -> None:
    ran = ingest()
    assert (ran["capture"], ran["read"], ran["announce"], ran["run"]) == ("skipped", "skipped", "skipped", "success")


def test_what_an_earlier_run_appended_and_could_not_announce_is_announced(scene: Scene, ingest: Any) -> None:
    scene.unpublished = 2
    assert ingest()["announce"] == "success"


def test_a_failure_says_what_where_and_what_to_do(scene: Scene, ingest: Any, caplog: pytest.LogCaptureFixture) -> None:
    scene.due = ["gone"]
    scene.failing = {"gone": [ValueError("404 for the feed")]}
    with caplog.at_level(logging.ERROR, logger="failures"):
        ingest()
    (said,) = [record.getMessage() for record in caplog.records if record.name == "failures"]
    for part in ("what: 404 for the feed", "task capture (item 0) of ingest", "what to do:"):
        assert part in said
