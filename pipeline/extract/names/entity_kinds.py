"""What kind of thing an unlisted name names, and in which trade it is, by the name and the words around it."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.extract.names.doubtful import is_presented_as_firm
from pipeline.extract.names.mentions import Mention
from pipeline.extract.names.persons import has_given_name, has_office, is_presented
from pipeline.extract.names.places import is_located, is_place
from pipeline.extract.names.site_names import is_project
from pipeline.extract.names.vocabulary import FINANCIERS, ORG_WORDS, TRADE_WORDS

_TRADE_BEFORE, _TRADE_AFTER = 4, 6  # tokens in which a description stands, before a name and in its apposition


def _is_medium(mention: Mention) -> bool:
    """`the newspaper Foo`, `l'agenzia Foo`, `le site spécialisé Foo`."""
    before = ((n, *mention.phrase(mention.first - n)) for n in (1, 2, 3))
    return any(length == n and "medium" in labels for n, length, labels in before)


def _is_firm(mention: Mention) -> bool:
    """`Foo Labs`, `Bar Capital`."""
    return not ORG_WORDS.isdisjoint(mention.parts)


# The first that holds decides.
_RULES: tuple[tuple[str, Callable[[Mention], bool]], ...] = (
    ("media", _is_medium),
    ("place", is_place),
    ("project", is_project),
    ("place", is_located),
    ("company", _is_firm),
    ("person", has_given_name),
    ("person", has_office),
    ("person", is_presented),
    ("company", is_presented_as_firm),
)


def kind_of(mention: Mention) -> str:
    """Place, project, company or person; `unknown` when nothing tells, which most often is a company."""
    return next((kind for kind, holds in _RULES if holds(mention)), "unknown")


def trade_of(mention: Mention) -> str:
    """The trade that a name or a description beside it tells: `AI cloud provider Foo`, `Foo, the chipmaker`."""
    if mention.found.size > 1:
        told = next((TRADE_WORDS[word] for word in reversed(mention.parts) if word in TRADE_WORDS), "")
        if told:
            return told
    beside = list(range(max(0, mention.first - _TRADE_BEFORE), mention.first))
    if mention.word(mention.last) in {",", "(", "–", "—"}:
        beside += range(mention.last + 1, mention.last + 1 + _TRADE_AFTER)
    for at in beside:
        for label in mention.labels(at):
            if label.startswith("trades:"):
                return label.removeprefix("trades:")
    return "" if FINANCIERS.isdisjoint(mention.parts) else "capital"
