"""Runs of capitalised words: how far an unknown name goes."""

from __future__ import annotations

from pipeline.extract.languages.lexicon import tells_a_trade
from pipeline.extract.names.doubtful import follows_a_noun
from pipeline.extract.names.endings import after_firm
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.line import Line
from pipeline.extract.names.links import linked
from pipeline.extract.names.vocabulary import (
    INSTITUTIONS,
    ORG_WORDS,
    PARTICLES,
    PLACE_ARTICLES,
    PLACE_HEADS,
    PLACE_WORDS,
    SURNAME_PARTICLES,
    TAILS,
    TOP_LEVEL,
)
from pipeline.extract.names.word_forms import capitalised, is_model
from pipeline.extract.names.words import Words

_FUNCTION = frozenset(
    "by from into with to of for in on at between after and but not passive determiner pronoun poss_pronoun relative "
    "person_pronoun adverb deadline".split()
)
_SMALL = PARTICLES | SURNAME_PARTICLES | TOP_LEVEL  # words in small letters inside a name
_GOES_ON = ORG_WORDS | TAILS | PLACE_WORDS
_PLACE_ADJECTIVES = frozenset({"nationality", "country"})


def run_end(line: Line, at: int, doubtful: bool) -> int:
    """The end of a run of capitalised words that starts at `at`, or `at` when it is no name."""
    last = at
    while line.free(last):
        if last > at and line.words.raw[last].islower() and line.words.raw[last] not in _SMALL:
            break
        if step := linked(line.words, line.lexicon, at, last):
            last += step
            continue
        if is_model(line.words.raw[last]):
            break
        if last > at and _numeral(line.words, last):
            last += 1
            break
        if not (_goes_on(line, last, doubtful) if last > at else _opens(line, at, doubtful)):
            break
        last += 1
    return last - 1 if last - 1 > at and line.words.raw[last - 1] in ".-&" else last


def _numeral(words: Words, at: int) -> bool:
    """Whether a short number behind one space belongs to the name: `Colossus 2`."""
    raw = words.raw[at]
    return raw.isdigit() and len(raw) <= 2 and words.spans[at][0] == words.spans[at - 1][1] + 1


def _opens(line: Line, at: int, doubtful: bool) -> bool:
    """Whether a word can be the first of a name."""
    lower = line.words.lower[at]
    if line.ordinary(at):
        if not doubtful and (_heads_a_name(line, at) or _heads_a_place(line, at)):
            return True
        if lower not in INSTITUTIONS:
            return False
    if line.lexicon.nouns_capitalised and line.lexicon.common_noun(lower) and not _named_here(line, at):
        return False
    labels = line.words.phrase(line.lexicon, at)[1]
    if labels & _PLACE_ADJECTIVES:
        return False
    return not (_describes(lower, labels) or (doubtful and labels & _FUNCTION))


def _named_here(line: Line, at: int) -> bool:
    """Whether what looks like a noun is a name: after a noun for a firm (`das Start-up Nordwerk`, `Roland Roe`)."""
    words = line.words
    if line.lexicon.alone(words.lower[at]):
        return False
    firm = words.capital(at + 1) and words.lower[at + 1] in ORG_WORDS and words.lower[at + 1] not in TAILS - {"compute"}
    person = words.raw[at] in gazetteer().given_names and words.capital(at + 1)
    return firm or person or follows_a_noun(words, line.lexicon, at)


def _is_noun(line: Line, at: int) -> bool:
    """Whether a capitalised word is an ordinary noun, or opens one of several words (`das ETH-Spin-off`)."""
    return line.lexicon.common_noun(line.words.lower[at]) or line.words.phrase(line.lexicon, at)[0] > 1


def _is_surname(line: Line, at: int) -> bool:
    """Whether what looks like a noun by its ending stands right behind a given name: `Anna Bergmann`."""
    return line.words.raw[at - 1] in gazetteer().given_names and not line.lexicon.alone(line.words.lower[at])


def _heads_a_name(line: Line, at: int) -> bool:
    """Whether an ordinary word with a capital inside a sentence opens a firm's name (`Primo Ventures`)."""
    words = line.words
    firm = words.capital(at + 1) and words.lower[at + 1] in ORG_WORDS and not line.ordinary(at + 1)
    describes = tells_a_trade(words.phrase(line.lexicon, at)[1])  # `der Rivale Quantum Systems`
    return firm and not describes and not words.raw[at].isupper()


def _heads_a_place(line: Line, at: int) -> bool:
    """Whether an article or a saint with a capital inside a sentence opens a place's name (`La Muela`, `São Bento`)."""
    words = line.words
    opens = words.lower[at] in PLACE_HEADS or words.lower[at] in PLACE_ARTICLES
    return opens and words.capital(at + 1) and line.free(at + 1) and not line.ordinary(at + 1)


def _describes(word: str, labels: frozenset[str]) -> bool:
    """Whether a word only says what kind of organisation or whose office is named after it (`Chipmaker Foo`)."""
    told = tells_a_trade(labels) or "title_noun" in labels
    return told and word not in INSTITUTIONS and word not in ORG_WORDS


def _goes_on(line: Line, at: int, doubtful: bool) -> bool:
    """Whether a word can go on with a name: no ordinary word, and no other name that is known."""
    raw, lower = line.words.raw[at], line.words.lower[at]
    if not capitalised(raw):
        return False
    if line.ordinary(at) and lower not in _GOES_ON and not after_firm(line, at):
        return False
    if line.lexicon.nouns_capitalised and _is_noun(line, at) and lower not in ORG_WORDS:
        return _is_surname(line, at)
    other = gazetteer().match(line.words, at) if lower not in ORG_WORDS else None
    return other is None or (other.kind == "place" and not doubtful)  # `Foo Paris` may be one name
