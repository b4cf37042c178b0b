"""Offer the review queue to a person: what needs a decision becomes a yes-or-no question under *Required Actions*.

Every morning, one task a question. A yes or a no becomes an event on the log with the reason and the name of who
answered; `leave`, also given for whoever does not answer within a day, decides nothing, and the question comes again.
The same queue is `dealtape review` in a terminal.
"""

from datetime import timedelta

from airflow.providers.standard.operators.hitl import HITLOperator
from airflow.sdk import CronTriggerTimetable, Param, dag, task, task_group
from failures import DEFAULT_ARGS
from reading import announce


@task
def questions() -> list[dict]:
    """The first questions of the queue: subject, body, and the item that they are about."""
    from pipeline import settings, steps

    return steps.review_questions(settings.home())


@task
def decide(item: dict, answer: dict) -> dict | None:
    """Record the answer; None when the question was left."""
    from pipeline import settings, steps

    who = answer["responded_by_user"] or {"name": "nobody"}
    return steps.answer_review(
        settings.home(),
        item,
        answer["chosen_options"][0],
        reason=answer["params_input"].get("reason", ""),
        actor=who["name"],
    )


@task_group
def one_question(subject: str, body: str, item: dict) -> None:
    """Ask, wait without a worker, decide."""
    ask = HITLOperator(
        task_id="ask",
        subject=subject,
        body=body,
        options=["yes", "no", "leave"],
        defaults="leave",
        params={"reason": Param("", type="string", description="why; it stands on the tape")},
        response_timeout=timedelta(hours=23),
        execution_timeout=None,
    )
    decide(item, ask.output)


@dag(
    schedule=CronTriggerTimetable("0 6 * * *", timezone="UTC"),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    doc_md=__doc__,
    tags=["dealtape"],
)
def review() -> None:
    """See the module."""
    one_question.expand_kwargs(questions()) >> announce()


review()
