"""One sentence as typed tokens: what names, quantities, dates and cues it holds, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.extract.languages.lexicon import tells_an_organisation
from pipeline.extract.languages.phrase_table import NO_LABELS

NAME, QUANTITY, DATE, TERM, WORD, MARK = "N", "Q", "D", "T", "W", "P"


@dataclass(slots=True)
class Token:
    """One token of the typed stream: code points [start, end), lower-case text, its type and labels.

    `value` holds the Entity of a name, the Quantity, the DateMention, or the years of a term. `reference` marks a
    description or pronoun that stands for a name.
    """

    start: int
    end: int
    text: str
    type: str
    labels: frozenset[str] = frozenset()
    value: Any = None
    reference: bool = False


class Stream(list[Token]):
    """The tokens of a sentence. `labels` and `types`: those of all its tokens, and `measures`: the kinds of its
    quantities (money, percent ...), once `settle` has been called; `costs`: how far each token is from the first
    (distances.py), and `clauses`: the number of its clause (clauses.py), once they are asked for."""

    labels: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    costs: list[float] | None = None
    clauses: list[int] | None = None

    def settle(self) -> None:
        """Note what the tokens are, bear and measure: from now on their labels stay."""
        self.labels = NO_LABELS.union(*{token.labels for token in self})
        self.types = frozenset([token.type for token in self])
        if QUANTITY in self.types:
            self.measures = frozenset([token.value.kind for token in self if token.type == QUANTITY])

    def stands_for(self, at: int, entity: Entity) -> None:
        """Let the description or pronoun at a token stand for an organisation: it is a name from now on."""
        token = self[at]
        token.type, token.value, token.reference = NAME, entity, True
        self.types |= {NAME}
        self.costs = None

    def entities(self) -> list[Entity]:
        """Whom its names stand for, in order."""
        if NAME not in self.types:
            return []
        return [token.value for token in self if token.type == NAME and token.value is not None]

    @cached_property
    def edges(self) -> list[int]:
        """Where a clause ends and another one begins: a semicolon, or what opens a clause (`but`)."""
        return [
            i for i, token in enumerate(self) if "but" in token.labels or (token.type == MARK and token.text == ";")
        ]


_OWNING = frozenset({"poss", "poss_pronoun"})
PARTY_KINDS = frozenset({"company", "unknown", "project", "government", "person"})


@dataclass(slots=True)
class Entity:
    """An organisation, person, project or place of the article, however it is written there.

    `parent`: the name of the organisation that it belongs to (Azure: Microsoft); of a project, who runs it.
    `written`: how the article mostly writes it.
    """

    name: str
    kind: str
    trade: str = ""
    known: bool = False
    parent: str = ""
    written: str = ""

    @property
    def family(self) -> str:
        """The name of the group that it is part of: a group does not supply itself."""
        return self.parent or self.name

    @property
    def party(self) -> bool:
        """Whether it can be a party of a deal (a medium or a place cannot)."""
        return self.kind in PARTY_KINDS

    @property
    def organisation(self) -> bool:
        """Whether it can be a party of a deal and is no person."""
        return self.kind in PARTY_KINDS and self.kind != "person"

    @property
    def firm(self) -> bool:
        """Whether it is a company, as far as the text tells."""
        return self.kind in ("company", "unknown")

    @property
    def financier(self) -> bool:
        """Whether its trade is to give money: a fund, a bank."""
        return self.trade == "capital"


def is_possessive(stream: Sequence[Token], at: int) -> bool:
    """Whether a name owns what follows: `Foo's`, `its`."""
    if not stream[at].labels.isdisjoint(_OWNING):
        return True
    return at + 1 < len(stream) and "poss" in stream[at + 1].labels


def is_organisation_noun(token: Token) -> bool:
    """A common noun for an organisation: company, start-up, chipmaker."""
    return tells_an_organisation(token.labels)
