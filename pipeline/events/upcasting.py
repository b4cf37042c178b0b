"""Old payloads in today's form. Bytes on the log never change; readers see the current version of every event.

A payload type at version n keeps a static method for each step of its past beside its fields:
`upcast_v1_v2(payload: dict) -> dict`, and so on up to n. A step is total (it knows every payload that its version
allowed) and leaves the payload's identity as it was, so that an event's id still follows from what it says.
"""

from __future__ import annotations

import json
from typing import Any

import polars as pl

from pipeline.events.envelope import canonical
from pipeline.events.types import EVENT_TYPES, Payload


class UnknownEvent(ValueError):
    """An event of a type or version that this code does not know."""


def missing_steps(kind: type[Payload]) -> list[str]:
    """The upcasting steps that a type's past needs and it does not have."""
    return [_step(version) for version in range(1, kind.version) if not hasattr(kind, _step(version))]


def _step(version: int) -> str:
    return f"upcast_v{version}_v{version + 1}"


for _kind in EVENT_TYPES.values():
    if missing_steps(_kind):
        raise TypeError(f"{_kind.type_name} is at version {_kind.version} and lacks {missing_steps(_kind)}")


def upcast(type_name: str, version: int, payload: dict[str, Any]) -> dict[str, Any]:
    """`payload`, written as `version` of its type, in the current version; a current one comes back unchanged."""
    for step in range(version, _kind_of(type_name, version).version):
        payload = getattr(EVENT_TYPES[type_name], _step(step))(payload)
    return payload


def upcast_json(type_name: str, version: int, payload: str) -> str:
    """As `upcast`, from JSON to canonical JSON; a current payload keeps its bytes."""
    if _kind_of(type_name, version).version == version:
        return payload
    return canonical(upcast(type_name, version, json.loads(payload)))


def decode(type_name: str, version: int, payload: str) -> Payload:
    """The payload as the current model of its type. Raises UnknownEvent or pydantic's ValidationError."""
    return _kind_of(type_name, version).model_validate_json(upcast_json(type_name, version, payload))


def _kind_of(type_name: str, version: int) -> type[Payload]:
    kind = EVENT_TYPES.get(type_name)
    if kind is None or not 1 <= version <= kind.version:
        known = "no such type is" if kind is None else f"versions up to {kind.version} are"
        raise UnknownEvent(f"{type_name} version {version}: {known} known here; a newer Dealtape may have written it")
    return kind


def upcast_rows(events: pl.DataFrame) -> pl.DataFrame:
    """A frame with `type, schema_version, payload`, every payload and version number as of today."""
    current = {name: kind.version for name, kind in EVENT_TYPES.items()}
    today = pl.col("type").replace_strict(current, default=None, return_dtype=pl.Int32)
    old = events.select(pl.arg_where(today.ne_missing(pl.col("schema_version")))).to_series()
    if old.is_empty():
        return events
    written = events[old].select("type", "schema_version", "payload").rows()
    payloads = pl.Series([upcast_json(*row) for row in written], dtype=pl.String)
    return events.with_columns(
        events["payload"].clone().scatter(old, payloads),
        today.alias("schema_version").cast(events.schema["schema_version"]),
    )
