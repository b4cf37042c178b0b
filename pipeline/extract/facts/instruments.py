"""How a round or an investment is paid: its valuation, its parts in equity and debt, its stage and instrument."""

from __future__ import annotations

from pipeline.extract.facts.amounts import money
from pipeline.extract.facts.figure_roles import DEBT, EQUITY, VALUATION
from pipeline.extract.facts.stages import stage_told
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.status import clause
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.stream import MARK
from pipeline.extract.grammar.windows import bears, holds, is_figure
from pipeline.extract.languages.lexicon import tells_a_stage

_BEFORE, _AFTER = 8, 12  # tokens around an event and its figure in which its stage and instrument stand


def add_parts(sentence: Sentence, statement: Statement, at: int) -> None:
    """The valuation beside a figure, and the equity and debt of a round."""
    first, last = clause(sentence.stream, at) if len(sentence.sums) > 1 else (0, len(sentence.stream))
    guessed = statement.guessed and statement.kind == "investment"
    roles = (() if guessed else (VALUATION,)) + ((EQUITY, DEBT) if statement.kind == "funding_round" else ())
    for role in roles:
        alike = [i for i, other in sentence.roles.items() if other == role and first <= i < last]
        told = [i for i in alike if _goes_with(sentence, i, at)]
        if told:
            statement.fields[role] = money(sentence, min(told, key=lambda i: distance(sentence.stream, i, at)))


def _goes_with(sentence: Sentence, part: int, at: int) -> bool:
    """Whether a valuation or part is that of the sum at hand: `$100m at $18bn and $200m at $20bn`."""
    sums = [figure for figure in sentence.sums if figure < part]
    between = sentence.stream[sums[-1] + 1 : part] if sums else []
    if at in sentence.sums and bears(between, "at") and not bears(between, "and", "but", "relative"):
        if not holds(between, MARK):
            return at == sums[-1]
    return sentence.belongs(part, at)


def add_instrument(sentence: Sentence, statement: Statement, at: int) -> None:
    """Stage and instrument: a lettered series and shares are equity, bonds and loans debt."""
    first, last = clause(sentence.stream, at)
    near = range(max(first, min(at, statement.event) - _BEFORE), min(last, max(at, statement.event) + _AFTER + 1))
    labelled = [i for i in near if sentence.stream[i].labels]
    labels = {label for i in labelled if sentence.belongs(i, at) for label in sentence.stream[i].labels}
    instrument = None
    if statement.kind == "funding_round":
        where = range(first, last) if len(sentence.sums) == 1 else labelled
        stages = [i for i in where if tells_a_stage(sentence.stream[i].labels) and sentence.belongs(i, at)]
        places = sorted(stages, key=lambda i: abs(i - at))
        if stage := stage_told(sentence.stream, places):
            statement.fields["stage"] = stage
        beside = {label for t in sentence.stream[max(first, at - 3) : min(last, at + 5)] for label in t.labels}
        instrument = _of_round(statement, labels, beside)
    elif statement.kind == "investment":
        instrument = _of_investment(sentence, statement, labels)
    if instrument:
        statement.fields["instrument"] = instrument


def _of_round(statement: Statement, labels: set[str], beside: set[str]) -> str | None:
    """A round's instrument by the labels of its clause and of the tokens right beside its figure."""
    series = statement.fields.get("stage", "").startswith(("series-", "ipo"))
    if statement.fragment:
        return "equity" if series else None
    if {"debt", "equity"} <= beside and "debt_round" not in labels:
        return "mixed"
    if "debt_round" in labels or ("debt" in beside and "equity" not in beside):
        return "debt"
    return "equity" if series or "equity" in beside else None


def _of_investment(sentence: Sentence, statement: Statement, labels: set[str]) -> str | None:
    """An investment's instrument; without a sum it is a share."""
    if "debt_round" in labels and "amount" in statement.fields:
        return "debt"
    percent = any(is_figure(t, "percent") for t in sentence.stream)
    share = percent or "equity" in labels or bears(sentence.stream, "stake", "hold") or "amount" not in statement.fields
    return "equity" if share else None
