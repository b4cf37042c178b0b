"""Read captured articles again with the running extractor, fetching nothing.

Started by hand, for all articles, one source, or those observed since a day. Another version than the adopted one
reads in shadow: nothing counts before `dealtape adopt`.
"""

from airflow.sdk import Param, dag, task
from failures import DEFAULT_ARGS
from reading import read_and_announce


@dag(
    schedule=None,
    catchup=False,
    max_active_runs=1,
    default_args=DEFAULT_ARGS,
    params={
        "source": Param(None, type=["null", "string"], description="only articles of this source"),
        "since": Param(None, type=["null", "string"], format="date", description="only those observed since this day"),
    },
    doc_md=__doc__,
    tags=["dealtape"],
)
def reprocess() -> None:
    """See the module."""

    @task
    def captured(params: dict) -> list[dict]:
        """Batches of the captured articles that the parameters choose."""
        from pipeline import settings, steps

        return steps.reprocess_batches(settings.home(), source=params["source"], since=params["since"])

    read_and_announce(captured())


reprocess()
