"""The case of every name in a sentence: the word that governs it, and the list of names that it stands in.

A case is language-free: the class of the preposition before the name (`by`, `from`, `into` ...), a role cue (`lead`,
`join`), or `bare` for a subject, an object or an apposition. `title` is the organisation of an office ("Tesla CEO
..."), `kin` one that only says who somebody else is ("a rival of Google").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.extract.grammar.governors import Governor, governor
from pipeline.extract.grammar.leaders import (
    role_after,
    role_of_agent,
    role_of_inversion,
    role_of_predicate,
    role_of_relative,
)
from pipeline.extract.grammar.lists import cue_between, lists_on
from pipeline.extract.grammar.offices import is_founder, is_kin, is_of_office
from pipeline.extract.grammar.prepositions import PREPOSITIONS, is_clitic, is_dative
from pipeline.extract.grammar.sources import is_model, is_source
from pipeline.extract.grammar.stream import NAME, Stream, Token, is_possessive
from pipeline.extract.grammar.subjects import opens_clause, opens_late

_AGENTS = frozenset({"by", "of", "from"})
_ROLES = frozenset({"lead", "lead_verb", "led", "join_verb", "joined"})  # verbs and nouns that give one
_BEHIND_ITS_VERB = frozenset({"bare", "to", "in", "into", "at"})
_LED = frozenset({"bare", "join", "with"})
_LED_BY_RELATIVE = _LED | {"title", "of", "to", "from"}


class Case(NamedTuple):
    """How a name stands in its sentence.

    `anchor`: the token that gives it its label, -1 for none, itself for a dative pronoun; `poss`: it owns what follows
    ("Foo's"); `group`: the number of the list of names that it stands in, of one name, too; `size`: the names in that.
    """

    label: str
    anchor: int
    poss: bool
    group: int
    size: int = 1


def cases(stream: Stream) -> dict[int, Case]:
    """The case of every name token, by its index."""
    names = [i for i, token in enumerate(stream) if token.type == NAME]
    if not names:
        return {}
    groups, governed = _lists(stream, names)
    found = {
        i: Case(*governed[i], is_possessive(stream, i), number, len(members))
        for number, members in enumerate(groups)
        for i in members
    }
    _set_apart(stream, found)
    if not stream.labels.isdisjoint(_ROLES):
        _let_verbs_decide(stream, groups, found)
    _free_late_subjects(stream, found)
    return found


def _lists(stream: Stream, names: list[int]) -> tuple[list[list[int]], dict[int, Governor]]:
    """The names of a sentence as lists of those that stand together, of one name, too; and what governs each."""
    governed: dict[int, Governor] = {}
    groups: list[list[int]] = []
    owners: dict[int, Governor] = {}
    of_list = Governor("bare", -1)
    for i in names:
        if is_dative(stream, i):
            of_list = Governor("to", i)
            groups.append([i])
        elif is_clitic(stream[i]):
            of_list = Governor("of" if "partitive" in stream[i].labels else "object", i)
            groups.append([i])
        elif groups and lists_on(stream, groups[-1], i, of_list.label):
            of_list = cue_between(stream, groups[-1][-1], i, of_list.label) or of_list
            groups[-1].append(i)
        else:
            of_list = governor(stream, i, owners)
            groups.append([i])
        governed[i] = of_list
        if is_possessive(stream, i):
            owners[i] = of_list
    return groups, governed


def _set_apart(stream: Stream, found: dict[int, Case]) -> None:
    """Give who plays no role a case of his own: `Tesla CEO ...`, `a rival of Google`, `according to Foo`."""
    for i, case in found.items():
        if label := _apart(stream, i, case):
            found[i] = case._replace(label=label, size=1)


def _apart(stream: Stream, at: int, case: Case) -> str | None:
    """`title` or `kin`, if a name only says whose officer or rival somebody is, who tells it, or what a chip is."""
    entity = stream[at].value
    governed = case.label in PREPOSITIONS
    if entity is not None and entity.kind != "person" and case.anchor != at:
        if is_kin(stream, at, case.anchor if governed else -1):
            return "kin"
        if "title_noun" in stream.labels and is_of_office(stream, at, case.anchor, possessive=case.poss):
            return "title"
    founder = governed and is_founder(stream, at, case.anchor)
    return "kin" if founder or is_source(stream, at, *case[:2]) or is_model(stream, at, case.label) else None


def _let_verbs_decide(stream: Sequence[Token], groups: list[list[int]], found: dict[int, Case]) -> None:
    """A verb beside a list that gives its role: `Foo led the round`, `wird von Foo angeführt`, `Leader ist Foo`."""
    for members in (m for m in groups if not found[m[-1]].poss):
        told = _told_by_its_clause(stream, members, found[members[0]].label)
        role = told or role_after(stream, members)
        if role is None:
            continue
        second = _second_clause(stream, members) if found[members[0]].label == "lead" else len(stream)
        for i in members:
            relative = any("relative" in t.labels for t in stream[i + 1 : role.anchor])
            if told or i > second or found[i].label in (_LED_BY_RELATIVE if relative else _LED):
                found[i] = Case(*role, False, found[i].group, found[i].size)


def _second_clause(stream: Sequence[Token], members: list[int]) -> int:
    """The comma behind who leads: `led by Foo, Bar and Baz took part`."""
    return next((i for i in range(members[0], members[-1]) if stream[i].text == ","), len(stream))


def _told_by_its_clause(stream: Sequence[Token], members: list[int], label: str) -> Governor | None:
    """The role of the agents of a passive, or of the names that a clause closes with."""
    if label in _AGENTS:
        return role_of_agent(stream, members[-1])
    predicate = None
    if label == "bare":
        predicate = role_of_predicate(stream, members[0]) or role_of_relative(stream, members[0])
    return predicate or (role_of_inversion(stream, members[0]) if label in _BEHIND_ITS_VERB else None)


def _free_late_subjects(stream: Sequence[Token], found: dict[int, Case]) -> None:
    """A subject behind a phrase that opens its sentence is not governed by it: `Au Texas, Foo bâtit`."""
    for i, case in found.items():
        governed = case.label in PREPOSITIONS and case.anchor >= 0 and not case.poss
        if governed and (opens_late(stream, i, case.anchor) or opens_clause(stream, i, case.anchor)):
            found[i] = Case("bare", -1, False, len(found) + i)
