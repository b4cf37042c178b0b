"""Whose deals a heading or an item of a list announces for the lines under it."""

from __future__ import annotations

from pipeline.extract.grammar.stream import Entity
from pipeline.extract.reading.article import Reading


class Outline:
    """Follows headings and list items through an article and notes on each sentence whose part it is."""

    def __init__(self) -> None:
        self._heading: Entity | None = None
        self._item: Entity | None = None
        self._paragraph = -2

    def place(self, reading: Reading) -> None:
        """Set `heading_subject`: an item's own name, else its heading's; a line right under an item belongs to it."""
        own = reading.subject if reading.own_subject else None
        if reading.heading:
            self._heading, self._item = own, None
        elif reading.bullet:
            self._item = own if reading.paragraph != self._paragraph else self._item or own
            reading.heading_subject = self._item or self._heading
        elif reading.paragraph != self._paragraph + 1:
            self._item = None
        else:
            reading.heading_subject = self._item
        if reading.bullet or self._item:
            self._paragraph = reading.paragraph
