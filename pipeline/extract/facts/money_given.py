"""Who gives money for what: investments, loans, spendings that buy compute. All take a sentence, event and figure."""

from __future__ import annotations

from pipeline.extract.facts.compute_bought import speaks_of_compute
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, NAME, WORD
from pipeline.extract.grammar.windows import after, back, bears, before, is_figure
from pipeline.extract.languages.lexicon import tells_a_stage

_GIVING = frozenset({"give", "spend"})
_GIVEN_NEAR = 6  # tokens from the money that somebody gives back to the verb
_TAKER_NEAR = 3  # tokens from it to the word that says to whom


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
