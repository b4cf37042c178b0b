"""Whether two statements tell of one deal."""

from __future__ import annotations

from typing import Any

from pipeline.extract.facts.amounts import FIELDS
from pipeline.extract.facts.statements import MAIN, Statement

FIGURES = tuple(FIELDS.values())
_CHIPS_AND_POWER = {"power_mw", "accelerators"}
_ROUNDED = 0.002  # what a rounded figure may miss of the exact one
NEAR_CAPACITY = 2  # sentences within which a sentence about `the deal` or `the site` adds to a capacity


def same_deal(a: Statement, b: Statement) -> bool:
    """Whether two statements with figures or parties of their own are one deal."""
    if a.kind != b.kind or figures_differ(a, b) or not dates_agree(a, b) or differ(a, b, "stage") or _tried_again(a, b):
        return False
    if a.kind == "capacity":
        return _same_capacity(a, b)
    if a.kind == "partnership":
        return len(a.ids & b.ids) >= 2
    if (a.kind == "capex" and _elsewhere(a, b)) or (a.kind == "denial" and _answer_others(a, b)):
        return False
    return a.first(MAIN[a.kind]) is b.first(MAIN[a.kind]) and _measured_alike(a, b)


def _tried_again(a: Statement, b: Statement) -> bool:
    """A new attempt after one that failed: `called off the sale and is in talks on another one`."""
    return a.number == b.number and {a.fields["status"], b.fields["status"]} == {"cancelled", "rumoured"}


def _elsewhere(a: Statement, b: Statement) -> bool:
    """Whether equal sums of one sentence go into two places."""
    x, y = str(a.fields.get("site", "")), str(b.fields.get("site", ""))
    return a.number == b.number and x not in y and y not in x


def _answer_others(a: Statement, b: Statement) -> bool:
    """Whether two denials are by two speakers or about two deals."""
    if a.first("speaker") is not b.first("speaker"):
        return True
    if a.answers is None or b.answers is None or a.answers is b.answers:
        return False
    return not same_deal(a.answers, b.answers)


def _measured_alike(a: Statement, b: Statement) -> bool:
    """An investment is known by its giver where a sum is missing, or where one sentence tells a sum of several."""
    both = bool(a.fields.get("amount") and b.fields.get("amount")) and a.number != b.number
    if a.kind == "acquisition" and a.first("acquirer") and b.first("acquirer"):
        return a.first("acquirer") is b.first("acquirer")
    return both or a.kind != "investment" or a.first("investors") is b.first("investors")


def _same_capacity(a: Statement, b: Statement) -> bool:
    """A later sentence adds figures to a capacity; it adds a side only when it speaks of `the deal`."""
    sides = [(a.first(role), b.first(role)) for role in ("customer", "provider")]
    if any(x and y and x.family != y.family for x, y in sides):
        return False
    shared = any(a.fields.get(key) and b.fields.get(key) for key in FIGURES)
    if shared or all(x and y for x, y in sides) or a.number == b.number:
        return True
    if abs(a.number - b.number) > NEAR_CAPACITY:
        return False
    adds = any(y and not x for x, y in sides)
    told = [statement.fields.keys() & set(FIGURES) for statement in (a, b)]
    measured = all(told) and told[0] | told[1] != _CHIPS_AND_POWER  # `a million chips. More than 1 GW will run by 2026`
    same_site = "site" in a.fields and a.fields["site"] == b.fields.get("site") and not measured
    return b.refers or same_site or (b.guessed and not adds and not measured)


def figures_differ(a: Statement, b: Statement) -> bool:
    """Whether two statements give a figure of one sort differently."""
    for key in FIGURES:
        x, y = a.fields.get(key), b.fields.get(key)
        if x and y and (not _equal(a, b, x, y) or x.get("currency") != y.get("currency")):
            return True
    return False


def _equal(a: Statement, b: Statement, x: dict[str, Any], y: dict[str, Any]) -> bool:
    """Whether two figures are one; a headline may round what the text tells (921 million, 920.7 million)."""
    if a.number == b.number:
        return bool(x["value"] == y["value"])
    return bool(abs(x["value"] - y["value"]) <= _ROUNDED * max(x["value"], y["value"]))


def dates_agree(a: Statement, b: Statement) -> bool:
    """Whether one date refines the other, or one is missing."""
    x, y = str(a.fields.get("date", "")), str(b.fields.get("date", ""))
    return x.startswith(y) or y.startswith(x)


def differ(a: Statement, b: Statement, field: str) -> bool:
    """Whether both give a field, and not alike; how exact a sum is said to be does not matter."""
    x, y = (_without_bound(s.fields.get(field)) for s in (a, b))
    return bool(x and y and x != y)


def _without_bound(value: Any) -> Any:
    return {key: told for key, told in value.items() if key != "bound"} if isinstance(value, dict) else value
