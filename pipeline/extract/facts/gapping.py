"""Clauses that do not say their verb again: in `Foo invests $10bn in Bar, and Baz $5bn` the $5bn are of Baz."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import QUANTITY, Token
from pipeline.extract.grammar.windows import before, holds


def gapped(sentence: Sentence, event: int, figure: int) -> int | None:
    """The name that a figure belongs to where the verb is not said again; None where it is."""
    stream = sentence.stream
    if figure < event or not holds(stream[max(0, event - 8) : figure], QUANTITY):
        return None
    for i in range(max(event + 1, figure - 4), min(figure + 3, len(stream))):
        case = sentence.case.get(i)
        if case is None or case.label != "bare" or case.poss or not _opens(stream, i, figure):
            continue
        entity = stream[i].value
        if entity is not None and entity.party:
            return i
    return None


def _opens(stream: Sequence[Token], name: int, figure: int) -> bool:
    """Whether name and figure stand side by side, without a verb, after a comma or `and`."""
    first, last = min(name, figure), max(name, figure)
    joined = any(t.text == "," or "and" in t.labels for t in before(stream, first, 4))
    others = holds(stream[first + 1 : last], QUANTITY)  # `Foo $30bn and Bar $40bn`
    return joined and not others and not any(t.labels & VERBS for t in stream[first : last + 2])
