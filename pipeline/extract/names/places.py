"""Places: names that say so themselves, and names that the words around them locate."""

from __future__ import annotations

from pipeline.extract.names.doubtful import follows_a_noun
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.vocabulary import INSTITUTIONS, ORG_WORDS, PLACE_HEADS, PLACE_LINKS, PLACE_WORDS

_LOCATING = frozenset({"in", "at", "to", "into"})
_BEFORE_REGIONS = frozenset({"in", "into", "at", "determiner", "of"})
_INSIDE = frozenset({"in", "to"})
_SITING = frozenset({"site_noun", "build", "under_way", "presented"})
_HANDING = frozenset({"supply", "procure", "cede", "give", "invest", "stake", "acquire", "partner", "lease", "round"})
_STOPS = frozenset({",", ";", ":", ".", ""})
_SITE_REACH = 8  # tokens before a name in which the site stands that is there
_LONGEST_SITE = 4  # words for a site (`centro de procesamiento de datos`)


def is_place(mention: Mention) -> bool:
    """`Foo County`, `San Foo`, `the city of Foo`."""
    parts = mention.parts
    if (parts[-1] in PLACE_WORDS and ORG_WORDS.isdisjoint(parts)) or (len(parts) > 1 and parts[0] in PLACE_HEADS):
        return True
    return _opens_with_place(mention) or _linked_place(mention) or _called_place(mention)


def _opens_with_place(mention: Mention) -> bool:
    """`Madrid Sur`, `Porto Marghera`; a firm that is named after a place says that it is one, or a noun before it."""
    known = gazetteer().match(mention.words, mention.first)
    longer = known is not None and known.kind == "place" and len(mention.parts) > len(known.words)
    firm = not ORG_WORDS.isdisjoint(mention.parts) or follows_a_noun(mention.words, mention.lexicon, mention.first)
    return longer and not firm


def _linked_place(mention: Mention) -> bool:
    """`na Barra da Tijuca`, `en Móra la Nova`; institutions have such names, too."""
    linked = not PLACE_LINKS.isdisjoint(mention.words.raw[mention.first : mention.last])
    return linked and "in" in mention.before and mention.parts[0] not in INSTITUTIONS


def _called_place(mention: Mention) -> bool:
    """Whether the words before a name call it a place: `Gemeinde Foo`, `la ciudad de Foo`."""
    for at in (mention.first - 2, mention.first - 1):
        length, labels = mention.phrase(at)
        if "place_noun" in labels and at + length == mention.first:
            return True
    return False


def is_located(mention: Mention) -> bool:
    """Whether a name is located by the place after it, what stands there or who sits there: `in Foo, Ohio`."""
    if holds_a_site(mention):
        return True
    if mention.word(mention.last) not in {",", "("} or not mention.before & _LOCATING:
        return False
    at = mention.last + 1
    while at < min(mention.last + 5, len(mention.words.lower)):
        known = gazetteer().match(mention.words, at)
        length, labels = mention.phrase(at)
        if (known and known.kind == "place") or "country" in labels:
            return True
        if not labels & _BEFORE_REGIONS:
            return False
        at += length
    return False


def holds_a_site(mention: Mention) -> bool:
    """`builds a data centre in Foo`, `In Foo entsteht ein Rechenzentrum`; not `loue à Foo`."""
    if _beside_site(mention):
        return True
    if not mention.before & _INSIDE:
        return False
    site = False
    for at in range(mention.first - 2, mention.first - 2 - _SITE_REACH, -1):
        labels = mention.labels(at)
        if mention.word(at) in _STOPS:
            break
        if labels & _HANDING and "build" not in labels:
            return False
        site = site or bool(labels & _SITING)
    return site


def _beside_site(mention: Mention) -> bool:
    """`a supercluster at Foo`, `su centro de datos de Foo`: where a site is, or which of somebody's sites is meant."""
    site = next((at for at in range(mention.first - 1 - _LONGEST_SITE, mention.first - 1) if _site(mention, at)), None)
    if site is None:
        return False
    own = "poss_pronoun" in mention.labels(site - 1)
    return "at" in mention.before or (own and "of" in mention.before)


def _site(mention: Mention, at: int) -> bool:
    """Whether a word for a site ends right before the preposition of a name."""
    length, labels = mention.phrase(at)
    return "site_head" in labels and at + length == mention.first - 1
