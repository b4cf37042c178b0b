"""Loans with a guarantor: who borrowed is backed for the sum of the loan, and equal sums of two deals stay two."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "CoreWeave got a €600 million loan from Blackstone, guaranteed by Nvidia."),
        ("en", "CoreWeave borrowed €600 million from Blackstone. Nvidia has guaranteed the loan."),
        ("fr", "CoreWeave a emprunté 600 millions d'euros auprès de Blackstone. Le prêt est garanti par Nvidia."),
        ("de", "CoreWeave erhält von Blackstone einen Kredit über 600 Millionen Euro. Nvidia bürgt für den Kredit."),
        ("es", "CoreWeave ha recibido un préstamo de 600 millones de euros de Blackstone con el aval de Nvidia."),
        ("it", "CoreWeave ha ottenuto un prestito da 600 milioni di euro da Blackstone, garantito da Nvidia."),
        ("pt", "A CoreWeave obteve um empréstimo de 600 milhões de euros da Blackstone, garantido pela Nvidia."),
    ],
)
def test_who_guarantees_a_loan_backs_who_borrowed(lang: str, text: str) -> None:
    loan = {"kind": "funding_round", "recipient": "CoreWeave", "investors": ["Blackstone"], "instrument": "debt"}
    guarantee = {"kind": "guarantee", "beneficiary": "CoreWeave", "guarantor": "NVIDIA"}

    assert missing(lang, text, [claim | {"amount": money(600, "EUR")} for claim in (loan, guarantee)]) == []


def test_a_loan_without_a_guarantor_has_none() -> None:
    text = "CoreWeave borrowed €600 million from Blackstone. Nvidia praised the loan."
    loan = {"kind": "funding_round", "recipient": "CoreWeave", "amount": money(600, "EUR")}

    assert missing("en", text, [loan]) == []


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        ("en", "Nebius raised $4 billion. It has also signed a $4 billion contract with Meta.", "capacity"),
        ("fr", "Nebius a levé 4 milliards de dollars. Nebius a signé un contrat de 4 milliards de dollars avec Meta.",
         "capacity"),
        ("en", "Nebius raised $4 billion. Nebius also bought Nscale for $4 billion.", "acquisition"),
    ],
)  # fmt: skip
def test_equal_sums_of_two_deals_stay_two(lang: str, text: str, second: str) -> None:
    claims = [{"kind": kind, "amount": money(4000)} for kind in ("funding_round", second)]

    assert missing(lang, text, claims) == []


def test_a_sum_said_again_is_one_deal() -> None:
    text = "Nebius raised $4 billion from Accel. The $4 billion investment is its largest."

    assert missing("en", text, [{"kind": "funding_round", "amount": money(4000)}]) == []
