"""Whom pronouns mean that are also articles or stand for many things; what a denial is that is negated behind its verb."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

BOUGHT: list[Claim] = [
    {"kind": "funding_round", "recipient": "Lumetra", "amount": money(40, "EUR")},
    {"kind": "acquisition", "target": "Tavaro", "acquirer": "Lumetra"},
]
ALLIED: list[Claim] = [{"kind": "partnership", "partners": ["KPN", "Veltrix"]}]
SOLD_SHARES: list[Claim] = [
    {
        "kind": "funding_round", "recipient": "Lumetra", "investors": ["Halden Ventures"], "amount": money(90),
        "valuation": money(3000),
    }
]  # fmt: skip
CLIENTS: list[Claim] = [
    {"kind": "capacity", "customer": "Microsoft", "provider": "Nebius", "amount": money(17400)},
    {"kind": "capacity", "customer": "Meta", "provider": "Nebius", "amount": money(3000)},
]
ENTERED: list[Claim] = [
    {"kind": "investment", "recipient": "Fluxion", "investors": ["NVIDIA"], "amount": money(200), "status": "completed"}
]
SOLD: list[Claim] = [{"kind": "acquisition", "target": "Tavaro", "acquirer": "Renesas", "amount": money(90, "EUR")}]
CASES = [
    pytest.param(
        "nl",
        "In mei tekende Microsoft bij Nebius een contract van 17,4 miljard dollar voor rekenkracht. Daarna volgde Meta,"
        " goed voor 3 miljard dollar.",
        CLIENTS,
        id="nl: another customer follows",
    ),
    pytest.param(
        "de", "Nvidia ist mit 200 Millionen Dollar bei dem Start-up Fluxion eingestiegen.", ENTERED,
        id="de: a perfect with the auxiliary of the passive",
    ),
    pytest.param(
        "nl", "Chipbedrijf Tavaro is verkocht aan het Japanse Renesas, voor 90 miljoen euro.", SOLD, id="nl: sold, passive",
    ),
    pytest.param(
        "de", "Das Start-up Lumetra hat 40 Millionen Euro eingesammelt. Außerdem übernimmt es die Firma Tavaro.", BOUGHT,
        id="de: es",
    ),
    pytest.param(
        "nl", "De start-up Lumetra haalde 40 miljoen euro op. Daarnaast neemt het de Deense rivaal Tavaro over.", BOUGHT,
        id="nl: het, no article",
    ),
    pytest.param(
        "nl", "KPN en start-up Veltrix bouwen een taalmodel. Ze tekenden daarvoor een samenwerkingsovereenkomst.", ALLIED,
        id="nl: ze, beside a plural",
    ),
    pytest.param(
        "de",
        "Beschäftigte von Lumetra haben Aktien im Wert von 90 Millionen Dollar an Halden Ventures verkauft, was Lumetra"
        " auf drei Milliarden Dollar taxierte.",
        SOLD_SHARES,
        id="de: the verb of selling closes the clause",
    ),
    pytest.param("de", "Lumetra will wachsen. Zukäufe schließt die Firma nicht aus.", [], id="de: negation behind the verb"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "claims"), CASES)
def test_references_and_negation(lang: str, text: str, claims: list[Claim]) -> None:
    assert missing(lang, text, claims) == []


def test_a_sentence_may_open_with_its_sum() -> None:
    text = "Das Start-up Lumetra zieht es in die USA. 48 Millionen Dollar hat es dafür von Halden Ventures erhalten."
    claim = {
        "kind": "funding_round", "recipient": "Lumetra", "investors": ["Halden Ventures"], "amount": money(48),
    }  # fmt: skip
    assert missing("de", text, [claim]) == []


def test_years_ago_are_a_date() -> None:
    text = "Vor zwei Jahren hatte das Start-up Lumetra neun Millionen Euro eingesammelt."
    claim = {"kind": "funding_round", "recipient": "Lumetra", "amount": money(9, "EUR"), "date": "2024"}
    assert missing("de", text, [claim], published="2026-04-15") == []
