"""Sums that everyone named gives (`each`), and loans taken out in order to invest."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money


def _given(giver: str, billions: float) -> Claim:
    return {
        "kind": "investment",
        "recipient": "Mistral AI",
        "investors": [giver],
        "amount": money(billions * 1000, "EUR"),
    }


BOTH = [_given("NVIDIA", 2), _given("Microsoft", 2)]
EACH = {
    "en": "Nvidia and Microsoft will each put 2 billion euros into Mistral AI.",
    "de": "Nvidia und Microsoft stecken je zwei Milliarden Euro in Mistral AI.",
    "fr": "Nvidia et Microsoft mettront chacun 2 milliards d'euros dans Mistral AI.",
    "it": "Nvidia e Microsoft investiranno ciascuna 2 miliardi di euro in Mistral AI.",
    "nl": "Nvidia en Microsoft steken elk 2 miljard euro in Mistral AI.",
    "es": "Nvidia y Microsoft invertirán cada una 2.000 millones de euros en Mistral AI.",
    "pt": "Nvidia e Microsoft vão investir cada uma 2 bilhões de euros na Mistral AI.",
}
BORROWED: list[Claim] = [
    {"kind": "funding_round", "recipient": "SoftBank", "investors": ["JPMorgan"], "amount": money(8000)}
]
LOANS = {
    "a verb behind it": ("fr", "SoftBank a contracté un prêt de 8 milliards de dollars auprès de JPMorgan pour investir dans OpenAI."),
    "a noun behind it": ("en", "SoftBank has taken out an $8 billion loan from JPMorgan to fund its investment in OpenAI."),
    "a noun behind another verb": (
        "it", "SoftBank ha ottenuto da JPMorgan un prestito da 8 miliardi di dollari per finanziare l'investimento in OpenAI.",
    ),
    "a verb that closes the sentence": ("de", "SoftBank hat sich bei JPMorgan 8 Milliarden Dollar geliehen, um sie in OpenAI zu stecken."),
}  # fmt: skip


@pytest.mark.parametrize("lang", EACH)
def test_what_each_gives_are_as_many_investments(lang: str) -> None:
    assert missing(lang, EACH[lang], BOTH) == []


def test_a_sum_of_both_together_is_one_investment() -> None:
    text = "Nvidia and Microsoft will put 2 billion euros into Mistral AI."
    assert missing("en", text, [_given("NVIDIA", 2) | {"investors": ["Microsoft", "NVIDIA"]}]) == []


@pytest.mark.parametrize("case", LOANS)
def test_who_borrows_to_invest_takes_the_loan(case: str) -> None:
    assert missing(*LOANS[case], BORROWED) == []


def test_a_loan_into_a_firm_is_taken_by_it() -> None:
    text = "JPMorgan provided an $8 billion loan to OpenAI."
    assert missing("en", text, [{"kind": "investment", "recipient": "OpenAI", "investors": ["JPMorgan"]}]) == []
