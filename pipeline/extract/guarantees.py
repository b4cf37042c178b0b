"""Guarantees: who backs whose capacity or debt."""

from __future__ import annotations

from pipeline.extract.money_deals import keep
from pipeline.extract.statements import Sentence, Statement

_DEEP_POCKETS = frozenset({"chips", "hyperscaler", "capital"})


def guarantee(sentence: Sentence, statement: Statement, label: str, figure: int | None) -> bool:
    """A guarantee needs both sides."""
    parties = statement.parties
    sides = sorted(parties.get("party", []), key=lambda e: e.trade not in _DEEP_POCKETS)
    if len(sides) == 2 and not parties.get("guarantor") and not parties.get("beneficiary"):
        parties["guarantor"], parties["beneficiary"] = sides[:1], sides[1:]
    keep(parties, "guarantor", "beneficiary")
    if parties.get("guarantor") and not parties.get("beneficiary"):
        last = next(
            (s for s in reversed(sentence.earlier) if s.kind == "capacity" and sentence.number - s.reading <= 3), None
        )
        backed = last.main if last else None
        if backed is not None and backed not in parties["guarantor"]:
            parties["beneficiary"], statement.guessed = [backed], True
    return bool(statement.parties.get("beneficiary") and statement.parties.get("guarantor"))
