"""Denials and deals called off: who speaks, whose deal it is, and what becomes of the deal that was told."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "reports without a ground": (
        "en",
        'Reports of a sale of Veltrix to Meta are "groundless", Veltrix said on Monday.',
        [{"kind": "denial", "speaker": "Veltrix", "recipient": "Veltrix", "status": "denied"}],
    ),
    "an invention": (
        "fr",
        "« C'est une invention », dit Paul Morel, directeur général de Veltrix, d'un rachat par Meta.",
        [{"kind": "denial", "speaker": "Paul Morel", "recipient": "Veltrix", "status": "denied"}],
    ),
    "a spokesman answers a report": (
        "en",
        "Ferndale AI was weighing a $3 billion bond, The Information said. A Ferndale AI spokesman called the report"
        " inaccurate.",
        [
            {"kind": "funding_round", "recipient": "Ferndale AI", "amount": money(3000), "status": "denied"},
            {"kind": "denial", "speaker": "Ferndale AI", "recipient": "Ferndale AI", "status": "denied"},
        ],
    ),
    "a person speaks for his company": (
        "en",
        'Mistral AI "is not for sale," chief executive Arthur Mensch told CNBC on Friday, after Bloomberg reported that'
        " Apple had discussed buying the company.",
        [{"kind": "denial", "speaker": "Arthur Mensch", "recipient": "Mistral AI", "status": "denied"}],
    ),
    "a buyer denies": (
        "en",
        "Apple has denied that it is considering a bid for Mistral AI.",
        [{"kind": "denial", "speaker": "Apple", "recipient": "Mistral AI", "status": "denied"}],
    ),
    "in one's own words": (
        "en",
        'A blog reported that Nvidia was buying Ferndale AI for $20 billion. "We have not acquired Ferndale AI," an Nvidia'
        " spokesperson said.",
        [
            {"kind": "acquisition", "target": "Ferndale AI", "amount": money(20_000), "status": "denied"},
            {"kind": "denial", "speaker": "NVIDIA", "recipient": "Ferndale AI", "status": "denied"},
        ],
    ),
    "trouble denied": ("en", "Oracle denied that its data centers in Texas were behind schedule.", []),
    "an authority halts": (
        "en",
        "The FTC blocked Nvidia's $40 billion purchase of Arm.",
        [
            {
                "kind": "acquisition",
                "target": "Arm",
                "acquirer": "NVIDIA",
                "amount": money(40_000),
                "status": "cancelled",
            },
            {"kind": "denial", "speaker": "FTC", "recipient": "Arm", "status": "cancelled"},
        ],
    ),
    "a site scrapped": (
        "en",
        "Crusoe scrapped its planned 500-megawatt site in Iowa, it said on Monday.",
        [
            {
                "kind": "capacity",
                "provider": "Crusoe",
                "power_mw": megawatts(500),
                "site": "Iowa",
                "status": "cancelled",
            },
            {"kind": "denial", "speaker": "Crusoe", "recipient": "Crusoe", "status": "cancelled", "date": "2025-11-17"},
        ],
    ),
    "a purchase negated before it is made": (
        "en",
        "Canva won't be taking over Peltier after all, a spokeswoman said.",
        [
            {"kind": "acquisition", "target": "Peltier", "acquirer": "Canva", "status": "cancelled"},
            {"kind": "denial", "speaker": "Canva", "recipient": "Peltier", "status": "cancelled"},
        ],
    ),
    "a quotation in French": (
        "fr",
        "« Nous ne sommes pas en discussion avec Apple », a assuré mardi Arthur Mensch, patron de Mistral AI.",
        [{"kind": "denial", "speaker": "Arthur Mensch", "recipient": "Mistral AI", "date": "2025-11-18"}],
    ),
    "a plan given up": (
        "fr",
        "Google renonce à son projet de centre de données de 1 milliard d'euros à Berlin.",
        [
            {"kind": "capex", "owner": "Google", "amount": money(1000, "EUR"), "site": "Berlin", "status": "cancelled"},
            {"kind": "denial", "speaker": "Google", "recipient": "Google", "status": "cancelled"},
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_denials_name_their_speaker_and_whose_deal_it_is(case: str) -> None:
    lang, text, expected = CASES[case]
    assert missing(lang, text, expected, published="2025-11-20") == []
