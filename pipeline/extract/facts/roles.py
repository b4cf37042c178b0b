"""Which name plays which part in an event: by case, nearness, and what organisations of a trade usually do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.facts.statements import LISTS, Sentence
from pipeline.extract.facts.word_order import gapped, sides
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import FRAMES, NOUNS, VERBS
from pipeline.extract.grammar.prepositions import before_insertion
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, WORD, Entity, Token
from pipeline.extract.grammar.voice import passive


@dataclass(frozen=True, slots=True)
class Part:
    """A name in a role of an event, with how well it fits and the case that says so."""

    role: str
    entity: Entity
    score: float
    case: str
    name: int


MANY = LISTS | {"party"}  # roles that any number of names may play
SIDES = frozenset({"provider", "customer"})  # roles that the names of one list may play together
START = 6.0  # a name scores this, less its distance, plus what speaks for it
# How likely an organisation of a kind or trade plays a role where grammar leaves it open.
LEANING: dict[str, dict[str, float]] = {
    "recipient": {"capital": -2.5, "chips": -0.8, "hyperscaler": -0.8, "lab": 0.8, "person": -6, "government": -5,
                  "project": -1},
    "investors": {"capital": 1.5, "chips": 0.5, "hyperscaler": 0.5, "lab": -0.5, "person": -0.5, "project": -4},
    "leads": {"capital": 1.0, "project": -4, "lab": -0.5},
    "acquirer": {"person": -3, "government": -3, "project": -5},
    "target": {"capital": -1.5, "hyperscaler": -1.5, "person": -6, "government": -6},
    "provider": {"capital": -2.5, "person": -6, "government": -4, "software": -0.5},
    "customer": {"capital": -2.5, "person": -6, "government": -2},
    "owner": {"person": -6, "government": -4},
    "builder": {"person": -6, "government": -4},
    "guarantor": {"person": -3},
    "beneficiary": {"person": -4, "capital": -1},
    "partners": {"person": -9, "project": -4, "capital": -1},
    "party": {"person": -6, "project": -1},
}  # fmt: skip


def assign(sentence: Sentence, event: int, label: str, figure: int | None = None) -> list[Part]:
    """The parties of an event, the best first; a name plays one role, a role has one name or those of a list."""
    frame = FRAMES.get(label, {})
    ranked = []
    order = sides(sentence, event) if sentence.article.lexicon.free_order else {}
    own = gapped(sentence, event, figure) if figure is not None else None
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        if entity is None or not entity.party or _owner_described(sentence, case):
            continue
        how = order.get(i) or case_beside(sentence.stream, case, i, event)
        how = _owner_of_subject(sentence, case, i, event, how) if SIDES & set(frame.values()) else how
        if own is not None and (i == own or how == "subject"):
            how = "subject" if i == own else "inner"
        role = frame.get(how) or (frame.get("poss") if how == "compound" else None)
        if role:
            score = _grammar(sentence, case, i, event, how, figure) + _leaning(sentence, entity, role, case)
            ranked.append((score, i, Part(role, entity, score, how, i)))
    chosen: list[Part] = []
    groups: dict[str, int] = {}
    for score, i, part in sorted(ranked, key=lambda r: (-r[0], r[1])):
        group = groups.setdefault(part.role, sentence.case[i].group) if score > 0 else None
        filled = part.role not in MANY and (
            group != sentence.case[i].group or (part.role not in SIDES and any(p.role == part.role for p in chosen))
        )
        apart = part.case == "subject" and any(
            p.role == part.role and p.case == "subject" and sentence.case[p.name].group != sentence.case[i].group
            for p in chosen
        )
        if score > 0 and not filled and not apart and all(p.entity is not part.entity for p in chosen):
            chosen.append(part)
    return chosen


def _owner_described(sentence: Sentence, case: Case) -> bool:
    """`Foo, the company of Jane Doe`: whose company it is plays no part."""
    head = _head(sentence.stream, case)
    return (
        case.label == "of" and head is not None and any(x.startswith("anaphora:") for x in sentence.stream[head].labels)
    )


def _owner_of_subject(sentence: Sentence, case: Case, name: int, event: int, how: str) -> str:
    """`Foo's chips are used by`: whose product is the subject of a passive; `the campus of Foo runs on`: whose site."""
    stream = sentence.stream
    if name > event or not stream[event].labels & VERBS or stream[event].labels & NOUNS:
        return how
    if how in ("poss", "of") and passive(stream, event):
        return "product"
    return "poss" if how == "of" else how


def by_role(parts: list[Part]) -> dict[str, list[Entity]]:
    """Role -> parties, the best first."""
    found: dict[str, list[Entity]] = {}
    for part in parts:
        found.setdefault(part.role, []).append(part.entity)
    return found


def _grammar(sentence: Sentence, case: Case, name: int, event: int, how: str, figure: int | None) -> float:
    stream = sentence.stream
    first = min(i for i, c in sentence.case.items() if c.group == case.group)
    at = case.anchor if case.anchor >= 0 and case.label != "bare" else first
    away = distance(stream, at, event)
    if told := _antecedent(stream, name, event):
        away = min(away, distance(stream, told[1], event) + 1.0)
    if figure is not None:
        away = min(away, distance(stream, at, figure) + 0.5)
    points = START - min(away, 12.0)
    head = _head(stream, case)
    if event in (case.anchor, head):
        points += 3.0
    elif head is not None and case.label == "of" and "definite" in stream[head].labels:
        points += 3.0  # `like that of Foo`
    elif head is not None and case.label in ("by", "of") and not stream[head].labels & (VERBS | NOUNS):
        points -= 1.5
    elif head is not None and case.label == "with" and stream[head].type == WORD and not stream[head].labels:
        points -= 2.5
    if how in ("lead", "join") or (how == "by" and case.label == "bare"):
        points += 2.0
    if how == "poss" and case.poss and name < event <= name + 2:  # `Foo's round`
        points += 2.0
    if how == "title":  # `a spokesman of Foo denies` speaks for Foo, `Foo boss Jane Doe denies` for herself
        points -= 1.0
    if how == "object" and any(t.labels & VERBS and "done" not in t.labels for t in stream[event + 1 : name]):
        points -= 2.0
    return points


def _head(stream: Sequence[Token], case: Case) -> int | None:
    """The word that a preposition hangs on: the one before it."""
    if case.label in ("bare", "lead", "join") or case.anchor < 1:
        return None
    return before_insertion(stream, case.anchor)


def _leaning(sentence: Sentence, entity: Entity, role: str, case: Case) -> float:
    table = LEANING.get(role, {})
    points = table.get(entity.trade, 0.0) + table.get(entity.kind, 0.0)
    if role == "recipient":
        points += 0.8 * (entity is sentence.article.topic)
    if role not in LISTS and role != "party" and case.size >= 3:
        points -= 4.0
    return points


def case_beside(stream: Sequence[Token], case: Case, name: int, event: int) -> str:
    """The case of a name with regard to an event: subject and object are told by side and voice."""
    if case.poss and name < event and event - name <= 7 and not _verb_between(stream, name, event):
        return "poss"
    if how := _antecedent(stream, name, event):
        return how[0]
    if _in_first_relative(stream, name, event):
        return "inner"
    if "poss_pronoun" in stream[name].labels:
        return "inner"
    if _names_contract(stream, case, name, event):
        return "compound"
    if case.label == "for" and name < event <= name + 4 and "to" in stream[name + 1].labels:
        return "subject"  # `calls for Foo to deliver`
    if case.label != "bare":
        return case.label
    if case.anchor >= 0 and "relative" in stream[case.anchor].labels and event < case.anchor:
        made = stream[event].labels & NOUNS and not _interrupted(stream, event, case.anchor)
        return "by" if made else "inner"
    if event < name and stream[event].labels & NOUNS and _made_by_the_one_after(stream, event, name):
        return "by"
    relative = case.anchor >= 0 and "relative" in stream[case.anchor].labels
    if name < event and relative and any(t.text == "," for t in stream[name + 1 : event]):
        return "inner"
    if name > event and _speaks(stream, name, event):
        return "inner"
    before = name < event or _inverted(stream, name, event)
    if stream[event].labels & VERBS:
        return "subject" if before is not passive(stream, event) else "object"
    if not before and any("but" in t.labels for t in stream[event + 1 : name]):
        return "inner"
    if before and event - name <= 4 and not _interrupted(stream, name, event):
        return "compound"
    return "subject" if before else "object"


def _names_contract(stream: Sequence[Token], case: Case, name: int, event: int) -> bool:
    """`after Foo's separate Bar deal`: a name right before the word for a contract."""
    contract = "contract" in stream[event].labels and not stream[event].labels & VERBS
    return name == event - 1 and contract and case.anchor != name - 1


def _speaks(stream: Sequence[Token], name: int, event: int) -> bool:
    """Whether a name behind an event only says so: `..., Foo and Bar said`."""
    last = name
    while last < len(stream) and (stream[last].type == NAME or "and" in stream[last].labels):
        last += 1
    speaks = last < len(stream) and "speaker_verb" in stream[last].labels
    return speaks and any(t.text == "," for t in stream[event + 1 : name])


def _antecedent(stream: Sequence[Token], name: int, event: int) -> tuple[str, int] | None:
    """The case in a relative clause of the name that it belongs to, and where: `Foo, which builds`, `Foo, from
    which`."""
    beside = sum(t.type == MARK and t.text != "," for t in stream[name + 1 : name + 4])
    for first in range(name + 1, min(name + 6 + beside, event)):
        token = stream[first]
        if token.type == NAME or token.labels & (VERBS | {"speaker_verb", "announce", "passive"}):
            return None
        if "relative" not in token.labels:
            continue
        r = _second_relative(stream, first, event) or first
        how = None if _clause_ended(stream, r, event) else _relative_case(stream, name, r, event)
        return (how, r) if how else None
    return None


def _relative_case(stream: Sequence[Token], name: int, r: int, event: int) -> str | None:
    """The case that a relative pronoun at r gives its name beside an event of its clause."""
    token = stream[r]
    for label in ("from", "into", "by", "with", "to", "for", "in"):
        if label in token.labels or (label in stream[r - 1].labels and r - 1 > name):
            return label
    if not stream[event].labels & VERBS:
        return "poss" if event - r <= 2 else None
    if "poss_pronoun" in token.labels:
        return None
    own = any(t.type == NAME and not t.reference for t in stream[r + 1 : event])
    return "object" if own or passive(stream, event) else "subject"


def _in_first_relative(stream: Sequence[Token], name: int, event: int) -> bool:
    """Whether a name stands in the first of two relative clauses and the event in the second."""
    before = any("relative" in t.labels for t in stream[max(0, name - 6) : name])
    return before and name < event and _second_relative(stream, name, event) is not None


def _second_relative(stream: Sequence[Token], first: int, event: int) -> int | None:
    """A second relative clause of the same name: `Foo, which Bar backs and into which $5bn will go`."""
    for r in range(event - 1, first + 1, -1):
        if stream[r].type == NAME or stream[r].labels & VERBS:
            return None
        if "relative" in stream[r].labels:
            return r if any("and" in t.labels for t in stream[max(first, r - 2) : r + 1]) else None
    return None


def _clause_ended(stream: Sequence[Token], relative: int, event: int) -> bool:
    """Whether a comma has closed the relative clause before the event (`Foo, which Bar backs, has denied`)."""
    for i in range(relative + 2, event):
        if stream[i].type == MARK and stream[i].text == ",":
            after = stream[i + 1 : event + 1]
            return not any("relative" in t.labels or "and" in t.labels for t in after[:2])
    return False


def _made_by_the_one_after(stream: Sequence[Token], event: int, name: int) -> bool:
    """`la série D de 500 M$ que réalise Foo`: who makes a round is named after the verb."""
    que = next((i for i in range(name - 1, event, -1) if "object_relative" in stream[i].labels), None)
    return que is not None and name - que <= 3 and not any(t.type in (NAME, MARK) for t in stream[event + 1 : name])


def _inverted(stream: Sequence[Token], name: int, event: int) -> bool:
    """A subject after its verb in a relative clause: `la série D que réalise Foo`."""
    if not event < name <= event + 2 or any(t.type == NAME for t in stream[max(0, event - 3) : event]):
        return False
    return any("object_relative" in t.labels for t in stream[max(0, event - 3) : event])


def _verb_between(stream: Sequence[Token], a: int, b: int) -> bool:
    return any(t.labels & VERBS and not t.labels & NOUNS for t in stream[a + 1 : b])


def _interrupted(stream: Sequence[Token], a: int, b: int) -> bool:
    """Whether anything but plain words and figures stands between two tokens."""
    return any(t.type in (MARK, NAME) or t.labels - {"of"} for t in stream[a + 1 : b] if t.type != QUANTITY)
