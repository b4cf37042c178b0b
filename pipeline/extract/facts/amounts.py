"""A figure as claims hold it: value, unit and bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.grammar.frames import NOUNS, VERBS
from pipeline.extract.grammar.stream import NAME, Token
from pipeline.extract.grammar.windows import bears, before
from pipeline.extract.languages.lexicon import tells_a_stage

FIELDS = {"money": "amount", "power": "power_mw", "chips": "accelerators"}
"""Which field of a claim holds the measure of a deal, by kind of quantity."""


def money(sentence: Sentence, at: int) -> dict[str, Any]:
    """A sum as claims hold it; `could reach` and `estimated` before it bound it."""
    quantity = sentence.stream[at].value
    value = int(quantity.value) if float(quantity.value).is_integer() else quantity.value
    return {"value": value, "currency": quantity.currency, "bound": bound(sentence, at)}


def bound(sentence: Sentence, at: int) -> str:
    """The bound of the quantity at a token; the words before it may settle what its own words say."""
    given = str(sentence.stream[at].value.bound)
    words = before(sentence.stream, at, 4)
    if given == "at_least" and _of_that_sum(words):
        return "exact"  # "ein Kredit über 2 Milliarden" is one of that sum, "über 2 Milliarden" alone is more
    if words and " " in words[-1].text and words[-1].labels & VERBS:
        return "exact"  # `hands over 90 MW`: the verb's own particle
    if given == "up_to" and bears(words[-2:], "exactly"):
        return "exact"
    if given in ("exact", "about") and bears(words[-2:], "reach"):
        return "up_to"
    return "about" if given == "exact" and bears(words, "estimated") else given


def _of_that_sum(words: Sequence[Token]) -> bool:
    """`ein Kredit über`, `eine Series B über`: the noun of a deal stands right before the word for its worth."""
    if len(words) < 2 or "worth" not in words[-1].labels:
        return False
    staged = any(tells_a_stage(t.labels) for t in words[-3:-1])
    owned = words[-2].type == NAME and any(t.labels & NOUNS for t in words[-4:-2])  # `ein Kredit der Foo über`
    return staged or owned or bool(words[-2].labels & NOUNS)


def set_measure(sentence: Sentence, statement: Statement, figure: int) -> None:
    """Let the quantity at token `figure` be the statement's sum, power or chips, and the sentence its evidence."""
    quantity = sentence.stream[figure].value
    if quantity.kind == "money":
        measure = money(sentence, figure)
    else:
        measure = {"value": quantity.value, "bound": bound(sentence, figure)}
    if quantity.kind == "chips" and quantity.model:
        measure["model"] = quantity.model
    statement.take(sentence.span, **{FIELDS[quantity.kind]: measure})
