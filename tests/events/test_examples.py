"""Events as they once went onto the log, one file a type and version, are read by today's code for ever."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from pipeline.events import EVENT_TYPES, ClaimRecord, canonical, make_event
from pipeline.events.upcasting import decode

EXAMPLES = Path(__file__).parent / "examples"
WRITTEN = sorted(EXAMPLES.glob("*.json"))
EVER = [(name, version) for name, kind in EVENT_TYPES.items() for version in range(1, kind.version + 1)]
NOW = datetime(2025, 3, 4, tzinfo=UTC)


def example(name: str, version: int) -> dict[str, Any]:
    """What the log holds of the event: `event_id`, `stream` and `payload`."""
    stored: dict[str, Any] = json.loads((EXAMPLES / f"{name}.v{version}.json").read_text(encoding="utf-8"))
    return stored


def test_every_version_of_every_type_has_its_example_and_no_other_is_there() -> None:
    assert [path.name for path in WRITTEN] == sorted(f"{name}.v{version}.json" for name, version in EVER)


@pytest.mark.parametrize(("name", "version"), EVER)
def test_an_event_of_any_version_is_read_and_keeps_its_id_and_stream(name: str, version: int) -> None:
    stored = example(name, version)
    event = make_event(decode(name, version, canonical(stored["payload"])), occurred_at=NOW, actor="test")
    assert (event.event_id, event.stream) == (stored["event_id"], stored["stream"])


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_the_current_version_is_still_written_as_in_its_example(name: str) -> None:
    kind = EVENT_TYPES[name]
    payload = canonical(example(name, kind.version)["payload"])
    assert set(json.loads(payload)) == set(kind.model_fields), "an example shows every field"
    again = make_event(decode(name, kind.version, payload), occurred_at=NOW, actor="test")
    assert (again.payload, again.schema_version) == (payload, kind.version)


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_an_event_that_leaves_out_what_it_may_is_read_again(name: str) -> None:
    """An absent value is not written, so that a field which may be absent must not be asked for when it is read."""
    kind = EVENT_TYPES[name]
    optional = {field for field, info in kind.model_fields.items() if type(None) in get_args(info.annotation)}
    least = {
        field: None if field in optional else value for field, value in example(name, kind.version)["payload"].items()
    }
    event = make_event(kind.model_validate(least), occurred_at=NOW, actor="test")
    assert not optional & set(json.loads(event.payload))
    assert decode(name, kind.version, event.payload).identity() == kind.model_validate(least).identity()


def test_the_examples_show_every_field_of_a_claim() -> None:
    kind = EVENT_TYPES["ArticleExtracted"]
    claims = example(kind.type_name, kind.version)["payload"]["claims"]
    assert set().union(*claims) == set(ClaimRecord.model_fields)
