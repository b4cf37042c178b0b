"""How `make test` spreads the suite over processes, and the figures that tests want printed at its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The tests of a file share what is dear to make, so one process runs them; all that need Airflow share that."""
    if getattr(config.option, "loadgroup", False):
        for item in items:
            needs_airflow = "bag" in getattr(item, "fixturenames", ())
            item.add_marker(pytest.mark.xdist_group("airflow" if needs_airflow else item.location[0]))


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Iterator[list[str]]:
    """Lines to print when all tests are done; as properties they reach the process that prints."""
    lines: list[str] = []
    yield lines
    for line in lines:
        record_property("figure", line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    torn_down = [report for report in terminalreporter.getreports("") if report.when == "teardown"]
    lines = [value for report in torn_down for name, value in report.user_properties if name == "figure"]
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
