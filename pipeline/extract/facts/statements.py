"""A sentence while deals are read from it, and the statements that come of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.stream import Entity, Stream
from pipeline.extract.reading.article import Article, Reading

LISTS = frozenset({"investors", "leads", "partners"})
MAIN = {
    "funding_round": "recipient", "investment": "recipient", "acquisition": "target", "capacity": "customer",
    "guarantee": "beneficiary", "capex": "owner", "denial": "recipient",
}  # fmt: skip


@dataclass(slots=True)
class Statement:
    """A claim in the making: what one sentence says of one deal.

    `number`: that of its sentence; `event`: the token that tells it, or its figure; `fields`: those of a claim,
    but for the `parties`, which are entities until the end; `spans`: the sentences that tell it, as evidence; `parts`:
    the names with the roles that they play beside the event (roles.Part).
    `fragment`: it only adds to another statement; `guessed`: its main party is not named in the sentence, but taken
    from what was told before; `sure`: a word gives its status; `answers`: the statement that a denial is about;
    `brand`: the provider is only the maker of the chips named; `refers`: its sentence speaks of a deal told before
    (`the agreement`).
    """

    kind: str
    number: int
    event: int
    fields: dict[str, Any] = field(default_factory=dict)
    parties: dict[str, list[Entity]] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    fragment: bool = False
    guessed: bool = False
    sure: bool = False
    refers: bool = False
    brand: bool = False
    answers: Statement | None = None
    parts: list[Any] = field(default_factory=list)

    def of(self, parties: dict[str, list[Entity]]) -> Statement:
        """The same told of other parties: a statement of its own, with evidence of its own."""
        return replace(self, parties=parties, fields=dict(self.fields), spans=list(self.spans))

    def take(self, span: tuple[int, int], **fields: Any) -> None:
        """Set fields that the sentence at a span tells, which becomes evidence."""
        self.fields |= fields
        if span not in self.spans:
            self.spans.append(span)

    def first(self, role: str) -> Entity | None:
        """The first party in a role."""
        found = self.parties.get(role)
        return found[0] if found else None

    @property
    def main(self) -> Entity | None:
        """The party that tells whose deal it is."""
        entity = self.first(MAIN.get(self.kind, "partners"))
        return entity or self.first("provider")

    @property
    def everyone(self) -> list[Entity]:
        """All parties."""
        return [entity for group in self.parties.values() for entity in group]

    @property
    def ids(self) -> set[int]:
        """The identities of all parties: a name may stand for two entities, an entity has one identity."""
        return {id(entity) for entity in self.everyone}


def keep(parties: dict[str, list[Entity]], *roles: str) -> None:
    """Leave out all roles but these."""
    for role in [r for r in parties if r not in roles]:
        del parties[role]


@dataclass(slots=True)
class Sentence:
    """One sentence, with all that is needed to read deals from it.

    `roles`: the role of every quantity by its token index (measures.py); `events`: indices of event words; `earlier`:
    the statements of the article so far; `sums`: the deals' sums of money among the figures, in order; `pairs`: the
    lists of sums with a name each (pairs.py); `attached`: the event of each figure that has one (attach.py).
    """

    article: Article
    number: int
    reading: Reading
    stream: Stream
    case: dict[int, Case]
    roles: dict[int, str]
    events: list[int]
    earlier: list[Statement]
    sums: list[int]
    pairs: list[list[tuple[int, int]]] = field(default_factory=list)
    attached: dict[int, int] = field(default_factory=dict)

    def belongs(self, at: int, figure: int | None) -> bool:
        """Whether what stands at a token goes with this sum and no other one stands nearer."""
        if figure is None or len(self.sums) < 2 or figure not in self.sums:
            return True
        following = bisect_left(self.sums, at)  # what stands between makes the others farther
        beside = self.sums[max(0, following - 1) : following + 1]
        return min(beside, key=lambda f: distance(self.stream, at, f)) == figure

    @property
    def span(self) -> tuple[int, int]:
        """Its code points in the text, as evidence."""
        return self.reading.start, self.reading.end

    def recent(self, back: int, *kinds: str) -> list[Statement]:
        """What this sentence so far and the `back` ones before it have told, the latest first; only of these kinds."""
        return [s for s in reversed(self.earlier) if self.number - s.number <= back and (not kinds or s.kind in kinds)]

    def bearing(self, *labels: str) -> list[int]:
        """The event words that bear one of the labels."""
        return [event for event in self.events if not self.stream[event].labels.isdisjoint(labels)]

    def mentions(self) -> dict[int, list[int]]:
        """The tokens that name each possible party, pronouns too, by its identity."""
        found: dict[int, list[int]] = {}
        for i in sorted(self.case):
            entity = self.stream[i].value
            if entity is not None and entity.party:
                found.setdefault(id(entity), []).append(i)
        return found

    def names(self) -> list[Entity]:
        """The possible parties in the order of their mention."""
        named = [self.stream[i] for i in sorted(self.case)]
        return [t.value for t in named if t.value is not None and t.value.party and "poss_pronoun" not in t.labels]

    def firms(self) -> list[Entity]:
        """The companies among the possible parties."""
        return [e for e in self.names() if e.firm]
