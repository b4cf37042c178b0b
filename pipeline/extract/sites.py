"""Where capacity stands or money is spent: project and place."""

from __future__ import annotations

from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import DATE, NAME, WORD, Token

LONGEST = 3  # a project, a town and a region
_TELLING = 4  # tokens between a verb of announcing and the place where it was done
_LOCATING = frozenset({"in", "at", "on", "to", "into", "for"})


def site_of(sentence: Sentence, statement: Statement) -> str | None:
    """The project and places that a sentence names, with the places told of that project before."""
    taken = {id(e) for e in statement.everyone if e.kind != "project"}
    projects = [e.name for e in statement.everyone if e.kind == "project"]
    places = []
    for i, token in enumerate(sentence.stream):
        entity = token.value if token.type == NAME else None
        if entity is not None and id(entity) not in taken and entity.kind == "project":
            projects.append(entity.name)
        elif entity is not None and entity.kind == "place" and _located(sentence, i):
            places.append(entity.name)
        elif "country" in token.labels and i and _country_located(sentence, i):
            places.append(sentence.article.text[token.start : token.end])
    places = list(dict.fromkeys(places))
    projects = list(dict.fromkeys(projects))[:1]
    if projects:
        told = sentence.article.sites.setdefault(projects[0], places)
        places = places or told
    parts = projects + places[: LONGEST - len(projects)]
    return ", ".join(parts) or None


def _country_located(sentence: Sentence, at: int) -> bool:
    """`in Foo`, `into the Foo`, or behind its town: `in Bar, Foo`."""
    before = sentence.stream[at - 1]
    town = sentence.stream[at - 2] if before.text == "," and at > 1 else None
    behind = town is not None and town.type == NAME and town.value is not None and town.value.kind == "place"
    return behind or bool(before.labels & (_LOCATING | {"determiner"}))


def _located(sentence: Sentence, at: int) -> bool:
    """Whether a place locates something: governed by `in` and the like, no dateline."""
    case = sentence.case.get(at)
    following = sentence.stream[at + 1 : at + 6]
    if at <= 1 and any(t.type == DATE for t in following):
        return False
    if case is None or _based(following) or _told_there(sentence, case.anchor):
        return False
    if case.label in ("of", "from"):  # `the data center of Foo`, `a site south of Foo`
        return any("site_noun" in t.labels for t in sentence.stream[max(0, case.anchor - 2) : case.anchor])
    return case.label in _LOCATING or (case.label == "bare" and not case.poss)


def _based(following: list[Token]) -> bool:
    """`the Foo-based developer`: where an organisation sits, no site."""
    return len(following) > 1 and following[0].text == "-" and following[1].text.startswith("based")


def _told_there(sentence: Sentence, anchor: int) -> bool:
    """Whether a place is where something was announced: `announced on Monday in Foo`."""
    for token in reversed(sentence.stream[max(0, anchor - _TELLING) : max(0, anchor)]):
        if token.labels & {"speaker_verb", "announce"}:
            return "plan" not in token.labels
        beside = token.type == DATE or (token.type == WORD and token.labels <= {"determiner", "definite", "on", "in"})
        if not beside:
            return False
    return False
