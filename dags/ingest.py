"""Fetch the sources that are due, then read what the event log says is unread.

Each due source is one task, and so is each batch of articles: tasks pass names and ids, so any worker can take any
task, and a source or a batch that fails stops no other. A source that fails is red and tried again by the next run;
a failure of any other task makes the whole run red. What was appended is announced, and `publish` follows.
"""

from airflow.sdk import CronTriggerTimetable, TriggerRule, dag, task
from failures import DEFAULT_ARGS, listed
from reading import read_and_announce

MOST_BATCHES = 100
"""Batches a run; what is left is still unread for the next one."""


@dag(
    schedule=CronTriggerTimetable("*/15 * * * *", timezone="UTC", run_immediately=True),
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    doc_md=__doc__,
    tags=["dealtape"],
)
def ingest() -> None:
    """See the module."""

    @task
    def due() -> list[str]:
        """Names of the enabled sources whose schedule is due."""
        from pipeline import settings, steps

        return steps.due_sources(settings.home())

    @task
    def capture(source: str) -> dict:
        """Fetch one source; its articles are captured and observed."""
        from pipeline import settings, steps

        return listed(steps.capture(settings.home(), source))

    @task(trigger_rule=TriggerRule.ALL_DONE)
    def unread() -> list[dict]:
        """Batches of articles that were observed and not yet read, in this run or an earlier one."""
        from pipeline import settings, steps

        return steps.unread_batches(settings.home())[:MOST_BATCHES]

    sources = due()
    batches = unread()
    capture.expand(source=sources) >> batches
    read_and_announce(batches, sources)


ingest()
