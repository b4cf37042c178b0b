"""What speaks for a party of the deal that a figure measures: signs whose weights are learned."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.event_cases import case_beside
from pipeline.extract.facts.statements import Statement
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.frames import FRAMES
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.opinion.candidates import RECENT, Named, meant, named
from pipeline.extract.opinion.kind_signs import trust
from pipeline.extract.opinion.signs import marked, step
from pipeline.extract.opinion.tellings import Story, Telling

_PLACES = (0, 1, 2, 4)
_DISTANCES = (0.5, 1, 2, 3, 5, 8)
_NEARER = (0, 1, 2)
_BACK = (1, 2, 3, 5)
_LISTS = (1, 2, 4)


def party_signs(story: Story, places: Sequence[Telling]) -> dict[int, tuple[Entity, set[str]]]:
    """Everybody who may be a party, by identity, with the signs of all places that tell the figure."""
    found: dict[int, tuple[Entity, set[str]]] = {}
    for telling in places:
        here, aside = named(telling), meant(story, telling)
        first, before = _subject(telling), _told_before(story, telling)
        for entity in story.parties:
            key = id(entity)
            if key in here:
                signs = _named_here(telling, here, key, first)
            elif key in aside or key in found:
                signs = _named_elsewhere(story, telling, entity, alone=not here)
            else:
                continue
            signs |= aside.get(key, set()) | _of_rules(telling, entity, before)
            found.setdefault(key, (entity, _of_entity(story, entity)))[1].update(signs)
    return found


def _of_entity(story: Story, entity: Entity) -> set[str]:
    key = id(entity)
    return {
        f"kind {entity.kind}",
        f"trade {entity.trade}",
        "known" if entity.known else "unlisted",
        f"rank {step(story.rank[key], _PLACES)}",
        f"order {step(story.order[key], _PLACES)}",
    }


def _named_here(telling: Telling, here: dict[int, Named], key: int, first: int | None) -> set[str]:
    """How the mention that is nearest to the figure stands, and what its case plays beside the event; `first` is the
    first name without a case of its own."""
    sentence, figure = telling.sentence, telling.figure
    stream = sentence.stream
    tokens, name, away = here[key]
    clauses = clause_numbers(stream)
    signs = {
        "left" if name < figure else "right",
        f"away {step(away, _DISTANCES)}",
        f"nearer {step(sum(other.away < away for other in here.values()), _NEARER)}",
        "same clause" if clauses[name] == clauses[figure] else "other clause",
    }
    if len(here) == 1:
        signs.add("alone here")
    if stream[name].reference:
        signs.add("reference")
    if (case := sentence.case.get(name)) is not None:
        signs.add(f"list {step(case.size, _LISTS)}")
        if name == first:
            signs.add("first bare")
    signs |= _beside_event(telling, tokens)
    for n in (-2, -1, 1, 2):
        if 0 <= name + n < len(stream):
            signs |= marked(f"{n:+d}", stream[name + n].labels)
    return signs


def _subject(telling: Telling) -> int | None:
    """The first name that stands in no case of its own."""
    stream, cases = telling.sentence.stream, telling.sentence.case
    return next((i for i, c in cases.items() if c.label == "bare" and not c.poss and stream[i].value.party), None)


def _beside_event(telling: Telling, names: Sequence[int]) -> set[str]:
    if telling.event < 0:
        return set()
    stream, frame = telling.sentence.stream, FRAMES.get(telling.label, {})
    cases = [
        case_beside(stream, telling.sentence.case[i], i, telling.event) for i in names if i in telling.sentence.case
    ]
    how = next((case for case in cases if case in frame), cases[0] if cases else "")
    return {f"case {how}", f"plays {frame.get(how)}", f"case {how} of {telling.label}"} if how else set()


def _named_elsewhere(story: Story, telling: Telling, entity: Entity, *, alone: bool) -> set[str]:
    last = story.last_seen[telling.sentence.number].get(id(entity))
    back = "never" if last is None else step(telling.sentence.number - last, _BACK)
    return {"elsewhere", f"back {back}"} | ({"nobody here"} if alone else set())


def _told_before(story: Story, telling: Telling) -> list[Statement]:
    """The other statements of the sentence and of those right before it."""
    number = telling.sentence.number
    near = [s for n in range(max(0, number - RECENT), number + 1) for s in story.statements.get(n, ())]
    return [s for s in near if all(s is not told for told in telling.told)]


def _of_rules(telling: Telling, entity: Entity, before: Sequence[Statement]) -> set[str]:
    """What the rules let somebody play in the deal, and whether he is the main party of one told just before."""
    signs = set()
    for statement in telling.told:
        for role, parties in statement.parties.items():
            if any(entity is party for party in parties):
                signs.add(f"rules {statement.kind} {role}{' guessed' if statement.guessed else ''}")
        if statement.main is entity:
            signs |= {"rules", f"rules {trust(statement)}"}
    return signs | {f"main before {s.kind}" for s in before if s.main is entity}
