"""Whose deals a heading or an item of a list announces for the lines under it."""

from __future__ import annotations

from pipeline.extract.grammar.stream import MARK, NAME, Entity
from pipeline.extract.reading.article import Reading


class Outline:
    """Follows headings and list items through an article and notes on each sentence whose part it is."""

    def __init__(self) -> None:
        self._heading: Entity | None = None
        self._item: Entity | None = None
        self._paragraph = -2
        self._lone = -2  # the paragraph that a name alone opens: `Foo. It has raised`

    def place(self, reading: Reading) -> None:
        """Set `heading_subject`: an item's own name, else its heading's; a line right under an item belongs to it."""
        own = reading.subject if reading.own_subject else None
        if not reading.heading and not reading.bullet and reading.paragraph != self._lone and _is_lone_name(reading):
            self._item, self._lone = reading.tokens[0].value, reading.paragraph
        elif reading.paragraph == self._lone:
            reading.heading_subject = self._item
            return
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


def _is_lone_name(reading: Reading) -> bool:
    """Whether a sentence is nothing but the name of an organisation: `Foo.`, `Foo Labs.`"""
    named = [token for token in reading.telling if token.type != MARK]
    return len(named) == 1 and named[0] is reading.tokens[0] and named[0].value is not None and named[0].type == NAME
