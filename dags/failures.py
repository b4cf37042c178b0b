"""What happens when a task fails: which failures are tried again, how long, and what the log of the task says.

Named by classes of Python alone, so that parsing a DAG imports no stage of the pipeline: what the network or a disk
does is an `OSError`, also where a stage gives it a name of its own, and may pass; anything else is a mistake in the
input, the configuration or the code, and trying it again would only repeat it.
"""

import logging
from datetime import timedelta
from typing import Any

from airflow.sdk import Context, ExceptionRetryPolicy, RetryAction, RetryRule
from airflow.sdk.exceptions import AirflowFailException

log = logging.getLogger(__name__)


def tell_what_failed(context: Context) -> None:
    """Log what failed, where, and what to do; nothing is sent out."""
    ti = context["task_instance"]
    item = f" (item {ti.map_index})" if ti.map_index is not None and ti.map_index >= 0 else ""
    log.error(
        "what: %s\nwhere: task %s%s of %s, run %s, try %s\nwhat to do: nothing is lost, the event log says what is "
        "still to be done and the next run does it. Mend the cause named above; clear this task to do it sooner.",
        context.get("exception") or "the task was stopped from outside (see the scheduler's log)",
        ti.task_id, item, ti.dag_id, ti.run_id, ti.try_number,
    )  # fmt: skip


def listed(report: dict[str, Any]) -> dict[str, Any]:
    """A fetched source's report; the task fails when the source could not even be listed.

    Not tried again in this run: the fetcher has tried, and each failure in a row doubles the source's pause.
    """
    if not report["listed"]:
        raise AirflowFailException(f"{report['source']} could not be listed: {report['failed'][-1]['what']}")
    return report


DEFAULT_ARGS: dict[str, Any] = {
    "retries": 3,
    "retry_delay": timedelta(seconds=30),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=10),
    "retry_policy": ExceptionRetryPolicy(
        rules=[RetryRule(exception=OSError, action=RetryAction.RETRY, reason="the network or a disk may come back")],
        default=RetryAction.FAIL,
    ),
    "execution_timeout": timedelta(hours=1),
    "on_failure_callback": tell_what_failed,
}
