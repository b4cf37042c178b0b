"""Whose round a line without an event word tells: `Foo ($16M Series A, Bar)`, `$30m for Foo`, `Foo: $20m from Bar`."""

from __future__ import annotations

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import MARK, NAME, Entity, Token
from pipeline.extract.grammar.windows import after, bears, bracket_end
from pipeline.extract.kinds.backers import FUNDING
from pipeline.extract.kinds.lone_givers import name_before_bracket
from pipeline.extract.languages.lexicon import tells_a_stage

_HEAD_MARKS = frozenset({":", "-", "–", "—", ",", "|"})
_HEADED = 4  # tokens between the head of an item and its sum


def item(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round an item in brackets tells: `Foo ($16M Series A, Bar)`, not `Bar ($16M)` of an investor."""
    raiser = next(iter(name_before_bracket(sentence.stream, figure)), None)
    if raiser is None or raiser.financier or not raiser.firm:
        return None
    inside = sentence.stream[figure + 1 : bracket_end(sentence.stream, figure)]
    return raiser if any(_tells_of_round(token) for token in inside) else None


def headline(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round a headline tells: `$30m for Foo`, over an article about money raised."""
    stream = sentence.stream
    if (
        not sentence.reading.heading
        or figure > 1
        or figure + 2 >= len(stream)
        or "for" not in stream[figure + 1].labels
    ):
        return None
    raiser: Entity | None = stream[-1].value if stream[-1].type == NAME else None
    following = sentence.article.readings[sentence.number + 1 : sentence.number + 3]
    told = any(bears(reading.tokens, "round", "raise", "raise_weak") for reading in following)
    return raiser if told and raiser is not None and raiser.firm and not raiser.financier else None


def headed(sentence: Sentence, figure: int) -> Entity | None:
    """Whose round an item of a digest tells: `Foo: $20m from Bar`, `Foo (Lyon) - $20m, led by Bar`, `Foo, $20m.`"""
    stream = sentence.stream
    at = 1 if sentence.reading.bullet and stream[0].type == MARK else 0
    if len(stream) < at + 3 or stream[at].type != NAME:
        return None
    mark = bracket_end(stream, at) + 1 if stream[at + 1].text == "(" else at + 1
    if mark >= figure or stream[mark].text not in _HEAD_MARKS or figure > mark + _HEADED:
        return None
    raiser: Entity | None = stream[at].value
    if raiser is None or not raiser.firm or raiser.financier:
        return None
    bracketed = any(t.text == "(" for t in after(stream, figure, 1))  # `Foo, $20m (health).`
    behind = after(stream, bracket_end(stream, figure) if bracketed else figure, 4)
    if all(t.type == MARK for t in behind):  # the sum is all that the first sentence of the item says
        return raiser if _next_tells_of_round(sentence) else None
    return raiser if stream[mark].text != "," and bears(behind, "from", "valuation", *FUNDING) else None


def _tells_of_round(token: Token) -> bool:
    return tells_a_stage(token.labels) or token.type == NAME or not token.labels.isdisjoint(("round", "lead"))


def _next_tells_of_round(sentence: Sentence) -> bool:
    """Whether the rest of an item speaks of money raised."""
    readings = sentence.article.readings
    rest = [r for r in readings[sentence.number + 1 : sentence.number + 3] if r.paragraph == sentence.reading.paragraph]
    return any(bears(r.tokens, *FUNDING) or any(tells_a_stage(t.labels) for t in r.tokens) for r in rest)
