"""Which name plays which role beside an event: by its case, how near it stands, and what firms of its trade do."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.facts.beside import keeper_of
from pipeline.extract.facts.event_cases import case_beside
from pipeline.extract.facts.gapping import gapped
from pipeline.extract.facts.role_scores import fit, head_of, leaning
from pipeline.extract.facts.statements import LISTS, Sentence
from pipeline.extract.facts.word_order import subjects_and_objects
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.frames import FRAMES, NOUNS, VERBS
from pipeline.extract.grammar.stream import NAME, Entity
from pipeline.extract.grammar.voice import passive
from pipeline.extract.grammar.windows import bears, is_figure
from pipeline.extract.languages.lexicon import is_anaphoric

_MANY = LISTS | {"party"}  # roles that any number of names may play
_SIDES = frozenset({"provider", "customer"})  # roles that the names of one list may play together


@dataclass(slots=True)
class Part:
    """A name in a role of an event, with how well it fits and the case that says so."""

    role: str
    entity: Entity
    score: float
    case: str
    name: int


def assign(sentence: Sentence, event: int, label: str, figure: int | None = None) -> list[Part]:
    """The parties of an event, the best first; a name plays one role, a role has one name or those of a list."""
    frame = FRAMES.get(label, {})
    parts = []
    for name, how in _cases_beside(sentence, event, figure, frame).items():
        role = frame.get(how) or (frame.get("poss") if how == "compound" else None)
        if role:
            entity = sentence.stream[name].value
            score = fit(sentence, name, event, how, figure) + leaning(sentence, entity, role, sentence.case[name])
            parts.append(Part(role, entity, score, how, name))
    return _chosen(sentence, sorted(parts, key=lambda part: (-part.score, part.name)))


def by_role(parts: list[Part]) -> dict[str, list[Entity]]:
    """Role -> parties, the best first."""
    found: dict[str, list[Entity]] = {}
    for part in parts:
        found.setdefault(part.role, []).append(part.entity)
    return found


def _cases_beside(sentence: Sentence, event: int, figure: int | None, frame: dict[str, str]) -> dict[int, str]:
    """The case that every possible party has beside an event."""
    order = subjects_and_objects(sentence, event) if sentence.article.lexicon.free_order else {}
    own, others = _gapped(sentence, event, figure) if figure is not None else (None, set())
    supplies = not _SIDES.isdisjoint(frame.values())
    found: dict[int, str] = {}
    for name, case in sentence.case.items():
        entity = sentence.stream[name].value
        if entity is None or not entity.party or _described(sentence, case) or (supplies and _is_site(sentence, name)):
            continue
        how = order.get(name) or case_beside(sentence.stream, case, name, event)
        if supplies:
            how = _owner_of_subject(sentence, name, event, how)
        if how == "of" and frame.get("in") == "recipient" and _shares_of(sentence, name):
            how = "in"
        if how == "of" and frame.get("from") == "investors" and _paid_by(sentence, name):
            how = "from"
        if name == own:
            how = "subject"
        elif name in others or (own is not None and how == "subject"):
            how = "inner"
        found[name] = how
    return found


def _gapped(sentence: Sentence, event: int, figure: int) -> tuple[int | None, set[int | None]]:
    """The name that a figure belongs to where its verb is not said again, and those of others of its verb."""
    others = {gapped(sentence, event, f) for f, e in sentence.attached.items() if e == event and f != figure}
    return gapped(sentence, event, figure), others - {None}


def _described(sentence: Sentence, case: Case) -> bool:
    """`Foo, the company of Jane Doe`, `founded by Jane Doe`, `Foo, backed by Bar,`: whose company it is plays no
    part."""
    if case.label == "join" and case.anchor > 1:
        apposed = sentence.stream[case.anchor - 1].text == "," and sentence.stream[case.anchor - 2].type == NAME
        return apposed and "presented" in sentence.stream[case.anchor].labels
    head = head_of(sentence.stream, case) if case.label in ("of", "from", "by") else None
    if head is None:
        return False
    labels = sentence.stream[head].labels
    return "presented" in labels or (case.label != "by" and is_anaphoric(labels))


def _shares_of(sentence: Sentence, name: int) -> bool:
    """`a shareholder of Foo by injecting $2bn`, `souscrit des actions Foo`: whose shares they are takes the money."""
    head = head_of(sentence.stream, sentence.case[name])
    return "stake" in sentence.stream[name - 1].labels or (head is not None and "stake" in sentence.stream[head].labels)


def _paid_by(sentence: Sentence, name: int) -> bool:
    """`aporte de R$ 127 milhões do Foo e da Bar`: of financiers right behind a sum, in whose list one is known."""
    stream, case = sentence.stream, sentence.case[name]
    behind = case.anchor > 0 and is_figure(stream[case.anchor - 1], "money")
    listed = [stream[i].value for i, c in sentence.case.items() if c.group == case.group]
    return behind and any(e is not None and e.known and e.financier for e in listed)


def _is_site(sentence: Sentence, name: int) -> bool:
    """`leases its Foo campus to Bar`, `200 MW from the Foo plant`: beside firms a site only says where."""
    entity = sentence.stream[name].value
    if entity.kind != "project" or entity.known or not sentence.firms():
        return False
    return keeper_of(sentence, entity) is None


def _owner_of_subject(sentence: Sentence, name: int, event: int, how: str) -> str:
    """`Foo's chips are used by`: whose product is the subject of a passive; `the campus of Foo runs on`: whose site."""
    labels = sentence.stream[event].labels
    if name > event or how not in ("poss", "of") or not labels & VERBS or labels & NOUNS:
        return how
    if not passive(sentence.stream, event):
        return "poss" if not _follows_subject(sentence, name) else how
    site = bears(sentence.stream[max(0, name - 3) : event], "site_noun")
    return "object" if site and "supply" in labels else "product"


def _follows_subject(sentence: Sentence, name: int) -> bool:
    """`Foo trains on the machine of Bar and runs ...`: the subject is named before, so the owner is none."""
    cases = ((i, c) for i, c in sentence.case.items() if i < name and sentence.case[name].label == "of")
    return any(c.label == "bare" and not c.poss and sentence.stream[i].value.party for i, c in cases)


def _chosen(sentence: Sentence, ranked: list[Part]) -> list[Part]:
    """Of the parts that fit at all those that go together, the best first."""
    leading: dict[str, int] = {}
    chosen: list[Part] = []
    for part in ranked:
        if part.score <= 0:
            break
        group = sentence.case[part.name].group
        leads = leading.setdefault(part.role, group) == group
        same = [other for other in chosen if other.role == part.role]
        apart = [other for other in same if sentence.case[other.name].group != group]
        if part.role not in _MANY:
            open_ = leads and (part.role in _SIDES or not same)
        else:  # one verb has the subjects of one list
            open_ = part.case != "subject" or all(other.case != "subject" for other in apart)
        if open_ and all(other.entity is not part.entity for other in chosen):
            chosen.append(part)
    return chosen
