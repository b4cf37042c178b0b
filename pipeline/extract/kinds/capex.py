"""Capex: who plans to spend a stated sum on AI infrastructure."""

from __future__ import annotations

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.grammar.windows import after, bears, before, is_figure
from pipeline.extract.kinds.builders import builder_told
from pipeline.extract.kinds.infrastructure import names_besides_offices
from pipeline.extract.reading.article import Reading

# Of several that build together the one that operates sites owns the sum.
_OPERATES = {"datacenter": 0, "cloud": 0, "hyperscaler": 0, "chips": 2, "equipment": 2}
_ABOUT = ("compute", "site_noun", "ai", "capex", "anaphora:project")
_AUXILIARY = 4  # tokens before a verb in which its auxiliary stands
_OPENING = 2  # tokens among which a sentence says that it is about a project
_GOVERNING = frozenset({"in", "into", "of", "from", "to", "at", "on", "for", "with", "by", "after", "between"})


def capex(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """Capex needs a sum, an owner and something about AI or compute."""
    if figure is None or _already_spent(sentence, statement.event) or _of_a_past_quarter(sentence):
        return False
    project = [e for e in sentence.names() if e.kind == "project" and e.trade == "joint"]
    goes_on = label == "spend" and bool(sentence.recent(1, "capex"))
    if not _about_sites(sentence) and not project and not goes_on:
        return False
    if label == "partnership" and not (project or bears(sentence.stream, "site_noun")):
        return False
    owner = project[:1] or _named_owner(sentence, statement, label)
    if goes_on and not project and (pledged := _pledged(sentence, owner)):
        statement.kind, statement.parties = "investment", pledged
        return True
    if len(statement.parties.get("owner", [])) > 2 or (owner and _many(sentence, owner[0])):
        return False
    if not owner and _by_many(sentence):
        return False
    if not owner or (label == "partnership" and not project and len(_allies(statement)) != 1):
        focus = _owner_meant(sentence)
        owner, statement.guessed = ([focus] if focus else []), True
    statement.parties.clear()
    if owner:
        statement.parties["owner"] = owner
    return bool(owner)


def _named_owner(sentence: Sentence, statement: Statement, label: str) -> list[Entity]:
    """Who spends by the words of the sentence: the owner, the builder, who puts money in, who announces it, an ally."""
    parties = statement.parties
    acting = [p.entity for p in statement.parts if p.role == "investors" and p.case == "subject"]
    named = (parties.get("owner"), parties.get("builder"), acting, parties.get("investors"))
    owner = next((group for group in named if group), None) or _announcers(sentence)
    spending = [e for e in _operator(sentence, owner) if e.kind != "person"]
    allies = _allies(statement) if label == "partnership" else []
    return spending or (allies if len(allies) == 1 else [])


def _allies(statement: Statement) -> list[Entity]:
    """`signs a deal with Foo for a $1bn site`."""
    return [p.entity for p in statement.parts if p.case == "with" and p.entity.firm]


def _by_many(sentence: Sentence) -> bool:
    """Whether what several spend together, or a state, or a whole market is told."""
    listed = any(case.size >= 3 for case in sentence.case.values())
    return listed or _by_a_state(sentence) or bears(sentence.stream, "aggregate")


def _owner_meant(sentence: Sentence) -> Entity | None:
    """Who spends where no word says so: a project or financier that the sentence is about, else whom it speaks of."""
    subject = sentence.reading.subject
    if subject is not None and subject.kind == "project":
        return subject
    if not sentence.reading.own_subject and bears(sentence.stream[:_OPENING], "anaphora:project"):
        return builder_told(sentence) or focus_of(sentence, [])
    own = sentence.reading.own_subject and subject is not None and subject.financier and subject.firm
    return subject if own else focus_of(sentence, [])


def _already_spent(sentence: Sentence, event: int) -> bool:
    """`spent $8bn in the quarter`: what has been spent is no plan."""
    stream = sentence.stream
    past = stream[event].labels >= {"spend", "done"} and "invest" not in stream[event].labels
    return past and not bears(before(stream, event, _AUXILIARY), "plan", "modal", "to", "talks")


def _of_a_past_quarter(sentence: Sentence) -> bool:
    """`quarterly capex jumped to $5bn`: what a report of results tells is no plan."""
    return bears(sentence.stream, "period") and not bears(sentence.stream, "plan", "modal", "talks", "build")


def _pledged(sentence: Sentence, owner: list[Entity]) -> dict[str, list[Entity]]:
    """`The partners have pledged $50bn so far`: who puts the sum into the joint project told of just before."""
    told = next(s for s in reversed(sentence.earlier) if s.kind == "capex")
    joint = told.first("owner")
    pledge = any(t.labels >= {"plan", "spend"} for t in sentence.stream)
    if joint is None or joint.trade != "joint" or not pledge or not owner or _about_place(sentence):
        return {}
    others = [e for e in sentence.firms() if e is not joint and e not in owner]
    return {"recipient": [joint], "investors": owner + others}


def _about_place(sentence: Sentence) -> bool:
    return bears(sentence.stream, "site_noun", "compute", "country")


def _announcers(sentence: Sentence) -> list[Entity]:
    """Who makes known what stands before the verb (`A $1bn site in Foo will Bar and Baz announce`): a lone subject
    or list."""
    if not bears(sentence.stream, "announce"):
        return []
    bare = [(i, c) for i, c in sentence.case.items() if sentence.stream[i].value in sentence.firms()]
    alone = len({c.group for _, c in bare}) == 1 and all(c.label == "bare" and not c.poss for _, c in bare)
    return [sentence.stream[i].value for i, _ in bare] if alone else []


def _by_a_state(sentence: Sentence) -> bool:
    """`the Emirates will build`: what states pledge each other."""
    stream = sentence.stream
    for i in (i for i, t in enumerate(stream) if "country" in t.labels):
        before = [t for t in stream[max(0, i - 2) : i] if "definite" not in t.labels]
        governed = any(t.labels & _GOVERNING for t in before[-1:])
        acts = bears(after(stream, i, 3), "invest", "build", "spend", "plan")
        if acts and not governed and not any(t.text == "," for t in after(stream, i, 2)):
            return True
    return False


def _operator(sentence: Sentence, owner: list[Entity]) -> list[Entity]:
    """The owner; of a list of them the one that operates sites."""
    groups = {c.group for i, c in sentence.case.items() if owner and sentence.stream[i].value is owner[0]}
    listed = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in groups]
    able = [e for e in listed if e is not None and e.organisation] or owner
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
    tokens = [*sentence.stream] + [
        t for r in following if (place or not named or _of_the_site(r)) and not r.heading for t in r.tokens
    ]
    return bears(tokens, *_ABOUT) or any(is_figure(t, "power", "chips") for t in sentence.stream)


def _of_the_site(reading: Reading) -> bool:
    """Whether a sentence opens with a site told before: `The data centre will have`."""
    opening = reading.tokens[:3]
    return bears(opening[:1], "definite") and bears(opening, "site_noun")


def _many(sentence: Sentence, owner: Entity) -> bool:
    """Whether an owner stands in a list: what several spend together is an aggregate."""
    return any(c.size >= 3 for i, c in sentence.case.items() if sentence.stream[i].value is owner)
