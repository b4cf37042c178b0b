"""Which event of its sentence a figure belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.extract.facts.named_deals import deal_of
from pipeline.extract.facts.purchases import takes_company
from pipeline.extract.facts.stages import is_stage
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.windows import after, bears, before, holds, is_figure, optional
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import MARK, NAME, QUANTITY, Token

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
_OPTIONAL = 3  # tokens from the word for an option to what may be done
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
    stream = sentence.stream
    money = is_figure(stream[figure], "money")
    allowed = _MONEY_EVENTS if money else _COMPUTE_EVENTS
    clauses, conditional = clause_numbers(stream), bears(stream, "if")
    vouched = sentence.bearing("guarantee")
    best: tuple[float, int] | None = None
    for event in sentence.events:
        if not money and _buys_company_before(sentence, event, figure):
            continue  # `has bought Foo, owner of a 40 MW hall`
        if vouched and "obligation" in stream[event].labels:
            continue  # `stands in for a loan of $90m`: what is vouched for
        labels = stream[event].labels & allowed or (_ROUND if money and is_stage(stream, event) else frozenset())
        if not money and stream[event].labels >= {"spend", "for"}:
            continue  # `10,000 GPU destinadas à Foo`: for whom, not what is done
        light = not money and figure < event and "raise_weak" in stream[event].labels  # `60 MW, for which it won`
        if (
            light
            or not labels
            or ("invest" in labels and _is_whole(stream, figure))
            or _pays_with_shares(sentence, figure, event)
            or (money and optional(stream, event, _OPTIONAL))
            or (conditional and bears(stream[figure + 1 : event], "if"))
        ):
            continue  # `$500m, and more if Foo completes its round`: a condition does not explain the figure
        score = _weight(labels)
        score += _adjacency(stream, figure, event) - distance(stream, figure, event)
        apart = clauses[figure] != clauses[event] and not _is_antecedent(stream, figure, event, clauses)
        score -= _APART * apart + _MEANS * ("means" in stream[event].labels)
        score -= _APART * (event > figure and _ends_as_price(stream, figure))
        score -= _APART * bears(before(stream, event, 2), "according")  # `..., segundo o contrato anunciado`
        if best is None or score > best[0]:
            best = (score, event)
    return best


@cache
def _weight(labels: frozenset[str]) -> float:
    """How readily an event of these labels takes a figure."""
    return max(_WEIGHT.get(label, 0.0) for label in labels)


def _ends_as_price(stream: Sequence[Token], figure: int) -> bool:
    """`buys Foo for $3bn, and closed its purchase of Bar`: a price before a comma is that of what came before it."""
    return bears(before(stream, figure, 1), "for") and any(t.text == "," for t in after(stream, figure, 1))


def _is_whole(stream: Sequence[Token], figure: int) -> bool:
    """`puts in $400 million of the $1 billion round`: the whole that a giver's sum is a part of."""
    between = [t for t in before(stream, figure, 4) if "determiner" not in t.labels][-2:]
    return len(between) > 1 and "of" in between[1].labels and is_figure(between[0], "money")


def _is_antecedent(stream: Sequence[Token], figure: int, event: int, clauses: Sequence[int]) -> bool:
    """`the $900 million that Foo has raised`: a sum whose relative clause says what was done with it."""
    opens = bears(after(stream, figure, 1), "relative")
    return opens and clauses[figure + 1] == clauses[event] and figure < event


def _buys_company_before(sentence: Sentence, event: int, figure: int) -> bool:
    """Whether a verb of buying has a company as its object, named before a figure of power or chips."""
    if "acquire" not in sentence.stream[event].labels or not takes_company(sentence, event, figure):
        return False
    name = next(i for i in range(event + 1, len(sentence.stream)) if sentence.stream[i].type == NAME)
    return name < figure and any(t.text == "," for t in sentence.stream[name:figure])


def _pays_with_shares(sentence: Sentence, figure: int, event: int) -> bool:
    """`for $9bn in stock`: shares that pay for something, no stake."""
    stream = sentence.stream
    if "stake" not in stream[event].labels or not figure < event <= figure + 4:
        return False
    bought = bears((stream[e] for e in sentence.events), "acquire", "acquisition")
    return bought and bears(stream[figure + 1 : event], "in")


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
