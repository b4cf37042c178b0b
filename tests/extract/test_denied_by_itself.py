"""Who denies that somebody would buy `the company` speaks of itself."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

DENIED: list[Claim] = [
    {
        "kind": "acquisition", "target": "Vantage Data Centers", "acquirer": "Equinix", "amount": money(700, "EUR"),
        "status": "denied",
    },
    {"kind": "denial", "recipient": "Vantage Data Centers", "speaker": "Vantage Data Centers", "status": "denied"},
]  # fmt: skip
CASES = {
    "en": "Vantage Data Centers denied reports that Equinix was about to buy the company for 700 million euros.",
    "fr": "Vantage Data Centers a démenti les informations selon lesquelles Equinix serait prêt à racheter la société pour"
    " 700 millions d'euros.",
    "it": "Vantage Data Centers ha smentito le voci secondo cui Equinix sarebbe pronta a rilevare l'azienda per 700 milioni"
    " di euro.",
    "es": "Vantage Data Centers ha desmentido que Equinix vaya a comprar la compañía por 700 millones de euros.",
}


@pytest.mark.parametrize("lang", CASES)
def test_who_denies_to_be_bought_is_the_company(lang: str) -> None:
    assert missing(lang, CASES[lang], DENIED) == []


def test_the_company_that_a_contract_serves_is_the_other_one() -> None:
    text = "Nebius signed with Meta to provide the tech giant with computing power."
    assert missing("en", text, [{"kind": "capacity", "customer": "Meta", "provider": "Nebius"}]) == []
