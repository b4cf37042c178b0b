"""Who gives money for what: investments, loans, spendings that buy compute. All take a sentence, event and figure."""

from __future__ import annotations

from pipeline.extract.facts.compute_bought import speaks_of_compute
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import SUPPLIERS
from pipeline.extract.facts.windows import after, back, bears, before, is_figure
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, WORD, Entity, Token
from pipeline.extract.languages.lexicon import tells_a_stage

_SPENT_NEAR = 3.0  # how far the supplier may stand from the verb of spending
_GIVING = frozenset({"give", "spend"})
_GIVEN_NEAR = 6  # tokens from the money that somebody gives back to the verb
_TAKER_NEAR = 3  # tokens from it to the word that says to whom
_SELLERS = ("with", "on", "at", "from")
_SELLERS_OF_CLOUD = (*_SELLERS, "into", "in", "of")


def is_received(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`received an investment`: who gets it is told as who raises a round is."""
    stream = sentence.stream
    for i in back(event, 5):
        token = stream[i]
        if token.labels & {"raise", "raise_weak"}:
            return True
        giver = token.type == NAME and i > 0 and "from" in stream[i - 1].labels
        if (token.type != WORD and not giver) or token.labels & VERBS:
            return False
    return False


def costs_money(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether the figure is a sum."""
    return figure is not None and is_figure(sentence.stream[figure], "money")


def adds_money(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`Foo invests $1bn, with Bar adding $250m`: a sum of one's own beside a round or investment told before it."""
    if not costs_money(sentence, event, figure) or speaks_of_compute(sentence, event, figure):
        return False
    here = bears(sentence.stream[:event], "invest", "round", "raise", "investment")
    return here or bool(sentence.recent(1, "funding_round", "investment"))


def verb_of_giving(sentence: Sentence, event: int, figure: int) -> int | None:
    """The verb of `has extended a $40m credit line to Foo`, `ont accordé à Foo un financement de 2 milliards`: somebody
    gives the money of a round to one who is named."""
    stream, first, last = sentence.stream, min(event, figure), max(event, figure)
    verb = next((i for i in back(first, _GIVEN_NEAR) if stream[i].type == MARK or stream[i].labels & _GIVING), None)
    if verb is None or stream[verb].type == MARK or not is_figure(stream[figure], "money"):
        return None
    given_to = [
        case for name, case in sentence.case.items()
        if case.label == "to" and verb < case.anchor <= last + _TAKER_NEAR and stream[name].value.firm
    ]  # fmt: skip
    by = any(case.label == "bare" and not case.poss and name < verb for name, case in sentence.case.items())
    return verb if given_to and by else None


def gives_money(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`provides $5bn to build`: the money itself is given, not compute worth it."""
    if figure is None or not costs_money(sentence, event, figure):
        return False
    if not speaks_of_compute(sentence, event, figure):
        return True
    near = event < figure <= event + 3
    return near and not bears(after(sentence.stream, figure, 2), "of", "in", "compute", "worth")


def is_outlay(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`Spending on AI at Foo will climb to $42bn`, `its spending`: a noun, no `is spending`."""
    stream = sentence.stream
    opening = event == 0 or stream[event - 1].type == MARK
    owned = bears(before(stream, event, 2), "poss", "poss_pronoun", "determiner")
    return (opening and bears(after(stream, event, 1), "on", "in", "for", "at", "by")) or owned


def tops_up_round(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`stockt seine Serie C um 80 Millionen auf`: the round of one's own grows."""
    near = after(sentence.stream, event, 5)
    staged = any(tells_a_stage(t.labels) for t in near)
    return costs_money(sentence, event, figure) and (staged or bears(near, "round"))


def brings_in(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`De uitgifte leverde 400 miljoen op`: what a round or an offering yields."""
    return costs_money(sentence, event, figure) and bears(before(sentence.stream, event, 8), "round")


def issues_debt(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`gibt eine Anleihe über 400 Millionen aus`, `geeft obligaties uit`: bonds that are given out raise money."""
    last = max(event, figure or event)
    return bears(sentence.stream[event : last + 5], "debt_round")


def is_of_finance(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether a `deal` or `operation` is one of finance: a private credit deal, an operation led by investors."""
    if bears(before(sentence.stream, event, 3), "debt", "round", "debt_round"):
        return True
    return figure is not None and any(case.label == "lead" for case in sentence.case.values())


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
