"""Where a name ends: past a firm's own words, the lower-case words of an institution, a legal suffix."""

from __future__ import annotations

from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.line import Line
from pipeline.extract.names.vocabulary import CONNECTORS, FIRM_WORDS, LEGAL, ORG_WORDS, PLACE_LINKS
from pipeline.extract.names.word_forms import capitalised
from pipeline.extract.names.words import Words

_FIRM_REACH = 3  # words from a known name to the word that makes it another firm's
_INSTITUTION_REACH = 8  # words from the first capitals of an institution's name to its last ones


def after_suffix(words: Words, at: int) -> int:
    """Past the legal suffix that follows a name, with its full stop (`Foo Inc.`, `Foo, Inc.`)."""
    if at and words.lower[at - 1] in LEGAL and _inner_stop(words, at):
        return at + 1
    start = at + 1 if words.follows(at, ",") else at
    end = start
    while end < len(words.raw) and words.lower[end] in LEGAL and (words.capital(end) or len(words.raw[end]) > 3):
        end += 1
        end += _inner_stop(words, end)
    return end if end > start else at


def _inner_stop(words: Words, at: int) -> bool:
    """Whether a full stop stands at `at` that does not end the sentence."""
    return words.follows(at, ".") and at + 1 < len(words.raw)


def after_institution(line: Line, at: int) -> int:
    """The end of a name like `Qatar Investment Authority of ...` or `Banque de développement du Canada`."""
    words, end = line.words, at
    for i in range(at, min(at + _INSTITUTION_REACH, len(words.raw))):
        raw, linked = words.raw[i], words.lower[i - 1] in CONNECTORS
        if line.blocked[i] or not (words.lower[i] in CONNECTORS or raw[0].isalpha()):
            break
        if capitalised(raw) and linked:
            end = i + 1
            while line.free(end) and capitalised(words.raw[end]):
                end += 1
            if not words.follows(end, "and"):
                break
        elif words.lower[i] not in CONNECTORS and not linked:
            break
    return end


def after_known(line: Line, at: int) -> int:
    """Where a known name ends: `Foo Capital` takes its organisation word."""
    words = line.words
    while line.free(at) and words.lower[at] in ORG_WORDS and words.capital(at) and not line.ordinary(at):
        at += 1
    return after_firm(line, at) or at


def after_firm(line: Line, at: int) -> int:
    """The end of a firm's name that goes on at `at` (`Foo | Climate Ventures`); 0 when none does."""
    for last in range(at, at + _FIRM_REACH):
        if not line.free(last) or not line.words.capital(last):
            return 0
        if line.words.lower[last] in FIRM_WORDS:
            return last + 1
    return 0


def after_place(line: Line, at: int) -> int:
    """Where a name ends that opens with a place: past capitals that mean nothing by themselves (`Madrid | Sur`)."""
    words = line.words
    while line.free(at) and words.raw[at].istitle() and not line.ordinary(at) and gazetteer().match(words, at) is None:
        if line.lexicon.longest(words.lower, at)[0]:
            break
        at += 1
    return at


def after_link(line: Line, first: int, at: int) -> int:
    """Where the name of a place ends that goes on past a lower-case word (`na Barra | da Tijuca`)."""
    words = line.words
    linked = first > 0 and line.free(at) and words.lower[at] in PLACE_LINKS and line.free(at + 1)
    if not linked or not words.raw[at + 1].istitle() or line.ordinary(at + 1):
        return at
    if "in" not in line.lexicon.longest(words.lower, first - 1)[1]:
        return at
    return at + 2 if gazetteer().match(words, at + 1) is None else at
