"""Chips that somebody supplies for a site told before: for whom they are is whom the sentences before were about."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money


def _chips(customer: str | None, count: int, maker: str = "NVIDIA") -> Claim:
    chips = {"value": count, "bound": "exact"}
    return {"kind": "capacity", "customer": customer, "provider": maker, "accelerators": chips}


def _lent(borrower: str, lender: str) -> Claim:
    return {"kind": "funding_round", "recipient": borrower, "investors": [lender], "amount": money(90, "EUR")}


CASES = {
    "supplied, in French": (
        "fr",
        "Voltarion a emprunté 90 millions d'euros à BNP Paribas. Le site abritera 4.000 puces fournies par Nvidia.",
        [_lent("Voltarion", "BNP Paribas"), _chips("Voltarion", 4000)],
    ),
    "supplied, by no backer of the loan": (
        "en",
        "Mistral has borrowed 90 million euros from BNP Paribas for its data centre. The site will house 4,000 chips"
        " supplied by AMD.",
        [_lent("Mistral AI", "BNP Paribas"), _chips("Mistral AI", 4000, "AMD")],
    ),
    "in a relative clause": (
        "de",
        "Voltarion hat von der KfW 90 Millionen Euro Kredit erhalten. In dem Rechenzentrum sollen 4.000 Chips laufen, die"
        " Nvidia liefert.",
        [_lent("Voltarion", "KfW"), _chips("Voltarion", 4000)],
    ),
    "what is built": ("nl", "Yondr bouwt een datacenter. Het complex krijgt 4.000 GPU's, geleverd door Nvidia.", [_chips("Yondr", 4000)]),
    "a supercomputer": (
        "it", "Domyn costruirà un supercomputer. Il supercomputer conterà 4.000 chip forniti da Nvidia.", [_chips("Domyn", 4000)],
    ),
    "a site that nobody told of": (
        "en", "Firmus is growing. A data centre in Tasmania will house 4,000 chips supplied by Nvidia.", [_chips(None, 4000)],
    ),
    "a maker that tells of itself": (
        "en", "Nvidia's sales rose. The data centre will house 4,000 chips supplied by Nvidia.", [_chips(None, 4000)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_chips_for_a_site_are_for_whom_the_text_speaks_of(case: str) -> None:
    lang, text, claims = CASES[case]
    assert missing(lang, text, claims) == []
