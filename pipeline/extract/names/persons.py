"""Persons: names that open with a given name, or that the words around them give an office."""

from __future__ import annotations

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.mentions import Mention

_OFFICE_REACH = 5  # tokens after a name in which its holder's office stands
_CUE = 3  # tokens of the phrase that says who leads
_NO_OFFICE = VERBS | {"relative", "passive", "org_noun", "of"}


def has_given_name(mention: Mention) -> bool:
    """`Jane Roe`, where Jane is a common given name."""
    given = mention.words.raw[mention.first] in gazetteer().given_names
    return given and len(mention.parts) in (2, 3) and "&" not in mention.parts


def has_office(mention: Mention) -> bool:
    """`Präsident Jane Roe`; what an office is `of` is no person."""
    if len(mention.parts) < 2:
        return False
    if "title_noun" in mention.before:
        return True
    return "title_noun" in mention.labels(mention.first - 2) and "of" not in mention.before


def is_presented(mention: Mention) -> bool:
    """Whether an office in apposition says that a name is somebody's: `Jane Roe, president of Foo`."""
    raws = mention.words.raw[mention.first : mention.last]
    if len(mention.parts) not in (2, 3) or not all(raw.isalpha() and not raw.isupper() for raw in raws):
        return False
    return mention.word(mention.last) == "," and _office_follows(mention)


def runs_firm(mention: Mention) -> bool:
    """`the group led by Jane Roe`: who leads a firm that is only described is no fund."""
    raws = mention.words.raw[mention.first : mention.last]
    if len(mention.parts) != 2 or not all(raw.isalpha() and not raw.isupper() for raw in raws):
        return False
    for at in range(mention.first - 1, max(0, mention.first - 1 - _CUE), -1):
        length, labels = mention.phrase(at)
        if at + length == mention.first and "lead" in labels:
            return any(_is_firm(mention, at - n, n) for n in (1, 2, 3))
    return False


def _is_firm(mention: Mention, at: int, size: int) -> bool:
    """Whether `size` words are a description that stands for a firm: `the group`."""
    length, labels = mention.phrase(at)
    return length == size and any(label.startswith("anaphora:") for label in labels)


def _office_follows(mention: Mention) -> bool:
    """`Jane Roe, president of Foo`, `Jane Roe, the company's president`."""
    for at in range(mention.last + 1, min(mention.last + 1 + _OFFICE_REACH, len(mention.words.raw))):
        labels = mention.labels(at)
        if "title_noun" in labels:
            return True
        owner = mention.word(at + 1) in ("'", "’")
        if mention.word(at) in ",.;:" or (labels & _NO_OFFICE and not owner):
            return False
    return False
