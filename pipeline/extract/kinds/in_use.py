"""What a capacity is in time: installed already, in use, a phase of a larger one, or new for a term of years."""

from __future__ import annotations

from pipeline.extract.facts.amounts import FIELDS
from pipeline.extract.facts.recall import refers_back
from pipeline.extract.facts.sites import site_of
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.stream import TERM, Token
from pipeline.extract.grammar.windows import after, bears, before, holds

NEAR = 3  # sentences within which a smaller figure is a phase of a larger one


def installed(sentence: Sentence, figure: int) -> bool:
    """Whether a figure only describes a site that somebody has: `at its 750-megawatt campus`."""
    stream = sentence.stream
    owned = figure > 0 and bool(stream[figure - 1].labels & {"poss", "poss_pronoun"})
    return owned and bears(after(stream, figure, 2), "site_noun")


def is_phase(sentence: Sentence, statement: Statement, label: str, figure: int) -> bool:
    """Whether a figure is a delivery phase of a larger capacity told just before (`100 MW are ready this year`)."""
    quantity = sentence.stream[figure].value
    if quantity.kind not in ("power", "chips") or label == "contract":
        return False
    key = FIELDS[quantity.kind]
    mine = {e.family for e in statement.everyone}
    for other in (s for s in sentence.recent(NEAR, "capacity") if key in s.fields):
        same_site = site_of(sentence, statement) in (None, other.fields.get("site"))
        if other.fields[key]["value"] > quantity.value and mine <= {e.family for e in other.everyone} and same_site:
            return True
    return False


def tell_term(sentence: Sentence) -> None:
    """Give the capacity told before the term that a sentence about it adds: `The lease runs for 15 years`."""
    if not holds(sentence.stream, TERM):
        return
    terms = [t.value for t in sentence.stream if t.type == TERM]
    last = next(iter(sentence.recent(2, "capacity")), None)
    if last is not None and "term_years" not in last.fields and refers_back(sentence):
        last.take(sentence.span, term_years=terms[0])


def in_use(sentence: Sentence, event: int) -> bool:
    """Whether the compute is used already: `its customers include Foo`, `Foo relies on`, `runs on`; no plan."""
    stream = sentence.stream
    near = stream[max(0, event - 3) : event + 3]
    around = [*before(stream, event, 5), *after(stream, event, 3)]
    plans = any(t.labels & {"plan", "modal", "talks"} and "counts" not in t.labels for t in around)
    if plans or _is_news(stream, event):
        return False
    return bears(near, "in_use") or "customer" in stream[event].labels


def _is_news(stream: list[Token], event: int) -> bool:
    near = before(stream, event, 3)
    opening = before(stream, event, 4)
    named = bears(opening, "called", "as")  # `was named the first customer`
    return named or any("announce" in t.labels and not t.labels & {"passive", "counts"} for t in near)
