"""What a sum is paid for: a share of a company is an investment, more than half of one a takeover."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money


@pytest.mark.parametrize(
    ("lang", "text", "investor", "recipient", "amount", "status"),
    [
        ("en", "SAP paid $200 million for 15% of Aleph Alpha.", "SAP", "Aleph Alpha", money(200), "completed"),
        ("en", "Samsung would pay $300 million for about 12% of Nubarium.", "Samsung", "Nubarium", money(300), None),
        ("fr", "Thales a payé 90 millions d'euros pour 8 % d'OVHcloud.", "Thales", "OVHcloud", money(90, "EUR"),
         "completed"),
        ("de", "SAP hat 80 Millionen Euro für 12 Prozent von Infineon gezahlt.", "SAP", "Infineon", money(80, "EUR"),
         "completed"),
        ("es", "Samsung pagó 700 millones de euros por el 9% de Nokia.", "Samsung", "Nokia", money(700, "EUR"),
         "completed"),
        ("it", "Samsung ha pagato 700 milioni di euro per il 9% di Nokia.", "Samsung", "Nokia", money(700, "EUR"),
         "completed"),
        ("pt", "A Samsung pagou 700 milhões de euros por 9% da Nokia.", "Samsung", "Nokia", money(700, "EUR"),
         "completed"),
        ("nl", "Samsung betaalde 700 miljoen euro voor 9 procent van Nokia.", "Samsung", "Nokia", money(700, "EUR"),
         "completed"),
    ],
)  # fmt: skip
def test_a_sum_paid_for_a_share_is_an_investment(
    lang: str, text: str, investor: str, recipient: str, amount: dict[str, object], status: str | None
) -> None:
    claim = {"kind": "investment", "investors": [investor], "recipient": recipient, "amount": amount}

    assert missing(lang, text, [claim | ({"status": status} if status else {})]) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Samsung paid $700 million for 60% of Nokia."),
        ("fr", "Samsung a payé 700 millions de dollars pour 60 % de Nokia."),
        ("es", "Samsung pagó 700 millones de dólares por el 60% de Nokia."),
        ("nl", "Samsung betaalde 700 miljoen dollar voor 60 procent van Nokia."),
    ],
)
def test_a_sum_paid_for_more_than_half_is_a_takeover(lang: str, text: str) -> None:
    claim = {"kind": "acquisition", "acquirer": "Samsung", "target": "Nokia", "amount": money(700)}

    assert missing(lang, text, [claim]) == []


def test_a_share_of_what_a_site_yields_is_no_share_of_a_company() -> None:
    assert missing("en", "Microsoft will pay $300 million for 4% of the output of Nscale's site.", []) == []
