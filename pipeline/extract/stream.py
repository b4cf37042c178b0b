"""One sentence as typed tokens: what names, quantities, dates and cues it holds, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

NAME, QUANTITY, DATE, WORD, MARK = "N", "Q", "D", "W", "P"


@dataclass(slots=True)
class Token:
    """One token of the typed stream: code points [start, end), lower-case text, its type and labels.

    `value` holds the Entity of a name, the Quantity, or the DateMention. `reference` marks a description or pronoun
    that stands for a name.
    """

    start: int
    end: int
    text: str
    type: str
    labels: frozenset[str] = frozenset()
    value: Any = None
    reference: bool = False


@dataclass(slots=True)
class Entity:
    """An organisation, person, project or place of the article, however it is written there."""

    name: str
    kind: str
    trade: str = ""
    known: bool = False
    written: set[str] = field(default_factory=set)
    score: int = 0

    @property
    def party(self) -> bool:
        """Whether it can be a party of a deal (a medium or a place cannot)."""
        return self.kind in PARTY_KINDS


PARTY_KINDS = frozenset({"company", "unknown", "project", "government", "person"})
