"""Ids follow from what an event says, and from nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.events import canonical, make_event, stable_id
from pipeline.events.types import ArticleGone

NOW = datetime(2025, 3, 4, 12, tzinfo=UTC)
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=5)


def gone(status: int = 410) -> ArticleGone:
    return ArticleGone(article_id="a", url="https://a.example/", status=status, observed_on=NOW.date())


def test_an_id_is_the_same_in_every_process_for_ever() -> None:
    assert stable_id(["article", "https://a.example/é", 7, None]) == "a21d7eda-80ee-8be5-b267-98b2ae0061cb"


def test_an_id_is_a_uuid_of_version_8() -> None:
    found = UUID(stable_id(["a"]))
    assert (found.version, found.variant) == (8, "specified in RFC 4122")


@given(st.lists(VALUES, max_size=4), st.lists(VALUES, max_size=4))
def test_only_equal_parts_have_equal_ids(one: list[object], other: list[object]) -> None:
    assert (stable_id(one) == stable_id(other)) == (canonical(one) == canonical(other))


def test_who_saw_it_and_when_is_no_part_of_the_id() -> None:
    first = make_event(gone(), occurred_at=NOW, actor="fetch")
    again = make_event(gone(), occurred_at=NOW + timedelta(hours=3), actor="ann", correlation_id="run 2")
    assert first.event_id == again.event_id
    assert make_event(gone(404), occurred_at=NOW, actor="fetch").event_id != first.event_id


def test_a_time_is_kept_in_utc_and_one_without_a_zone_is_refused() -> None:
    elsewhere = datetime(2025, 3, 4, 13, tzinfo=timezone(timedelta(hours=1)))
    assert make_event(gone(), occurred_at=elsewhere, actor="x").occurred_at == NOW
    with pytest.raises(ValueError, match="no time zone"):
        make_event(gone(), occurred_at=datetime(2025, 3, 4), actor="x")


def test_json_has_one_form() -> None:
    assert canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))
