"""What speaks for somebody being a backer of a round: how he is named around the place that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.stream import DATE, Entity, Token
from pipeline.extract.grammar.windows import bears
from pipeline.extract.opinion.signs import marked, step

_BEFORE, _AFTER = 2, 5  # sentences around a round in which its backers may be named
_BESIDE = 4  # tokens beside a list of names that tell what those do
_LISTS = (1, 2, 3, 5)
_MANY = (0, 1, 2)
_NAMED = 40  # parties of one role, more than any deal has


@dataclass(slots=True)
class Place:
    """A sentence with the statements that it tells."""

    sentence: Sentence
    told: list[Statement] = field(default_factory=list)


def backer_signs(round_: Statement, places: dict[int, Place]) -> dict[int, tuple[Entity, set[str]]]:
    """Everybody who may back a round, by identity, with the signs of his mentions near it."""
    found: dict[int, tuple[Entity, set[str]]] = {}
    recipient = round_.main
    for number in range(round_.number - _BEFORE, round_.number + _AFTER + 1):
        place = places.get(number)
        if place is None:
            continue
        stream = place.sentence.stream
        shared = _of_place(round_, place) | _of_others(round_, places, number)
        played = _played(round_, place)
        for i in place.sentence.case:
            entity = stream[i].value
            if entity is None or not entity.party or entity is recipient or entity.kind == "project":
                continue
            own = found.setdefault(id(entity), (entity, set(_of_entity(entity))))[1]
            own.update(shared, _of_mention(round_, place.sentence, i), [s for s, who in played if id(entity) in who])
    return found


def _of_entity(entity: Entity) -> Iterator[str]:
    yield f"kind {entity.kind}"
    yield f"trade {entity.trade}"
    yield f"{entity.kind} {'known' if entity.known else 'unlisted'}"


def _of_place(round_: Statement, place: Place) -> set[str]:
    """Where a sentence stands from its round, and whom and what it speaks of."""
    sentence, recipient = place.sentence, round_.main
    away = f"away {sentence.number - round_.number}"
    signs = {away, f"{away} sums {step(len(sentence.sums), _MANY)}"}
    if sentence.number != round_.number:
        if sentence.sums and bears(sentence.stream, "round", "raise", "raise_weak"):
            signs |= {
                "raises another sum",
                f"raises another sum, {'dated' if DATE in sentence.stream.types else 'now'}",
            }
        signs |= marked("says", sentence.stream.labels)
        subject = sentence.reading.subject
        signs.add("of it" if subject is recipient else "of nobody" if subject is None else "of another")
        named = any(entity is recipient for entity in sentence.stream.entities())
        signs.add("names it" if named else "does not name it")
        if _is_older(round_, sentence.article.published):
            signs.add("of an older round")
    if sentence.reading.heading:
        signs.add("heading")
    return signs


def _is_older(round_: Statement, published: str | None) -> bool:
    """Whether a round was raised in a year before that of its article."""
    year = str(round_.fields.get("date", ""))[:4]
    return bool(year and published) and year < str(published)[:4]


def _of_others(round_: Statement, places: dict[int, Place], number: int) -> set[str]:
    """Other deals that a sentence tells, or those between it and its round."""
    low, high = sorted((round_.number, number))
    near = [s for n in {*range(low + 1, high), number, round_.number} if n in places for s in places[n].told]
    others = [s for s in near if s.main is not None and not s.fragment and s is not round_]
    between = [s for s in others if low < s.number < high or s.number == number]
    signs = {f"between {s.kind}{' same' if s.main is round_.main else ''}" for s in between}
    if any(s.number == round_.number and s.kind == round_.kind for s in others):
        signs.add("several rounds")
    return signs


def _of_mention(round_: Statement, sentence: Sentence, name: int) -> set[str]:
    """How a name stands in its sentence: its case, its list, and the words beside both."""
    stream, case = sentence.stream, sentence.case[name]
    own = sentence.number == round_.number
    group = [i for i, other in sentence.case.items() if other.group == case.group]
    members = [stream[i].value for i in group]
    capital = sum(1 for e in members if e is not None and e.trade == "capital")
    signs = {
        f"case {case.label}",
        f"case {case.label} {'here' if own else 'elsewhere'}",
        f"list {step(case.size, _LISTS)}",
        f"capital {step(capital, _MANY)} of {step(case.size, _LISTS)}",
    }
    if case.poss:
        signs.add("owner")
    if stream[name].reference:
        signs.add("reference")
    if any(e is round_.main for e in members):
        signs.add("with the recipient")
    if case.anchor >= 0:
        signs |= _beside("anchor", stream[max(0, case.anchor - 1) : case.anchor + 1])
    if own:
        signs |= _beside_sum(round_, sentence, name)
    first, last = min(group, default=name), max(group, default=name)
    signs |= _beside("before", stream[max(0, first - _BESIDE) : first])
    return (
        signs | _beside("after", stream[last + 1 : last + 1 + _BESIDE]) | _beside("next", stream[name + 1 : name + 2])
    )


def _beside(where: str, tokens: Sequence[Token]) -> set[str]:
    return {sign for token in tokens if token.labels for sign in marked(where, token.labels)}


def _beside_sum(round_: Statement, sentence: Sentence, name: int) -> set[str]:
    """How a name stands to the round's own sum and word."""
    told = round_.fields.get("amount")
    sums = [i for i in sentence.sums if told and sentence.stream[i].value.value == told["value"]]
    at = sums[0] if sums else round_.event
    clauses = clause_numbers(sentence.stream)
    return {
        "right" if name > at else "left",
        "same clause" if clauses[name] == clauses[at] else "other clause",
        "nearest sum" if sentence.belongs(name, at) else "nearer to another sum",
    }


def _played(round_: Statement, place: Place) -> list[tuple[str, set[int]]]:
    """What the rules let somebody play in the round, or in another deal of a sentence, and whom, by identity."""
    told = [round_, *(s for s in place.told if s is not round_)]
    return [
        (f"rules {_whose(statement, round_)} {statement.kind} {role}", {id(party) for party in parties[:_NAMED]})
        for statement in told
        for role, parties in statement.parties.items()
    ]


def _whose(statement: Statement, round_: Statement) -> str:
    if statement is round_:
        return "its"
    return "more of its" if statement.main is round_.main else "another's"
