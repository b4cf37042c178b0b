"""What money is spent on: a firm, compute, sites. All take a sentence, its event and its figure."""

from __future__ import annotations

from pipeline.extract.facts.money_given import costs_money
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import SUPPLIERS
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.stream import DATE, MARK, Entity, Token
from pipeline.extract.grammar.windows import after, bears, before, is_figure

_SPENT_NEAR = 3.0  # how far the supplier may stand from the verb of spending
_SELLERS = ("with", "on", "at", "from")
_SELLERS_OF_CLOUD = (*_SELLERS, "into", "in", "of")


def is_outlay(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`Spending on AI at Foo will climb to $42bn`, `its spending`: a noun, no `is spending`."""
    stream = sentence.stream
    opening = event == 0 or stream[event - 1].type == MARK
    owned = bears(before(stream, event, 2), "poss", "poss_pronoun", "determiner")
    return (opening and bears(after(stream, event, 1), "on", "in", "for", "at", "by")) or owned


def pledges_to_company(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`has committed $2bn to Foo`: money that goes to an organisation right behind it, not to a purpose."""
    if figure is None or not event < figure or not costs_money(sentence, event, figure):
        return False
    for name, case in sentence.case.items():
        entity: Entity | None = sentence.stream[name].value
        near = figure + 2 + 2 * bears(after(sentence.stream, figure, 2), "debt", "equity")  # `$7bn in debt to Foo`
        if case.label == "to" and figure < case.anchor <= near and not case.poss:
            return entity is not None and entity.firm and not entity.financier
    return False


def spends_on_company(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`spent $3bn on Foo`: a company bought, when its name is all that the money goes on."""
    if figure is None or not event < figure or not costs_money(sentence, event, figure):
        return False
    for name, case in sentence.case.items():
        entity: Entity | None = sentence.stream[name].value
        alone = not case.poss and (name + 1 == len(sentence.stream) or _ends_phrase(sentence.stream[name + 1]))
        if case.label == "on" and case.anchor == figure + 1 and name - case.anchor <= 2:
            return alone and entity is not None and entity.firm
    return False


def _ends_phrase(token: Token) -> bool:
    return token.type in (MARK, DATE) or bool(token.labels & {"in", "and", "but", "relative", "on", "after"})


def buys_from_supplier(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`spends $21bn with Foo`, `on 400,000 Foo chips`, `in the cloud of Foo`: money that buys capacity."""
    if not costs_money(sentence, event, figure):
        return False
    stream = sentence.stream
    for i in range(event + 1, min(event + 9, len(stream))):
        if is_figure(stream[i], "chips"):
            return bears(stream[max(event, i - 4) : i], "on", "for")
    for name, case in sentence.case.items():
        near = event < case.anchor and distance(stream, event, case.anchor) <= _SPENT_NEAR
        if not near or stream[name].value is None or stream[name].labels & {"poss_pronoun", "pronoun"}:
            continue
        cloud = bears(stream[max(event, name - 2) : name + 2], "compute")
        if case.label in _SELLERS_OF_CLOUD and _supplies(stream[name].value, cloud=cloud):
            return case.label in _SELLERS or cloud
    return False


def _supplies(entity: Entity, *, cloud: bool) -> bool:
    """Whether an organisation sells compute; a hyperscaler does where a word speaks of its cloud."""
    return entity.trade in SUPPLIERS or (cloud and entity.trade == "hyperscaler")
