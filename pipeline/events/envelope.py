"""The envelope every event travels in, and how a machine event gets its id.

An event says that something was observed or decided. Its id is made from what it says, so that delivering it twice is
recording it once; the log adds `commit`, `row` and `recorded_at` when it appends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

ENVELOPE = (
    "event_id",
    "stream",
    "type",
    "schema_version",
    "occurred_at",
    "actor",
    "causation_id",
    "correlation_id",
    "payload",
)
STAMPS = ("commit", "row", "recorded_at")


@dataclass(frozen=True, slots=True)
class Event:
    """One immutable fact before the log has stamped it. `payload` is canonical JSON, `occurred_at` is UTC."""

    event_id: str
    stream: str
    type: str
    schema_version: int
    occurred_at: datetime
    actor: str
    causation_id: str | None
    correlation_id: str | None
    payload: str


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def stable_id(parts: Sequence[object]) -> str:
    """UUIDv8 over the SHA-256 of a canonical JSON array: no separator that a value could contain."""
    digest = bytearray(sha256(canonical(list(parts)).encode()).digest()[:16])
    digest[6] = (digest[6] & 0x0F) | 0x80
    digest[8] = (digest[8] & 0x3F) | 0x80
    return str(UUID(bytes=bytes(digest)))


def content_hash(data: bytes) -> str:
    """SHA-256 of raw bytes, in hex: the name of a content."""
    return sha256(data).hexdigest()


def utc(moment: datetime) -> datetime:
    """`moment` in UTC; a naive one is refused, since its zone would be a guess."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone; give it one before it goes into an event")
    return moment.astimezone(UTC)
