"""What German and Dutch business pages say for raising, giving, buying, housing and refusing, beyond its plain verb."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import Claim, missing, money

GERMAN: dict[str, tuple[str, list[Claim]]] = {
    "lukrieren, Austrian for raising": (
        "Die Grazer Firma Quantaris hat bei Investoren 18 Millionen Euro lukriert.",
        [{"kind": "funding_round", "recipient": "Quantaris", "amount": money(18, "EUR")}],
    ),
    "there was money from": (
        "Für den Ausbau gab es 90 Millionen Euro von Index Ventures. Das Start-up Solvarix aus Bremen baut KI-Software.",
        [{"kind": "funding_round", "recipient": "Solvarix", "amount": money(90, "EUR")}],
    ),
    "who directs a round leads it": (
        "Quantaris hat 18 Millionen Euro erhalten. Regie führte Speedinvest, mit von der Partie war Cherry Ventures.",
        [{"kind": "funding_round", "recipient": "Quantaris", "leads": ["Speedinvest"]}],
    ),
    "to help out": (
        "Mit 270 Millionen Dollar half Nvidia dem Chipentwickler Corvida aus.",
        [{"kind": "investment", "recipient": "Corvida", "investors": ["NVIDIA"], "amount": money(270)}],
    ),
    "an offer that its target turns down": (
        "Die Offerte von Salesforce über 900 Millionen Dollar hat das KI-Start-up Brightloom ausgeschlagen.",
        [
            {
                "kind": "acquisition", "target": "Brightloom", "acquirer": "Salesforce", "amount": money(900),
                "status": "cancelled",
            }
        ],
    ),
    "there is no such sale": (
        "Einen Verkauf von Corvida gebe es nicht, sagte Firmenchef Jan Brandt. Zuvor hatten Medien von Gesprächen mit Intel geschrieben.",
        [{"kind": "denial", "recipient": "Corvida", "speaker": "Jan Brandt", "status": "denied"}],
    ),
    "an estimate set": (
        "Microsoft hat für das Rechenzentrum in Bergheim eine Milliarde Euro angesetzt.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(1000, "EUR"), "site": "Bergheim"}],
    ),
    "an aside before a list": (
        "AES beliefert nach eigenen Angaben Amazon, Google und Meta mit Strom.",
        [
            {"kind": "capacity", "customer": customer, "provider": "AES", "status": "completed"}
            for customer in ("Amazon", "Google", "Meta")
        ],
    ),
    "for one of several": (
        "Der Konzern Hochtief errichtet unter anderem für Meta ein Rechenzentrum in Louisiana.",
        [{"kind": "capacity", "customer": "Meta", "provider": "Hochtief", "site": "Louisiana"}],
    ),
    "turbines are power for compute": (
        "Die Turbinen für Chevron soll GE Vernova liefern.",
        [{"kind": "capacity", "customer": "Chevron", "provider": "GE Vernova"}],
    ),
    "the worth behind its verb": (
        "Etched hat 500 Millionen Dollar erhalten. Auf 5 Milliarden Dollar beläuft sich der Firmenwert.",
        [{"kind": "funding_round", "recipient": "Etched", "amount": money(500), "valuation": money(5000)}],
    ),
    "chips of two names": (
        "Oracle kauft von Nvidia rund 24.000 Grace-Hopper-Chips.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "NVIDIA"}],
    ),
    "to put up somewhere": (
        "OpenAI bringt seine Modelle künftig bei Oracle unter.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "Oracle"}],
    ),
}  # fmt: skip
DUTCH: dict[str, tuple[str, list[Claim]]] = {
    "to fetch home": (
        "NXP haalt het Eindhovense Kinara in huis voor 307 miljoen dollar.",
        [{"kind": "acquisition", "target": "Kinara", "acquirer": "NXP", "amount": money(307)}],
    ),
    "money found at its backers, a round in its leader's name": (
        "Het Delftse Quantaris vond 12 miljoen euro bij Forward One. De ronde stond op naam van Balderton.",
        [{"kind": "funding_round", "recipient": "Quantaris", "leads": ["Balderton"], "amount": money(12, "EUR")}],
    ),
    "money to go with": (
        "De Utrechtse start-up Medivox heeft er 20 miljoen euro bij. Index Ventures ging voorop, Keen deed opnieuw mee.",
        [{"kind": "funding_round", "recipient": "Medivox", "leads": ["Index Ventures"], "investors": ["Index Ventures", "Keen"]}],
    ),
    "an offer that its target wards off": (
        "De Britse chipmaker Corvida slaat een bod van Meta van 800 miljoen dollar af.",
        [{"kind": "acquisition", "target": "Corvida", "acquirer": "Meta", "amount": money(800), "status": "cancelled"}],
    ),
    "to gainsay": (
        "Philips weerspreekt dat het zijn AI-tak wil verkopen aan Siemens.",
        [{"kind": "denial", "recipient": "Philips", "speaker": "Philips", "status": "denied"}],
    ),
    "where a place is": (
        "In het Engelse Loughton bouwt Microsoft een datacenter van 50 megawatt.",
        [{"kind": "capacity", "customer": "Microsoft", "site": "Loughton"}],
    ),
    "to house": (
        "Mistral heeft zijn modellen ondergebracht bij Nebius.",
        [{"kind": "capacity", "customer": "Mistral AI", "provider": "Nebius"}],
    ),
    "to have a sum to spare": (
        "Google had 2 miljard euro over voor een datacenter in Groningen.",
        [{"kind": "capex", "owner": "Google", "amount": money(2000, "EUR"), "site": "Groningen"}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", GERMAN)
def test_what_german_business_pages_say_for_it(name: str) -> None:
    text, claims = GERMAN[name]
    assert missing("de", text, claims) == []


@pytest.mark.parametrize("name", DUTCH)
def test_what_dutch_business_pages_say_for_it(name: str) -> None:
    text, claims = DUTCH[name]
    assert missing("nl", text, claims) == []
