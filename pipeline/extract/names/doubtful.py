"""Names whose capital tells nothing: what in the word itself, or before it, shows that they are names after all."""

from __future__ import annotations

import re

from pipeline.extract.languages.lexicon import tells_a_trade
from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.vocabulary import LEGAL, ORG_WORDS

_NOUN = 6  # tokens of the longest noun for an organisation: `das KI-Start-up`
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


def _introduced(mention: Mention) -> bool:
    """Whether a noun for an organisation ends right before a name, or a word before: `start-up Foo`."""
    for at in range(mention.first - 1, max(-1, mention.first - 1 - _NOUN), -1):
        length, labels = mention.phrase(at)
        if at + length not in (mention.first, mention.first - 1):
            continue
        if tells_a_trade(labels) or (at + length == mention.first and any(x.startswith("anaphora:") for x in labels)):
            return True
    return False


def _inner_capital(raw: str) -> bool:
    """`xAI`, `OpenAI`, `C3AI`; an abbreviation is no such word."""
    return any(c.isupper() for c in raw[1:]) and (not raw.isupper() or _DIGITAL.fullmatch(raw) is not None)
