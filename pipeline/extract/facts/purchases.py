"""What is bought or paid for: a company, or a share of one. All take a sentence, its event and its figure."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.statements import Sentence
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, WORD, Token, is_organisation_noun
from pipeline.extract.grammar.windows import after, bears, before, is_figure
from pipeline.extract.names.word_forms import is_model

_HALF = 50  # percent
_PAID_FOR = 8  # tokens from the preposition to the company that is paid for: `for London's Foo`
_DESCRIBING = frozenset(
    {"determiner", "definite", "org_noun", "funding_context", "ai", "compute", "hardware", "nationality"}
)


def buys_minority(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`acquires 49% of Foo`, `20% of Foo was bought`: less than half is a stake."""
    stream = sentence.stream
    if "percent" not in stream.measures:
        return False
    for i in range(max(0, event - 8), event - 1):
        if is_minority(stream[i]) and "of" in stream[i + 1].labels:
            return True
    start = _past_price(stream, event)
    first = next((t for t in after(stream, start, 4) if t.type in (QUANTITY, NAME)), None)
    return first is not None and is_minority(first)


def _past_price(stream: Sequence[Token], event: int) -> int:
    """The end of a price behind a verb: `paid $5m for 9% of Foo`, `ha rilevato, per 5 milioni, il 9% di Foo`."""
    price = after(stream, event, 4)
    if price and is_figure(price[0], "money"):
        return event + 1
    if len(price) < 4 or price[0].text != "," or price[-1].text != "," or not is_figure(price[2], "money"):
        return event
    return event + 4


def is_majority(token: Token) -> bool:
    """Whether a share is a takeover: more than half of a company."""
    return is_figure(token, "percent") and bool(token.value.value > _HALF)


def is_minority(token: Token) -> bool:
    """Whether a share is a mere stake: no more than half of a company."""
    return is_figure(token, "percent") and not is_majority(token)


def buys_shares(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether what is bought is a stake that falls short of a majority (`buys shares of Foo`)."""
    stream = sentence.stream
    if not bears(stream, "stake"):
        return False
    first = max(0, event - 8) if sentence.article.lexicon.free_order else event
    end = next((i for i in range(event + 2, min(event + 8, len(stream))) if _ends_object(stream, i)), event + 8)
    near = stream[first:end]
    if "percent" in stream.measures and any(is_majority(t) for t in near):
        return False
    return any("stake" in token.labels and not paid_in(stream, i) for i, token in enumerate(near, first))


def _ends_object(stream: Sequence[Token], at: int) -> bool:
    """`is circling Foo have lifted`: a verb behind the name that is bought."""
    return stream[at].labels == {"announce"} and stream[at - 1].type == NAME


def paid_in(stream: Sequence[Token], at: int) -> bool:
    """`for $9bn in stock`: shares that pay for something."""
    return at > 1 and "in" in stream[at - 1].labels and stream[at - 2].type == QUANTITY


def takes_company(sentence: Sentence, event: int, figure: int | None) -> bool:
    """Whether a light verb takes a company, no money: `is picking up Foo`."""
    taken = (t for t in after(sentence.stream, event, 7) if t.type != WORD or not t.labels <= _DESCRIBING)
    first = next(taken, None)
    entity = first.value if first is not None and first.type == NAME else None
    return entity is not None and entity.firm and not entity.financier


def pays_for_company(sentence: Sentence, event: int, figure: int | None) -> bool:
    """`is ready to pay $4bn for Foo`, `the $4bn paid in 2014 for 60% of Foo`: what is paid for is a company."""
    if figure is None or event > figure + 2 or not is_figure(sentence.stream[figure], "money"):
        return False
    last = max(event, figure)
    while any(t.type == DATE or "in" in t.labels for t in after(sentence.stream, last, 1)):  # `paid $5bn in 2022 for`
        last += 1
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        share = _of_majority(sentence.stream, case.anchor)
        paid = (case.label == "for" or share) and last < case.anchor <= last + 2 + 2 * share
        if paid and i - case.anchor <= _PAID_FOR and not case.poss and entity is not None and entity.kind != "place":
            return bool(entity.firm)
    return False


def _of_majority(stream: Sequence[Token], of: int) -> bool:
    """`for 60% of Foo`: more than half of a company is a company."""
    share = stream[of - 1]
    return of > 1 and is_majority(share) and bears(before(stream, of - 1, 2), "for")


def buys_company(sentence: Sentence, event: int) -> bool:
    """Whether the first thing named after a verb of buying is a company: a noun for one, or no seller's name."""
    stream = sentence.stream
    for i in range(event + 1, min(event + 7, len(stream))):
        token = stream[i]
        if is_organisation_noun(token):
            return True
        if is_model(token.text.upper()) or ("compute" in token.labels and not _describes_company(stream, i)):
            return False
        if token.type == NAME and not _is_seller(sentence, i):
            product = bears(after(stream, i, 1), "compute", "poss")  # `Foo's GPUs`
            return token.value is not None and token.value.firm and not product
    return False


def _is_seller(sentence: Sentence, name: int) -> bool:
    """Whether a name after a verb of buying is who sells: `buys from Foo`, `compra a Foo`."""
    case = sentence.case.get(name)
    sellers = {"from", "at"} | ({"to"} if sentence.article.lexicon.buys_to else set())
    return case is not None and case.label in sellers


def _describes_company(stream: Sequence[Token], at: int) -> bool:
    """`AI chip start-up`: a word of compute that only describes a company."""
    return any(is_organisation_noun(t) for t in after(stream, at, 3))
