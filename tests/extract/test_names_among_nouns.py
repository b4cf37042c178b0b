"""Names where capitals tell little: compounds, nouns and offices before a name, towns in front of a report."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

RAISED: Claim = {"kind": "funding_round", "recipient": "Wellenwerk", "amount": money(40, "EUR")}
BOUGHT: Claim = {"kind": "acquisition", "target": "Velkor", "acquirer": "Nice", "amount": money(90, "EUR")}
TAKEN_IN: Claim = {"kind": "acquisition", "target": "Velkor", "acquirer": "NXP"}
CASES = [
    pytest.param("de", "Das Potsdamer Start-up Wellenwerk hat 40 Millionen Euro eingesammelt.", RAISED, id="noun ending"),
    pytest.param(
        "de", "Für 90 Millionen Euro übernimmt der israelische Softwarekonzern Nice das Start-up Velkor.", BOUGHT,
        id="a firm named like a town",
    ),
    pytest.param(
        "de", "Mainz/Kiel - Die Plattform Velkor ging für 90 Millionen Euro an den Softwarekonzern Nice.", BOUGHT,
        id="towns without an agency",
    ),
    pytest.param("nl", "EINDHOVEN (ANP) - Chipconcern NXP lijft het Delftse Velkor in.", TAKEN_IN, id="a noun, then a name"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "claim"), CASES)
def test_what_stands_before_a_name_is_no_part_of_it(lang: str, text: str, claim: Claim) -> None:
    assert missing(lang, text, [claim]) == []


def test_an_item_of_a_digest_is_about_the_name_that_heads_it() -> None:
    text = "Parloa: 350 Millionen Dollar hat die Firma eingesammelt.\n\nHelsing: Der Rüstungskonzern übernimmt Velkor."
    claims: list[Claim] = [
        {"kind": "funding_round", "recipient": "Parloa"},
        {"kind": "acquisition", "target": "Velkor", "acquirer": "Helsing"},
    ]
    assert missing("de", text, claims) == []


def test_a_verb_that_opens_its_sentence_is_no_name() -> None:
    text = "Oracle baut in Köln ein Rechenzentrum. Laufen sollen darin 24.000 Chips von AMD."
    assert missing("de", text, [{"kind": "capacity", "customer": "Oracle", "provider": "AMD"}]) == []


def test_cash_is_no_place_that_a_company_is_bought_in() -> None:
    text = "SAP kauft für 900 Millionen Euro in bar das Münchner KI-Start-up Nordwerk."
    claim = {"kind": "acquisition", "acquirer": "SAP", "target": "Nordwerk", "amount": money(900, "EUR")}

    assert missing("de", text, [claim]) == []
