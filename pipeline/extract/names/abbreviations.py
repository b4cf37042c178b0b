"""Short and long forms of a thing: `high-performance computing (HPC)`, `TPU (Tensor Processing Unit)`."""

from __future__ import annotations

from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.words import Words

LONGEST = 6  # letters of an abbreviation


def abbreviates(mention: Mention) -> bool:
    """Whether a name in brackets is the short form of common words, or the long form of a common abbreviation."""
    words, found = mention.words, mention.found
    if found.first < 2 or words.raw[found.first - 1] != "(" or not words.follows(found.core, ")"):
        return False
    short = words.raw[found.first]
    if found.size == 1 and short.isupper() and len(short) <= LONGEST:
        return _stands_for_common_words(words, found.first)
    before = words.raw[found.first - 2]
    initials = [part[0] for part in mention.parts if part[0].isalpha()]
    return before in mention.lexicon.not_names and initials == list(before.lower())


def _stands_for_common_words(words: Words, at: int) -> bool:
    """Whether the words before the bracket have the letters of the abbreviation at `at`, and one is no name's."""
    short = words.raw[at]
    before = [raw for raw in words.raw[max(0, at - 2 * LONGEST) : at - 1] if raw[0].isalpha()][-len(short) :]
    return any(raw.islower() for raw in before) and [raw[0].lower() for raw in before] == list(short.lower())
