"""The event log: append, read, verify. The only user of deltalake."""

from pipeline.log.errors import ConflictingEvent, LogDamaged, LogError, UnwritableEvent, UnwrittenAppend
from pipeline.log.log import Appended, Log
from pipeline.log.verify import VerifyReport

__all__ = [
    "Appended",
    "ConflictingEvent",
    "Log",
    "LogDamaged",
    "LogError",
    "UnwritableEvent",
    "UnwrittenAppend",
    "VerifyReport",
]
