"""The hash chain, computed once more in plain Python; any change to what stands on the log breaks it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import groupby
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.events import ENVELOPE, Event, canonical, make_event
from pipeline.events.types import ClaimReviewed
from pipeline.log import Log

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
words = st.text(st.characters(codec="utf-8"), max_size=12)


@st.composite
def decisions(draw: st.DrawFn) -> Event:
    payload = ClaimReviewed(
        decision_id=draw(st.uuids().map(str)), claim_key=draw(words), verdict="accept", reason=draw(words)
    )
    when = draw(st.datetimes(datetime(1960, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)))
    return make_event(payload, occurred_at=when, actor=draw(words), correlation_id=draw(st.none() | words))


def chained(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The hash of each commit, as the log's own page describes it, value by value."""
    previous, hashes = "0" * 64, []
    for commit, group in groupby(rows, key=lambda row: row["commit"]):
        events = list(group)
        digest = sha256(previous.encode())
        digest.update(canonical([commit, micros(events[0]["recorded_at"]), len(events)]).encode())
        for name in ENVELOPE:
            values = [None if event[name] is None else bytes_of(event[name]) for event in events]
            for value in values:
                digest.update((2**32 - 1 if value is None else len(value)).to_bytes(4, "little"))
            digest.update(b"".join(value or b"" for value in values))
        previous = digest.hexdigest()
        hashes.append(previous)
    return hashes


def micros(moment: datetime) -> int:
    past = moment - EPOCH
    return (past.days * 86400 + past.seconds) * 1_000_000 + past.microseconds


def bytes_of(value: Any) -> bytes:
    return str(micros(value) if isinstance(value, datetime) else value).encode()


def stored(log: Log) -> list[dict[str, Any]]:
    return pl.concat([pl.read_parquet(path) for path in log.files()]).sort("commit", "row").to_dicts()


@FEW
@given(st.lists(st.lists(decisions(), min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_the_chain_is_that_of_plain_python_and_any_change_breaks_it(
    tmp_path_factory: pytest.TempPathFactory, commits: list[list[Event]], data: st.DataObject
) -> None:
    log = Log(tmp_path_factory.mktemp("chain") / "log")
    for events in commits:
        log.append(events)
    rows = stored(log)
    hashes = chained(rows)
    assert hashes == list(dict.fromkeys(row["commit_hash"] for row in rows))
    assert log.anchor() == (len(commits), hashes[-1])
    place, name = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.sampled_from(["actor", "payload", "event_id"]))
    changed = [dict(row) for row in rows]
    changed[place][name] = data.draw(words.filter(lambda word: word != rows[place][name]))
    assert chained(changed)[-1] != hashes[-1]
