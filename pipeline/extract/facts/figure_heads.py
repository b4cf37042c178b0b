"""The head of a figure: the word nearest to it that tells what it counts (`a round of`, `at a valuation of`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.extract.facts.figure_roles import DEBT, EQUITY, NONE, SUM, VALUATION
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.grammar.windows import after, bears, is_figure

_MONEY_HEADS = (NOUNS - {"stake", "supplier", "customer", "denial"}) | {
    "raise", "raise_weak", "invest", "acquire", "spend",
}  # fmt: skip
_PHYSICAL_HEADS = frozenset({"contract", "supply", "procure", "build", "spend", "capex", "investment"})
_ROLE_HEADS = {"valuation": VALUATION, "equity": EQUITY, "debt": DEBT}
MONEY_VETOES = frozenset({"revenue", "total", "prior", "fund", "price", "cut", "option"})
_PHYSICAL_VETOES = frozenset({"total", "prior", "option", "price"})
_STOPS = frozenset({"at", "for", "from", "by", "with", "to", "into", "relative", "after", "and", "but", "determiner"})
_RIGHT, _LEFT = 5, 8  # tokens after and before a figure among which its head stands
_INSERTED, _BOUND = 14, 4  # tokens of an insertion before a figure, and from its comma to the figure
_SAYING = frozenset({"hearsay", "according", "speaker_verb", "report_verb"})
_NEARER_AFTER = 0.5  # the noun right after a figure is nearer to it than the word right before
_VERB_AFTER = 2.0  # a verb behind a figure says less of it than its noun ("bei einer Bewertung von ... einsammeln")


def nearest_head(stream: Sequence[Token], at: int) -> str:
    """The role that the nearest head word gives a figure; empty when there is none."""
    kind = stream[at].value.kind
    nearest, role = float("inf"), ""
    for away, token in [*_after(stream, at), *_before(stream, at)]:
        if _brings_a_total(stream, token, at):
            return NONE
        told = _role_of(token.labels, kind)
        if told and away < nearest:
            nearest, role = away, told
    return role


@cache
def _role_of(labels: frozenset[str], kind: str) -> str | None:
    """The role that a word gives a figure of a kind; none when it tells nothing of figures."""
    heads, vetoes = (_MONEY_HEADS, MONEY_VETOES) if kind == "money" else (_PHYSICAL_HEADS, _PHYSICAL_VETOES)
    part = bool(labels & {"debt", "equity"}) and "round" not in labels
    if labels & heads and "total" not in labels and not part:
        return SUM
    if kind == "money":
        for label, role in _ROLE_HEADS.items():
            if label in labels:
                return role
    return NONE if labels & vetoes else None


def _brings_a_total(stream: Sequence[Token], verb: Token, at: int) -> bool:
    """`brings the total to $7bn`; not `brings 1 gigawatt online` nor `brings Stargate to 7 gigawatts`, a plan,
    nor `brings its valuation to $7bn`."""
    if "bring" not in verb.labels:
        return False
    between = [t for t in stream[:at] if t.start > verb.start]
    project = any(t.type == NAME and t.value is not None and t.value.kind == "project" for t in between)
    valued = bears(between, "valuation")
    return bears(between, "to") and not project and not valued


def _after(stream: Sequence[Token], at: int) -> Iterator[tuple[float, Token]]:
    """The telling words of the noun phrase that the figure opens, with distances: up to the next preposition, name,
    figure or mark."""
    for j in range(at + 1, min(at + 1 + _RIGHT, len(stream))):
        token = stream[j]
        if token.type in (QUANTITY, DATE, NAME) or (token.type == MARK and token.text not in "-*"):
            return
        of = j == at + 1 and "of" in token.labels  # `de` means `from` besides: `3.000 millones de valoración`
        if (token.labels & _STOPS and not of) or ("in" in token.labels and j > at + 1):  # `$2bn in shares`
            return
        if not token.labels:
            continue
        verb = bool(token.labels & VERBS and not token.labels & NOUNS)
        yield j - at - _NEARER_AFTER + _VERB_AFTER * verb, token
        if verb:
            return


def _before(stream: Sequence[Token], at: int) -> Iterator[tuple[float, Token]]:
    """The telling words before the figure, with distances: up to another figure, a strong mark or `but`; what somebody
    is said to say between two commas is passed over."""
    j, passed = at - 1, 0
    while j >= 0 and at - j - passed <= _LEFT:
        token = stream[j]
        if token.text == "," and (opening := _insertion(stream, j, at)) is not None:
            passed, j = passed + j - opening + 1, opening - 1
            continue
        strong = token.type == MARK and token.text in ",;.(•|"
        if strong or (token.type == QUANTITY and not is_figure(token, "percent")) or "but" in token.labels:
            return  # `revenue climbed 40% to`
        told = token.labels and not ("each" in token.labels and at - j <= _BOUND)  # `investiront chacun 5 milliards`
        if told and not (_complement(stream, j) or _only_bounds(stream, j, at) or _told_to(stream, j)):
            yield float(at - j - passed), token
        j -= 1


def _insertion(stream: Sequence[Token], comma: int, at: int) -> int | None:
    """The comma that opens an insertion right before a figure: `Die Bewertung liege, wie Insider sagen, bei 2
    Milliarden`."""
    if not 1 < at - comma <= _BOUND or any(t.type != WORD for t in stream[comma + 1 : at]):
        return None
    opening = next((i for i in range(comma - 1, max(0, comma - _INSERTED), -1) if stream[i].text == ","), None)
    said = opening is not None and any(t.labels & _SAYING for t in stream[opening:comma])
    counted = opening is not None and any(t.type == QUANTITY for t in stream[opening:comma])
    return opening if said and not counted else None


def _only_bounds(stream: Sequence[Token], word: int, at: int) -> bool:
    """`more than $75bn`: a bound, no comparison as in `more than the $75bn that it spent`."""
    compared = "definite" in stream[word].labels
    at_least = stream[at].value.bound == "at_least"
    return word == at - 1 and at_least and "prior" in stream[word].labels and not compared


def _told_to(stream: Sequence[Token], word: int) -> bool:
    """`sagte gegenüber Foo`: to whom something was said, no comparison as in `gegenüber 2 Milliarden`."""
    if "prior" not in stream[word].labels:
        return False
    named = [t for t in after(stream, word, 2) if "determiner" not in t.labels][:1]
    return bool(named) and named[0].type == NAME


def _complement(stream: Sequence[Token], at: int) -> bool:
    """Whether a noun only completes a valuation or total before it: `the combined value of their agreements`."""
    i = at - 1
    while i > 0 and stream[i].labels & {"determiner", "poss_pronoun"} and "of" not in stream[i].labels:
        i -= 1
    return i > 0 and "of" in stream[i].labels and bool(stream[i - 1].labels & {"total", "valuation", "revenue"})
