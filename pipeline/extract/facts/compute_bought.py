"""Whether what is bought, paid for or secured is compute. All take a sentence, its event and its figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.facts.purchases import buys_company
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import LETTING
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME, WORD, Token, is_organisation_noun
from pipeline.extract.grammar.windows import after, back, bears, before, is_figure
from pipeline.extract.names.word_forms import is_model

_HOSTS = LETTING | {"hyperscaler"}
_PLACES = frozenset({"at", "with", "on", "from", "into"})
_CLAUSE = 16  # tokens from a participle back to the verb of getting
_OBJECT = 7  # tokens from a verb of hosting to where something is hosted


def pays_for_compute(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`pays Foo $6bn for cloud services`, not `pays $6bn for the cloud company`."""
    stream = sentence.stream
    end = next((i for i in range(event + 1, len(stream)) if stream[i].text in ",;."), len(stream))
    at = next((i for i in range(event + 1, end) if "compute" in stream[i].labels), None)
    return at is not None and not _describes(after(stream, at, 3))


def _describes(behind: Sequence[Token]) -> bool:
    """Whether a word of compute only describes the noun for a company behind it: `the cloud security start-up`."""
    plain = list(takewhile(lambda t: t.type == WORD and not t.labels, behind))
    noun = behind[len(plain) : len(plain) + 1]
    return any(is_organisation_noun(t) and (t.type != NAME or t.reference) for t in noun)


def buys_compute(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`buys 200 MW`, `acquires GPU capacity`: power or chips stand beside it, or a word for them and no company."""
    if figure is None and buys_company(sentence, event):
        return False  # `has bought Foo, owner of a 40 MW hall`
    near = [*before(sentence.stream, event, 8), *sentence.stream[event : event + 8]]
    if figure is not None and event < figure and _worth_of_goods(sentence.stream, figure):
        return True
    if any(is_figure(t, "power", "chips") for t in near) or measured_in_compute(sentence, event, figure):
        return True
    return speaks_of_compute(sentence, event, figure) and not buys_company(sentence, event)


def _worth_of_goods(stream: Sequence[Token], figure: int) -> bool:
    """`buys $20bn of Foo services`: a sum's worth of something is no company."""
    behind = after(stream, figure, 4)
    return bears(behind[:1], "of") and is_figure(stream[figure], "money") and not bears(behind, "stake")


def secures_compute(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`has secured 2 GW`, `sichert sich Rechenleistung`: compute between verb and figure, or right behind."""
    first, last = (event, event) if figure is None else (min(event, figure), max(event, figure))
    near = sentence.stream[max(0, first - 2) : last + 5]
    return measured_in_compute(sentence, event, figure) or bears(near, "compute", "contract")


def acquires_compute(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`the acquisition of computing capacity`, `the purchase of 20,000 chips`."""
    named = bears(after(sentence.stream, event, 3), "compute")
    return measured_in_compute(sentence, event, figure) or (named and not buys_company(sentence, event))


def measured_in_compute(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether the figure counts power or chips."""
    return figure is not None and is_figure(sentence.stream[figure], "power", "chips")


def speaks_of_compute(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether a word or a model of compute stands near the event or before its figure."""
    near = sentence.stream[max(0, event - 3) : max(event + 8, figure or 0)]
    return any("compute" in t.labels or is_model(t.text.upper()) for t in near)


def is_given(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`bekommt von Foo 5.000 Chips geliefert`: who gets something delivered is supplied."""
    stream = sentence.stream
    for i in back(event, _CLAUSE):
        if stream[i].type == MARK or "participle" in stream[i].labels:
            return False
        if stream[i].labels & VERBS:
            return "raise_weak" in stream[i].labels
    return False


def hosts_elsewhere(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`hosts its models with Foo`, `on Foo's servers`: who hosts something of its own at a supplier's is a customer."""
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        lets = entity is not None and entity.firm and (case.poss or entity.trade in _HOSTS)
        if lets and case.label in _PLACES and event < case.anchor <= event + _OBJECT:
            return not sentence.stream[i].reference
    return False
