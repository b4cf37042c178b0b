"""Where every noun has a capital (German): what shows that a single capitalised word is a name, and no noun.

A noun mostly has an article or an adjective before it, a name stands bare. How a word is spelt, and that it comes back
bare, tells the rest.
"""

from __future__ import annotations

import re

from pipeline.extract.grammar.frames import ACTING
from pipeline.extract.names.mentions import Found, Mention

_COINED = re.compile(r"[aioyqx]$|y|x|q|^c(?!h)|[^sc]c[^hk]|ly$|fy$")  # how names are spelt, and hardly a German noun
_AGENTS = frozenset({"by", "from", "at", "lead", "join"})
_GOALS = frozenset({"in", "into", "to", "for", "with"})
_FINITE = ACTING | {"perfect", "hearsay", "conditional", "talks", "speaker_verb"}


def is_noun(mention: Mention) -> bool:
    """One with an article is a noun (`das Theater übernahm`)."""
    return mention.lexicon.nouns_capitalised and mention.found.size == 1 and "determiner" in mention.before


def stands_bare(mention: Mention) -> bool:
    """Whether a word has neither article nor adjective before it, and so may be a name."""
    if not mention.lexicon.nouns_capitalised or "determiner" in mention.before:
        return False
    before = mention.word(mention.first - 1)
    unknown = mention.words.raw[mention.first - 1].islower() and not mention.verb(mention.first - 1)
    return not (unknown and before.endswith(mention.lexicon.adjective_endings))


def is_bare_name(mention: Mention, *, recurs: bool) -> bool:
    """Whether a bare word stands where names do; `recurs`: the article has it bare elsewhere, too."""
    if not stands_bare(mention):
        return False
    word = mention.word(mention.first)
    coined = _COINED.search(word) is not None
    if mention.before & _AGENTS or (coined and (recurs or mention.before & _GOALS or "nationality" in mention.before)):
        return True
    return (coined or recurs) and _beside_verb(mention)


def _beside_verb(mention: Mention) -> bool:
    """Whether a finite verb stands right before a word, or behind one that opens its sentence."""
    beside = mention.verb(mention.last) if mention.first == 0 else mention.verb(mention.first - 1)
    return bool(beside & _FINITE)


def is_listed_with(mention: Mention, before: Found | None) -> bool:
    """A name stands in a list right after another one (`Foo, Bar und Baz`)."""
    if not mention.lexicon.nouns_capitalised or before is None or mention.first - before.last != 1:
        return False
    return mention.word(before.last) == "," or "and" in mention.before
