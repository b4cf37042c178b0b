"""What English pronouns stand for, where the sentence names others before them."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

CASES: dict[str, tuple[str, list[Claim]]] = {
    "a supplier named first": (
        "The start-up Veltrix has doubled its plans. From Nebius it will rent servers for $900 million.",
        [{"kind": "capacity", "customer": "Veltrix", "provider": "Nebius", "amount": money(900)}],
    ),
    "a place named first": (
        "The operator Veltrix has not finished yet. In Nordvik, it will spend 700 million euros on a data centre.",
        [{"kind": "capex", "owner": "Veltrix", "amount": money(700, "EUR")}],
    ),
    "a relative clause that acts": (
        "The start-up Veltrix is a unit by now. Microsoft, which paid $3 billion for it in 2021, is content.",
        [{"kind": "acquisition", "target": "Veltrix", "acquirer": "Microsoft", "amount": money(3000)}],
    ),
    "who only led": (
        "The start-up Veltrix is back. In its last round, a Series B under the lead of Halden Ventures, it raised $80 million.",
        [{"kind": "funding_round", "recipient": "Veltrix", "amount": money(80)}],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_is_meant(case: str) -> None:
    text, claims = CASES[case]
    assert missing("en", text, claims) == []
