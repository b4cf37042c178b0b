"""English references: what pronouns and relatives stand for where others are named, and verbs that part from their objects."""

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
    "a giant named last": (
        "The start-up Veltrix is growing. Nvidia is its largest customer. The company raised $80 million from Halden Ventures.",
        [
            {"kind": "funding_round", "recipient": "Veltrix", "investors": ["Halden Ventures"], "amount": money(80)},
            {"kind": "capacity", "customer": "NVIDIA", "provider": "Veltrix"},
        ],
    ),
    "of whom somebody holds a share": (
        "The start-up Veltrix, of which Nebius holds 28 percent, might go public.",
        [{"kind": "investment", "recipient": "Veltrix", "investors": ["Nebius"]}],
    ),
    "a purchase in a deal": (
        "Thylander has agreed to acquire Veltrix, the designer of server processors that Renee Roe founded after leaving Intel, "
        "in an all-cash deal valued at $6 billion.",
        [{"kind": "acquisition", "target": "Veltrix", "acquirer": "Thylander", "amount": money(6000)}],
    ),
    "a buyer found": (
        "The software maker Veltrix found a buyer over Christmas in Nebius.",
        [{"kind": "acquisition", "target": "Veltrix", "acquirer": "Nebius"}],
    ),
    "converts sold": (
        "Nebius sold $900 million of zero-coupon converts on Tuesday.",
        [{"kind": "funding_round", "recipient": "Nebius", "amount": money(900), "instrument": "debt"}],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_is_meant(case: str) -> None:
    text, claims = CASES[case]
    assert missing("en", text, claims) == []
