"""Constructions that German and Dutch share: verbs that frame their clause, agents before participles, bare subjects."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

LED_ROUND: list[Claim] = [
    {"kind": "funding_round", "recipient": "Veltrix", "amount": money(40, "EUR"), "leads": ["Halden Ventures"]}
]
GIVEN: list[Claim] = [
    {
        "kind": "investment", "recipient": "Veltrix", "investors": ["Corvus Capital", "Halden Ventures"],
        "amount": money(35, "EUR"),
    }
]  # fmt: skip
TAKEN_OVER: list[Claim] = [{"kind": "acquisition", "target": "Veltrix", "acquirer": "Grammarly"}]
GROWN: list[Claim] = [
    {"kind": "funding_round", "recipient": "Veltrix", "amount": money(80, "EUR"), "stage": "series-c"}
]
SECURED: list[Claim] = [{"kind": "funding_round", "recipient": "Lumetra", "amount": money(12, "EUR")}]
BONDS: list[Claim] = [
    {"kind": "funding_round", "recipient": "Veltrix", "amount": money(400, "EUR"), "instrument": "debt"}
]
DEALS: dict[str, tuple[list[Claim], dict[str, str]]] = {
    "the agent stands before its participle": (
        LED_ROUND,
        {
            "de": "Veltrix erhält 40 Millionen Euro. Die Runde wird von Halden Ventures angeführt.",
            "nl": "Veltrix krijgt 40 miljoen euro. De ronde wordt door Halden Ventures geleid.",
        },
    ),
    "the role opens the clause, the name closes it": (
        LED_ROUND,
        {
            "de": "Lead-Investor der 40-Millionen-Euro-Runde von Veltrix ist Halden Ventures.",
            "nl": "Hoofdinvesteerder in de ronde van 40 miljoen euro van Veltrix is Halden Ventures.",
        },
    ),
    "a noun for investors opens the clause": (
        GIVEN,
        {
            "de": "Die Investoren Halden Ventures und Corvus Capital geben Veltrix 35 Millionen Euro.",
            "nl": "Investeerders Halden Ventures en Corvus Capital geven Veltrix 35 miljoen euro.",
        },
    ),
    "auxiliary and participle frame an unknown name's clause": (
        TAKEN_OVER,
        {
            "de": "Veltrix wird vom US-Konzern Grammarly übernommen.",
            "nl": "Veltrix wordt door het Amerikaanse Grammarly overgenomen.",
        },
    ),
    "a round of one's own grows": (
        GROWN,
        {
            "de": "Veltrix stockt seine Series C um 80 Millionen Euro auf.",
            "nl": "Veltrix breidt zijn series C uit met 80 miljoen euro.",
        },
    ),
    "to secure money, not compute": (
        SECURED,
        {
            "de": "Das Hamburger Start-up Lumetra hat sich 12 Millionen Euro gesichert.",
            "nl": "De Utrechtse start-up Lumetra verzekert zich van 12 miljoen euro.",
        },
    ),
    "to give out bonds": (
        BONDS,
        {
            "de": "Veltrix gibt eine Anleihe über 400 Millionen Euro aus.",
            "nl": "Veltrix geeft voor 400 miljoen euro aan obligaties uit.",
        },
    ),
}
CASES = [
    pytest.param(lang, text, claims, id=f"{lang}: {name}")
    for name, (claims, texts) in DEALS.items()
    for lang, text in texts.items()
]


@pytest.mark.parametrize(("lang", "text", "claims"), CASES)
def test_both_languages_tell_the_same_deal(lang: str, text: str, claims: list[Claim]) -> None:
    assert missing(lang, text, claims) == []
