"""Who gives a sum that no event word explains: `Foo ($20m)`, `Foo for $20m`, `$20m from Foo`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.windows import after, back, bears, bracket_end
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import MARK, NAME, Entity, Token
from pipeline.extract.kinds.backers import FUNDING

_LINKS = frozenset({"for", "with", "to", "at"})
_APPROXIMATELY = frozenset({"≈", "~", "±"})
_STORY = 2  # sentences over which a round's story goes on


def givers(sentence: Sentence, figure: int, *, attached: bool) -> list[Entity]:
    """Who gives a sum that no event word of its own explains; nobody outside the story of a round.

    `attached`: an event word claims the sum, so only a bracket right after a name speaks against it.
    """
    if not _about_a_round(sentence):
        return []
    stream = sentence.stream
    found = _name_before_bracket(stream, figure)
    if not attached:
        found = found or _names_in_bracket(stream, figure) or _name_before(stream, figure) or _after(sentence, figure)
    return [e for e in found if e is not None and e.kind in ("company", "unknown", "government", "person")]


def _about_a_round(sentence: Sentence) -> bool:
    if bears(sentence.stream, *FUNDING):
        return True
    return any(s.kind == "funding_round" and sentence.number - s.reading <= _STORY for s in sentence.earlier)


def _name_before_bracket(stream: Sequence[Token], figure: int) -> list[Entity]:
    """`Foo ($20m)`, `Foo (~$20m)`."""
    i = figure - 1
    while i > 0 and stream[i].text in _APPROXIMATELY:
        i -= 1
    return [stream[i - 1].value] if i > 0 and stream[i].text == "(" and stream[i - 1].type == NAME else []


def _names_in_bracket(stream: Sequence[Token], figure: int) -> list[Entity]:
    """`$20m (Foo, Bar)`."""
    end = bracket_end(stream, figure)
    if end == len(stream) or stream[figure + 1].text != "(":
        return []
    return [t.value for t in stream[figure + 2 : end] if t.type == NAME]


def _name_before(stream: Sequence[Token], figure: int) -> list[Entity]:
    """`Foo for $20m`, `Foo: $20m`."""
    for i in back(figure, 3):
        token = stream[i]
        if token.type == NAME:
            return [token.value] if i < figure - 1 else []
        if not (token.labels & _LINKS or token.text == ":"):
            return []
    return []


def _after(sentence: Sentence, figure: int) -> list[Entity]:
    """`$20m from Foo and Bar`, `the $20m that Foo commits`."""
    stream = sentence.stream
    for i, token in enumerate(after(stream, figure, 3), figure + 1):
        if token.labels & {"from", "relative"}:
            first = next((j for j in range(i + 1, min(i + 4, len(stream))) if stream[j].type == NAME), None)
            return _list_of(sentence, first) if first is not None else []
        if token.type in (MARK, NAME) or not token.labels.isdisjoint(PREPOSITIONS):
            return []
    return []


def _list_of(sentence: Sentence, name: int) -> list[Entity]:
    """The list of names that a name stands in."""
    group = sentence.case[name].group
    return [sentence.stream[i].value for i, case in sentence.case.items() if case.group == group]
