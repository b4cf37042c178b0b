"""Constructions that German and Dutch share: verbs that frame their clause, agents before participles, bare subjects."""

from __future__ import annotations

import pytest

from pipeline.extract.reading.descriptions import lexicon_of
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
PUT_IN: list[Claim] = [
    {"kind": "investment", "recipient": "Mistral AI", "investors": ["ASML"], "amount": money(1300, "EUR")}
]
DEALS |= {
    "money goes to whom `bei` names before its verb": (
        PUT_IN,
        {
            "de": "ASML hat bei Mistral 1,3 Milliarden Euro investiert.",
            "nl": "ASML heeft bij Mistral 1,3 miljard euro geïnvesteerd.",
        },
    ),
}
PRICED: list[Claim] = [{"kind": "acquisition", "target": "Veltrix", "acquirer": "SAP", "amount": money(90, "EUR")}]
BOUGHT: list[Claim] = [{"kind": "acquisition", "target": "Veltrix", "acquirer": "SAP"}]
ALLIED: list[Claim] = [{"kind": "partnership", "partners": ["NVIDIA", "Siemens"]}]
OFFICER: list[Claim] = [{"kind": "denial", "recipient": "Mistral AI", "speaker": "Arthur Mensch", "status": "denied"}]
BLOCKED: list[Claim] = [
    {"kind": "acquisition", "target": "Veltrix", "acquirer": "Grammarly", "status": "cancelled"},
    {"kind": "denial", "recipient": "Veltrix", "status": "cancelled"},
]
DEALS |= {
    "a company goes to its buyer": (
        PRICED,
        {
            "de": "Veltrix geht für 90 Millionen Euro an SAP.",
            "nl": "Veltrix komt voor 90 miljoen euro in handen van SAP.",
        },
    ),
    "the buyer pays in the next sentence": (
        PRICED,
        {
            "de": "SAP übernimmt das Start-up Veltrix. In bar zahlt SAP dafür 90 Millionen Euro.",
            "nl": "SAP neemt de start-up Veltrix over. SAP betaalt 90 miljoen euro in contanten.",
        },
    ),
    "a majority is a takeover": (
        BOUGHT,
        {
            "de": "SAP erwirbt die Mehrheit an Veltrix.",
            "nl": "SAP neemt een meerderheidsbelang in Veltrix.",
        },
    ),
    "a fronted noun, and who does it behind the verb": (
        BOUGHT,
        {
            "de": "Mit der Übernahme des Start-ups Veltrix verstärkt SAP seine Forschung.",
            "nl": "Met de overname van Veltrix versterkt SAP zijn onderzoek.",
        },
    ),
    "a partner joins in what is made": (
        ALLIED,
        {
            "de": "Gemeinsam mit Nvidia entwickelt Siemens ein Betriebssystem für industrielle KI.",
            "nl": "Samen met Nvidia ontwikkelt Siemens AI-modellen voor fabrieken.",
        },
    ),
    "an officer denies what a suitor wants": (
        OFFICER,
        {
            "de": "Gerüchte über einen Kauf durch Apple wies Mistral-Chef Arthur Mensch zurück.",
            "nl": "Een overname door Apple noemt Mistral-topman Arthur Mensch uitgesloten.",
        },
    ),
    "an authority forbids": (
        BLOCKED,
        {
            "de": "Das Bundeskartellamt hat die Übernahme von Veltrix durch Grammarly untersagt.",
            "nl": "De ACM verbiedt de overname van Veltrix door Grammarly.",
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


def test_an_article_opens_a_relative_clause_that_a_verb_closes() -> None:
    text = "40 Millionen Euro hat Veltrix AI, das Krankenhäusern Software verkauft, in einer Serie A eingesammelt."
    assert missing("de", text, [{"kind": "funding_round", "recipient": "Veltrix AI", "amount": money(40, "EUR")}]) == []


def test_a_name_that_looks_like_a_noun_is_known_from_its_long_form() -> None:
    text = (
        "Das Start-up Nordwerk AI baut Roboter. Nordwerk entwickelt dafür eine Software. Im Oktober hatte das Unternehmen"
        " eine Series B über 85 Millionen Euro abgeschlossen."
    )
    round_ = {"kind": "funding_round", "recipient": "Nordwerk AI", "amount": money(85, "EUR"), "stage": "series-b"}
    assert missing("de", text, [round_]) == []


SOLD_SHARE: list[Claim] = [
    {"kind": "investment", "recipient": "Corvex", "investors": ["ASML"], "amount": money(50, "EUR")}
]
SUPPLIED: list[Claim] = [{"kind": "capacity", "customer": "Veltrix", "provider": "NVIDIA"}]
VOUCHED: list[Claim] = [
    {"kind": "guarantee", "beneficiary": "Fluidstack", "guarantor": "Google", "amount": money(1400)}
]  # fmt: skip
MINORITY: list[Claim] = [{"kind": "investment", "recipient": "Silvacore", "investors": ["ASML"], "status": "completed"}]
TAKEN_ON: list[Claim] = [{"kind": "capacity", "customer": "Meta", "provider": "Nebius"}]
UNSIZED: list[Claim] = [{"kind": "acquisition", "target": "Velkor", "acquirer": "KPN"}]
SOLD_ON: list[Claim] = [
    {"kind": "acquisition", "target": "Corvex", "acquirer": "ASML", "status": "completed"},
]
REJECTED: list[Claim] = [
    {"kind": "denial", "recipient": "Veltrix", "speaker": "Robin Roe", "status": "denied"},
]
MORE = {
    "one company sells another": (
        SOLD_ON,
        {
            "de": "Philips hat das Start-up Corvex an ASML verkauft.",
            "nl": "Philips heeft de start-up Corvex verkocht aan ASML.",
        },
    ),
    "a clause that opens the sentence is denied": (
        REJECTED,
        {
            "de": "Das Start-up Veltrix wächst. Dass Adobe die Firma kaufen wolle, nannte Veltrix-Chef Robin Roe „Quatsch“.",
            "nl": "De start-up Veltrix groeit. Dat Adobe het bedrijf wil kopen, noemde Veltrix-topman Robin Roe ‘onzin’.",
        },
    ),
    "a share is sold": (
        SOLD_SHARE,
        {
            "de": "Siemens verkauft 20 Prozent von Corvex für 50 Millionen Euro an ASML.",
            "nl": "Philips verkoopt 20 procent van Corvex voor 50 miljoen euro aan ASML.",
        },
    ),
    "who gets something delivered is supplied": (
        SUPPLIED,
        {
            "de": "Das Start-up Veltrix bekommt von Nvidia ab Mai 5.000 Chips geliefert.",
            "nl": "De start-up Veltrix krijgt van Nvidia vanaf mei 5.000 chips geleverd.",
        },
    ),
    "to take over somebody's rent is to vouch for it": (
        VOUCHED,
        {
            "de": "Google übernimmt 1,4 Milliarden Dollar der Mietzahlungen von Fluidstack.",
            "nl": "Google dekt 1,4 miljard dollar van de huurverplichtingen van Fluidstack.",
        },
    ),
    "a minority": (
        MINORITY,
        {
            "de": "ASML erwarb eine Minderheitsbeteiligung an Silvacore.",
            "nl": "ASML nam een minderheidsbelang in Silvacore.",
        },
    ),
    "won as a customer": (
        TAKEN_ON,
        {
            "de": "Nebius gewann Meta als Kunden für seine Cloud.",
            "nl": "Nebius won Meta als klant voor zijn cloud.",
        },
    ),
    "hundreds of millions are no sum": (
        UNSIZED,
        {
            "de": "KPN zahlt mehrere hundert Millionen Euro für das Start-up Velkor.",
            "nl": "KPN betaalt enkele honderden miljoenen euro's voor de start-up Velkor.",
        },
    ),
}


@pytest.mark.parametrize("lang", ["de", "nl"])
@pytest.mark.parametrize("name", MORE)
def test_shares_supplies_and_vouching_are_told_alike(name: str, lang: str) -> None:
    claims, texts = MORE[name]
    assert missing(lang, texts[lang], claims) == []


def test_who_is_said_to_say_so_parts_no_valuation_from_its_figure() -> None:
    text = (
        "Das Start-up Veltrix sammelt 180 Millionen Euro ein. Die Bewertung liege nun, wie aus Finanzkreisen zu hören ist,"
        " bei einer Milliarde Euro."
    )
    round_ = {
        "kind": "funding_round",
        "recipient": "Veltrix",
        "amount": money(180, "EUR"),
        "valuation": money(1000, "EUR"),
    }
    assert missing("de", text, [round_]) == []


def test_what_rises_from_one_sum_to_another_is_no_range() -> None:
    text = "Google erhöht seine Investitionen in Rechenzentren in Hanau von drei auf fünf Milliarden Euro."
    assert missing("de", text, [{"kind": "capex", "owner": "Google", "amount": money(5000, "EUR")}]) == []


SUPPLIED: list[Claim] = [
    {"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "power_mw": {"value": 200, "bound": "exact"}}
]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "OpenAI heeft een contract voor 200 MW met datacenterverhuurder CoreWeave."),
        ("nl", "OpenAI tekende een contract voor 200 MW met leverancier CoreWeave."),
        ("nl", "OpenAI tekende met CoreWeave een datacenterhuurcontract voor 200 MW."),
        ("de", "OpenAI hat einen Vertrag über 200 MW mit Rechenzentrumsvermieter CoreWeave."),
        ("de", "OpenAI hat mit CoreWeave einen Rechenzentrumsmietvertrag über 200 MW unterschrieben."),
    ],
)
def test_the_longest_ending_of_a_compound_says_who_lets_and_what_is_let(lang: str, text: str) -> None:
    assert missing(lang, text, SUPPLIED) == []


@pytest.mark.parametrize(
    ("lang", "word", "labels"),
    [
        ("nl", "datacenterverhuurder", {"org_noun", "supplier"}),
        ("nl", "kantoorhuurder", {"customer"}),
        ("nl", "datacenterhuurcontract", {"contract", "lease"}),
        ("de", "büromietvertrags", {"contract", "lease"}),
        ("de", "stromvertrags", {"contract"}),
    ],
)
def test_a_compound_is_what_its_longest_known_ending_is(lang: str, word: str, labels: set[str]) -> None:
    assert lexicon_of(lang).alone(word) == labels
