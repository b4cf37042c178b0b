"""Whose capacity it is where the sentence does not say: whom the article speaks of, or who runs the project."""

from __future__ import annotations

from pipeline.extract.facts.focus import focus_of
from pipeline.extract.facts.recall import cost_of_site_told
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.supply_chain import MAKERS, SUPPLIERS
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.grammar.windows import bears, is_figure
from pipeline.extract.kinds.side_guesses import Sides, add_brand
from pipeline.extract.kinds.side_story import ally

_CONTRACT = 5  # tokens of a contract among which the chips stand that it is for


def guess_side(sentence: Sentence, statement: Statement, label: str, figure: int, found: Sides) -> bool:
    """Let whom the article speaks of be a side, where a figure stands without any name."""
    if label == "build" and not (
        cost_of_site_told(sentence) or bears(sentence.stream, "plan", "site_noun", "modal", "under_way", "talks")
    ):
        return False
    if bears(sentence.stream, "aggregate"):
        return False  # `cloud providers leased 7 GW`
    focus = _lone_supplier(sentence) or focus_of(sentence, [])
    chips = _about_chips(sentence, statement, label, figure)
    if chips and focus is not None and focus.trade in MAKERS:  # whoever buys chips, no maker of them
        focus = sentence.article.topic if focus is not sentence.article.topic else None
    if focus is None:
        return False
    found.add("provider" if focus.trade in SUPPLIERS and not chips else "customer", focus)
    add_brand(sentence, figure, found)
    found.provider += ally(sentence, focus) if found.customer else []
    statement.guessed = True
    return True


def _about_chips(sentence: Sentence, statement: Statement, label: str, figure: int) -> bool:
    """Whether a figure counts chips, or stands in a contract for them."""
    near = sentence.stream[statement.event : statement.event + _CONTRACT] if label == "contract" else []
    return any(is_figure(t, "chips") for t in (sentence.stream[figure], *near))


def _lone_supplier(sentence: Sentence) -> Entity | None:
    """The one organisation that a sentence names, where supplying is its trade (`the site, for which Foo is in
    charge`)."""
    firms = sentence.firms()
    named = [(case, e) for i, case in sentence.case.items() if (e := sentence.stream[i].value) in firms]
    if len(named) != 1:
        return None
    case, entity = named[0]
    alone = case.label == "bare" and not case.poss
    return entity if alone and entity.trade in SUPPLIERS - {"chips"} else None


def give_to_operator(sentence: Sentence, found: Sides) -> None:
    """The capacity of a project is that of the organisation that runs it, when the article names it."""
    for side in (found.customer, found.provider):
        for project in [e for e in side if e.kind == "project"]:
            if side is found.provider and found.customer and project.trade == "joint":
                continue
            operator = next((e for e in sentence.article.entities if e.name == project.parent), None)
            if operator is not None or side is found.customer:
                side.remove(project)
            if operator is not None:
                found.add("customer", operator)
