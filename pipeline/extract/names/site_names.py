"""Names of sites and projects that nobody has listed, told by the words around them."""

from __future__ import annotations

from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.vocabulary import PROJECT_WORDS

_REACH = 6  # tokens from a site to the word that says what it is called
_APPOSED = 5  # tokens after a name in which an apposition says that it is a site
_QUOTES = "\"'“„«‘’*"


def is_project(mention: Mention) -> bool:
    """Whether a name is that of a project or site: `Project Foo`, `its Foo data center`, `a campus called Foo`."""
    beside = {*mention.parts, mention.word(mention.first - 1), mention.word(mention.found.core)}
    if beside & PROJECT_WORDS:
        return True
    return _before_a_site(mention) or _called(mention) or _apposed(mention)


def _before_a_site(mention: Mention) -> bool:
    """`at Foo's Bar campus`, `its Bar data center`, `the Bar campus`."""
    owned = "poss_pronoun" in mention.before or "poss" in mention.labels(mention.first - 2)
    headed = "site_head" in mention.after and "definite" in mention.before
    return "site_noun" in mention.after and (owned or headed)


def _called(mention: Mention) -> bool:
    """`a campus, called Foo`, `un centre de données baptisé « Foo »`."""
    at = mention.first - 1
    while at >= 0 and mention.words.raw[at] in _QUOTES:
        at -= 1
    phrase, called = mention.phrase(at - 1)  # `known as`
    if "called" not in mention.labels(at) and not (phrase == 2 and "called" in called):
        return False
    return any("site_noun" in mention.labels(i) for i in range(at - _REACH, at))


def _apposed(mention: Mention) -> bool:
    """`Foo, a 100-megawatt campus in Ohio`; a company would be an operator or builder of sites."""
    article = mention.last + 1
    if mention.word(mention.last) != ",":
        return False
    bare = mention.lexicon.free_order and "site_head" in mention.labels(article)  # `Foo, complejo que levanta Bar`
    if not bare and "determiner" not in mention.labels(article):
        return False
    for at in range(article + (not bare), min(article + 1 + _APPOSED, len(mention.words.raw))):
        length, labels = mention.phrase(at)
        if "site_head" in labels:
            return "org_noun" not in mention.labels(at + length)
        if mention.word(at) in ",.;:" or labels & {"org_noun", "title_noun"}:
            return False
    return False
