"""Annotated articles, and when a claim is the annotated one."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.extract.facts.amounts import FIELDS
from pipeline.extract.facts.statements import MAIN

Claim = dict[str, Any]
Record = dict[str, Any]
"""An article in the form of `dealtape extract`, with its `claims` and their `deal_keys`, one for all of one deal."""
FOLDER = Path(__file__).parent / "articles"
LEARNED, HELD_OUT = FOLDER / "learned.jsonl", FOLDER / "held_out.jsonl"
"""What weights are learned from, and what is only measured. Written for this: the manner of news, firms that exist,
and events that may never have happened."""
_CLOSE = 0.01  # what a figure may miss of the annotated one


def lines(path: Path) -> Iterator[Record]:
    """The articles of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def pairs(annotated: Sequence[Claim], found: Sequence[Claim]) -> dict[int, int]:
    """Which found claim is which annotated one, by their places; of several the one with most fields alike."""
    alike = {
        (n, m): sum(one.get(field) == other.get(field) for field in one)
        for n, one in enumerate(annotated)
        for m, other in enumerate(found)
        if is_claim(one, other)
    }
    paired: dict[int, int] = {}
    for n, m in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if n not in paired and m not in paired.values():
            paired[n] = m
    return paired


def is_claim(annotated: Claim, found: Claim) -> bool:
    """Whether kind, main party and measure are those of the annotated claim."""
    same_kind = annotated["kind"] == found["kind"]
    return same_kind and _same_party(annotated, found) and _same_measure(annotated, found)


def measures(claim: Claim, quantity: str, value: float, currency: str | None) -> bool:
    """Whether a claim's sum, power or number of chips is this one."""
    told = claim.get(FIELDS[quantity])
    if not _has_value(told) or told.get("currency") != currency:
        return False
    return bool(abs(told["value"] - value) <= _CLOSE * max(abs(told["value"]), abs(value)))


def is_named(name: str, told: str | list[str]) -> bool:
    """Whether an organisation is one of those that an annotation names."""
    return any(_same_name(name, other) for other in ([told] if isinstance(told, str) else told))


def _same_measure(annotated: Claim, found: Claim) -> bool:
    """One figure is the same; a claim without figures is one without."""
    told = {quantity: found[field] for quantity, field in FIELDS.items() if _has_value(found.get(field))}
    if not any(_has_value(annotated.get(field)) for field in FIELDS.values()):
        return not told
    return any(measures(annotated, kind, one["value"], one.get("currency")) for kind, one in told.items())


def _has_value(told: Any) -> bool:
    return told is not None and told.get("value") is not None


def _same_party(annotated: Claim, found: Claim) -> bool:
    """The main party is the same, whichever side of a capacity it is found on; of a partnership two are."""
    if annotated["kind"] == "partnership":
        told = found.get("partners", [])
        return sum(is_named(name, told) for name in annotated["partners"]) >= min(2, len(annotated["partners"]))
    main = annotated.get(MAIN[annotated["kind"]]) or annotated.get("provider") or annotated.get("speaker")
    sides = [found[role] for role in (MAIN[annotated["kind"]], "provider", "speaker") if role in found]
    return main is None or is_named(main, sides)


def _same_name(one: str, other: str) -> bool:
    """Whether two names are one, or one is a part of the other that says half of it."""
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a) and len(a & b) * 2 >= max(len(a), len(b))


def _words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return set(re.findall(r"[a-z0-9]+", plain))
