"""Why something could not be fetched."""

from __future__ import annotations


class FetchError(Exception):
    """What went wrong at a URL. `transient`: worth trying again later; otherwise the URL is left alone for a while."""

    def __init__(self, message: str, *, transient: bool) -> None:
        super().__init__(message)
        self.transient = transient


class CaptureError(Exception):
    """A captured record is missing or damaged; the message names file and offset."""
