"""What fetching one source did."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.sources import Skip


@dataclass(slots=True)
class FetchReport:
    """Counts and reasons of one source's run.

    `found` = articles listed; `new` = contents observed for the first time (also changed ones), `unchanged`, `gone`;
    `skipped` is left out for good reason, `failed` is tried again next time. A source that is not `listed` is down or
    no longer what it was declared to be; `failed` ends in the reason.
    """

    source: str
    listed: bool = True
    found: int = 0
    new: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: list[Skip] = field(default_factory=list)
    failed: list[Skip] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
