"""Event types, their envelope and the claim as it stands on the log. Knows no storage."""

from pipeline.events.claim import ClaimRecord, Span
from pipeline.events.envelope import ENVELOPE, STAMPS, Event, canonical, content_hash, stable_id
from pipeline.events.types import EVENT_TYPES, Payload, make_event

__all__ = [
    "ENVELOPE",
    "EVENT_TYPES",
    "STAMPS",
    "ClaimRecord",
    "Event",
    "Payload",
    "Span",
    "canonical",
    "content_hash",
    "make_event",
    "stable_id",
]
