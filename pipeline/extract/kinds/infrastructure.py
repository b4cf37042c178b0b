"""Money and power that go into sites: investment or capex, the plan of a whole project, the year of spending."""

from __future__ import annotations

from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.around import add_facts
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import after, bears
from pipeline.extract.grammar.stream import NAME, Entity, is_organisation_noun
from pipeline.extract.kinds.capacity import capacity

_SITES = frozenset({"site_noun", "compute", "country", "anaphora:project"})
_OPENING = 4  # tokens among which a sentence says that it is about a project
_NEAR, _FREE = 14, 24  # tokens around an event in which its site stands; behind a verb that comes second, more


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
    if any(e.kind == "project" for e in parties.get("investors", []) + parties.get("recipient", [])):
        return "capex"
    if not parties and subject is not None and subject.kind == "project":
        return "capex"
    if _into_compute(sentence, event):
        return "capex"
    if bears(sentence.stream[:_OPENING], "anaphora:project") and not parties.get("recipient"):
        return "capex"  # `For the campus, Foo estimates an investment of $1bn`
    if any(e.kind in ("company", "unknown") for e in parties.get("recipient", [])):
        return "investment"
    first = max(0, event - _NEAR) if sentence.article.lexicon.free_order else event
    last = event + (_FREE if sentence.article.lexicon.free_order else _NEAR)
    near = sentence.stream[first:last] if parties.get("investors") else sentence.stream
    sites = _SITES if parties.get("investors") else _SITES | {"build"}
    for token in near:
        if token.labels & sites or (token.type == NAME and token.value and token.value.kind in ("project", "place")):
            return "capex"
    return "investment"


def names_besides_offices(sentence: Sentence) -> list[Entity]:
    """Whom a sentence names, but for who says so and his office: `says Foo's head of Public Affairs, Jane Doe`."""
    named = [sentence.stream[i].value for i, case in sentence.case.items() if case.label != "title"]
    return [e for e in named if e is not None and e.kind != "person"]


def _into_compute(sentence: Sentence, event: int) -> bool:
    """Whether what follows the first `in` or `into` of an investment is a site or compute, not a name."""
    stream = sentence.stream
    start = next(
        (i for i in range(event + 1, min(event + 7, len(stream))) if stream[i].labels & {"in", "into", "on"}), None
    )
    for i, token in enumerate(stream[start + 1 : start + 5] if start is not None else (), (start or 0) + 1):
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
