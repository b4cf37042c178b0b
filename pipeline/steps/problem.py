"""A problem that a person can do something about."""

from __future__ import annotations


class Problem(Exception):
    """What went wrong, where, and what to do; the CLI prints it and leaves with `exit_code`."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code
