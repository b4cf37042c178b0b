"""Old payloads are read in today's form, while the bytes on the log stay as they were written."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from pipeline.events import EVENT_TYPES, Event, Payload, canonical, make_event
from pipeline.events.upcasting import UnknownEvent, decode, missing_steps, upcast, upcast_json, upcast_rows
from pipeline.log import ConflictingEvent, Log
from tests.log.facts import rate

NOW = datetime(2025, 3, 4, tzinfo=UTC)


class PowerMeasured(Payload):
    """Made up: version 1 had kW, version 2 MW, version 3 says how it was measured."""

    type_name: ClassVar[str] = "PowerMeasured"
    version: ClassVar[int] = 3
    site: str
    power_mw: float
    method: str

    def stream(self) -> str:
        return f"site/{self.site}"

    def identity(self) -> list[object]:
        return [self.site]

    @staticmethod
    def upcast_v1_v2(payload: dict[str, Any]) -> dict[str, Any]:
        """Kilowatts become megawatts."""
        return {"site": payload["site"], "power_mw": payload["power_kw"] / 1000}

    @staticmethod
    def upcast_v2_v3(payload: dict[str, Any]) -> dict[str, Any]:
        """Nobody had said how."""
        return payload | {"method": "unknown"}


OLD = {1: {"site": "a", "power_kw": 5000}, 2: {"site": "a", "power_mw": 5.0}}
TODAY = {"site": "a", "power_mw": 5.0, "method": "unknown"}


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EVENT_TYPES, "PowerMeasured", PowerMeasured)


def measured(**payload: Any) -> Event:
    return make_event(PowerMeasured(**payload), occurred_at=NOW, actor="test")


def old(version: int) -> Event:
    """The event as a program of that time wrote it."""
    today = measured(**TODAY)
    payload = canonical(OLD[version])
    return Event(
        today.event_id, today.stream, today.type, version, NOW, "test", None, None, payload
    )  # fmt: skip


@pytest.mark.parametrize("version", OLD)
def test_an_old_payload_passes_every_step_up_to_today(version: int) -> None:
    assert upcast("PowerMeasured", version, OLD[version]) == TODAY
    assert decode("PowerMeasured", version, canonical(OLD[version])) == PowerMeasured(**TODAY)


def test_a_payload_of_today_keeps_its_bytes() -> None:
    spaced = json.dumps(TODAY, indent=1)
    assert upcast_json("PowerMeasured", 3, spaced) == spaced


def test_the_log_shows_today_and_keeps_what_was_written(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.append([rate(1), old(1), rate(2)])
    read = log.read()
    assert read["payload"].to_list() == [rate(1).payload, canonical(TODAY), rate(2).payload]
    assert read["schema_version"].to_list() == [1, 3, 1]
    assert pl.read_parquet(log.files())["payload"][1] == canonical(OLD[1])
    assert log.verify().problems == []


def test_the_same_fact_in_an_older_and_in_todays_form_is_one_event(tmp_path: Path) -> None:
    log = Log(tmp_path / "log")
    log.append([old(1)])
    assert log.append([measured(**TODAY)]).known == 1
    with pytest.raises(ConflictingEvent):
        log.append([measured(**TODAY | {"power_mw": 6.0})])


@pytest.mark.parametrize(("name", "version"), [("PowerMeasured", 4), ("PowerMeasured", 0), ("PowerGuessed", 1)])
def test_what_a_newer_program_wrote_is_not_guessed_at(name: str, version: int) -> None:
    with pytest.raises(UnknownEvent, match="a newer Dealtape may have written it"):
        decode(name, version, "{}")


def test_a_payload_that_no_version_allowed_is_refused() -> None:
    with pytest.raises(ValidationError):
        decode("PowerMeasured", 3, canonical(TODAY | {"more": 1}))


def test_a_type_that_lacks_a_step_of_its_past_is_found() -> None:
    class Later(PowerMeasured):
        version: ClassVar[int] = 5

    assert missing_steps(PowerMeasured) == []
    assert missing_steps(Later) == ["upcast_v3_v4", "upcast_v4_v5"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(1, 3), st.text(max_size=5), st.integers(0, 10**9), st.text(max_size=5))
def test_every_payload_that_a_version_allowed_is_read_and_a_second_upcast_changes_nothing(
    version: int, site: str, power: int, method: str
) -> None:
    written = {1: {"power_kw": power}, 2: {"power_mw": power / 1000}, 3: {"power_mw": power / 1000, "method": method}}
    today = decode("PowerMeasured", version, canonical({"site": site, **written[version]}))
    assert today == PowerMeasured(site=site, power_mw=power / 1000, method=method if version == 3 else "unknown")
    rows = pl.DataFrame(
        {
            "type": ["PowerMeasured"],
            "schema_version": [version],
            "payload": [canonical({"site": site, **written[version]})],
        }
    )
    once = upcast_rows(rows)
    assert once["payload"].to_list() == [canonical(today.model_dump(mode="json"))] or version == 3
    assert upcast_rows(once).equals(once)
