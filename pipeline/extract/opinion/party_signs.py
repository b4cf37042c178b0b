"""What speaks for a party of the deal that a figure measures: signs whose weights are learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.facts.event_cases import case_beside
from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import FRAMES
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.opinion.kind_signs import trust
from pipeline.extract.opinion.steps import step
from pipeline.extract.opinion.tellings import Story, Telling

_PLACES = (0, 1, 2, 4)
_DISTANCES = (0.5, 1, 2, 3, 5, 8)
_NEARER = (0, 1, 2)
_BACK = (1, 2, 3, 5)
_LISTS = (1, 2, 4)
_RECENT = 2  # sentences back to the last mention of somebody who may be meant without being named


def party_signs(story: Story, places: Sequence[Telling]) -> dict[int, tuple[Entity, set[str]]]:
    """Everybody who may be a party, by identity, with the signs of all places that tell the figure."""
    found: dict[int, tuple[Entity, set[str]]] = {}
    for telling in places:
        here = _named(telling)
        aside = _aside(story, telling)
        for entity in story.parties:
            key = id(entity)
            if key in here:
                signs = _named_here(telling, here, key)
            elif key in aside or key in found:
                signs = aside.get(key, set()) | _named_elsewhere(story, telling, entity, alone=not here)
            else:
                continue
            signs |= _of_rules(story, telling, entity) | aside.get(key, set())
            found.setdefault(key, (entity, _of_entity(story, entity)))[1].update(signs)
    return found


def _named(telling: Telling) -> dict[int, list[int]]:
    """The possible parties that a sentence names, with their tokens."""
    here: dict[int, list[int]] = {}
    for i, token in enumerate(telling.sentence.stream):
        if token.type == NAME and token.value is not None and token.value.party:
            here.setdefault(id(token.value), []).append(i)
    return here


def _aside(story: Story, telling: Telling) -> dict[int, set[str]]:
    """Whom a sentence may speak of without a name: subject, heading, topic, title, focus, or who was named just now."""
    sentence, article = telling.sentence, story.article
    reading = sentence.reading
    marks = (
        ("topic", article.topic),
        ("heading", reading.heading_subject),
        ("own subject" if reading.own_subject else "subject", reading.subject),
        ("focus", focus_of(_as_it_opens(sentence), [])),
        ("subject before", article.readings[sentence.number - 1].subject if sentence.number else None),
    )
    found: dict[int, set[str]] = {key: {"title"} for key in story.titled}
    for mark, entity in marks:
        if entity is not None:
            found.setdefault(id(entity), set()).add(mark)
    for key, number in story.last_seen[sentence.number].items():
        if sentence.number - number <= _RECENT:
            found.setdefault(key, set())
    return found


def _as_it_opens(sentence: Sentence) -> Sentence:
    """The sentence with what was told before it alone."""
    return replace(sentence, earlier=[s for s in sentence.earlier if s.reading < sentence.number])


def _of_entity(story: Story, entity: Entity) -> set[str]:
    key = id(entity)
    return {
        f"kind {entity.kind}",
        f"trade {entity.trade}",
        "known" if entity.known else "unlisted",
        f"rank {step(story.rank[key], _PLACES)}",
        f"order {step(story.order[key], _PLACES)}",
    }


def _named_here(telling: Telling, here: dict[int, list[int]], key: int) -> set[str]:
    """How the mention that is nearest to the figure stands, and what its case plays beside the event."""
    sentence, figure = telling.sentence, telling.figure
    stream = sentence.stream
    away = {k: min(distance(stream, i, figure) for i in at) for k, at in here.items()}
    name = min(here[key], key=lambda i: distance(stream, i, figure))
    clauses = clause_numbers(stream)
    signs = {
        "left" if name < figure else "right",
        f"away {step(away[key], _DISTANCES)}",
        f"nearer {step(sum(a < away[key] for a in away.values()), _NEARER)}",
        "same clause" if clauses[name] == clauses[figure] else "other clause",
    }
    if len(here) == 1:
        signs.add("alone here")
    if stream[name].reference:
        signs.add("reference")
    if (case := sentence.case.get(name)) is not None:
        signs.add(f"list {step(case.size, _LISTS)}")
        if name == _subject(telling):
            signs.add("first bare")
    signs |= _beside_event(telling, here[key])
    for n in (1, 2):
        signs.update(
            f"-{n} {label}" for token in stream[max(0, name - n) : max(0, name - n + 1)] for label in token.labels
        )
        signs.update(f"+{n} {label}" for token in stream[name + n : name + n + 1] for label in token.labels)
    return signs


def _subject(telling: Telling) -> int | None:
    """The first name that stands in no case of its own."""
    stream = telling.sentence.stream
    return next(
        (i for i, c in telling.sentence.case.items() if c.label == "bare" and not c.poss and stream[i].value.party),
        None,
    )


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


def _of_rules(story: Story, telling: Telling, entity: Entity) -> set[str]:
    """What the rules let somebody play in the deal, and whether he is the main party of one told just before."""
    signs = set()
    for statement in telling.told:
        for role, parties in statement.parties.items():
            if any(entity is party for party in parties):
                signs.add(f"rules {statement.kind} {role}{' guessed' if statement.guessed else ''}")
        if statement.main is entity:
            signs |= {"rules", f"rules {trust(statement)}"}
    number = telling.sentence.number
    before = [s for n in range(max(0, number - _RECENT), number + 1) for s in story.statements.get(n, ())]
    signs |= {f"main before {s.kind}" for s in before if s.main is entity and all(s is not t for t in telling.told)}
    return signs
