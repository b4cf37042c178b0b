"""Deals in Spanish, of Spain and America: inversion, clitics, the conditional of hearsay, denials, `de` of many meanings."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "a name that an apposition explains, leaders after the round": (
        "Tibera, la herramienta de los juzgados, levantó 40 millones de euros con Kestrel Ventures de líder.",
        [
            {
                "kind": "funding_round", "recipient": "Tibera", "amount": money(40, "EUR"),
                "leads": ["Kestrel Ventures"], "investors": ["Kestrel Ventures"],
            }
        ],
    ),
    "a relative clause with its subject last": (
        "La startup Tibera cerró 400 millones de dólares en una ronda que encabezó el fondo Kestrel Ventures.",
        [
            {
                "kind": "funding_round", "recipient": "Tibera", "amount": money(400),
                "leads": ["Kestrel Ventures"], "investors": ["Kestrel Ventures"],
            }
        ],
    ),
    "a valuation in the scale of the round, behind the figure": (
        "La startup Tibera cerró 150 millones de dólares con Halden Ventures: 1.800 de valoración.",
        [{"kind": "funding_round", "recipient": "Tibera", "amount": money(150), "valuation": money(1800)}],
    ),
    "what a site costs": (
        "El coste del centro de datos que Norvalia proyecta en Teruel se elevará a 450 millones de euros.",
        [{"kind": "capex", "owner": "Norvalia", "amount": money(450, "EUR"), "site": "Teruel"}],
    ),
    "what an investment comes to": (
        "La inversión de Norvalia en su campus de Teruel rondará los 600 millones de euros.",
        [{"kind": "capex", "owner": "Norvalia", "amount": money(600, "EUR", "about"), "site": "Teruel"}],
    ),
    "money at somebody's disposal": (
        "Tibera dispondrá de 90 millones de dólares de General Catalyst.",
        [{"kind": "funding_round", "recipient": "Tibera", "amount": money(90), "investors": ["General Catalyst"]}],
    ),
    "no round under way": (
        "«No hay ninguna ronda en marcha», asegura Marta Rius, fundadora de Tibera.",
        [{"kind": "denial", "recipient": "Tibera", "speaker": "Marta Rius", "status": "denied"}],
    ),
    "led by, list of investors": (
        "La startup barcelonesa Nexalith ha cerrado una ronda de financiación de serie A de 24 millones de euros liderada"
        " por Halden Ventures. También participaron Index Ventures, Brenwick Capital y Kibo Ventures. La operación valora"
        " la compañía en 150 millones de euros.",
        [
            {
                "kind": "funding_round", "recipient": "Nexalith", "amount": money(24, "EUR"), "stage": "series-a",
                "instrument": "equity", "valuation": money(150, "EUR"), "leads": ["Halden Ventures"],
                "investors": ["Brenwick Capital", "Halden Ventures", "Index Ventures", "Kibo Ventures"],
                "status": "completed",
            }
        ],
    ),
    "sum first, subject last": (
        "Unos 80 millones de dólares ha captado en una nueva ronda el diseñador de chips Corvida. La lidera Sequoia"
        " Capital, acompañada por Intel Capital.",
        [
            {
                "kind": "funding_round", "recipient": "Corvida", "amount": money(80, "USD", "about"),
                "leads": ["Sequoia"], "investors": ["Intel Capital", "Sequoia"], "status": "completed",
            }
        ],
    ),
    "investor first, passive takeover": (
        "Nvidia inyecta 2.000 millones de dólares en Synopsys.\nLa startup Tellur Robotics ya había sido adquirida por"
        " Nvidia el año pasado.",
        [
            {"kind": "investment", "recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000)},
            {"kind": "acquisition", "target": "Tellur Robotics", "acquirer": "NVIDIA", "status": "completed"},
        ],
    ),
    "takeover with price": (
        "SAP ha anunciado que comprará la empresa de software Quorata por 1.200 millones de euros.",
        [{"kind": "acquisition", "target": "Quorata", "acquirer": "SAP", "amount": money(1200, "EUR"),
          "status": "announced"}],
    ),
    "takeover as a noun": (
        "La compra de Brightloom por parte de AMD se cerró por 650 millones de dólares.",
        [{"kind": "acquisition", "target": "Brightloom", "acquirer": "AMD", "amount": money(650),
          "status": "completed"}],
    ),
    "hearsay in the conditional": (
        "Mistral AI habría levantado 1.700 millones de euros en una nueva ronda, según adelantó Bloomberg citando fuentes"
        " cercanas a la operación. La valoración de la empresa francesa sería de 11.700 millones de euros.",
        [{"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"),
          "valuation": money(11_700, "EUR"), "status": "reported"}],
    ),
    "talks": (
        "Anthropic negocia una ronda de financiación de hasta 5.000 millones de dólares, en la que podría participar QIA.",
        [{"kind": "funding_round", "recipient": "Anthropic", "amount": money(5000, "USD", "up_to"),
          "status": "rumoured"}],
    ),
    "denial by a person": (
        "Según Reuters, Cerebras habría recaudado 900 millones de dólares. El consejero delegado, Andrew Feldman, desmintió"
        " la información el martes.",
        [
            {"kind": "funding_round", "recipient": "Cerebras", "amount": money(900), "status": "denied"},
            {"kind": "denial", "recipient": "Cerebras", "speaker": "Andrew Feldman", "status": "denied"},
        ],
    ),
    "takeover called off by a party": (
        "Adobe quería comprar Figma por 20.000 millones de dólares. Ahora Adobe ha renunciado a la adquisición.",
        [
            {"kind": "acquisition", "target": "Figma", "acquirer": "Adobe", "amount": money(20_000),
             "status": "cancelled"},
            {"kind": "denial", "recipient": "Figma", "speaker": "Adobe", "status": "cancelled"},
        ],
    ),
    "cloud contract": (
        "OpenAI firmó con CoreWeave un contrato de cinco años por 11.900 millones de dólares en capacidad de cómputo.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "amount": money(11_900),
          "term_years": 5}],
    ),
    "capacity rented, power": (
        "Microsoft alquilará 200 megavatios de capacidad al operador de centros de datos Northgrid.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Northgrid", "power_mw": megawatts(200)}],
    ),
    "chips supplied": (
        "El fabricante de chips AMD suministrará 50.000 aceleradores MI450 a Oracle.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "AMD"}],
    ),
    "capex with site": (
        "Microsoft invertirá 6.690 millones de euros en centros de datos en Aragón durante los próximos diez años.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(6690, "EUR"), "site": "Aragón", "status": "announced"}],
    ),
    "capex, owner last": (
        "A la construcción de un centro de datos en Talavera de la Reina destinará 1.000 millones de euros Meta.",
        [{"kind": "capex", "owner": "Meta", "amount": money(1000, "EUR"), "site": "Talavera de la Reina"}],
    ),
    "guarantee": (
        "Google avala obligaciones de la empresa de nube Fluidstack por 1.800 millones de dólares.",
        [{"kind": "guarantee", "guarantor": "Google", "beneficiary": "Fluidstack", "amount": money(1800)}],
    ),
    "partnership": (
        "Telefónica y Nvidia han sellado una alianza estratégica para llevar la inteligencia artificial a las pymes.",
        [{"kind": "partnership", "partners": ["NVIDIA", "Telefónica"]}],
    ),
    "stake": (
        "El fondo Brenwick Capital posee una participación del 15% en Corvida.",
        [{"kind": "investment", "recipient": "Corvida", "investors": ["Brenwick Capital"]}],
    ),
    "debt": (
        "CoreWeave ha obtenido un préstamo de 2.600 millones de dólares de Morgan Stanley y MUFG.",
        [{"kind": "funding_round", "recipient": "CoreWeave", "amount": money(2600), "instrument": "debt",
          "investors": ["MUFG", "Morgan Stanley"]}],
    ),
    "investment as a noun": (
        "La inversión de 5.000 millones de dólares de Nvidia en Intel ya se ha completado.",
        [{"kind": "investment", "recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000),
          "status": "completed"}],
    ),
    "subordinate clause": (
        "El martes se supo que la gestora BlackRock ha invertido 300 millones de euros en la startup Helsing, que"
        " desarrolla software para drones.",
        [{"kind": "investment", "recipient": "Helsing", "investors": ["BlackRock"], "amount": money(300, "EUR"),
          "status": "completed"}],
    ),
    "near misses": (
        "Nvidia elevó sus ingresos hasta los 57.000 millones de dólares en el tercer trimestre. El beneficio neto fue de"
        " 31.900 millones.\nLas startups españolas captaron 3.100 millones de euros en 2024.\nLa gestora Kibo Ventures"
        " lanza un nuevo fondo de 360 millones de euros.\nLa suscripción cuesta 20 euros al mes.\nLa Comisión Europea"
        " impuso a Meta una multa de 200 millones de euros.",
        [],
    ),
    "news: capex aws": (
        "Amazon Web Services (AWS) invertirá 15.700 millones de euros en Aragón hasta 2033 para ampliar sus "
        "centros de datos, según anunció ayer el presidente autonómico, Jorge Azcón. La cifra multiplica por "
        "seis los 2.500 millones previstos en un principio.",
        [
            {"kind": "capex", "owner": "Amazon Web Services", "amount": money(15_700, "EUR"), "site": "Aragón", "status": "announced", "date": "2024-05-22"},
        ],
        "2024-05-23",
    ),
    "news: sur energy": (
        "OpenAI y la empresa argentina Sur Energy firmaron una carta de intención para levantar en la "
        "Patagonia un centro de datos de hasta 500 megavatios. El proyecto, bautizado Stargate Argentina, "
        "demandaría una inversión de hasta 25.000 millones de dólares.",
        [
            {"kind": "capacity", "power_mw": megawatts(500, "up_to"), "status": "announced"},
            {"kind": "capex", "owner": "Stargate Argentina", "amount": money(25_000, "USD", "up_to")},
        ],
    ),
    "news: falso": (
        "xAI está recaudando 15.000 millones de dólares a una valoración de 230.000 millones, informó CNBC. "
        "\"Falso\", respondió Elon Musk en X.",
        [
            {"kind": "funding_round", "recipient": "xAI", "amount": money(15_000), "status": "denied"},
            {"kind": "denial", "recipient": "xAI", "speaker": "Elon Musk", "status": "denied"},
        ],
    ),
    "news: compra": (
        "El gigante de las bases de datos Oracle negocia la compra de la startup Dataloom, según fuentes "
        "cercanas a la operación, que valoraría la compañía en 3.000 millones de dólares.",
        [
            {"kind": "acquisition", "target": "Dataloom", "acquirer": "Oracle", "status": "rumoured"},
        ],
    ),
    "news: nvidia openai": (
        "Nvidia invertirá hasta 100.000 millones de dólares en OpenAI, que a cambio desplegará al menos 10 "
        "gigavatios de sistemas del fabricante de chips. Las dos empresas firmaron el lunes una carta de "
        "intenciones.",
        [
            {"kind": "investment", "recipient": "OpenAI", "investors": ["NVIDIA"], "amount": money(100_000, "USD", "up_to"), "status": "announced"},
            {"kind": "capacity", "customer": "OpenAI", "provider": "NVIDIA", "power_mw": megawatts(10000, "at_least")},
        ],
    ),
    "news: participacion": (
        "La SEPI controla ya el 10% de Telefónica.\nSaudi Telecom tiene un 9,9% de la operadora.",
        [
            {"kind": "investment", "recipient": "Telefónica", "investors": ["SEPI"]},
            {"kind": "investment", "recipient": "Telefónica", "investors": ["Saudi Telecom"]},
        ],
    ),
    "news: multiverse": (
        "Multiverse Computing cierra una serie B de 189 millones de euros liderada por Bullhound Capital. En "
        "la operación entran también HP Tech Ventures, Forgepoint Capital y la SETT, que aporta 67 millones.",
        [
            {"kind": "funding_round", "recipient": "Multiverse Computing", "amount": money(189, "EUR"), "stage": "series-b", "leads": ["Bullhound Capital"]},
            {"kind": "investment", "recipient": "Multiverse Computing", "amount": money(67, "EUR")},
        ],
    ),
    "news: hyperscale power": (
        "Iberdrola suministrará 240 megavatios de energía renovable a Amazon en España y Portugal.",
        [
            {"kind": "capacity", "customer": "Amazon", "provider": "Iberdrola", "power_mw": megawatts(240)},
        ],
    ),
    "news: halt": (
        "Microsoft ha paralizado la construcción de su centro de datos de 1.000 millones de dólares en Ohio.",
        [
            {"kind": "capex", "owner": "Microsoft", "amount": money(1000), "status": "cancelled"},
            {"kind": "denial", "recipient": "Microsoft", "speaker": "Microsoft", "status": "cancelled"},
        ],
    ),
    "news: prestamo": (
        "El Banco Europeo de Inversiones concederá un préstamo de 500 millones de euros a la energética "
        "Repsol.",
        [
            {"kind": "investment", "recipient": "Repsol", "investors": ["Banco Europeo de Inversiones"], "amount": money(500, "EUR"), "instrument": "debt", "status": "announced"},
        ],
    ),
    "news: none": (
        "Los ingresos de Nvidia se dispararon un 62%, hasta 57.000 millones de dólares, y su capitalización "
        "roza los 4,5 billones. Las grandes tecnológicas gastarán este año 400.000 millones en centros de "
        "datos.",
        [
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deals_of_spanish_articles(case):
    assert missing("es", *case) == []
