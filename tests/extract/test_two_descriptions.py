"""A sentence of two descriptions, or of one and a name: who acts is not the one acted on, whatever was told before."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

PAID: list[Claim] = [
    {"kind": "investment", "recipient": "Axelera AI", "investors": ["Samsung"], "amount": money(60, "EUR")}
]
RAISED: list[Claim] = [
    {"kind": "funding_round", "recipient": "Axelera AI", "investors": ["Samsung"], "amount": money(60, "EUR")}
]
CASES = {
    "of one trade": ("en", "Samsung works with Axelera AI. The group will put 60 million euros into the chip designer.", PAID),
    "a start-up that no trade tells": (
        "de", "Samsung beteiligt sich an Axelera AI. Der Konzern will 60 Millionen Euro in das Start-up stecken.", PAID,
    ),
    "in French": ("fr", "Samsung entre chez Axelera AI. Le groupe investira 60 millions d'euros dans la start-up.", PAID),
    "an investor brought in": (
        "en", "Axelera AI has won a new backer in Samsung. The group is putting 60 million euros into the company.", PAID,
    ),
    "a partner brought in": ("es", "Axelera AI suma un socio: Samsung. El grupo invertirá 60 millones de euros en la empresa.", PAID),
    "a description told by what it makes": (
        "nl",
        "Axelera AI heeft een nieuwe investeerder gevonden: Samsung. Het concern steekt 60 miljoen euro in de ontwikkelaar"
        " van AI-chips.",
        PAID,
    ),
    "a name behind the description": (
        "nl", "Samsung investeert in Axelera AI. De chipmaker krijgt 60 miljoen euro van Samsung.", RAISED,
    ),
    "a partner whose story it is not": (
        "de", "Nebius holt Samsung als Partner. Das Unternehmen investiert 60 Millionen Euro in ein Rechenzentrum.",
        [{"kind": "capex", "owner": "Nebius", "amount": money(60, "EUR")}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_who_acts_is_not_the_one_acted_on(case: str) -> None:
    lang, text, claims = CASES[case]
    assert missing(lang, text, claims) == []
