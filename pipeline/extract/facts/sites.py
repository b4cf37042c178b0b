"""Where capacity stands or money is spent: project and place."""

from __future__ import annotations

from pipeline.extract.facts.beside import keeper_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import bears
from pipeline.extract.grammar.stream import DATE, NAME, WORD, Token, is_organisation_noun

_SUBJECT = 3  # tokens among which a description opens its sentence
TOLD_NEAR = 3  # sentences over which `the site` is still the one whose place was told
LONGEST = 3  # a project, a town and a region
_TELLING = 4  # tokens between a verb of announcing and the place where it was done
_LOCATING = frozenset({"in", "at", "on", "to", "into", "for"})


def site_of(sentence: Sentence, statement: Statement) -> str | None:
    """The project and places that a sentence names, with the places told of that project before."""
    taken = {id(e) for e in statement.everyone if e.kind != "project"}
    projects = [e.name for e in statement.everyone if e.kind == "project"]
    places = []
    here = _of_this_sum(sentence, statement)
    for i, token in enumerate(sentence.stream):
        entity = token.value if token.type == NAME else None
        if entity is not None and id(entity) not in taken and entity.kind == "project":
            projects.append(entity.name)
        elif entity is not None and entity.kind == "place" and _located(sentence, i):
            places.append(entity.name)
        elif "country" in token.labels and i and _country_located(sentence, i):
            places.append(sentence.article.text[token.start : token.end])
    if here:
        places = [p for p in places if p in here]
    places = list(dict.fromkeys(places))
    projects = list(dict.fromkeys(projects))[:1]
    if projects:
        told = sentence.article.sites.setdefault(projects[0], places)
        places = places or told
    parts = projects + places[: LONGEST - len(projects)]
    return ", ".join(parts) or None


def _of_this_sum(sentence: Sentence, statement: Statement) -> set[str]:
    """Of the places of a sentence with two sums those that stand behind the statement's own."""
    sums = sorted(sentence.sums)
    amount = statement.fields.get("amount")
    mine = [i for i in sums if amount and sentence.stream[i].value.value == amount["value"]]
    if len(sums) < 2 or not mine:
        return set()
    first = mine[sum(s.kind == statement.kind and s.reading == sentence.number for s in sentence.earlier) % len(mine)]
    last = next((i for i in sums if i > first), len(sentence.stream))
    between = range(first, last)
    return {str(sentence.stream[i].value.name) for i in between if _is_place(sentence.stream[i])}


def _is_place(token: Token) -> bool:
    return token.type == NAME and token.value is not None and token.value.kind == "place"


def tell_site(sentence: Sentence, new: list[Statement]) -> None:
    """Where a site stands is told apart: `Foo builds a site in Bar`, then `the site will cost`; or `the site rises
    in Bar`."""
    for entity in sentence.names():
        if entity.kind == "project":
            keeper_of(sentence, entity)
    built = bears(sentence.stream, "build", "under_way", "spend", "capex")
    if not built or not bears(sentence.stream, "site_noun"):
        return
    where = site_of(sentence, Statement("capex", sentence.number, 0))
    if where is None:
        return
    head, _, town = where.partition(", ")
    if town and _vague(sentence, head):  # `one of the largest of Foo, it rises in Bar`
        where = town
    sentence.article.built = (sentence.number, where)
    if new or not _definite_site(sentence):
        return
    for told in reversed(sentence.earlier):
        if told.kind in ("capex", "capacity") and sentence.number - told.reading <= TOLD_NEAR:
            if _vague(sentence, told.fields.get("site")):
                told.fields["site"] = where


def _vague(sentence: Sentence, site: str | None) -> bool:
    """Whether no site is told, or only its country."""
    return not site or "country" in sentence.article.lexicon.longest(site.casefold().split(), 0)[1]


def site_told(sentence: Sentence) -> str | None:
    """The place told before of `the site` that a sentence speaks of."""
    built = sentence.article.built
    if (
        built is None
        or sentence.article.sites
        or sentence.number - built[0] > TOLD_NEAR
        or not _definite_site(sentence)
    ):
        return None
    return built[1]


def _definite_site(sentence: Sentence) -> bool:
    stream = sentence.stream
    if any("anaphora:project" in t.labels for t in stream[:_SUBJECT]):
        return True
    heads = [i for i, t in enumerate(stream) if "site_noun" in t.labels]
    return any("definite" in t.labels for i in heads for t in stream[max(0, i - 2) : i])


def _country_located(sentence: Sentence, at: int) -> bool:
    """`in Foo`, `into the Foo`, or behind its town: `in Bar, Foo`."""
    before = sentence.stream[at - 1]
    if at > 1 and before.type == WORD and not before.labels:  # `in northern Foo`
        before = sentence.stream[at - 2]
    town = sentence.stream[at - 2] if before.text == "," and at > 1 else None
    behind = town is not None and town.type == NAME and town.value is not None and town.value.kind == "place"
    return behind or bool(before.labels & (_LOCATING | {"determiner"}))


def _located(sentence: Sentence, at: int) -> bool:
    """Whether a place locates something: governed by `in` and the like, no dateline."""
    case = sentence.case.get(at)
    following = sentence.stream[at + 1 : at + 6]
    if at <= 1 and any(t.type == DATE for t in following):
        return False
    if (
        case is None
        or _based(following)
        or _seated(sentence, case.anchor)
        or _of_a_seat(sentence, at)
        or _told_there(sentence, case.anchor)
    ):
        return False
    if case.label in ("of", "from"):  # `the data center of Foo`, `a site south of Foo`
        return any("site_noun" in t.labels for t in sentence.stream[max(0, case.anchor - 2) : case.anchor])
    return case.label in _LOCATING or (case.label == "bare" and not case.poss)


def _based(following: list[Token]) -> bool:
    """`the Foo-based developer`: where an organisation sits, no site."""
    based = len(following) > 1 and following[0].text == "-" and following[1].text.startswith("based")
    return based and not any("site_noun" in t.labels for t in following[2:4])


def _seated(sentence: Sentence, anchor: int) -> bool:
    """`Foo, headquartered in Bar`: where an organisation sits, no site."""
    return anchor > 0 and "presented" in sentence.stream[anchor - 1].labels


def _of_a_seat(sentence: Sentence, at: int) -> bool:
    """`le groupe de Foo`: a town that only says which organisation is meant."""
    stream = sentence.stream
    return at > 1 and "of" in stream[at - 1].labels and is_organisation_noun(stream[at - 2])


def _told_there(sentence: Sentence, anchor: int) -> bool:
    """Whether a place is where something was announced: `announced on Monday in Foo`."""
    dated = False
    for token in reversed(sentence.stream[max(0, anchor - _TELLING) : max(0, anchor)]):
        if token.labels & {"speaker_verb", "announce"}:
            return dated or "plan" not in token.labels
        dated = dated or token.type == DATE
        beside = token.type == DATE or (token.type == WORD and token.labels <= {"determiner", "definite", "on", "in"})
        if not beside:
            return False
    return False
