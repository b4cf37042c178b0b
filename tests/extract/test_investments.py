"""Investments and takeovers: who gives and who takes, who buys whom, and what became of it."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money

INVESTMENTS = {
    "shares at a price": (
        "en",
        "Nvidia will invest $2 billion in Synopsys, buying shares at $414.79 apiece, the companies said on Monday.",
        [{"recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000), "instrument": "equity",
          "date": "2025-10-06"}],
    ),
    "half of a company sold": (
        "en", "Telstar Capital sold 50 percent of Nordwerk AI to Oracle.",
        [{"recipient": "Nordwerk AI", "investors": ["Oracle"], "instrument": "equity"}],
    ),
    "half of it, in German": (
        "de", "Telstar Capital verkauft 50 Prozent von Nordwerk AI an Oracle.",
        [{"recipient": "Nordwerk AI", "investors": ["Oracle"], "instrument": "equity"}],
    ),
    "half of it bought": (
        "en", "Oracle acquires 50% of Nordwerk AI for $200 million.",
        [{"recipient": "Nordwerk AI", "investors": ["Oracle"], "amount": money(200), "instrument": "equity"}],
    ),
    "nominalisation": (
        "en", "The $1.5 billion investment by Microsoft in G42, announced in April 2024, gave it a board seat.",
        [{"recipient": "G42", "investors": ["Microsoft"], "amount": money(1500), "date": "2024-04"}],
    ),
    "warrants, and the share that they come to": (
        "en", "Google gets warrants to buy 24 million shares of Cipher Mining, the equivalent of a 5.4% equity stake.",
        [{"recipient": "Cipher Mining", "investors": ["Google"], "instrument": "equity"}],
    ),
    "a date trails its sum": (
        "en", "Google put $1 billion into Anthropic in January 2025 on top of $2 billion it had invested before.",
        [{"recipient": "Anthropic", "investors": ["Google"], "amount": money(1000), "date": "2025-01"},
         {"recipient": "Anthropic", "investors": ["Google"], "amount": money(2000)}],
    ),
    "a list of sums": (
        "en", "Nvidia has spent on stakes: $1 billion for Nokia, $5 billion for Intel and up to $10 billion for Anthropic.",
        [{"recipient": "Nokia", "investors": ["NVIDIA"], "amount": money(1000)},
         {"recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000)},
         {"recipient": "Anthropic", "investors": ["NVIDIA"], "amount": money(10_000, bound="up_to")}],
    ),
    "the verb is said once, the second sum is no exact one": (
        "en", "Nvidia is to invest as much as $10 billion in Anthropic, and Microsoft up to $5 billion.",
        [{"recipient": "Anthropic", "investors": ["NVIDIA"], "amount": money(10_000, bound="up_to")},
         {"recipient": "Anthropic", "investors": ["Microsoft"], "amount": money(5000, bound="up_to")}],
    ),
    "german: the verb is said once": (
        "de", "Nvidia steckt zehn Milliarden Dollar in Anthropic, Microsoft bis zu fünf Milliarden.",
        [{"recipient": "Anthropic", "investors": ["NVIDIA"], "amount": money(10_000)},
         {"recipient": "Anthropic", "investors": ["Microsoft"], "amount": money(5000, bound="up_to")}],
    ),
    "spanish: the verb is said once, without a comma": (
        "es", "Nvidia invertirá 10.000 millones de dólares en Anthropic y Microsoft hasta 5.000 millones.",
        [{"recipient": "Anthropic", "investors": ["NVIDIA"], "amount": money(10_000)},
         {"recipient": "Anthropic", "investors": ["Microsoft"], "amount": money(5000, bound="up_to")}],
    ),
    "a percentage makes it a share": (
        "nl", "ASML heeft 1,3 miljard euro gestoken in Mistral AI en is nu de grootste eigenaar, met zo'n 11 procent.",
        [{"recipient": "Mistral AI", "investors": ["ASML"], "amount": money(1300, "EUR"), "instrument": "equity"}],
    ),
    "a part of a round told before": (
        "en", "Helsing has raised $300 million in a round led by Accel. SoftBank participated with $25 million.",
        [{"kind": "funding_round", "recipient": "Helsing", "amount": money(300)},
         {"recipient": "Helsing", "investors": ["SoftBank"], "amount": money(25)}],
    ),
    "an investor goes by its name in the language of the text": (
        "fr", "La Banque européenne d’investissement (BEI) investit 50 millions d’euros dans Aldera.",
        [{"recipient": "Aldera", "investors": ["Banque européenne d'investissement"], "amount": money(50, "EUR")}],
    ),
    "french future": (
        "fr", "Nvidia investira 2 milliards de dollars dans Synopsys.",
        [{"recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000), "status": "announced"}],
    ),
}  # fmt: skip

TAKEOVERS = {
    "a trade in a relative clause": (
        "en", "Nvidia has acquired Lepton AI, which rents out GPUs, for several hundred million dollars.",
        [{"target": "Lepton AI", "acquirer": "NVIDIA", "status": "completed"}],
    ),
    "agreed": (
        "en", "CoreWeave agreed to acquire Weights & Biases for $1.7 billion.",
        [{"target": "Weights & Biases", "acquirer": "CoreWeave", "amount": money(1700), "status": "announced"}],
    ),
    "passive without a sum": (
        "en", "Brighthive has been acquired by ServiceNow. Financial terms were not disclosed.",
        [{"target": "Brighthive", "acquirer": "ServiceNow", "status": "completed"}],
    ),
    "price in a relative clause": (
        "en", "Moveworks has found a buyer in ServiceNow, which pays $2.85 billion.",
        [{"target": "Moveworks", "acquirer": "ServiceNow", "amount": money(2850)}],
    ),
    "considered": (
        "en", "Snowflake is considering a takeover of Observe Inc for about $1 billion.",
        [{"target": "Observe", "acquirer": "Snowflake", "amount": money(1000, bound="about"), "status": "rumoured"}],
    ),
    "a new attempt after one that failed": (
        "en", "CoreWeave is in talks to acquire Core Scientific, a year after a takeover offer of $1 billion from CoreWeave "
        "was turned down.",
        [{"target": "Core Scientific", "acquirer": "CoreWeave", "status": "rumoured"},
         {"target": "Core Scientific", "acquirer": "CoreWeave", "amount": money(1000), "status": "cancelled"}],
    ),
    "french": (
        "fr", "CoreWeave va racheter Core Scientific pour 9 milliards de dollars en actions.",
        [{"target": "Core Scientific", "acquirer": "CoreWeave", "amount": money(9000), "status": "announced"}],
    ),
    "french, abandoned": (
        "fr", "Le rachat de Figma par Adobe, un temps évoqué à 20 milliards de dollars, a été abandonné en décembre 2023.",
        [{"target": "Figma", "acquirer": "Adobe", "amount": money(20_000), "status": "cancelled", "date": "2023-12"}],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), INVESTMENTS.values(), ids=INVESTMENTS.keys())
def test_investments(lang, text, expected):
    assert missing(lang, text, [{"kind": "investment", **e} for e in expected], published="2025-10-09") == []


@pytest.mark.parametrize(("lang", "text", "expected"), TAKEOVERS.values(), ids=TAKEOVERS.keys())
def test_takeovers(lang, text, expected):
    assert missing(lang, text, [{"kind": "acquisition", **e} for e in expected], published="2025-10-09") == []
