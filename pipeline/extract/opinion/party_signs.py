"""What speaks for a party of the deal that a figure measures: signs whose weights are learned."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.extract.facts.event_cases import case_beside
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.frames import FRAMES
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.opinion.candidates import Scene
from pipeline.extract.opinion.kind_signs import trust
from pipeline.extract.opinion.signs import marked, step
from pipeline.extract.opinion.tellings import Story, Telling

_PLACES = (0, 1, 2, 4)
_DISTANCES = (0.5, 1, 2, 3, 5, 8)
_NEARER = (0, 1, 2)
_BACK = (1, 2, 3, 5)
_LISTS = (1, 2, 4)


def candidates(story: Story, scenes: Sequence[Scene]) -> list[Entity]:
    """Everybody who may be a party where a figure is told, in the order of mention."""
    keys = {key for scene in scenes for key in (*scene.here, *scene.aside) if key in story.parties}
    return [story.parties[key] for key in sorted(keys, key=story.order.__getitem__)]


def party_signs(story: Story, scenes: Sequence[Scene], entity: Entity) -> set[str]:
    """The signs of somebody in all sentences that tell the figure."""
    key = id(entity)
    signs = _of_entity(story, entity)
    for scene in scenes:
        signs |= _named_here(scene, key) if key in scene.here else _named_elsewhere(story, scene, key)
        signs |= scene.aside.get(key, set()) | _of_rules(scene, entity)
    return signs


def _of_entity(story: Story, entity: Entity) -> set[str]:
    key = id(entity)
    return {
        f"kind {entity.kind}",
        f"trade {entity.trade}",
        "known" if entity.known else "unlisted",
        f"rank {step(story.rank[key], _PLACES)}",
        f"order {step(story.order[key], _PLACES)}",
    }


def _named_here(scene: Scene, key: int) -> set[str]:
    """How the mention that is nearest to the figure stands, and what its case plays beside the event."""
    sentence, figure, here = scene.telling.sentence, scene.telling.figure, scene.here
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
        if name == scene.first:
            signs.add("first bare")
    signs |= _beside_event(scene.telling, tokens)
    for n in (-2, -1, 1, 2):
        if 0 <= name + n < len(stream):
            signs |= marked(f"{n:+d}", stream[name + n].labels)
    return signs


def _beside_event(telling: Telling, names: Sequence[int]) -> set[str]:
    if telling.event < 0:
        return set()
    stream, frame = telling.sentence.stream, FRAMES.get(telling.label, {})
    cases = [
        case_beside(stream, telling.sentence.case[i], i, telling.event) for i in names if i in telling.sentence.case
    ]
    how = next((case for case in cases if case in frame), cases[0] if cases else "")
    return {f"case {how}", f"plays {frame.get(how)}", f"case {how} of {telling.label}"} if how else set()


def _named_elsewhere(story: Story, scene: Scene, key: int) -> set[str]:
    number, named = scene.telling.sentence.number, story.named.get(key, [])
    before = bisect_left(named, number)
    back = step(number - named[before - 1], _BACK) if before else "never"
    return {"elsewhere", f"back {back}"} | (set() if scene.here else {"nobody here"})


def _of_rules(scene: Scene, entity: Entity) -> set[str]:
    """What the rules let somebody play in the deal, and whether he is the main party of one told just before."""
    signs = set()
    for statement in scene.telling.told:
        for role, parties in statement.parties.items():
            if any(entity is party for party in parties):
                signs.add(f"rules {statement.kind} {role}{' guessed' if statement.guessed else ''}")
        if statement.main is entity:
            signs |= {"rules", f"rules {trust(statement)}"}
    return signs | {f"main before {kind}" for kind in scene.before.get(id(entity), ())}
