"""Phrases with a gap: separable verbs ("sammelt 20 Millionen ein"), split cues ("liderada ayer por", "soll ... haben").

The label goes to the opening word; a cue that governs the name after it (`lead`, `join`) to the closing one.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, Token
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.languages.phrase_table import Closing

REACH = 24  # tokens over which a phrase may be stretched
_ADVERBS = 3  # that may part a preposition from its verb
_GOVERNING = frozenset({"lead", "join"})
_OF_THEIR_OWN = PREPOSITIONS | VERBS | {"perfect"}  # what closes a phrase and means something beside it
_LINKS = frozenset("by from into with to of for in on at between after and but perfect passive relative".split())


def label_gaps(stream: Sequence[Token], lexicon: Lexicon) -> None:
    """Give the tokens of a sentence the labels of the phrases that it stretches."""
    gapped = lexicon.gapped
    for i, token in enumerate(stream):
        if token.text not in gapped or token.type == NAME:
            continue
        ahead = {following.text for following in stream[i + 1 : i + REACH]}
        for closing in gapped[token.text]:
            if closing.text not in ahead:
                continue
            end = _closing(stream, i, closing, lexicon.passing)
            if end is None:
                continue
            if closing.label in _GOVERNING:
                stream[end].labels |= {closing.label}
            elif "participle" in stream[end].labels:
                stream[end].labels |= {closing.label}  # `hat sich ... beteiligt`
            else:
                token.labels |= {closing.label}
                if closing.label in VERBS:
                    stream[end].labels -= VERBS  # `lässt sich ... geben`: the phrase is one verb
                if closing.particle or not stream[end].labels & _OF_THEIR_OWN:
                    stream[end].labels = frozenset()


def _closing(stream: Sequence[Token], start: int, closing: Closing, passing: frozenset[str]) -> int | None:
    """Where the phrase that opens at `start` closes, before a strong mark; a particle closes its clause, too."""
    if closing.near:
        return _past_adverbs(stream, start, closing.text, passing)
    links = frozenset() if closing.particle else PREPOSITIONS  # `invests ... in`, `goes ... to`
    for i in range(start + 1, min(start + REACH, len(stream))):
        token = stream[i]
        if token.type == MARK and token.text in ";:":
            return None
        if token.text == closing.text:
            if token.labels & links:
                return None if _dates(stream, i + 1) else i
            if closing.particle and token.labels & PREPOSITIONS and _dates(stream, i + 1):
                continue  # `tekende in september`: the particle is a preposition here
            if _ends(stream, i + 1) or closing.label in _GOVERNING:
                return i
    return None


def _dates(stream: Sequence[Token], at: int) -> bool:
    """Whether a preposition opens a date (`runs until May, Foo said on 8 June`)."""
    return at < len(stream) and (stream[at].type == DATE or stream[at].text.isdigit())


def _past_adverbs(stream: Sequence[Token], start: int, text: str, passing: frozenset[str]) -> int | None:
    """Where a preposition stands that only adverbs part from its verb: `relies almost entirely on`."""
    end = start + 1
    while end < min(start + 1 + _ADVERBS, len(stream)) and stream[end].text in passing:
        end += 1
    return end if start + 1 < end < len(stream) and stream[end].text == text else None


def _ends(stream: Sequence[Token], at: int) -> bool:
    """Whether the clause may end before `at`: a particle is followed by no noun of its own."""
    if at >= len(stream):
        return True
    token = stream[at]
    return token.type in (MARK, QUANTITY, DATE) or bool(token.labels & _LINKS)
