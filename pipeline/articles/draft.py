"""What one form of document says of itself, before anything is decided about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Draft:
    """A record, a plain text or a page. `dates` are as written, best first; `guess` looks for one as a last resort."""

    title: str | None = None
    text: str = ""
    lang: str | None = None
    dates: list[str] = field(default_factory=list)
    guess: Callable[[], str | None] | None = None
    canonical_url: str | None = None
    thin: bool = False
    notes: list[str] = field(default_factory=list)
