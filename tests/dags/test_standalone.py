"""The recipe of `make airflow`, really run: a scheduled ingest reads the sample newsroom, and publish follows."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import requests

from pipeline.sample import Newsroom

if TYPE_CHECKING:
    from tests.dags.conftest import Declare

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 600.0
"""Seconds from the start to a published release; about 40 on two idle cores."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def recipe() -> str:
    """What `make airflow` would run."""
    command = ["make", "--dry-run", "--no-print-directory", "--assume-old=.venv/.installed", "airflow"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


class Airflow:
    """A running `airflow standalone` and its REST interface."""

    def __init__(self, folder: Path, sources: Path) -> None:
        self.folder = folder
        self.log = folder / "standalone.log"
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        inherited = {
            key: value for key, value in os.environ.items() if "AIRFLOW" not in key and not key.startswith("MAKE")
        }
        environment = inherited | {
            "AIRFLOW_HOME": str(folder / "airflow"),
            "AIRFLOW__API__PORT": str(port),
            "DEALTAPE_HOME": str(folder / "home"),
            "DEALTAPE_SOURCES": str(sources),
        }
        # A child inherits an ignored SIGINT (a shell's background job has it) and could not be stopped by it.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                ["sh", "-ec", recipe()], cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT,
                start_new_session=True,
            )  # fmt: skip
        signal.signal(signal.SIGINT, before)

    def get(self, path: str) -> Any:
        """A resource of the REST interface; raises OSError until the server is up."""
        passwords = json.loads((self.folder / "airflow/simple_auth_manager_passwords.json.generated").read_text())
        login = {"username": "admin", "password": passwords["admin"]}
        token = requests.post(f"{self.url}/auth/token", json=login, timeout=10).json()["access_token"]
        answer = requests.get(f"{self.url}/api/v2/{path}", headers={"Authorization": f"Bearer {token}"}, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def runs(self) -> dict[str, dict[str, Any]]:
        """The first run of each DAG, by DAG; none while Airflow starts."""
        try:
            found = self.get("dags/~/dagRuns?order_by=run_after")["dag_runs"]
        except OSError:
            return {}
        return {run["dag_id"]: run for run in reversed(found)}

    def ended(self) -> bool:
        """Whether the first runs of both DAGs are over; publish may be, before the scheduler has closed ingest."""
        runs = self.runs()
        return all(runs.get(dag, {}).get("state") in ("success", "failed") for dag in ("ingest", "publish"))

    def stop(self) -> None:
        """Ctrl-C, then the end of all its processes."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=90)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise


@pytest.fixture
def airflow(tmp_path: Path, declare: Declare) -> Iterator[Airflow]:
    with Newsroom() as newsroom:
        running = Airflow(tmp_path, declare(newsroom.declarations()))
        try:
            yield running
        finally:
            if running.process.poll() is None:
                running.stop()


@pytest.mark.timeout(800)
def test_a_scheduled_ingest_is_followed_by_a_release_and_ctrl_c_stops_all(airflow: Airflow) -> None:
    end = time.monotonic() + PATIENCE
    while not airflow.ended():
        assert time.monotonic() < end, airflow.log.read_text()[-5000:]
        assert airflow.process.poll() is None, airflow.log.read_text()[-5000:]
        time.sleep(1)
    runs = airflow.runs()
    assert (runs["ingest"]["run_type"], runs["ingest"]["state"]) == ("scheduled", "success")
    assert (runs["publish"]["run_type"], runs["publish"]["state"]) == ("asset_triggered", "success")
    assert (airflow.folder / "home/releases/current/warehouse.duckdb").exists()
    airflow.stop()
    assert airflow.process.returncode == 0
    with pytest.raises(ProcessLookupError):
        os.killpg(airflow.process.pid, 0)
