"""What an event word means beside its figure and names: to buy a company or chips, to give money or power."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.facts.supply_chain import SUPPLIERS
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import EVENTS, VERBS
from pipeline.extract.grammar.stream import NAME, QUANTITY, WORD, Token, is_organisation_noun
from pipeline.extract.names.word_forms import is_model

_PRIORITY = (
    "round", "raise", "invest", "acquisition", "guarantee_noun", "guarantee", "contract", "supply", "procure", "spend",
    "build",
)  # fmt: skip
_SPENT_NEAR = 3.0  # how far the supplier may stand from the verb of spending


def event_label(sentence: Sentence, event: int, figure: int | None) -> str:
    """One label for an event word that may mean several (to buy: a company, or chips; to provide: money, or power)."""
    labels = sentence.stream[event].labels & EVENTS
    if not labels:
        return "round"
    if labels & {"acquire", "acquisition"} and _takes_a_share(sentence.stream, event):
        return "hold"
    near = sentence.stream[max(0, event - 3) : max(event + 8, figure or 0)]
    compute = any("compute" in t.labels or is_model(t.text.upper()) for t in near)
    kind = sentence.stream[figure].value.kind if figure is not None else None
    if "investment" in labels and _received(sentence.stream, event):
        return "received"
    if {"build", "procure"} <= labels and kind == "money":
        return "build"
    if "pay" in sentence.stream[event].labels and _pays_for_compute(sentence.stream, event):
        return "procure"
    if "acquisition" in labels and kind in ("power", "chips"):
        return "procure"
    if "acquisition" in labels and any("compute" in t.labels for t in sentence.stream[event + 1 : event + 4]):
        return "procure" if not _buys_company(sentence, event) else "acquisition"
    if "acquire" in labels and _buys_shares(sentence, event):
        return "stake"
    if {"raise_weak", "acquire"} <= labels:
        return "acquire" if _takes_company(sentence.stream, event) else "raise_weak"
    if "procure" in labels and kind == "money" and _pays_for_company(sentence, event, figure):
        return "acquire"
    if {"acquire", "procure"} <= labels:
        near = sentence.stream[max(0, event - 8) : event + 8]
        if any(t.type == QUANTITY and t.value.kind in ("power", "chips") for t in near):
            return "procure"
        return (
            "procure" if kind in ("power", "chips") or (compute and not _buys_company(sentence, event)) else "acquire"
        )
    if {"acquisition", "bid"} <= sentence.stream[event].labels:
        return "bid"
    if "deal" in sentence.stream[event].labels and _of_money(sentence, event, figure):
        return "round"
    if "spend" in labels and kind == "money" and _supplier_with(sentence, event):
        return "procure"
    if "give" in labels and kind == "money" and (not compute or _gives_money(sentence.stream, event, figure)):
        return "invest"
    return next((label for label in _PRIORITY if label in labels), min(labels))


_DESCRIBING = frozenset(
    {"determiner", "definite", "org_noun", "funding_context", "ai", "compute", "hardware", "nationality"}
)


def _takes_company(stream: Sequence[Token], event: int) -> bool:
    """Whether a light verb takes a company, no money: `is picking up Foo`."""
    after = next((t for t in stream[event + 1 : event + 8] if t.type != WORD or not t.labels <= _DESCRIBING), None)
    entity = after.value if after is not None and after.type == NAME else None
    return entity is not None and entity.kind in ("company", "unknown") and entity.trade != "capital"


def _pays_for_compute(stream: Sequence[Token], event: int) -> bool:
    """`pays Foo $6bn for cloud services`, not `pays $6bn for the cloud company`."""
    end = next((i for i in range(event + 1, len(stream)) if stream[i].text in ",;."), len(stream))
    at = next((i for i in range(event + 1, end) if "compute" in stream[i].labels), None)
    return at is not None and not any(is_organisation_noun(t) and t.type != NAME for t in stream[at + 1 : at + 3])


def _pays_for_company(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`is ready to pay $4bn for Foo`: what is paid for is a company, named right there."""
    if figure is None or not event < figure:
        return False
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        if case.label == "for" and figure < case.anchor <= figure + 2 and i - case.anchor <= 2 and not case.poss:
            return entity is not None and entity.kind in ("company", "unknown")
    return False


def _received(stream: Sequence[Token], event: int) -> bool:
    """`received an investment`: who gets it is told as who raises a round is."""
    for i in range(event - 1, max(-1, event - 6), -1):
        token = stream[i]
        if token.labels & {"raise", "raise_weak"}:
            return True
        giver = token.type == NAME and i > 0 and "from" in stream[i - 1].labels
        if (token.type != WORD and not giver) or token.labels & VERBS:
            return False
    return False


