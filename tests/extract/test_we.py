"""Whom `we` means in what somebody says: the firm whose officer speaks."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

RAISED: list[Claim] = [
    {"kind": "funding_round", "recipient": "Nubarium", "investors": ["Kibo"], "amount": money(30, "EUR")}
]
RENTED: list[Claim] = [{"kind": "capacity", "customer": "Nubarium", "provider": "Scaleway", "amount": money(30, "EUR")}]
CASES = {
    "en": ('"We have raised 30 million euros from Kibo," said Jane Roe, chief executive of Nubarium.', RAISED),
    "es": ('"Hemos captado 30 millones de euros de Kibo", explica Ana Ruiz, consejera delegada de Nubarium.', RAISED),
    "it": ("«Abbiamo raccolto 30 milioni di euro da Kibo», spiega Anna Rossi, ad di Nubarium.", RAISED),
    "nl": ('"We hebben 30 miljoen euro opgehaald bij Kibo", zegt Anna Smit, topvrouw van Nubarium.', RAISED),
    "de": ("„Wir haben bei Scaleway Rechenleistung für 30 Millionen Euro gebucht“, sagt Jana Roe, Chefin von Nubarium.", RENTED),
    "fr": (
        "« Nous avons signé un contrat de 30 millions d'euros avec Scaleway », indique Jeanne Roux, directrice générale de"
        " Nubarium.",
        RENTED,
    ),
    "pt": (
        '"Vamos contratar 90 engenheiros", diz o executivo da Nubarium. A empresa também fechou contrato com a Scaleway, num'
        " acordo de 30 milhões de euros.",
        RENTED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", CASES)
def test_we_is_the_firm_whose_officer_speaks(lang: str) -> None:
    text, claims = CASES[lang]
    assert missing(lang, text, claims) == []


def test_who_speaks_may_stand_first() -> None:
    text = 'Jane Roe, chief executive of Nubarium, said: "We have raised 30 million euros from Kibo."'
    assert missing("en", text, RAISED) == []


def test_what_an_analyst_expects_is_no_deal_of_his() -> None:
    text = '"We expect OpenAI to raise $20 billion," said Jane Roe, an analyst at Bernstein.'
    assert missing("en", text, [{"kind": "funding_round", "recipient": "OpenAI", "amount": money(20_000)}]) == []
