"""Which event of its sentence a figure belongs to, and what an event word means beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.meanings import paid_in
from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.clauses import clause_numbers
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import MARK, QUANTITY, Token
from pipeline.extract.grammar.voice import PASSIVE

MONEY_EVENTS = frozenset(
    {"raise", "raise_weak", "round", "invest", "investment", "stake", "hold", "acquire", "acquisition", "supply",
     "procure", "contract", "guarantee", "guarantee_noun", "spend", "capex", "build", "partnership", "give", "cede"}
)  # fmt: skip
COMPUTE_EVENTS = frozenset(
    {
        "supply",
        "procure",
        "contract",
        "supplier",
        "build",
        "spend",
        "capex",
        "customer",
        "investment",
        "invest",
        "partnership",
    }
)
# How readily an event takes a figure that stands no nearer to it than to another event.
WEIGHT = {
    "contract": -1.0, "build": -2.0, "procure": -0.5, "supply": -0.5, "hold": -2.0, "raise_weak": -0.5, "stake": -1.5,
    "spend": -0.5, "customer": -3.0, "supplier": -1.0, "invest": 0.3, "guarantee": 0.0,
    "partnership": -1.5,
}  # fmt: skip
MEANS = 2.5  # and what it costs that a word only tells by what means something is done (`built using Foo chips`)
APART = 2.5  # what standing in another clause costs a figure
_STRONG = frozenset(
    {"acquire", "acquisition", "cede", "invest", "investment", "raise", "round", "guarantee", "guarantee_noun"}
)
_TAKEOVERS = frozenset({"acquire", "acquisition", "cede"})
_CLOSED = frozenset({"contract", "acquisition", "guarantee_noun", "partnership"})
CLOSE = 3.0
LENT_NEAR = 4
_APART = frozenset({"at", "for", "by", "with", "to", "into", "from"})


def attach(sentence: Sentence, figures: list[int]) -> dict[int, int]:
    """Figure -> the event that it belongs to. Of several sums beside one noun only the nearest is its own."""
    best = {figure: found for figure in figures if (found := _best_event(sentence, figure))}
    owners: dict[int, list[int]] = {}
    for figure, (_, event) in best.items():
        owners.setdefault(event, []).append(figure)
    attached: dict[int, int] = {}
    for event, owned in owners.items():
        noun = not sentence.stream[event].labels & VERBS
        money = [f for f in owned if sentence.stream[f].value.kind == "money"]
        first = max(money, key=lambda f: best[f][0], default=None)
        power = [f for f in owned if sentence.stream[f].value.kind == "power"]
        for figure in owned:
            if figure in power and figure != max(power, key=lambda f: best[f][0]) and not _added(sentence, figure):
                continue  # `200 MW of a gross 250 MW`
            if figure == first or figure not in money or not noun:
                attached[figure] = _named_deal(sentence, event, figure)
    return attached


def _added(sentence: Sentence, figure: int) -> bool:
    return any("and" in t.labels for t in sentence.stream[max(0, figure - 4) : figure])


def _best_event(sentence: Sentence, figure: int) -> tuple[float, int] | None:
    """The event that suits a figure best: adjacent nouns and governing verbs first, else the nearest that can carry
    it."""
    stream = sentence.stream
    money = stream[figure].value.kind == "money"
    allowed = MONEY_EVENTS if money else COMPUTE_EVENTS
    best: tuple[float, int] | None = None
    clauses = clause_numbers(stream)
    for event in sentence.events:
        if _means_of_payment(sentence, figure, event) or _condition_between(stream, figure, event):
            continue
        labels = stream[event].labels & allowed or ({"round"} if money and is_stage(stream, event) else set())
        if labels:
            weight = max(WEIGHT.get(label, 0.0) for label in labels)
            score = weight - distance(stream, figure, event) + _adjacent(stream, figure, event)
            score -= APART if clauses[figure] != clauses[event] else 0.0
            score -= MEANS if "means" in stream[event].labels else 0.0
            if best is None or score > best[0]:
                best = (score, event)
    return best


def _condition_between(stream: Sequence[Token], figure: int, event: int) -> bool:
    """`$500m, and more if Foo completes its round`: what happens under a condition does not explain the figure."""
    return any("if" in t.labels for t in stream[figure + 1 : event])


def _means_of_payment(sentence: Sentence, figure: int, event: int) -> bool:
    """`for $9bn in stock`: shares that pay for something, no stake."""
    stream = sentence.stream
    if "stake" not in stream[event].labels or not figure < event <= figure + 4:
        return False
    paid = any("in" in t.labels for t in stream[figure + 1 : event])
    return paid and any(stream[e].labels & {"acquire", "acquisition"} for e in sentence.events)


def _bought_before(sentence: Sentence, event: int) -> int | None:
    """The takeover that a relative clause names the price of: `Foo goes to Bar, which pays $2bn`."""
    stream = sentence.stream
    relative = next((i for i in range(event - 1, max(-1, event - 4), -1) if "relative" in stream[i].labels), None)
    bought = [e for e in sentence.events if relative is not None and e < relative and stream[e].labels & _TAKEOVERS]
    return bought[-1] if bought else None


def _named_deal(sentence: Sentence, event: int, figure: int) -> int:
    """What a mere `deal` or `agreement` is about: the stronger event of its clause (`acquired in a $3bn deal`)."""
    stream = sentence.stream
    labels = stream[event].labels
    if "debt_round" in labels:  # a loan that is granted is given, not raised
        lending = [e for e in sentence.events if 0 < event - e <= LENT_NEAR and "give" in stream[e].labels]
        if lending:
            return lending[-1]
    if "pay" in labels and (bought := _bought_before(sentence, event)) is not None:
        return bought
    if labels & {"obligation", "give"}:
        backing = [e for e in sentence.events if e < figure and stream[e].labels & {"guarantee", "guarantee_noun"}]
        near = [e for e in backing if distance(stream, e, event) <= 5]
        return min(near, key=lambda e: distance(stream, e, event), default=event)
    if labels & {"acquire", "procure", "raise_weak", "hold"} and (share := _shares_after(stream, event)):
        return share
    if "raise_weak" in labels and not labels & _STRONG:  # a light verb beside a contract or takeover closes that
        objects = [e for e in sentence.events if stream[e].labels & _CLOSED and distance(stream, e, event) <= CLOSE]
        objects = objects or _closed_subject(sentence, event)
        rounds = any(stream[e].labels & {"round", "raise"} for e in sentence.events)
        if objects and not rounds:
            return min(objects, key=lambda e: distance(stream, e, event))
    if "deal" not in labels:
        return event
    strong = [e for e in sentence.events if stream[e].labels & _STRONG and distance(stream, e, event) <= 5]
    return min(strong, key=lambda e: distance(stream, e, event)) if strong else event


def _closed_subject(sentence: Sentence, event: int) -> list[int]:
    """The takeover before a passive verb that closes it (`the takeover of Foo by Bar, put at $2bn, was completed`)."""
    stream = sentence.stream
    passive = any(t.labels & {"passive", PASSIVE} for t in stream[max(0, event - 3) : event + 1])
    return [e for e in sentence.events if e < event and "acquisition" in stream[e].labels] if passive else []


def _shares_after(stream: Sequence[Token], event: int) -> int | None:
    """The stake, shares or stock that a verb takes as its object (`is buying $5bn of Foo stock`)."""
    for i in range(event + 1, min(event + 8, len(stream))):
        if "stake" in stream[i].labels:
            return None if paid_in(stream, i) else i
        if stream[i].type == MARK or stream[i].labels & (VERBS | {"relative", "but"}):
            return None
    return None


def _adjacent(stream: Sequence[Token], figure: int, event: int) -> float:
    labels = stream[event].labels
    if labels & NOUNS or is_stage(stream, event):
        between = stream[figure + 1 : event]
        if figure < event <= figure + 4 and not any(t.type in (MARK, QUANTITY) or t.labels & _APART for t in between):
            return 3.0 if any("of" in t.labels for t in between) else 5.0
        if event < figure <= event + 4 and any(
            t.labels & {"of", "worth"} or t.text == ":" for t in stream[event + 1 : figure]
        ):
            return 4.0
        if figure == event + 2 and "to" in stream[event + 1].labels:
            return 4.0
    if (
        labels & VERBS
        and event < figure <= event + 5
        and not any(t.type == QUANTITY for t in stream[event + 1 : figure])
    ):
        return 2.5
    return 0.0


def is_stage(stream: Sequence[Token], at: int) -> bool:
    """A lettered series or a seed stage stands for its round."""
    labels = stream[at].labels
    if "stages:series" in labels:
        return bool(series_letter(stream, at))
    return bool(labels & {"stages:seed", "stages:pre-seed", "stages:growth"})


def series_letter(stream: Sequence[Token], at: int) -> str:
    """The letter of a lettered series (`Series A`, `Serie-A-Runde`), empty when there is none."""
    after = [token.text for token in stream[at + 1 : at + 3]]
    letter = after[1] if len(after) == 2 and after[0] == "-" else "".join(after[:1])
    return letter if len(letter) == 1 and letter.isalpha() else ""
