"""Whose deals the lines under a heading, or under an item of a list, are about."""

from __future__ import annotations

from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, Entity
from pipeline.extract.reading.article import Reading


class Outline:
    """Follows headings and list items through an article and notes on each sentence whose part it is."""

    def __init__(self) -> None:
        self._heading: Entity | None = None
        self._item: Entity | None = None
        self._paragraph = -2
        self._lone = -2  # the paragraph that a name alone opens: `Foo. It has raised`

    def place(self, reading: Reading) -> None:
        """Set `heading_subject`: an item's own name, else its heading's; the line right under an item is its part."""
        own = reading.subject if reading.own_subject else None
        if reading.paragraph != self._lone and (lone := item_of(reading)):
            self._item, self._lone = lone, reading.paragraph
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


def item_of(reading: Reading) -> Entity | None:
    """Whose item a paragraph is that opens with nothing but a name, or with its sum and a word in brackets: `Foo.`,
    `Foo Labs, $20m (health).`"""
    if reading.heading or reading.bullet or not reading.telling:
        return None
    first = reading.telling[0]
    if first.type != NAME or first.value is None or not first.value.organisation:
        return None
    depth = 0
    for token in reading.telling[1:]:
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0 and token.type not in (MARK, QUANTITY):
            return None
    named: Entity = first.value
    return named
