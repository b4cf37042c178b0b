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
    "a conversion": ("Nordwerk AI raised $200 million, or €180 million.", [_round(money(200))]),
    "a conversion into a small unit": ("Nordwerk AI raised $200 million, some 30 billion yen.", [_round(money(200))]),
    "two equal plans and their total": (
        "Amazon will spend $10 billion on data centers in Ohio and $10 billion on data centers in Texas. In all Amazon"
        " will spend $20 billion on data centers.",
        [{"kind": "capex", "owner": "Amazon", "amount": money(10_000), "site": site} for site in ("Ohio", "Texas")],
    ),
    "a plan told again of a smaller place": (
        "Amazon will spend $10 billion on data centers in Ohio. Amazon will spend the $10 billion in Columbus.",
        [{"kind": "capex", "owner": "Amazon", "amount": money(10_000)}],
    ),
    "a second sum in another currency": (
        "Nordwerk AI raised $200 million, then €30 million, from Telstar Capital.",
        [_round(money(200)), _round(money(30, "EUR"))],
    ),
    "a second sum behind a verb": (
        "Nordwerk AI raised $200 million last year, raised €190 million this year.",
        [_round(money(200)), _round(money(190, "EUR"))],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_figures_beside_figures(case: str) -> None:
    text, expected = CASES[case]
    assert missing("en", text, expected, published="2025-06-12") == []
