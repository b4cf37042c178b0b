"""Digests and newsletters: every item speaks of another company, and adds nothing to the one before."""

from __future__ import annotations

from tests.extract.deal_cases import missing, money

ITEMS = """Who raised what this week:

• **Ostrelle** (London), which reads contracts, banked a £31M Series B. Balderton Capital led; Creandum came along.

• **Pellworth**, the maker of picking robots, has closed a $14.5M seed extension from Bessemer and Toyota Ventures.

• **Quarrow Loop**, a start-up for photonic chips, came out of stealth with $60M in the bank. Intel Capital wrote the largest check, according to the company.

• **Tarnova**: more than $200M at a $1.8B post-money. Coatue is said to be leading.
"""


def test_items_of_a_list_tell_a_round_each() -> None:
    expected = [
        {"recipient": "Ostrelle", "amount": money(31, "GBP"), "stage": "series-b", "leads": ["Balderton"],
         "investors": ["Balderton", "Creandum"]},
        {"recipient": "Pellworth", "amount": money(14.5), "stage": "seed", "investors": ["Bessemer", "Toyota Ventures"]},
        {"recipient": "Quarrow Loop", "amount": money(60), "investors": ["Intel Capital"]},
        {"recipient": "Tarnova", "amount": money(200, bound="at_least"), "valuation": money(1800), "leads": ["Coatue"],
         "status": "reported"},
    ]  # fmt: skip

    assert missing("en", ITEMS, [{"kind": "funding_round", **claim} for claim in expected]) == []


def test_averages_and_regions_raise_nothing() -> None:
    text = (
        "The average AI seed round in the US crossed $4.2M in May. The Americas took $63 billion, Europe $13 billion."
    )

    assert missing("en", text, []) == []


def test_a_company_in_bold_is_bought_in_passing() -> None:
    text = (
        "**Snowflake** is picking up **Crandle Data**, the Postgres shop, for around $250M, a deal announced last week."
    )
    deal = {
        "kind": "acquisition",
        "target": "Crandle Data",
        "acquirer": "Snowflake",
        "amount": money(250, bound="about"),
    }

    assert missing("en", text, [deal], published="2025-06-13") == []
