"""Where capacity stands or money is spent: project and place."""

from __future__ import annotations

from pipeline.extract.facts.beside import owner_of
from pipeline.extract.facts.located import OPENING, located, stands_there
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import NAME
from pipeline.extract.grammar.windows import bears, before

TOLD_NEAR = 3  # sentences over which `the site` is still the one whose place was told
LONGEST = 3  # a project, a town and a region


def site_of(sentence: Sentence, statement: Statement) -> str | None:
    """The project and places that a sentence names, with the places told of that project before."""
    project, places = _project_and_places(sentence, statement)
    if project:
        places = places or sentence.article.sites.get(project, [])
    parts = [project, *places[: LONGEST - 1]] if project else places[:LONGEST]
    return ", ".join(parts) or None


def _project_and_places(sentence: Sentence, statement: Statement) -> tuple[str, list[str]]:
    """The first project, "" for none, and the places that a sentence names beside the parties of a statement."""
    taken = {id(e) for e in statement.everyone if e.kind != "project"}
    named = [t.value for t in sentence.stream if t.type == NAME and t.value is not None and id(t.value) not in taken]
    projects = [e.name for e in (*statement.everyone, *named) if e.kind == "project"]
    here = _of_this_sum(sentence, statement)
    stream = sentence.stream
    places = [
        name for i, name in located(sentence).items() if stream[i].type != NAME or id(stream[i].value) not in taken
    ]
    told = dict.fromkeys(p for p in places if p in here or not here)
    return next(iter(projects), ""), list(told)


def _of_this_sum(sentence: Sentence, statement: Statement) -> set[str]:
    """Of the places of a sentence with two sums those that stand behind the statement's own."""
    sums = sorted(sentence.sums)
    amount = statement.fields.get("amount")
    mine = [i for i in sums if amount and sentence.stream[i].value.value == amount["value"]]
    if len(sums) < 2 or not mine:
        return set()
    first = mine[sum(s.kind == statement.kind and s.number == sentence.number for s in sentence.earlier) % len(mine)]
    last = next((i for i in sums if i > first), len(sentence.stream))
    between = range(first, last)
    return {name for i, name in located(sentence).items() if i in between}


def tell_site(sentence: Sentence, new: list[Statement]) -> None:
    """Note where the site of a sentence stands, for the sentences behind it, and for the deals before it that lack it.

    `Foo builds a site in Bar`, then `the site will cost`; or `Foo builds a site`, then `the site rises in Bar`.
    """
    _note_projects(sentence, new)
    if not bears(sentence.stream, "site_noun"):
        return
    where = site_of(sentence, Statement("capex", sentence.number, 0))
    if where is None:
        return
    if stands_there(sentence):
        sentence.article.places[sentence.number] = (where, {id(firm) for firm in sentence.firms()})
    built = bears(sentence.stream, "build", "under_way", "spend", "capex")
    if not built:
        return
    head, _, town = where.partition(", ")
    if town and _vague(sentence, head):  # `one of the largest of Foo, it rises in Bar`
        where = town
    sentence.article.built = (sentence.number, where)
    if new or not _definite_site(sentence):
        return
    for told in sentence.recent(TOLD_NEAR, "capex", "capacity"):
        if _vague(sentence, told.fields.get("site")):
            told.take(sentence.span, site=where)


def _note_projects(sentence: Sentence, new: list[Statement]) -> None:
    """Note whose the projects of a sentence are, and where they stand: the first that is told of each, behind it."""
    article = sentence.article
    projects = [e for e in sentence.names() if e.kind == "project"]
    article.keepers |= {id(project): owner for project in projects if (owner := owner_of(sentence, project))}
    sited = [Statement("capex", sentence.number, 0)] if bears(sentence.stream, "site_noun") else []
    for statement in (new or sited) if projects else ():
        project, places = _project_and_places(sentence, statement)
        if told := [place for place in places if place in _places_behind(sentence, project)]:
            article.sites.setdefault(project, told)


def _places_behind(sentence: Sentence, project: str) -> set[str]:
    """The places behind the name of a project: `Foo, our site in Bar, brings Project Baz to 7 GW` tells none of Baz."""
    stream = sentence.stream
    named = (i for i, t in enumerate(stream) if t.type == NAME and t.value is not None and t.value.name == project)
    at = next(named, len(stream))
    return {place for i, place in located(sentence).items() if i > at}


def _vague(sentence: Sentence, site: str | None) -> bool:
    """Whether no site is told, or only its country."""
    return not site or "country" in sentence.article.lexicon.longest(site.casefold().split(), 0)[1]


def site_spoken_of(sentence: Sentence) -> str | None:
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
    if bears(stream[:OPENING], "anaphora:project"):
        return True
    heads = [i for i, t in enumerate(stream) if "site_noun" in t.labels]
    return any("definite" in t.labels for i in heads for t in before(stream, i, 2))
