"""How claims and deals are scored against annotated ones."""

from __future__ import annotations

from typing import Any

import pytest

from bench._annotated import is_claim, pairs
from bench.identity import b_cubed

DOLLARS = {"value": 80_000_000, "currency": "USD", "bound": "exact"}
ROUND: dict[str, Any] = {"kind": "funding_round", "recipient": "Orvane Cloud", "amount": DOLLARS}
LEASE: dict[str, Any] = {"kind": "capacity", "customer": "Orvane", "provider": "Nordhall", "power_mw": {"value": 90.0}}
VENTURE: dict[str, Any] = {"kind": "partnership", "partners": ["Orvane", "Nordhall", "Tessel"]}


@pytest.mark.parametrize(
    ("annotated", "found", "same"),
    [
        (ROUND, ROUND | {"recipient": "Orvane"}, True),
        (ROUND, ROUND | {"amount": DOLLARS | {"value": 80_500_000}}, True),
        (ROUND, ROUND | {"amount": DOLLARS | {"value": 90_000_000}}, False),
        (ROUND, ROUND | {"amount": DOLLARS | {"currency": "EUR"}}, False),
        (ROUND, ROUND | {"kind": "investment"}, False),
        (ROUND, ROUND | {"recipient": "Nordhall"}, False),
        (ROUND, {"kind": "funding_round", "recipient": "Orvane Cloud"}, False),
        (LEASE, {"kind": "capacity", "provider": "Orvane", "power_mw": {"value": 90.0}}, True),
        (LEASE, LEASE | {"power_mw": {"value": None}}, False),
        ({"kind": "capacity", "customer": "Orvane"}, LEASE, False),
        (VENTURE, VENTURE | {"partners": ["Tessel", "Orvane"]}, True),
        (VENTURE, VENTURE | {"partners": ["Tessel"]}, False),
    ],
)
def test_a_claim_is_the_annotated_one_by_kind_main_party_and_measure(
    annotated: dict[str, Any], found: dict[str, Any], same: bool
) -> None:
    assert is_claim(annotated, found) is same


def test_each_claim_is_paired_once_with_the_one_most_alike() -> None:
    plain, dated = ROUND, ROUND | {"date": "2026-03"}

    assert pairs([dated, plain], [plain, dated, plain]) == {0: 1, 1: 0}


def test_b_cubed_tells_deals_that_were_split_from_deals_that_were_merged() -> None:
    assert b_cubed(["a", "a", "b"], [1, 1, 2]) == (1.0, 1.0)
    assert b_cubed(["a", "a"], [1, 2]) == (1.0, 0.5)
    assert b_cubed(["a", "b"], [1, 1]) == (0.5, 1.0)
