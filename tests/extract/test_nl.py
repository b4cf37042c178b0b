"""Deals in Dutch: separable verbs, verb-final clauses, compounds, the passive, hearsay and denials."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "separable verb, led by, list of investors": (
        "De Delftse start-up Nexalith haalt 24 miljoen euro op in een serie A-ronde. De ronde werd geleid door Halden"
        " Ventures. Ook Index Ventures, Brenwick Capital en de bestaande aandeelhouder Forward One deden mee. Het bedrijf"
        " wordt daarmee gewaardeerd op 150 miljoen euro.",
        [
            {
                "kind": "funding_round", "recipient": "Nexalith", "amount": money(24, "EUR"), "stage": "series-a",
                "instrument": "equity", "valuation": money(150, "EUR"), "leads": ["Halden Ventures"],
                "investors": ["Brenwick Capital", "Forward One", "Halden Ventures", "Index Ventures"],
                "status": "completed",
            }
        ],
    ),
    "perfect with the verb last": (
        "Chipontwerper Corvida heeft in een nieuwe financieringsronde zo'n 80 miljoen dollar opgehaald. Het geld komt van"
        " Sequoia Capital en Intel Capital.",
        [
            {
                "kind": "funding_round", "recipient": "Corvida", "amount": money(80, "USD", "about"),
                "investors": ["Intel Capital", "Sequoia"], "status": "completed",
            }
        ],
    ),
    "investor first, passive takeover": (
        "Nvidia steekt twee miljard dollar in Synopsys.\nEerder werd de start-up Tellur Robotics al door Nvidia"
        " overgenomen.",
        [
            {"kind": "investment", "recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000)},
            {"kind": "acquisition", "target": "Tellur Robotics", "acquirer": "NVIDIA", "status": "completed"},
        ],
    ),
    "takeover with infinitive and price": (
        "ASML is van plan om voor 1,2 miljard euro het softwarebedrijf Quorata over te nemen, zo maakte het concern"
        " woensdag bekend.",
        [{"kind": "acquisition", "target": "Quorata", "acquirer": "ASML", "amount": money(1200, "EUR"),
          "status": "announced"}],
    ),
    "takeover, sum first": (
        "Voor 650 miljoen dollar neemt AMD de start-up Brightloom over. Brightloom maakt software waarmee chips worden"
        " gesimuleerd.",
        [{"kind": "acquisition", "target": "Brightloom", "acquirer": "AMD", "amount": money(650)}],
    ),
    "hearsay with zou ... hebben": (
        "Mistral AI zou in een nieuwe ronde 1,7 miljard euro hebben opgehaald. Dat meldt persbureau Bloomberg op basis van"
        " bronnen. De waardering van het Parijse bedrijf bedraagt 11,7 miljard euro.",
        [{"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"),
          "valuation": money(11_700, "EUR"), "status": "reported"}],
    ),
    "talks": (
        "Anthropic is in gesprek met investeerders over een financieringsronde van maximaal vijf miljard dollar.",
        [{"kind": "funding_round", "recipient": "Anthropic", "amount": money(5000, "USD", "up_to"),
          "status": "rumoured"}],
    ),
    "denial with spreekt ... tegen": (
        "Volgens Het Financieele Dagblad zou Cerebras 900 miljoen dollar hebben opgehaald. Een woordvoerder van Cerebras"
        " spreekt het bericht tegen.",
        [
            {"kind": "funding_round", "recipient": "Cerebras", "amount": money(900), "status": "denied"},
            {"kind": "denial", "recipient": "Cerebras", "speaker": "Cerebras", "status": "denied"},
        ],
    ),
    "takeover called off by a party": (
        "Adobe wilde Figma voor 20 miljard dollar kopen. Nu heeft Adobe de overname afgeblazen.",
        [
            {"kind": "acquisition", "target": "Figma", "acquirer": "Adobe", "amount": money(20_000),
             "status": "cancelled"},
            {"kind": "denial", "recipient": "Figma", "speaker": "Adobe", "status": "cancelled"},
        ],
    ),
    "cloud contract": (
        "OpenAI heeft met CoreWeave voor vijf jaar een contract gesloten voor rekenkracht ter waarde van 11,9 miljard"
        " dollar.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "amount": money(11_900),
          "term_years": 5}],
    ),
    "capacity rented, power": (
        "Bij datacenterbedrijf Northgrid huurt Microsoft 200 megawatt aan capaciteit.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Northgrid", "power_mw": megawatts(200)}],
    ),
    "chips supplied": (
        "Chipmaker AMD levert 50.000 MI450-chips aan Oracle.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "AMD"}],
    ),
    "capex with site": (
        "Microsoft wil de komende vier jaar 3,2 miljard euro in datacenters in Noord-Holland investeren.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(3200, "EUR"), "site": "Noord-Holland",
          "status": "announced"}],
    ),
    "capex with trekt ... uit": (
        "Voor de bouw van een datacenter in Eemshaven trekt Google 600 miljoen euro uit.",
        [{"kind": "capex", "owner": "Google", "amount": money(600, "EUR"), "site": "Eemshaven"}],
    ),
    "guarantee": (
        "Google staat voor 1,8 miljard dollar garant voor verplichtingen van cloudaanbieder Fluidstack.",
        [{"kind": "guarantee", "guarantor": "Google", "beneficiary": "Fluidstack", "amount": money(1800)}],
    ),
    "partnership": (
        "Philips en Nvidia gaan samenwerken aan kunstmatige intelligentie voor medische beelden.",
        [{"kind": "partnership", "partners": ["NVIDIA", "Philips"]}],
    ),
    "stake": (
        "Investeringsmaatschappij Brenwick Capital heeft een belang van 15 procent in Corvida.",
        [{"kind": "investment", "recipient": "Corvida", "investors": ["Brenwick Capital"]}],
    ),
    "debt": (
        "CoreWeave sluit een lening van 2,6 miljard dollar af. Morgan Stanley en MUFG verstrekken het geld.",
        [{"kind": "funding_round", "recipient": "CoreWeave", "amount": money(2600), "instrument": "debt"}],
    ),
    "possessive": (
        "Nvidia's investering van vijf miljard dollar in Intel is afgerond.",
        [{"kind": "investment", "recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000),
          "status": "completed"}],
    ),
    "subordinate clause": (
        "Dinsdag werd bekend dat vermogensbeheerder BlackRock 300 miljoen euro in start-up Helsing heeft gestoken, die"
        " software voor drones ontwikkelt.",
        [{"kind": "investment", "recipient": "Helsing", "investors": ["BlackRock"], "amount": money(300, "EUR"),
          "status": "completed"}],
    ),
    "near misses": (
        "Nvidia zag de omzet in het derde kwartaal stijgen naar 57 miljard dollar. De nettowinst kwam uit op 31,9 miljard"
        " dollar.\nNederlandse start-ups haalden in het eerste halfjaar samen 1,6 miljard euro op.\nDurfinvesteerder"
        " Forward One lanceert een nieuw fonds van 360 miljoen euro.\nEen abonnement kost 20 euro per maand.\nDe Europese"
        " Commissie legde Meta een boete van 200 miljoen euro op.",
        [],
    ),
    "news: ronde": (
        "Het Utrechtse Tessera heeft 30 miljoen euro opgehaald bij investeerders, zo maakte het bedrijf "
        "donderdag bekend. De ronde stond onder leiding van Keen Venture Partners; ook Rabo Investments en "
        "het Amerikaanse Bessemer stapten in. Eerder haalde Tessera al 8 miljoen euro op.\n\nHet geld gaat "
        "naar uitbreiding in Duitsland.",
        [
            {"kind": "funding_round", "recipient": "Tessera", "amount": money(30, "EUR"), "leads": ["Keen Venture Partners"], "status": "completed", "date": "2025-06-12"},
            {"kind": "funding_round", "recipient": "Tessera", "amount": money(8, "EUR")},
        ],
        "2025-06-13",
    ),
    "news: asml mistral": (
        "ASML steekt 1,3 miljard euro in het Franse AI-bedrijf Mistral. De chipmachinefabrikant wordt "
        "daarmee met een belang van zo'n 11 procent de grootste aandeelhouder. In totaal haalt Mistral 1,7 "
        "miljard euro op, tegen een waardering van 11,7 miljard euro.",
        [
            {"kind": "investment", "recipient": "Mistral AI", "investors": ["ASML"], "amount": money(1300, "EUR")},
            {"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"), "valuation": money(11_700, "EUR")},
        ],
    ),
    "news: google": (
        "In Winschoten bouwt Google een nieuw datacenter. Met de bouw is een investering van 600 miljoen "
        "euro gemoeid.",
        [
            {"kind": "capex", "owner": "Google", "amount": money(600, "EUR"), "status": "announced"},
        ],
    ),
    "news: nebius": (
        "Het in Amsterdam gevestigde Nebius levert Microsoft de komende vijf jaar rekenkracht vanuit een "
        "datacenter in New Jersey. De deal is 17,4 miljard dollar waard en kan oplopen tot 19,4 miljard "
        "dollar.",
        [
            {"kind": "capacity", "customer": "Microsoft", "provider": "Nebius", "amount": money(17_400)},
        ],
    ),
    "news: overname": (
        "Het Eindhovense Signalis komt in handen van het Duitse Siemens. Hoeveel Siemens voor het "
        "softwarebedrijf betaalt, is niet bekendgemaakt. Het FD meldde vorige week al dat de overname "
        "aanstaande was.",
        [
            {"kind": "acquisition", "target": "Signalis", "acquirer": "Siemens"},
        ],
    ),
    "news: ontkenning": (
        "OpenAI-topman Sam Altman ontkent dat zijn bedrijf onderhandelt over een nieuwe kapitaalronde van "
        "100 miljard dollar.",
        [
            {"kind": "denial", "recipient": "OpenAI", "speaker": "Sam Altman", "status": "denied"},
            {"kind": "funding_round", "recipient": "OpenAI", "amount": money(100_000), "status": "denied"},
        ],
    ),
    "news: geruchten": (
        "Volgens persbureau Reuters overweegt SoftBank om 25 miljard dollar in OpenAI te investeren.",
        [
            {"kind": "investment", "recipient": "OpenAI", "investors": ["SoftBank"], "amount": money(25_000), "status": "rumoured"},
        ],
    ),
    "news: gpu": (
        "Het Finse ministerie bestelt bij Nvidia 4.000 chips voor een supercomputer in Kajaani.",
        [
            {"kind": "capacity", "provider": "NVIDIA"},
        ],
    ),
    "news: lening": (
        "De Europese Investeringsbank leent batterijmaker LeydenJar 60 miljoen euro.",
        [
            {"kind": "investment", "recipient": "LeydenJar", "amount": money(60, "EUR"), "instrument": "debt"},
        ],
    ),
    "news: none": (
        "De omzet van ASML kwam uit op 7,5 miljard euro. Nederlandse datacenters verbruiken samen 1.500 "
        "megawatt. Prime Ventures sluit zijn vijfde fonds op 250 miljoen euro.",
        [
        ],
    ),
    "news: stroom": (
        "Eneco gaat Microsoft 90 megawatt windstroom leveren, staat in een contract dat de bedrijven maandag "
        "tekenden.",
        [
            {"kind": "capacity", "customer": "Microsoft", "provider": "Eneco", "power_mw": megawatts(90)},
        ],
    ),
    "news: passief": (
        "Door een groep investeerders onder aanvoering van EQT is 45 miljoen euro gestoken in Monumental, "
        "een maker van metselrobots uit Amsterdam.",
        [
            {"kind": "funding_round", "recipient": "Monumental", "leads": ["EQT"], "amount": money(45, "EUR")},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deals_of_dutch_articles(case):
    assert missing("nl", *case) == []
