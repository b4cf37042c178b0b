"""Lists that tell a deal only once: `$1bn for Foo, $5bn for Bar`, `with Foo for $300bn and Bar for $250bn`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import NAME, Token

_LINKS = frozenset(PREPOSITIONS) - {"between", "after", "on", "at"}
_WIDE = 3  # tokens between a sum and its name
Pair = tuple[int, int]  # a sum and its name


def lists_of_pairs(sentence: Sentence) -> list[list[Pair]]:
    """Runs of two or more sums with a name each, in the same order of sum and name."""
    found: list[list[Pair]] = []
    if len(sentence.roles) < 2:
        return found
    for pair in (p for figure in sorted(sentence.roles) if (p := _pair(sentence.stream, figure)) is not None):
        last = found[-1][-1] if found else None
        if last and (last[0] < last[1]) is (pair[0] < pair[1]):
            found[-1].append(pair)
        else:
            found.append([pair])
    return [run for run in found if len(run) > 1]


def _pair(stream: Sequence[Token], figure: int) -> Pair | None:
    """The name that stands with a sum: `$1bn for Foo`, `Foo for $1bn`, `Foo ($1bn)`."""
    if stream[figure].value.kind != "money" or stream[figure].value.per:
        return None
    for step in (1, -1):
        linked = False
        for i in range(figure + step, figure + step * (_WIDE + 1), step):
            if not 0 <= i < len(stream):
                break
            token = stream[i]
            if token.type == NAME:
                if linked and token.value is not None and token.value.party:
                    return figure, i
                break
            linked = linked or bool(token.labels & _LINKS) or (step < 0 and token.text == "(")
            if not (token.labels & (_LINKS | {"determiner", "org_noun"}) or token.text == "("):
                break
    return None
