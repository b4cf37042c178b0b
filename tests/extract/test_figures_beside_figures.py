"""Figures that look alike: equal sums of two companies, a second sum that is no conversion, plans that add up."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money


def _round(amount: Claim, **more: object) -> Claim:
    return {"kind": "funding_round", "recipient": "Nordwerk AI", "amount": amount, **more}


CASES = {
    "what another company is worth": (
        "OpenAI is valued at $2 billion. Nordwerk AI has raised $2 billion from Telstar Capital.",
        [_round(money(2000), investors=["Telstar Capital"])],
    ),
    "what the company itself is worth": (
        "OpenAI is valued at $2 billion. The $2 billion tag surprised investors, OpenAI said.",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_figures_beside_figures(case: str) -> None:
    text, expected = CASES[case]
    assert missing("en", text, expected, published="2025-06-12") == []
