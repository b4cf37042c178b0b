"""Figures of which the nearest word says the wrong thing.

In `its valuation has soared, after a share sale, to $500bn` the sale stands nearest, and the sum is the valuation.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.facts.figure_heads import MONEY_VETOES, nearest_head
from pipeline.extract.facts.figure_roles import NONE, SUM, VALUATION
from pipeline.extract.grammar.frames import DEEDS, NOUNS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, NAME, QUANTITY, Token
from pipeline.extract.grammar.windows import after, back, bears, before, holds, is_figure

_GOVERNING = PREPOSITIONS | {"contract", "acquisition"}  # `overname van` is one word
_RISE = 15  # tokens over which a valuation may rise to a figure
_SUBJECT = 14  # tokens from `worth` back to what it is said of
_RELATIVE = 8  # tokens of `at which Foo was valued`
_VALUED = 5  # tokens from `valued` to its figure


def role_by_words(stream: Sequence[Token], at: int) -> str:
    """The role of a figure by its nearest head, unless what surrounds the two says otherwise; empty for neither."""
    if bears(before(stream, at, 1), "vague"):
        return NONE  # `several hundred million`: no sum
    role = nearest_head(stream, at)
    if role in ("", SUM) and bears(stream, "valuation", "worth"):
        if _risen_to(stream, at) or _worth_of_firm(stream, at) or _at_which_valued(stream, at):
            return VALUATION
    if role == VALUATION and _deal_valued(stream, at):
        return SUM
    return SUM if role == NONE and _counts_after_all(stream, at) else role


def _counts_after_all(stream: Sequence[Token], at: int) -> bool:
    """Whether a figure is a deal's, though the nearest word speaks of a total, a revenue or a comparison."""
    in_all = _spent_in_all(stream, at) or _whole_deal(stream, at)
    return in_all or _earned_by_contract(stream, at) or _exchanged(stream, at)


def _risen_to(stream: Sequence[Token], at: int) -> bool:
    """`Foo's valuation has soared, after a share sale, to $500bn`: what a valuation rises to."""
    if not is_figure(stream[at], "money") or not bears(before(stream, at, 2), "to"):
        return False
    for i in back(at, _RISE):
        if stream[i].type == QUANTITY or stream[i].text in ";:.":
            return False
        if "valuation" in stream[i].labels:
            return True
    return False


def _worth_of_firm(stream: Sequence[Token], at: int) -> bool:
    """`Foo, worth about $98bn, owns`: an apposition to a company's name says what the company is worth."""
    worth = next((i for i in back(at, 3) if "worth" in stream[i].labels), 0)
    named = worth > 1 and stream[worth - 1].text == "," and stream[worth - 2].type == NAME
    firm = named and stream[worth - 2].value is not None and stream[worth - 2].value.firm
    return bool(firm) and any(t.text == "," for t in after(stream, at, 2))


def _at_which_valued(stream: Sequence[Token], at: int) -> bool:
    """`the $700m at which Foo was valued`, `the $12bn it was said to be worth`: a clause tells a valuation."""
    opening = after(stream, at, 2)
    clause = takewhile(lambda t: t.text not in ",;" and t.type != QUANTITY, after(stream, at, _RELATIVE))
    relative = bears(opening[:1], "at") and bears(opening[1:], "relative")
    named = bears(opening[:1], "pronoun") and bears(before(stream, at, 1), "definite")
    return (relative or named) and bears(clause, "valuation")


def _deal_valued(stream: Sequence[Token], at: int) -> bool:
    """`a deal valued at $2bn`, `der Vertrag ist 2 Milliarden wert`: the deal's price, no valuation of a company."""
    if bears(after(stream, at, 1), "valuation"):
        return _deal_without_name(before(stream, at, 4))
    valued = next((j for j in range(at - 1, max(0, at - 1 - _VALUED), -1) if "valuation" in stream[j].labels), None)
    if valued is None or _values_a_name(stream[valued:at]) or "values" in stream[valued].labels:
        return False
    if "worth" in stream[valued].labels:
        return _says_of_deal(stream, valued)
    words = [t for t in before(stream, valued, 7) if not _says_when(t)]
    return _deal_without_name(_without_partners(words)[-2:])


def _says_when(token: Token) -> bool:
    """`the contract, announced in May, valued at`: what only dates the deal."""
    return token.type == DATE or token.text == "," or "in" in token.labels or token.labels >= {"announce", "plan"}


def _values_a_name(tokens: Sequence[Token]) -> bool:
    """Whether a name is what is valued, and not who values (`valued by Foo at`)."""
    return holds(tokens, NAME) and not bears(tokens[:3], "by")


def _deal_without_name(tokens: Sequence[Token]) -> bool:
    return bears(tokens, "contract", "acquisition", "site_head", "anaphora:project") and not holds(tokens, NAME)


def _without_partners(tokens: Sequence[Token]) -> list[Token]:
    """Tokens without the names that a preposition joins: `the deal with Foo`."""
    named = {i for i, t in enumerate(tokens) if t.type == NAME and i and tokens[i - 1].labels & {"with", "between"}}
    return [t for i, t in enumerate(tokens) if i not in named and i + 1 not in named]


def _says_of_deal(stream: Sequence[Token], valued: int) -> bool:
    """Whether `worth` is said of a deal: `the takeover of Foo by Bar is worth`, `a deal that, they say, is worth`."""
    for i in back(valued, _SUBJECT):
        token = stream[i]
        if token.labels & {"contract", "acquisition", "deal"}:
            return True
        governed = "pronoun" in token.labels or (i > 0 and not stream[i - 1].labels.isdisjoint(_GOVERNING))
        if (token.type == NAME and not governed) or token.text in ";:." or token.labels & DEEDS:
            return False
    return False


def _spent_in_all(stream: Sequence[Token], at: int) -> bool:
    """`will spend in all $3bn`: what is still to be spent is no running total."""
    near = [*before(stream, at, 4), *after(stream, at, 2)]
    vetoes = {label for t in near for label in t.labels & MONEY_VETOES}
    if is_figure(stream[at], "money"):
        return vetoes == {"total"} and bears(before(stream, at, 5), "spend", "invest", "capex")
    near_event = bears(before(stream, at, 5), "plan", "modal", "raise_weak", "build", "contract")
    of_one = bears(before(stream, at, 8), "procure", "supply") and not bears(before(stream, at, 4), "total")
    return vetoes == {"total"} and (near_event or of_one)


def _whole_deal(stream: Sequence[Token], at: int) -> bool:
    """`a round of $1.7bn in total`: the whole of one deal, no running total."""
    of = next((i for i in range(at - 1, max(0, at - 3), -1) if "of" in stream[i].labels), None)
    return of is not None and bool(stream[of - 1].labels & NOUNS) and bears(after(stream, at, 2), "total")


def _exchanged(stream: Sequence[Token], at: int) -> bool:
    """`a racheté Foo contre 6 milliards`: a price, since no sum before it could be what it is compared with."""
    compared = not is_figure(stream[at], "money") or any(is_figure(t, "money") for t in stream[:at])
    against = any(t.labels >= {"prior", "after"} for t in before(stream, at, 2))
    return against and not compared and bears(stream[:at], "acquire", "acquisition", "sell")


def _earned_by_contract(stream: Sequence[Token], at: int) -> bool:
    """The revenue that a lease or contract brings its provider is the contract's sum."""
    near = [*before(stream, at, 12), *after(stream, at, 5)]
    return bears(after(stream, at, 3), "revenue") and bears(near, "contract")
