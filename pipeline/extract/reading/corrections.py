"""What an article takes back: the figure that it calls wrong, and what an earlier version of it said."""

from __future__ import annotations

from pipeline.extract.grammar.stream import NAME, QUANTITY
from pipeline.extract.reading.article import Reading

LONGEST = 8  # tokens of `That is wrong.`


def is_superseded(reading: Reading) -> bool:
    """Whether a sentence only tells what stood in an earlier version of the article."""
    return "earlier_version" in reading.telling.labels


def takes_back(reading: Reading) -> bool:
    """Whether a sentence calls the one before it wrong: `That is wrong.`"""
    tokens = reading.telling
    return "wrong" in tokens.labels and len(tokens) <= LONGEST and not any(t.type in (NAME, QUANTITY) for t in tokens)
