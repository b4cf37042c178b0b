"""Which event of its sentence a figure belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.extract.facts.named_deals import deal_of
from pipeline.extract.facts.ruled_out import ruled_out
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import MARK, QUANTITY, Token
from pipeline.extract.grammar.windows import after, bears, before, holds, is_figure

_MONEY_EVENTS = frozenset(
    {"raise", "raise_weak", "round", "invest", "investment", "stake", "hold", "acquire", "acquisition", "supply",
     "procure", "contract", "guarantee", "guarantee_noun", "spend", "capex", "build", "partnership", "give", "cede"}
)  # fmt: skip
_COMPUTE_EVENTS = frozenset(
    {"supply", "procure", "contract", "supplier", "build", "spend", "capex", "customer", "investment", "invest",
     "partnership", "destined"}
)  # fmt: skip
# How readily an event takes a figure that stands no nearer to it than to another event.
_WEIGHT = {
    "contract": -1.0, "build": -2.0, "procure": -0.5, "supply": -0.5, "hold": -2.0, "raise_weak": -0.5, "stake": -1.5,
    "spend": -0.5, "customer": -3.0, "supplier": -1.0, "invest": 0.3, "partnership": -1.5,
}  # fmt: skip
_ROUND = frozenset({"round"})  # what a stage stands for
_MEANS = 2.5  # what it costs that a word only tells by what means something is done (`built using Foo chips`)
_APART = 2.5  # what standing in another clause costs a figure
_PARTING = ("at", "for", "by", "with", "to", "into", "from")
_NOUN_NEAR, _VERB_NEAR = 4, 5  # tokens between a figure and the noun or verb that takes it


def attach(sentence: Sentence, figures: list[int]) -> dict[int, int]:
    """Figure -> the event that it belongs to. Of several sums beside one noun only the nearest is its own."""
    best = {figure: found for figure in figures if (found := _best_event(sentence, figure))}
    owned: dict[int, list[int]] = {}
    for figure, (_, event) in best.items():
        owned.setdefault(event, []).append(figure)
    return {
        figure: deal_of(sentence, event, figure)
        for event, candidates in owned.items()
        for figure in _own(sentence, event, {f: best[f][0] for f in candidates})
    }


def _own(sentence: Sentence, event: int, scores: dict[int, float]) -> list[int]:
    """Of the figures that suit an event best those that it keeps."""
    stream = sentence.stream
    noun = not stream[event].labels & VERBS
    money = [f for f in scores if is_figure(stream[f], "money")]
    power = [f for f in scores if is_figure(stream[f], "power")]
    rest = {f for f in money if noun and f != max(money, key=scores.__getitem__)}
    rest |= {  # `200 MW of a gross 250 MW`
        f for f in power if f != max(power, key=scores.__getitem__) and not bears(before(stream, f, 4), "and")
    }
    return [f for f in scores if f not in rest]


def _best_event(sentence: Sentence, figure: int) -> tuple[float, int] | None:
    """The event that suits a figure best, with its score: a noun beside it, its verb, else the nearest."""
    labelled = ((event, _taking(sentence.stream, figure, event)) for event in sentence.events)
    scored = [
        (_score(sentence, figure, event, labels), event)
        for event, labels in labelled if labels and not ruled_out(sentence, figure, event)
    ]  # fmt: skip
    return max(scored, key=lambda scored_event: scored_event[0], default=None)


def _taking(stream: Sequence[Token], figure: int, event: int) -> frozenset[str]:
    """The labels by which an event may have a figure of this kind."""
    if not is_figure(stream[figure], "money"):
        return stream[event].labels & _COMPUTE_EVENTS
    return stream[event].labels & _MONEY_EVENTS or (_ROUND if is_stage(stream, event) else frozenset())


def _score(sentence: Sentence, figure: int, event: int, labels: frozenset[str]) -> float:
    """How well an event suits a figure."""
    stream = sentence.stream
    clauses = clause_numbers(stream)
    apart = clauses[figure] != clauses[event] and not _is_antecedent(stream, figure, event, clauses)
    score = _weight(labels) + _adjacency(stream, figure, event) - distance(stream, figure, event)
    score -= _APART * apart + _MEANS * ("means" in stream[event].labels)
    score -= _APART * (event > figure and _ends_as_price(stream, figure))
    return score - _APART * bears(before(stream, event, 2), "according")  # `..., segundo o contrato anunciado`


@cache
def _weight(labels: frozenset[str]) -> float:
    """How readily an event of these labels takes a figure."""
    return max(_WEIGHT.get(label, 0.0) for label in labels)


def _ends_as_price(stream: Sequence[Token], figure: int) -> bool:
    """`buys Foo for $3bn, and closed its purchase of Bar`: a price before a comma is that of what came before it."""
    return bears(before(stream, figure, 1), "for") and any(t.text == "," for t in after(stream, figure, 1))


def _is_antecedent(stream: Sequence[Token], figure: int, event: int, clauses: Sequence[int]) -> bool:
    """`the $900 million that Foo has raised`: a sum whose relative clause says what was done with it."""
    opens = bears(after(stream, figure, 1), "relative")
    return opens and clauses[figure + 1] == clauses[event] and figure < event


def _adjacency(stream: Sequence[Token], figure: int, event: int) -> float:
    """What speaks for an event right beside a figure."""
    labels = stream[event].labels
    if (labels & NOUNS or is_stage(stream, event)) and (points := _beside_noun(stream, figure, event)):
        return points
    governed = labels & VERBS and 0 < figure - event <= _VERB_NEAR
    return 2.5 if governed and not holds(stream[event + 1 : figure], QUANTITY) else 0.0


def _beside_noun(stream: Sequence[Token], figure: int, event: int) -> float:
    """`a $5bn round`, `$5bn of investments`; `a round of $5bn`; `the contract: $5bn`."""
    if 0 < event - figure <= _NOUN_NEAR:
        between = after(stream, figure, event - figure - 1)
        if not holds(between, MARK, QUANTITY) and not bears(between, *_PARTING):
            return 3.0 if bears(between, "of") else 5.0
    if 0 < figure - event <= _NOUN_NEAR:
        between = after(stream, event, figure - event - 1)
        paid = bears(between[:1], "for") and bears(stream[event : event + 1], "stake", "acquisition")
        if paid or bears(between, "of", "worth") or any(t.text == ":" for t in between):
            return 4.0
    return 4.0 if figure == event + 2 and "to" in stream[event + 1].labels else 0.0
