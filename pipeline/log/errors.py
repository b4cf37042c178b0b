"""What can go wrong with the log, told to the person who has to act on it."""

from __future__ import annotations


class LogError(Exception):
    """Anything the log refuses or cannot do. Nothing of the append that raised it was acknowledged."""


class ConflictingEvent(LogError):
    """The same event id with another content: two facts claim to be one, so the whole append is refused."""

    def __init__(self, event_id: str, event_type: str, where: str) -> None:
        super().__init__(
            f"{event_type} {event_id} was given with another content than the one {where}; "
            "an event never changes: append a new one that corrects it"
        )
        self.event_id = event_id


class UnwritableEvent(LogError):
    """An event that cannot stand on the log as it is: unknown type, text that is no Unicode, no time zone."""

    def __init__(self, event_id: str, reason: str) -> None:
        super().__init__(f"event {event_id!r} cannot be written: {reason}; no event of this append was")
        self.event_id = event_id


class UnwrittenAppend(LogError, OSError):
    """The disk refused (full, failing, read-only). Appending the same events again is safe: known ones are skipped."""


class LogDamaged(LogError):
    """The table's own files contradict each other or cannot be read."""


def first_line(error: Exception) -> str:
    """What an error says first; the libraries' own traces help nobody who has to act on it."""
    return (str(error).splitlines() or [type(error).__name__])[0]
