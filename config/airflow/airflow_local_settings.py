"""Airflow reads this at start: no log servers on a machine of one's own.

They listen on every interface and take no other address, while the UI reads the same files from disk here. The
components that have `--skip-serve-logs` are started by `airflow standalone`, which does not pass it on.
"""

import sys

if {"scheduler", "triggerer"} & set(sys.argv):
    from airflow.utils import serve_logs

    def keep_logs_local(port: int | None = None) -> None:
        """Serve nothing."""

    serve_logs.serve_logs = keep_logs_local
