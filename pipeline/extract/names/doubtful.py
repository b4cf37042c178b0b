"""Names whose capital tells nothing: what in the word itself, or before it, shows that they are names after all."""

from __future__ import annotations

import re

from pipeline.extract.languages.lexicon import tells_a_trade
from pipeline.extract.names.mentions import Found, Mention
from pipeline.extract.names.vocabulary import LEGAL, ORG_WORDS

_DIGITAL = re.compile(r"[A-Z]+\d+[A-Z]+")  # A2A, C3AI
_COINED = re.compile(r"[aioyqx]$|y|x|q|^c(?!h)|[^sc]c[^hk]|ly$|fy$")  # how names are spelt, and hardly a German noun
_AGENTS = frozenset({"by", "from", "at", "lead", "join"})
_GOALS = frozenset({"in", "into", "to", "for", "with"})


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
    return any(tells_a_trade(mention.labels(at)) for at in (found.first - 2, found.first - 1))


def _inner_capital(raw: str) -> bool:
    """`xAI`, `OpenAI`, `C3AI`; an abbreviation is no such word."""
    return any(c.isupper() for c in raw[1:]) and (not raw.isupper() or _DIGITAL.fullmatch(raw) is not None)


def is_noun(mention: Mention) -> bool:
    """Where every noun has a capital: one with an article is a noun (`das Theater übernahm`)."""
    return mention.lexicon.nouns_capitalised and mention.found.size == 1 and "determiner" in mention.before


def has_no_article(mention: Mention) -> bool:
    """Where every noun has a capital: a name stands bare after its preposition (`von Foo`)."""
    if not mention.lexicon.nouns_capitalised or "determiner" in mention.before:
        return False
    coined = _COINED.search(mention.word(mention.first)) is not None
    return bool(mention.before & _AGENTS) or (coined and bool(mention.before & _GOALS))


def is_listed_with(mention: Mention, before: Found | None) -> bool:
    """Where every noun has a capital: a name stands in a list right after another one (`Foo, Bar und Baz`)."""
    if not mention.lexicon.nouns_capitalised or before is None or mention.first - before.last != 1:
        return False
    return mention.word(before.last) == "," or "and" in mention.before
