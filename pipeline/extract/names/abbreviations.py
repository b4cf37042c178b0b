"""Short and long forms of a thing: `high-performance computing (HPC)`, `TPU (Tensor Processing Unit)`."""

from __future__ import annotations

from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.gazetteer import Words
from pipeline.extract.names.names import Found

LONGEST = 6  # letters of an abbreviation


def abbreviates(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Whether a name in brackets is the short form of common words, or the long form of a common abbreviation."""
    first, last = found.first, found.core
    if first < 2 or words.raw[first - 1] != "(" or words.raw[last : last + 1] != (")",):
        return False
    short = words.raw[first]
    if last - first == 1 and short.isupper() and len(short) <= LONGEST:
        initials = [raw for raw in words.raw[max(0, first - 2 * LONGEST) : first - 1] if raw[0].isalpha()][
            -len(short) :
        ]
        common = any(raw.islower() for raw in initials)
        return common and [raw[0].lower() for raw in initials] == list(short.lower())
    before = words.raw[first - 2]
    initials = [raw[0].lower() for raw in words.raw[first:last] if raw[0].isalpha()]
    return before in lexicon.not_names and initials == list(before.lower())
