"""Deals in German: separable verbs, verb-final clauses, compounds, the passive, hearsay and denials."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "separable verb, led by, list of investors": (
        "Das Münchner KI-Startup Nexalith sammelt in einer Serie-A-Runde 24 Millionen Euro ein. Angeführt wurde die"
        " Finanzierungsrunde von Halden Ventures. Außerdem beteiligten sich Index Ventures, Brenwick Capital und der"
        " Bestandsinvestor Cherry Ventures. Das Unternehmen wird dabei mit 150 Millionen Euro bewertet.",
        [
            {
                "kind": "funding_round", "recipient": "Nexalith", "amount": money(24, "EUR"), "stage": "series-a",
                "instrument": "equity", "valuation": money(150, "EUR"), "leads": ["Halden Ventures"],
                "investors": ["Brenwick Capital", "Cherry Ventures", "Halden Ventures", "Index Ventures"],
                "status": "completed",
            }
        ],
    ),
    "perfect with the verb last": (
        "Der Chipentwickler Corvida hat in einer neuen Finanzierungsrunde rund 80 Millionen Dollar erhalten. Die"
        " Runde führte Sequoia Capital an. Auch Intel Capital beteiligte sich.",
        [
            {
                "kind": "funding_round", "recipient": "Corvida", "amount": money(80, "USD", "about"),
                "leads": ["Sequoia"], "investors": ["Intel Capital", "Sequoia"], "status": "completed",
            }
        ],
    ),
    "investor first, percentage, passive": (
        "Nvidia kauft für zwei Milliarden Dollar Aktien von Synopsys.\nZuvor war bereits das Startup Tellur Robotics von Nvidia übernommen worden.",
        [
            {"kind": "investment", "recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000),
             "instrument": "equity"},
            {"kind": "acquisition", "target": "Tellur Robotics", "acquirer": "NVIDIA", "status": "completed"},
        ],
    ),
    "takeover with zu-infinitive and price": (
        "SAP hat angekündigt, den Datenspezialisten Quorata für 1,2 Milliarden Euro zu übernehmen. Der Abschluss der"
        " Transaktion wird für das dritte Quartal erwartet.",
        [
            {"kind": "acquisition", "target": "Quorata", "acquirer": "SAP", "amount": money(1200, "EUR"),
             "status": "announced"},
        ],
    ),
    "takeover, sum first": (
        "Für 650 Millionen Dollar übernimmt AMD das Startup Brightloom. Brightloom entwickelt Software für die"
        " Simulation von Chips.",
        [{"kind": "acquisition", "target": "Brightloom", "acquirer": "AMD", "amount": money(650)}],
    ),
    "hearsay with soll ... haben": (
        "Mistral AI soll in einer neuen Runde 1,7 Milliarden Euro eingesammelt haben. Das berichtet Bloomberg unter"
        " Berufung auf Insider. Die Bewertung des Pariser Unternehmens liege bei 11,7 Milliarden Euro.",
        [
            {"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"),
             "valuation": money(11_700, "EUR"), "status": "reported"},
        ],
    ),
    "talks": (
        "Anthropic führt laut einem Bericht Gespräche über eine Finanzierungsrunde von bis zu fünf Milliarden Dollar."
        " Auch der Staatsfonds QIA könnte sich beteiligen.",
        [{"kind": "funding_round", "recipient": "Anthropic", "amount": money(5000, "USD", "up_to"),
          "status": "rumoured"}],
    ),
    "denial with weist ... zurück": (
        "Cerebras soll nach Informationen des Handelsblatts vor einer Kapitalerhöhung über 900 Millionen Dollar stehen."
        " Ein Sprecher von Cerebras dementierte den Bericht.",
        [
            {"kind": "funding_round", "recipient": "Cerebras", "amount": money(900), "status": "denied"},
            {"kind": "denial", "recipient": "Cerebras", "speaker": "Cerebras", "status": "denied"},
        ],
    ),
    "takeover called off by a party": (
        "Adobe wollte Figma für 20 Milliarden Dollar kaufen. Nun hat Adobe die Übernahme abgesagt.",
        [
            {"kind": "acquisition", "target": "Figma", "acquirer": "Adobe", "amount": money(20_000),
             "status": "cancelled"},
            {"kind": "denial", "recipient": "Figma", "speaker": "Adobe", "status": "cancelled"},
        ],
    ),
    "cloud contract": (
        "OpenAI hat mit CoreWeave für fünf Jahre einen Vertrag über Rechenleistung im Wert von 11,9 Milliarden Dollar"
        " geschlossen.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "amount": money(11_900),
          "term_years": 5}],
    ),
    "capacity rented, power": (
        "Bei dem Rechenzentrumsbetreiber Northgrid mietet Microsoft 200 Megawatt an Leistung an.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Northgrid", "power_mw": megawatts(200)}],
    ),
    "chips supplied": (
        "Der Chiphersteller AMD liefert 50.000 Beschleuniger vom Typ MI450 an Oracle.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "AMD"}],
    ),
    "capex with site": (
        "Microsoft will in den kommenden vier Jahren 3,2 Milliarden Euro in Rechenzentren in Nordrhein-Westfalen"
        " investieren.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(3200, "EUR"), "site": "Nordrhein-Westfalen",
          "status": "announced"}],
    ),
    "capex with bereitstellen": (
        "Für den Bau eines KI-Rechenzentrums in Lübbenau stellt die Schwarz-Gruppe elf Milliarden Euro bereit.",
        [{"kind": "capex", "owner": "Schwarz-Gruppe", "amount": money(11_000, "EUR"), "site": "Lübbenau"}],
    ),
    "guarantee": (
        "Google bürgt für Verpflichtungen des Cloud-Anbieters Fluidstack in Höhe von 1,8 Milliarden Dollar.",
        [{"kind": "guarantee", "guarantor": "Google", "beneficiary": "Fluidstack", "amount": money(1800)}],
    ),
    "partnership": (
        "Siemens und Nvidia weiten ihre Partnerschaft aus. Gemeinsam wollen Siemens und Nvidia KI in die Fabriken bringen.",
        [{"kind": "partnership", "partners": ["NVIDIA", "Siemens"]}],
    ),
    "stake": (
        "Die Beteiligungsgesellschaft Brenwick Capital hält 15 Prozent an Corvida.",
        [{"kind": "investment", "recipient": "Corvida", "investors": ["Brenwick Capital"]}],
    ),
    "debt": (
        "CoreWeave nimmt einen Kredit über 2,6 Milliarden Dollar auf. Kreditgeber sind Morgan Stanley und MUFG.",
        [{"kind": "funding_round", "recipient": "CoreWeave", "amount": money(2600), "instrument": "debt"}],
    ),
    "genitive s": (
        "Nvidias Investition von fünf Milliarden Dollar in Intel ist abgeschlossen.",
        [{"kind": "investment", "recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000),
          "status": "completed"}],
    ),
    "subordinate clause": (
        "Wie am Dienstag bekannt wurde, hat der Vermögensverwalter BlackRock 300 Millionen Euro in das Startup Helsing"
        " investiert, das Software für Drohnen entwickelt.",
        [{"kind": "investment", "recipient": "Helsing", "investors": ["BlackRock"], "amount": money(300, "EUR"),
          "status": "completed"}],
    ),
    "near misses": (
        "Nvidia steigerte den Umsatz im dritten Quartal auf 57 Milliarden Dollar. Der Gewinn lag bei 31,9 Milliarden"
        " Dollar.\nDeutsche Startups sammelten im ersten Halbjahr insgesamt 4,6 Milliarden Euro ein.\nDer"
        " Wagniskapitalgeber Earlybird legt einen neuen Fonds über 360 Millionen Euro auf.\nDas Abo kostet 20 Euro im"
        " Monat.\nDie EU-Kommission verhängte gegen Meta eine Geldstrafe von 200 Millionen Euro.",
        [],
    ),
    "news: oracle": (
        "Oracle will über 15 Jahre hinweg ein Rechenzentrum in Texas mieten, das Crusoe derzeit für OpenAI "
        "errichtet. Für rund 40 Milliarden Dollar kauft Oracle dafür etwa 400.000 GB200-Chips von Nvidia, "
        "berichtet die Financial Times.",
        [
            {"kind": "capacity", "customer": "Oracle", "provider": "NVIDIA", "amount": money(40_000, "USD", "about"), "status": "reported"},
            {"kind": "capacity", "customer": "OpenAI", "provider": "Crusoe"},
        ],
    ),
    "news: intel": (
        "Die US-Regierung steigt bei Intel ein. Knapp zehn Prozent der Anteile übernimmt die US-Regierung "
        "für 8,9 Milliarden Dollar, wie Intel am Freitag bekannt gab. Erst wenige Tage zuvor hatte Softbank "
        "angekündigt, zwei Milliarden Dollar in den Chiphersteller zu investieren.",
        [
            {"kind": "investment", "recipient": "Intel", "amount": money(8900)},
            {"kind": "investment", "recipient": "Intel", "investors": ["SoftBank"], "amount": money(2000)},
        ],
        "2025-08-24",
    ),
    "news: takeover passive": (
        "Das Karlsruher Softwarehaus Mirantec wird von Siemens übernommen. Über den Kaufpreis haben beide "
        "Seiten Stillschweigen vereinbart. Insider sprechen von rund 400 Millionen Euro.",
        [
            {"kind": "acquisition", "target": "Mirantec", "acquirer": "Siemens"},
        ],
    ),
    "news: denial": (
        "Einen Bericht, wonach OpenAI mit Investoren über eine Bewertung von 750 Milliarden Dollar spricht, "
        "hat Firmenchef Sam Altman als falsch zurückgewiesen.",
        [
            {"kind": "denial", "speaker": "Sam Altman", "recipient": "OpenAI", "status": "denied"},
        ],
    ),
    "news: google capex": (
        "Google investiert in Deutschland bis 2029 insgesamt 5,5 Milliarden Euro. Mit dem Geld soll unter "
        "anderem in Dietzenbach ein neues Rechenzentrum entstehen; zudem wird der Standort Hanau erweitert.",
        [
            {"kind": "capex", "owner": "Google", "amount": money(5500, "EUR"), "status": "announced"},
        ],
    ),
    "news: power": (
        "Der Energiekonzern RWE liefert Meta künftig 374 Megawatt Solarstrom aus drei Anlagen in Texas. Ein "
        "entsprechender Abnahmevertrag wurde unterzeichnet.",
        [
            {"kind": "capacity", "customer": "Meta", "provider": "RWE", "power_mw": megawatts(374)},
        ],
    ),
    "news: stake": (
        "Mit 7,5 Prozent beteiligt sich der Vermögensverwalter BlackRock an dem Münchner Startup Helsing. "
        "Wie viel Geld dafür fließt, ist nicht bekannt.",
        [
            {"kind": "investment", "recipient": "Helsing", "investors": ["BlackRock"], "instrument": "equity"},
        ],
    ),
    "news: lead list headline": (
        "Startup-Finanzierungen der Woche\n\nParloa: 120 Millionen Dollar in einer Serie C, angeführt von "
        "Durable Capital.\nTacto: 50 Millionen Euro von Index Ventures und Sequoia.\nDer Umsatz von Celonis "
        "stieg auf 800 Millionen Dollar.",
        [
            {"kind": "funding_round", "recipient": "Parloa", "amount": money(120), "stage": "series-c", "leads": ["Durable Capital"]},
            {"kind": "funding_round", "recipient": "Tacto", "amount": money(50, "EUR")},
        ],
    ),
    "news: ipo": (
        "Bei seinem Börsengang in New York hat der KI-Cloudanbieter CoreWeave 1,5 Milliarden Dollar "
        "eingenommen. Nvidia orderte Aktien für 250 Millionen Dollar.",
        [
            {"kind": "funding_round", "recipient": "CoreWeave", "amount": money(1500), "stage": "ipo"},
            {"kind": "investment", "recipient": "CoreWeave", "investors": ["NVIDIA"], "amount": money(250)},
        ],
    ),
    "news: will": (
        "Elon Musks KI-Firma xAI will einem Medienbericht zufolge zehn Milliarden Dollar bei einer Bewertung "
        "von 200 Milliarden Dollar einsammeln. Musk widersprach: „xAI sammelt derzeit kein Geld ein.“",
        [
            {"kind": "funding_round", "recipient": "xAI", "amount": money(10_000), "valuation": money(200_000), "status": "denied"},
            {"kind": "denial", "recipient": "xAI", "speaker": "Elon Musk", "status": "denied"},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deals_of_german_articles(case):
    assert missing("de", *case) == []
