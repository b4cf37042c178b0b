"""Capex: who plans to spend a stated sum on AI infrastructure."""

from __future__ import annotations

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import bears, is_figure
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.kinds.infrastructure import names_besides_offices

# Of several that build together the one that operates sites owns the sum.
_OPERATES = {"datacenter": 0, "cloud": 0, "hyperscaler": 0, "chips": 2, "equipment": 2}
_ABOUT = ("compute", "site_noun", "ai", "capex", "anaphora:project")


def capex(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capex needs a sum, an owner and something about AI or compute."""
    parties = statement.parties
    acting = [p.entity for p in statement.parts if p.role == "investors" and p.case == "subject"]
    owner = next((named for named in (*map(parties.get, ("owner", "builder")), acting) if named), None)
    owner = owner or parties.get("investors", [])
    project = [e for e in sentence.names() if e.kind == "project" and e.trade == "joint"]
    if figure is None or _of_a_past_quarter(sentence) or (label == "partnership" and not project):
        return False
    told = any(s.kind == "capex" and sentence.number - s.reading <= 1 for s in sentence.earlier)
    if not _about_sites(sentence) and not project and not (told and label == "spend"):
        return False
    owner = project[:1] or [e for e in _operator(sentence, owner or _announcers(sentence)) if e.kind != "person"]
    if told and label == "spend" and not project and _pledged(sentence, statement, owner):
        return True
    if not owner:
        if bears(sentence.stream, "aggregate") or any(case.size >= 3 for case in sentence.case.values()):
            return False
        subject = sentence.reading.subject
        focus = subject if subject and subject.kind == "project" else focus_of(sentence, [])
        owner, statement.guessed = ([focus] if focus else []), True
    parties.clear()
    if owner:
        parties["owner"] = owner
    return bool(owner)


def _of_a_past_quarter(sentence: Sentence) -> bool:
    """`quarterly capex jumped to $5bn`: what a report of results tells is no plan."""
    return bears(sentence.stream, "period") and not bears(sentence.stream, "plan", "modal", "talks", "build")


def _pledged(sentence: Sentence, statement: Statement, owner: list[Entity]) -> bool:
    """`The partners have pledged $50bn so far`: the sum goes into the joint project that was told of just before."""
    told = next(s for s in reversed(sentence.earlier) if s.kind == "capex")
    joint = told.first("owner")
    pledge = any(t.labels >= {"plan", "spend"} for t in sentence.stream)
    if (
        joint is None
        or joint.trade != "joint"
        or not pledge
        or not owner
        or bears(sentence.stream, "site_noun", "compute", "country")
    ):
        return False
    statement.kind = "investment"
    others = [e for e in sentence.organisations() if e is not joint and e not in owner]
    statement.parties = {"recipient": [joint], "investors": owner + others}
    return True


def _announcers(sentence: Sentence) -> list[Entity]:
    """Who makes known what stands before the verb (`A $1bn site in Foo will Bar and Baz announce`): a lone subject
    or list."""
    if not bears(sentence.stream, "announce"):
        return []
    bare = [(i, c) for i, c in sentence.case.items() if sentence.stream[i].value in sentence.organisations()]
    alone = len({c.group for _, c in bare}) == 1 and all(c.label == "bare" and not c.poss for _, c in bare)
    return [sentence.stream[i].value for i, _ in bare] if alone else []


def _operator(sentence: Sentence, owner: list[Entity]) -> list[Entity]:
    """The owner; of a list of them the one that operates sites."""
    groups = {c.group for i, c in sentence.case.items() if owner and sentence.stream[i].value is owner[0]}
    listed = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in groups]
    able = [e for e in listed if e is not None and e.party and e.kind != "person"] or owner
    return sorted(able, key=lambda e: _OPERATES.get(e.trade, 1))[:1]


def _about_sites(sentence: Sentence) -> bool:
    """Whether the sentence, or what the next one says the money is for, is about AI or compute."""
    following = sentence.article.readings[sentence.number + 1 : sentence.number + 2]
    named = bool(names_besides_offices(sentence))
    if not named:
        following = sentence.article.readings[max(0, sentence.number - 1) : sentence.number]
    case = sentence.case
    place = any(
        "country" in t.labels or (t.type == NAME and t.value.kind == "place" and case[i].label in ("in", "into"))
        for i, t in enumerate(sentence.stream)
    )
    tokens = [*sentence.stream] + [t for r in following if (place or not named) and not r.heading for t in r.tokens]
    return bears(tokens, *_ABOUT) or any(is_figure(t, "power", "chips") for t in sentence.stream)
