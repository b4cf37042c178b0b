"""Questions of the review queue are asked in Airflow and answered by a person, who is played by a thread here."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from pipeline import steps

if TYPE_CHECKING:
    from airflow.dag_processing.dagbag import DagBag

# Airflow sets the process's alarm for its own limits, which ends the alarm of pytest's.
pytestmark = pytest.mark.timeout(240, method="thread")
QUESTIONS = [
    {"subject": "Is this claim right?", "body": "xAI raised {{ 7 * 7 }} of *nothing*", "item": {"claim_key": "a"}},
    {"subject": "One organisation?", "body": "xAI, X.AI Corp", "item": {"a": "xai", "b": "x-ai"}},
]


class Person(threading.Thread):
    """Answers each question once it is asked, and remembers how it was put."""

    def __init__(self, answers: list[tuple[str, str]]) -> None:
        super().__init__(daemon=True)
        self.answers = dict(enumerate(answers))
        self.bodies: dict[int, str | None] = {}

    def run(self) -> None:
        from airflow.models.hitl import HITLDetail
        from airflow.utils.session import create_session
        from sqlalchemy import select

        while self.answers:
            with create_session() as session:
                asked = session.scalars(select(HITLDetail)).unique().all()
                waiting = {one.task_instance.map_index: one for one in asked if not one.response_received}
                for index in waiting.keys() & self.answers.keys():
                    if waiting[index].task_instance.state == "awaiting_input":
                        self.bodies[index] = waiting[index].body
                        self.answer(waiting[index].task_instance, *self.answers.pop(index), session)
            time.sleep(0.1)

    def answer(self, ti: Any, chosen: str, reason: str, session: Any) -> None:
        from airflow.api_fastapi.auth.managers.simple.user import SimpleAuthManagerUser
        from airflow.api_fastapi.core_api.datamodels.hitl import UpdateHITLDetailPayload
        from airflow.api_fastapi.core_api.routes.public.hitl import update_hitl_detail

        payload = UpdateHITLDetailPayload(chosen_options=[chosen], params_input={"reason": reason})
        user = SimpleAuthManagerUser(username="ann", role="admin")
        update_hitl_detail(ti.dag_id, ti.run_id, ti.task_id, payload, user, session, ti.map_index)


def test_a_persons_answers_reach_the_steps_with_reason_and_name(bag: DagBag, monkeypatch: pytest.MonkeyPatch) -> None:
    decided = {}

    def answer_review(home: object, item: dict[str, str], answer: str, *, reason: str, actor: str) -> None:
        decided[next(iter(item.values()))] = (answer, reason, actor)

    monkeypatch.setattr(steps, "review_questions", lambda home: QUESTIONS)
    monkeypatch.setattr(steps, "answer_review", answer_review)
    monkeypatch.setattr(steps, "unpublished", lambda home: 1)
    person = Person([("no", "the text speaks of revenue"), ("leave", "")])
    person.start()
    run = bag.dags["review"].test()
    assert str(run.state) == "success"
    assert decided == {"a": ("no", "the text speaks of revenue", "ann"), "xai": ("leave", "", "ann")}
    assert person.bodies[0] == "xAI raised {{ 7 * 7 }} of *nothing*"
