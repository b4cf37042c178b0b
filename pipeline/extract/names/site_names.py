"""Names of sites and projects that nobody has listed, told by the words around them."""

from __future__ import annotations

from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.gazetteer import Words
from pipeline.extract.names.names import Found

_REACH = 6  # tokens from a site to the word that says what it is called
_APPOSED = 5  # tokens after a name in which an apposition says that it is a site


def names_a_site(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """Whether a name is that of a site: `its Foo data center`, `a campus called Foo`, `Foo, a campus in Ohio`."""
    return _before_a_site(words, found, lexicon) or _called(words, found, lexicon) or _apposed(words, found, lexicon)


def _before_a_site(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """`at Foo's Bar campus`, `its Bar data center`, `the Bar campus`."""
    if not found.first or found.last >= len(words.lower):
        return False
    after = lexicon.longest(words.lower, found.last)[1]
    before = lexicon.longest(words.lower, found.first - 1)[1]
    owned = "poss_pronoun" in before or (found.first > 1 and "poss" in lexicon.longest(words.lower, found.first - 2)[1])
    return "site_noun" in after and (owned or ("site_head" in after and "definite" in before))


def _called(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """`a campus, called Foo`, `un centre de données baptisé « Foo »`."""
    at = found.first - 1
    while at >= 0 and words.raw[at] in "\"'“„«‘’*":
        at -= 1
    if at < 0 or "called" not in lexicon.longest(words.lower, at)[1]:
        return False
    return any("site_noun" in lexicon.longest(words.lower, i)[1] for i in range(max(0, at - _REACH), at))


def _apposed(words: Words, found: Found, lexicon: Lexicon) -> bool:
    """`Foo, a 100-megawatt campus in Ohio`; a company would be an operator or builder of sites."""
    if words.lower[found.last : found.last + 1] != (",",) or found.last + 2 >= len(words.lower):
        return False
    if "determiner" not in lexicon.longest(words.lower, found.last + 1)[1]:
        return False
    for at in range(found.last + 2, min(found.last + 2 + _APPOSED, len(words.lower))):
        length, labels = lexicon.longest(words.lower, at)
        if "site_head" in labels:
            following = lexicon.longest(words.lower, at + length)[1] if at + length < len(words.lower) else frozenset()
            return "org_noun" not in following
        if words.raw[at] in ",.;:" or "org_noun" in labels or "title_noun" in labels:
            return False
    return False
