"""Build the warehouse from the event log, check it, and switch the published release to it.

Runs when the log is announced to have something new; one run at a time. A failed build or check leaves the published
release standing.
"""

from airflow.sdk import dag, task
from failures import DEFAULT_ARGS
from reading import EVENT_LOG


@dag(
    schedule=[EVENT_LOG],
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    doc_md=__doc__,
    tags=["dealtape"],
)
def publish() -> None:
    """See the module."""

    @task
    def release() -> dict | None:
        """Publish a release; None when nothing is new."""
        from pipeline import settings, steps

        return steps.publish(settings.home())

    release()


publish()
