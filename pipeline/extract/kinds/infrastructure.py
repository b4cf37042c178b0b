"""Money and power that go into sites: investment or capex, the plan of a whole project, the year of spending."""

from __future__ import annotations

from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import NAME, Entity, is_organisation_noun
from pipeline.extract.grammar.windows import after, bears, before
from pipeline.extract.kinds.capacity import capacity

_SITES = frozenset({"site_noun", "compute", "country", "anaphora:project"})
_INTO_FIRMS = frozenset({"investment", "partnership", "funding_round", "acquisition"})
_OPENING = 4  # tokens among which a sentence says that it is about a project
_SUBJECT = 9  # tokens from a verb or noun of investment back to the site that the money goes into
_NEAR, _FREE = 14, 24  # tokens around an event in which its site stands; behind a verb that comes second, more
_STORY = 3  # sentences over which the story of such a deal goes on


def spending_year(sentence: Sentence, statement: Statement) -> bool:
    """Whether a bare year is the one in which money is spent or power delivered, not that of the announcement."""
    date, published = str(statement.fields.get("date", "")), sentence.article.published
    if published and date < published[:4]:
        return False
    planned = bears(sentence.stream, "plan", "modal", "capex")
    return len(date) == len("2025") and (planned or bool(published and date >= published[:4]))


def investment_or_capex(sentence: Sentence, event: int, parties: dict[str, list[Entity]]) -> str:
    """Money into an organisation is an investment, money into places, sites and compute is capex."""
    subject = sentence.reading.subject
    if (owner := _owner_of_site(sentence, event, parties.get("investors", []))) is not None:
        parties["recipient"] = [owner]
        return "investment"
    if any(e.kind == "project" for e in parties.get("investors", []) + parties.get("recipient", [])):
        return "capex"
    if not parties and ((subject is not None and subject.kind == "project") or _into_site_told(sentence, event)):
        return "capex"
    if _into_compute(sentence, event):
        return "capex"
    if bears(sentence.stream[:_OPENING], "anaphora:project") and not parties.get("recipient"):
        return "capex"  # `For the campus, Foo estimates an investment of $1bn`
    if not parties.get("recipient") and _told_before(sentence, event):
        return "capex"
    if _in_a_town(sentence, parties.get("recipient", [])):
        return "capex"
    if any(e.firm for e in parties.get("recipient", [])):
        return "investment"
    first = max(0, event - _NEAR) if sentence.article.lexicon.free_order else event
    last = event + (_FREE if sentence.article.lexicon.free_order else _NEAR)
    near = sentence.stream[first:last] if parties.get("investors") else sentence.stream
    sites = _SITES if parties.get("investors") else _SITES | {"build"}
    for token in near:
        if token.labels & sites or (token.type == NAME and token.value and token.value.kind in ("project", "place")):
            return "capex"
    return "investment"


def _told_before(sentence: Sentence, event: int) -> bool:
    """`the project is an investment of $1bn`, `a data centre into which Foo has put $1bn`: the site comes first."""
    near = before(sentence.stream, event, _SUBJECT)
    return bears(near, "anaphora:project") or (bears(near[-4:], "relative") and bears(near, "site_noun"))


def plans_site(sentence: Sentence, statement: Statement) -> bool:
    """`An investment of $1bn is what Foo plans for its data centre`: money of whoever the sentence names alone."""
    loose = all(p.case in ("subject", "object") for p in statement.parts)
    alone = len({id(e) for e in sentence.firms()}) == 1 and not statement.parties.get("investors")
    verb = bool(sentence.stream[statement.event].labels & VERBS)
    return (
        loose and alone and not verb and bears(sentence.stream, "site_noun") and bears(sentence.stream, "plan", "build")
    )


def _into_site_told(sentence: Sentence, event: int) -> bool:
    """`Foo builds a data centre. The investment comes to $2bn`."""
    definite = bears(sentence.stream[max(0, event - 2) : event], "definite")
    before = sentence.article.readings[sentence.number - 1].tokens if sentence.number else []
    shares = sentence.recent(_STORY, *_INTO_FIRMS)
    named = any(e.firm for e in names_besides_offices(sentence))
    return definite and not shares and not named and bears(before, "site_noun")


def names_besides_offices(sentence: Sentence) -> list[Entity]:
    """Whom a sentence names, but for who says so and his office: `says Foo's head of Public Affairs, Jane Doe`."""
    named = [sentence.stream[i].value for i, case in sentence.case.items() if case.label != "title"]
    return [e for e in named if e is not None and e.kind != "person"]


def _owner_of_site(sentence: Sentence, event: int, givers: list[Entity]) -> Entity | None:
    """`Foo invests $1bn in Bar's campus`: money of one company into what is another's is put into that one."""
    stream = sentence.stream
    start = next((i for i in range(event + 1, min(event + 7, len(stream))) if stream[i].labels & {"in", "into"}), None)
    if start is None or not givers or start + 1 >= len(stream) or stream[start + 1].type != NAME:
        return None
    owner: Entity | None = stream[start + 1].value
    owns = sentence.case[start + 1].poss and bears(stream[start + 2 : start + 6], "site_noun")
    other = owner is not None and owner.firm and all(owner.family != giver.family for giver in givers)
    return owner if owns and other else None


def _in_a_town(sentence: Sentence, recipient: list[Entity]) -> bool:
    """`invest in Foo, west London`: an unknown name in one list with a place is one."""
    named = {c.group for i, c in sentence.case.items() if sentence.stream[i].value in recipient}
    listed = [sentence.stream[i].value for i, c in sentence.case.items() if c.group in named]
    unknown = all(e.kind == "unknown" for e in recipient)
    return bool(recipient) and unknown and any(e is not None and e.kind == "place" for e in listed)


def _into_compute(sentence: Sentence, event: int) -> bool:
    """Whether what follows the first `in` or `into` of an investment is a site or compute, not a name."""
    stream = sentence.stream
    start = next(
        (i for i in range(event + 1, min(event + 7, len(stream))) if stream[i].labels & {"in", "into", "on"}), None
    )
    for i, token in enumerate(after(stream, start, 4) if start is not None else (), (start or 0) + 1):
        if token.type == NAME or is_organisation_noun(token):
            return False
        if token.labels & {"site_noun", "compute"}:
            return True
        if "ai" in token.labels:  # `into AI`, not `into AI start-ups`
            return not any(is_organisation_noun(t) for t in after(stream, i, 3))
    return False


def project_brought(sentence: Sentence, figure: int) -> Entity | None:
    """The project whose whole plan a figure tells (`brings Stargate to nearly 7 gigawatts`)."""
    stream = sentence.stream
    bring = next((i for i in range(figure - 1, -1, -1) if "bring" in stream[i].labels), None)
    names = (
        [t.value for t in stream[bring:figure] if t.type == NAME and t.value is not None] if bring is not None else []
    )
    return names[0] if len(names) == 1 and names[0].kind == "project" else None


def plan_of(sentence: Sentence, project: Entity, figure: int) -> list[Statement]:
    """The capex or capacity of a whole project."""
    money = sentence.stream[figure].value.kind == "money"
    kind, role = ("capex", "owner") if money else ("capacity", "provider")
    statement = Statement(kind, sentence.number, figure, parties={role: [project]})
    if not money:
        capacity(sentence, statement, "build", figure)
    set_measure(sentence, statement, figure)
    add_facts(sentence, statement, figure)
    return [statement]
