"""What `ingest` and `reprocess` have in common: batches of articles are read, and what came of it is announced.

The event log is an asset: whoever appended to it announces it, and `publish` follows.
"""

from airflow.sdk import Asset, TriggerRule, XComArg, task
from airflow.sdk.exceptions import AirflowFailException, AirflowSkipException

EVENT_LOG = Asset("dealtape_event_log")


def read_and_announce(batches: XComArg, *before: XComArg) -> None:
    """Read each batch in its own task, then announce; a failure there or in a task `before` makes the run red."""
    done = read.expand(batch=batches)
    done >> announce()
    [*before, batches, done] >> fail_the_run()


@task
def read(batch: dict) -> dict:
    """Extract, normalise, validate and append one batch."""
    from pipeline import settings, steps

    return steps.read_batch(settings.home(), batch)


@task(outlets=[EVENT_LOG], trigger_rule=TriggerRule.ALL_DONE)
def announce() -> None:
    """Say that the log has what no release has; skipped when it has not.

    It asks the log, not the tasks before it: a failed batch holds back no other, and what a run appended before it
    died is announced by the next.
    """
    from pipeline import settings, steps

    if not steps.unpublished(settings.home()):
        raise AirflowSkipException("every event on the log is published")


@task(trigger_rule=TriggerRule.ONE_FAILED)
def fail_the_run() -> None:
    """Fail: a run is as good as its last tasks, and `announce` succeeds whatever failed before it."""
    raise AirflowFailException("a task of this run failed; its own log says what and where")
