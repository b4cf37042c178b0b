"""Persons: names that open with a given name, or that the words around them give an office."""

from __future__ import annotations

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.mentions import Mention

_OFFICE_REACH = 5  # tokens after a name in which its holder's office stands
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
