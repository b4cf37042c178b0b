"""What ties the parts of one name together without a capital of its own: `&`, `bin`, `van der`, the dot of `Foo.ai`."""

from __future__ import annotations

from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.vocabulary import (
    PARTICLES,
    SURNAME_PARTICLES,
    TOP_LEVEL,
)
from pipeline.extract.names.word_forms import capitalised
from pipeline.extract.names.words import Words


def linked(words: Words, lexicon: Lexicon, first: int, at: int) -> int:
    """How many tokens at `at` tie a name together without a capital of their own: `&`, `bin`, the dot of `Foo.ai`."""
    if len(words.raw[at]) == 1 and _initial(words, at):
        return 2
    if at == first:
        return 0
    if at == first + 1 and (length := _surname_link(words, lexicon, first)):
        return length
    if words.raw[at] == "&" or words.lower[at] in PARTICLES:
        if at + 1 < len(words.raw) and capitalised(words.raw[at + 1]):
            return 1
    glued = words.raw[at] in ".-:" and at + 1 < len(words.raw) and _glued(words, at)
    return int(glued or (words.lower[at] in TOP_LEVEL and words.raw[at - 1] in ".:"))


def _holds_office(words: Words, lexicon: Lexicon, first: int) -> bool:
    """`O governador Elmano de Freitas`: an office right before a name makes it a person's."""
    return not lexicon.nouns_capitalised and first > 0 and "title_noun" in words.phrase(lexicon, first - 1)[1]


def _surname_link(words: Words, lexicon: Lexicon, first: int) -> int:
    """How many particles stand between a given name and its surname: `Eva | van der | Berg`."""
    if words.raw[first] not in gazetteer().given_names and not _holds_office(words, lexicon, first):
        return 0
    last = first + 1
    while last < len(words.raw) and words.raw[last] in SURNAME_PARTICLES:
        last += 1
    surname = words.capital(last) and gazetteer().match(words, last) is None  # `Gemma de Google` is no person
    return last - first - 1 if surname else 0


def _initial(words: Words, at: int) -> bool:
    """Whether a letter with a full stop goes on as a name: `D. E. Shaw`."""
    return words.raw[at].isupper() and words.follows(at + 1, ".") and words.capital(at + 2)


def _glued(words: Words, at: int) -> bool:
    """Whether a dot or hyphen joins two parts of one name without spaces (Character.AI, d-Matrix, Convergence.ai)."""
    if not (words.touches(at) and words.touches(at + 1)):
        return False
    return words.capital(at + 1) or (words.raw[at] in ".:" and words.lower[at + 1] in TOP_LEVEL)