def _gives_money(stream: Sequence[Token], event: int, figure: int | None) -> bool:
    """`provides $5bn to build`: the money itself is given, not compute worth it."""
    if figure is None or not event < figure <= event + 3:
        return False
    return not any(t.labels & {"of", "in", "compute", "worth"} for t in stream[figure + 1 : figure + 3])


def _buys_shares(sentence: Sentence, event: int) -> bool:
    """Whether what is bought is a stake that falls short of a majority (`buys shares of Foo`)."""
    first = max(0, event - 8) if sentence.article.lexicon.free_order else event
    near = sentence.stream[first : event + 8]
    percent = max((t.value.value for t in near if t.type == QUANTITY and t.value.kind == "percent"), default=0)
    stakes = [i for i, token in enumerate(near, first) if "stake" in token.labels]
    return percent < 50 and any(not paid_in(sentence.stream, i) for i in stakes)


def paid_in(stream: Sequence[Token], at: int) -> bool:
    """`for $9bn in stock`: shares that pay for something."""
    return at > 1 and "in" in stream[at - 1].labels and stream[at - 2].type == QUANTITY


def _bought_from(sentence: Sentence, name: int) -> bool:
    """Whether a name after a verb of buying is who sells: `buys from Foo`, `compra a Foo`."""
    case = sentence.case.get(name)
    sellers = {"from", "at"} | ({"to"} if sentence.article.lexicon.buys_to else set())
    return case is not None and case.label in sellers


def _modifies_company(stream: Sequence[Token], at: int) -> bool:
    """`AI chip start-up`: a word of compute that only describes a company."""
    return any(is_organisation_noun(t) for t in stream[at + 1 : at + 4])


def _of_money(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether a `deal` or `operation` is one of finance: a private credit deal, an operation led by investors."""
    stream = sentence.stream
    if any(t.labels & {"debt", "round", "debt_round"} for t in stream[max(0, event - 3) : event]):
        return True
    return figure is not None and any(case.label == "lead" for case in sentence.case.values())


def _takes_a_share(stream: Sequence[Token], event: int) -> bool:
    """`acquires 49% of Foo`, `20% of Foo was bought`: less than half is a stake."""
    for i in range(max(0, event - 8), event - 1):
        fronted = stream[i].type == QUANTITY and stream[i].value.kind == "percent" and "of" in stream[i + 1].labels
        if fronted and stream[i].value.value < 50:
            return True
    for token in stream[event + 1 : event + 5]:
        if token.type == QUANTITY:
            return bool(token.value.kind == "percent" and token.value.value < 50)
        if token.type == NAME:
            return False
    return False


def _supplier_with(sentence: Sentence, event: int) -> bool:
    """`spends $21bn with Foo`, `on 400,000 Foo chips`, `in the cloud of Foo`: money that buys capacity."""
    stream = sentence.stream
    for i in range(event + 1, min(event + 9, len(stream))):
        if stream[i].type == QUANTITY and stream[i].value.kind == "chips":
            return any(t.labels & {"on", "for"} for t in stream[max(event, i - 4) : i])
    for i, case in sentence.case.items():
        entity = stream[i].value
        own = "poss_pronoun" in stream[i].labels
        if entity is None or own or not event < case.anchor or distance(stream, event, case.anchor) > _SPENT_NEAR:
            continue
        cloud = any("compute" in t.labels for t in stream[max(event, i - 2) : i + 2])
        if case.label in ("with", "on", "at", "into", "in", "of") and (
            entity.trade in SUPPLIERS or (cloud and entity.trade == "hyperscaler")
        ):
            return case.label in ("with", "on", "at") or cloud
    return False


def _buys_company(sentence: Sentence, event: int) -> bool:
    for i in range(event + 1, min(event + 7, len(sentence.stream))):
        token = sentence.stream[i]
        if is_organisation_noun(token):
            return True
        if is_model(token.text.upper()) or ("compute" in token.labels and not _modifies_company(sentence.stream, i)):
            return False
        if token.type == NAME and not _bought_from(sentence, i):
            after = sentence.stream[i + 1].labels if i + 1 < len(sentence.stream) else frozenset()
            return (
                token.value is not None
                and token.value.kind in ("company", "unknown")
                and not after & {"compute", "poss"}
            )
    return False
