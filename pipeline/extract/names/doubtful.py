"""Names whose capital tells nothing: what in the word itself, or before it, shows that they are names after all."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.extract.languages.lexicon import Lexicon, tells_a_trade, tells_an_organisation
from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.vocabulary import LEGAL, ORG_WORDS
from pipeline.extract.names.word_forms import title_case
from pipeline.extract.names.words import Words

_NOUN = 6  # tokens of the longest noun for an organisation: `das KI-Start-up`
_NO_LINK = frozenset({"and", "but", "by", "from", "with", "to", "for", "in", "relative"})  # between a noun and its name
_QUOTES = frozenset("\"'“”„«»‘’")
_DIGITAL = re.compile(r"[A-Z]+\d+[A-Z]+")  # A2A, C3AI


def has_legal_form(mention: Mention) -> bool:
    """Whether a legal suffix is part of a name, or follows it: `Foo Inc`, `Foo, Inc.`."""
    found = mention.found
    return found.last > found.core or mention.word(found.core - 1) in LEGAL


def is_marked(mention: Mention) -> bool:
    """Signs of a name in the word itself or before it: inner capitals, an organisation word, `start-up Foo`."""
    found = mention.found
    if any(_inner_capital(raw) for raw in mention.words.raw[found.first : found.core]):
        return True
    if found.size > 1 and mention.parts[-1] in ORG_WORDS:
        return True
    return _introduced(mention)


def is_defined(mention: Mention) -> bool:
    """`a loan of $1bn (the "Facility")`: a term that a filing defines for a thing."""
    raw, first = mention.words.raw, mention.first
    return (
        first > 2 and raw[first - 1] in _QUOTES and raw[first - 3] == "(" and "determiner" in mention.labels(first - 2)
    )


def goes_on_in_capitals(mention: Mention) -> bool:
    """`Hadley Telstar sweetened`: a second capital tells that a name opens its sentence, where nouns have none."""
    if mention.found.size == 1 or mention.lexicon.nouns_capitalised:
        return False
    adverb = mention.word(mention.first).endswith(mention.lexicon.adverb_endings) or bool(mention.labels(mention.first))
    alone = mention.first == 0 and mention.word(mention.last) == "." and mention.last + 1 == len(mention.words.raw)
    return not adverb and (alone or not title_case(mention.words))


def heads_list(mention: Mention) -> bool:
    """`Nordvik and Salmar Tech have agreed`, `Nordvik, Salmar and Telstar lead`: the first name of a list.

    A plural would be any noun.
    """
    words, last = mention.words, mention.last
    listed = "and" in mention.labels(last) or (mention.word(last) == "," and _goes_on(mention, last + 2))
    if mention.lexicon.nouns_capitalised or not listed or words.raw[mention.first].isupper():
        return False
    word = mention.word(mention.first)
    plain = word.endswith(("s", *mention.lexicon.adverb_endings)) or bool(mention.labels(mention.first))
    return words.capital(last + 1) and not plain and not title_case(words)


def _goes_on(mention: Mention, at: int) -> bool:
    """Whether the list of names goes on behind its second one, of up to three words: `Foo, Bar Capital and Baz`."""
    for end in range(at, at + 3):
        if mention.word(end) == "," or "and" in mention.labels(end):
            return mention.words.capital(end + 1)
        if not mention.words.capital(end):
            return False
    return False


def is_presented_as_firm(mention: Mention) -> bool:
    """Whether a noun for an organisation stands right before a name: `l'opérateur Foo`, `il gruppo Foo`."""
    return follows_a_noun(mention.words, mention.lexicon, mention.first)


def _introduced(mention: Mention) -> bool:
    """Whether a noun for an organisation ends right before a name, or a word before: `start-up Foo`."""
    words, lexicon, first = mention.words, mention.lexicon, mention.first
    if follows_a_noun(words, lexicon, first):
        return True
    between = words.phrase(lexicon, first - 1)[1] if first else frozenset()
    return between.isdisjoint(_NO_LINK) and tells_a_trade(_noun_before(words, lexicon, first - 1))


def follows_a_noun(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether a noun for an organisation, of however many tokens, ends right before `at`: `das KI-Start-up Foo`."""
    return tells_an_organisation(_noun_before(words, lexicon, at))


def _noun_before(words: Words, lexicon: Lexicon, at: int) -> frozenset[str]:
    """The labels of the longest phrases that end right before `at`, if they may mean an organisation."""
    labels: frozenset[str] = frozenset()
    if at <= 0 or not lexicon.ends_organisation(words.lower[at - 1]):
        return labels
    for first in range(max(0, at - _NOUN), at):
        length, meant = words.phrase(lexicon, first)
        if first + length == at:
            labels |= meant
    return labels


@lru_cache(maxsize=4096)
def _inner_capital(raw: str) -> bool:
    """`xAI`, `OpenAI`, `C3AI`; an abbreviation is no such word."""
    return any(c.isupper() for c in raw[1:]) and (not raw.isupper() or _DIGITAL.fullmatch(raw) is not None)
