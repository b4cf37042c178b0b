"""The log against a plain list: whatever is appended in whatever way, by whichever reader, both say the same."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from deltalake import DeltaTable
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from pipeline.events import Event
from pipeline.log import Appended, ConflictingEvent, Log
from tests.log.facts import ids, positions, rate, rates

NUMBERS = st.integers(0, 40)
START = datetime(2025, 9, 19, tzinfo=UTC)


class AppendOnlyLog(RuleBasedStateMachine):
    """`commits` is the oracle: the events of each commit in their order."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = START
        self.writers = [self.opened(), self.opened()]
        self.commits: list[list[Event]] = []
        self.earlier: list[pl.DataFrame] = []

    def opened(self) -> Log:
        return Log(self.folder / "log", now=lambda: self.clock)

    @property
    def recorded(self) -> list[str]:
        return [event for commit in self.commits for event in ids(commit)]

    @rule(numbers=st.lists(NUMBERS, max_size=6), writer=st.integers(0, 1))
    def append(self, numbers: list[int], writer: int) -> None:
        """Any events, also known ones and the same one twice, by either of two writers."""
        events = rates(numbers)
        fresh = list({event.event_id: event for event in events if event.event_id not in self.recorded}.values())
        said = self.writers[writer].append(events)
        self.commits += [fresh] if fresh else []
        assert said == Appended(len(self.commits), len(fresh), len(events) - len(fresh))

    @rule(numbers=st.lists(NUMBERS, max_size=4), writer=st.integers(0, 1))
    def append_what_contradicts_the_log(self, numbers: list[int], writer: int) -> None:
        """One event says something else under an id that stands: nothing of the append is recorded."""
        if self.commits:
            number = next(n for n in range(41) if rate(n).event_id in self.recorded)
            with pytest.raises(ConflictingEvent):
                self.writers[writer].append([*rates(numbers), rate(number, is_default=True)])

    @rule(writer=st.integers(0, 1))
    def reopen(self, writer: int) -> None:
        self.writers[writer] = self.opened()

    @rule(hours=st.integers(-48, 48))
    def set_the_clock(self, hours: int) -> None:
        self.clock += timedelta(hours=hours)

    @rule()
    def compact(self) -> None:
        """The library may rewrite the files; the stamps stay."""
        if self.commits:
            DeltaTable(self.folder / "log").optimize.compact()

    @rule()
    def remember(self) -> None:
        """The log as it stands now, to be compared with what is said of this position later."""
        self.earlier.append(self.writers[0].read())

    @invariant()
    def both_say_the_same(self) -> None:
        for log in self.writers:
            events = log.read()
            assert log.head() == len(self.commits)
            assert events["event_id"].to_list() == self.recorded
            assert positions(events) == [
                (n, row) for n, commit in enumerate(self.commits, 1) for row in range(len(commit))
            ]
            assert events["recorded_at"].is_sorted()

    @invariant()
    def the_past_does_not_change(self) -> None:
        for then in self.earlier:
            assert self.writers[1].read(upto=then["commit"].max() or 0).equals(then)

    def teardown(self) -> None:
        assert self.opened().verify().problems == []
        shutil.rmtree(self.folder)


AppendOnlyLog.TestCase.settings = settings(
    max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAppendOnlyLog = AppendOnlyLog.TestCase
