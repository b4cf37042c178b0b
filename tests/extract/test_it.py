"""Deals in Italian: inversion, articulated prepositions, `da` of many meanings, the conditional of hearsay, denials."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "a round that has its leader": (
        "Lumora ha raccolto 70 milioni di euro in un round che ha per capofila Kestrel Ventures e a cui partecipa Index"
        " Ventures.",
        [
            {
                "kind": "funding_round", "recipient": "Lumora", "amount": money(70, "EUR"),
                "leads": ["Kestrel Ventures"], "investors": ["Index Ventures", "Kestrel Ventures"],
            }
        ],
    ),
    "money borrowed": (
        "Lumora si è fatta prestare 200 milioni di euro da Intesa Sanpaolo e Unicredit.",
        [
            {
                "kind": "funding_round", "recipient": "Lumora", "amount": money(200, "EUR"), "instrument": "debt",
                "investors": ["Intesa Sanpaolo", "UniCredit"],
            }
        ],
    ),
    "a name that an apposition explains": (
        "Velia, la piattaforma degli avvocati, ha incassato 20 milioni di euro da Kestrel Ventures.",
        [{"kind": "funding_round", "recipient": "Velia", "amount": money(20, "EUR"), "investors": ["Kestrel Ventures"]}],
    ),
    "processors of a model": (
        "La startup Lumora ha ordinato 600 processori H200 a Hpe per il suo centro di Bergamo.",
        [
            {
                "kind": "capacity", "customer": "Lumora", "provider": "HPE", "site": "Bergamo",
                "accelerators": {"value": 600, "bound": "exact", "model": "H200"},
            }
        ],
    ),
    "led by, list of investors": (
        "La startup milanese Nexalith ha chiuso un round di serie A da 24 milioni di euro guidato da Halden Ventures. Hanno"
        " partecipato anche Index Ventures, Brenwick Capital e il socio storico Primo Ventures. L'operazione valuta la"
        " società 150 milioni di euro.",
        [
            {
                "kind": "funding_round", "recipient": "Nexalith", "amount": money(24, "EUR"), "stage": "series-a",
                "instrument": "equity", "valuation": money(150, "EUR"), "leads": ["Halden Ventures"],
                "investors": ["Brenwick Capital", "Halden Ventures", "Index Ventures", "Primo Ventures"],
                "status": "completed",
            }
        ],
    ),
    "sum first, subject last": (
        "Circa 80 milioni di dollari ha raccolto in un nuovo round il progettista di chip Corvida. A guidare l'operazione è"
        " stata Sequoia Capital, affiancata da Intel Capital.",
        [
            {
                "kind": "funding_round", "recipient": "Corvida", "amount": money(80, "USD", "about"),
                "leads": ["Sequoia"], "investors": ["Intel Capital", "Sequoia"], "status": "completed",
            }
        ],
    ),
    "investor first, passive takeover": (
        "Nvidia mette sul piatto 2 miliardi di dollari per entrare nel capitale di Synopsys.\nLa startup Tellur Robotics era"
        " già stata acquisita da Nvidia l'anno scorso.",
        [
            {"kind": "investment", "recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000)},
            {"kind": "acquisition", "target": "Tellur Robotics", "acquirer": "NVIDIA", "status": "completed"},
        ],
    ),
    "takeover with price": (
        "SAP ha annunciato che acquisirà la società di software Quorata per 1,2 miliardi di euro.",
        [{"kind": "acquisition", "target": "Quorata", "acquirer": "SAP", "amount": money(1200, "EUR"),
          "status": "announced"}],
    ),
    "takeover as a noun": (
        "L'acquisizione di Brightloom da parte di AMD è stata perfezionata per 650 milioni di dollari.",
        [{"kind": "acquisition", "target": "Brightloom", "acquirer": "AMD", "amount": money(650),
          "status": "completed"}],
    ),
    "hearsay in the conditional": (
        "Mistral AI avrebbe raccolto 1,7 miliardi di euro in un nuovo round, secondo quanto riferisce Bloomberg citando"
        " fonti vicine all'operazione. La valutazione della società francese sarebbe di 11,7 miliardi.",
        [{"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"), "status": "reported"}],
    ),
    "talks": (
        "Anthropic è in trattative per un round di finanziamento fino a 5 miliardi di dollari.",
        [{"kind": "funding_round", "recipient": "Anthropic", "amount": money(5000, "USD", "up_to"),
          "status": "rumoured"}],
    ),
    "denial by a person": (
        "Secondo Reuters, Cerebras avrebbe raccolto 900 milioni di dollari. L'amministratore delegato Andrew Feldman ha"
        " smentito la notizia.",
        [
            {"kind": "funding_round", "recipient": "Cerebras", "amount": money(900), "status": "denied"},
            {"kind": "denial", "recipient": "Cerebras", "speaker": "Andrew Feldman", "status": "denied"},
        ],
    ),
    "takeover called off by a party": (
        "Adobe voleva comprare Figma per 20 miliardi di dollari. Ora Adobe ha rinunciato all'acquisizione.",
        [
            {"kind": "acquisition", "target": "Figma", "acquirer": "Adobe", "amount": money(20_000),
             "status": "cancelled"},
            {"kind": "denial", "recipient": "Figma", "speaker": "Adobe", "status": "cancelled"},
        ],
    ),
    "cloud contract": (
        "OpenAI ha firmato con CoreWeave un contratto di cinque anni da 11,9 miliardi di dollari per capacità di calcolo.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "amount": money(11_900),
          "term_years": 5}],
    ),
    "capacity rented, power": (
        "Microsoft affitterà 200 megawatt di capacità dall'operatore di data center Northgrid.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Northgrid", "power_mw": megawatts(200)}],
    ),
    "chips supplied": (
        "Il produttore di chip AMD fornirà 50.000 acceleratori MI450 a Oracle.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "AMD"}],
    ),
    "capex with site": (
        "Microsoft investirà 4,3 miliardi di euro in data center in Lombardia nei prossimi due anni.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(4300, "EUR"), "site": "Lombardia",
          "status": "announced"}],
    ),
    "capex, owner last": (
        "Per la costruzione di un data center a Torino stanzierà 1 miliardo di euro TIM.",
        [{"kind": "capex", "owner": "TIM", "amount": money(1000, "EUR"), "site": "Torino"}],
    ),
    "guarantee": (
        "Google garantisce obbligazioni del fornitore di cloud Fluidstack per 1,8 miliardi di dollari.",
        [{"kind": "guarantee", "guarantor": "Google", "beneficiary": "Fluidstack", "amount": money(1800)}],
    ),
    "partnership": (
        "Eni e Nvidia hanno stretto un'alleanza sull'intelligenza artificiale.",
        [{"kind": "partnership", "partners": ["Eni", "NVIDIA"]}],
    ),
    "stake": (
        "Il fondo Brenwick Capital detiene una quota del 15% di Corvida.",
        [{"kind": "investment", "recipient": "Corvida", "investors": ["Brenwick Capital"]}],
    ),
    "debt": (
        "CoreWeave ha ottenuto un prestito da 2,6 miliardi di dollari da Morgan Stanley e MUFG.",
        [{"kind": "funding_round", "recipient": "CoreWeave", "amount": money(2600), "instrument": "debt",
          "investors": ["MUFG", "Morgan Stanley"]}],
    ),
    "investment as a noun": (
        "L'investimento da 5 miliardi di dollari di Nvidia in Intel è stato completato.",
        [{"kind": "investment", "recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000),
          "status": "completed"}],
    ),
    "subordinate clause": (
        "Martedì si è appreso che il gestore BlackRock ha investito 300 milioni di euro nella startup Helsing, che sviluppa"
        " software per droni.",
        [{"kind": "investment", "recipient": "Helsing", "investors": ["BlackRock"], "amount": money(300, "EUR")}],
    ),
    "near misses": (
        "Nvidia ha chiuso il terzo trimestre con ricavi per 57 miliardi di dollari. L'utile netto è stato di 31,9"
        " miliardi.\nLe startup italiane hanno raccolto 1,2 miliardi di euro nel 2024.\nPrimo Ventures lancia un nuovo fondo"
        " da 360 milioni di euro.\nL'abbonamento costa 20 euro al mese.\nLa Commissione europea ha inflitto a Meta una multa"
        " di 200 milioni di euro.",
        [],
    ),
    "news: round": (
        "Un round da 16 milioni di euro: è quanto ha incassato la torinese Vertexa, che sviluppa modelli di "
        "intelligenza artificiale per l'industria. A guidarlo è stata CDP Venture Capital; tra gli altri "
        "investitori figurano United Ventures e Azimut.\n\nDalla nascita, nel 2020, la società ha raccolto in "
        "tutto 22 milioni.",
        [
            {"kind": "funding_round", "recipient": "Vertexa", "amount": money(16, "EUR"), "leads": ["CDP Venture Capital"], "status": "completed"},
        ],
    ),
    "news: microsoft": (
        "Microsoft ha annunciato mercoledì un investimento di 4,3 miliardi di euro in Italia nei prossimi "
        "due anni. I fondi serviranno a potenziare l'infrastruttura cloud e di intelligenza artificiale.",
        [
            {"kind": "capex", "owner": "Microsoft", "amount": money(4300, "EUR"), "site": "Italia", "status": "announced", "date": "2024-10-02"},
        ],
        "2024-10-03",
    ),
    "news: indiscrezioni": (
        "Secondo indiscrezioni di stampa Meta starebbe trattando l'acquisto della startup Playmind per oltre "
        "un miliardo di dollari.",
        [
            {"kind": "acquisition", "target": "Playmind", "acquirer": "Meta", "amount": money(1000, "USD", "at_least"), "status": "rumoured"},
        ],
    ),
    "news: smentita": (
        "\"Notizie prive di fondamento\": così un portavoce di Bending Spoons ha smentito le voci di un "
        "aumento di capitale da 500 milioni di dollari.",
        [
            {"kind": "denial", "recipient": "Bending Spoons", "speaker": "Bending Spoons", "status": "denied"},
            {"kind": "funding_round", "recipient": "Bending Spoons", "amount": money(500), "status": "denied"},
        ],
    ),
    "news: quota": (
        "Il 20% di Domyn è stato acquistato dal fondo emiratino MGX.",
        [
            {"kind": "investment", "recipient": "Domyn", "investors": ["MGX"]},
        ],
    ),
    "news: bond": (
        "Oracle ha collocato obbligazioni per 18 miliardi di dollari.",
        [
            {"kind": "funding_round", "recipient": "Oracle", "amount": money(18_000), "instrument": "debt", "status": "completed"},
        ],
    ),
    "news: investimento": (
        "Nvidia entra nel capitale di Nokia con un miliardo di dollari. Il produttore di chip avrà il 2,9% "
        "del gruppo finlandese.",
        [
            {"kind": "investment", "recipient": "Nokia", "investors": ["NVIDIA"], "amount": money(1000)},
        ],
    ),
    "news: none": (
        "Nel terzo trimestre i ricavi di Microsoft sono saliti a 77,7 miliardi di dollari. Secondo Idc la "
        "spesa mondiale in intelligenza artificiale toccherà i 632 miliardi nel 2028.",
        [
        ],
    ),
    "a part without its currency; a state is no verb": (
        "Negli Usa Corvida ha raccolto 80 milioni di dollari in un round guidato da Sequoia Capital. Nel 2023 la startup"
        " aveva già incassato 20 milioni raccolti presso Index Ventures.",
        [
            {"kind": "funding_round", "recipient": "Corvida", "amount": money(80)},
            {"kind": "funding_round", "recipient": "Corvida", "amount": money(20)},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deals_of_italian_articles(case):
    assert missing("it", *case) == []
