"""Capex: sums spent on AI infrastructure; a project with a sum and a power figure is a capex and a capacity."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

ENGLISH = {
    "to invest to build": (
        "Amazon will invest $11 billion to build data centers in Georgia.",
        [{"kind": "capex", "owner": "Amazon", "amount": money(11_000), "site": "Georgia"}],
    ),
    "a clause behind a conjunction": (
        "Amazon will invest $35 billion in AI in India, a day after Microsoft committed $17.5 billion.",
        [{"kind": "capex", "owner": "Amazon", "amount": money(35_000)},
         {"kind": "capex", "owner": "Microsoft", "amount": money(17_500)}],
    ),
    "town and country": (
        "Brookfield will invest up to $10 billion to build an AI data center in Strängnäs, Sweden.",
        [{"kind": "capex", "owner": "Brookfield", "amount": money(10_000, bound="up_to"), "site": "Strängnäs, Sweden"}],
    ),
    "spending of a year": (
        "Google said its capital expenditures will reach $75 billion this year, most of it on AI servers.",
        [{"kind": "capex", "owner": "Google", "amount": money(75_000), "date": None}],
    ),
    "joint project": (
        "SoftBank, OpenAI and Oracle unveiled Stargate, a joint venture that will invest $500 billion in AI"
        " infrastructure over four years.",
        [{"kind": "capex", "owner": "Stargate", "amount": money(500_000), "site": "Stargate"}],
    ),
    "sum and power": (
        "A data center campus that will cost $8 billion and draw 900 megawatts is planned in Wyoming by Tallgrass.",
        [
            {"kind": "capex", "owner": "Tallgrass", "amount": money(8000), "site": "Wyoming"},
            {"kind": "capacity", "provider": "Tallgrass", "power_mw": megawatts(900), "site": "Wyoming"},
        ],
    ),
    "who builds for its own use is the customer": (
        "Meta has broken ground on a 1-gigawatt data center in Lebanon, Indiana.",
        [{"kind": "capacity", "customer": "Meta", "provider": None, "power_mw": megawatts(1000),
          "site": "Lebanon, Indiana"}],
    ),
    "who builds for others is the provider": (
        "G42 is building a 5-gigawatt AI campus in Abu Dhabi.",
        [{"kind": "capacity", "provider": "G42", "customer": None, "power_mw": megawatts(5000), "site": "Abu Dhabi"}],
    ),
}  # fmt: skip

FRENCH = {
    "projet avec somme et puissance": (
        "Fluidstack va construire en France un supercalculateur d'un gigawatt, un projet de 10 milliards d'euros.",
        [
            {"kind": "capacity", "provider": "Fluidstack", "power_mw": megawatts(1000), "site": "France"},
            {"kind": "capex", "owner": "Fluidstack", "amount": money(10_000, "EUR"), "site": "France"},
        ],
    ),
    "investir dans un campus": (
        "Data4 investira 2 milliards d'euros dans un campus de 250 MW à Nozay, dans l'Essonne.",
        [
            {"kind": "capex", "owner": "Data4", "amount": money(2000, "EUR"), "site": "Nozay, Essonne"},
            {"kind": "capacity", "provider": "Data4", "power_mw": megawatts(250), "site": "Nozay, Essonne"},
        ],
    ),
    "dépenses": (
        "Meta va dépenser plus de 600 milliards de dollars d'ici à 2028 dans ses infrastructures d'IA aux États-Unis.",
        [{"kind": "capex", "owner": "Meta", "amount": money(600_000, bound="at_least"), "site": "États-Unis"}],
    ),
}  # fmt: skip

NEAR_MISSES = {
    "what goes to shareholders": "The board of Nvidia added $60 billion to the share repurchase program.",
    "several together": "Big Tech's combined capital expenditures will exceed $400 billion this year.",
    "a list of spenders": (
        "Microsoft, Google, Amazon and Meta have together committed over $300 billion to AI infrastructure."
    ),
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH.keys())
def test_sums_spent_on_sites_have_an_owner(text, expected):
    assert missing("en", text, expected, published="2025-02-05") == []


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH.keys())
def test_capex_in_french(text, expected):
    assert missing("fr", text, expected) == []


@pytest.mark.parametrize("text", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_what_several_spend_together_is_an_aggregate(text):
    assert missing("en", text, []) == []
