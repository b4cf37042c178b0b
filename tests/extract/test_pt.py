"""Deals in Portuguese, of Brazil and Portugal: inversion, contracted prepositions, hearsay in `teria`, denials."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "led by, list of investors": (
        "A startup portuguesa Nexalith fechou uma ronda de financiamento Série A de 24 milhões de euros, liderada pela"
        " Halden Ventures. Participaram também a Index Ventures, a Brenwick Capital e a Indico Capital. A operação avalia a"
        " empresa em 150 milhões de euros.",
        [
            {
                "kind": "funding_round", "recipient": "Nexalith", "amount": money(24, "EUR"), "stage": "series-a",
                "instrument": "equity", "valuation": money(150, "EUR"), "leads": ["Halden Ventures"],
                "investors": ["Brenwick Capital", "Halden Ventures", "Index Ventures", "Indico Capital"],
                "status": "completed",
            }
        ],
    ),
    "sum first, subject last": (
        "Cerca de US$ 80 milhões captou em nova rodada a projetista de chips Corvida. O aporte foi liderado pela Sequoia"
        " Capital, com participação da Intel Capital.",
        [
            {
                "kind": "funding_round", "recipient": "Corvida", "amount": money(80, "USD", "about"),
                "leads": ["Sequoia"], "investors": ["Intel Capital", "Sequoia"], "status": "completed",
            }
        ],
    ),
    "investor first, passive takeover": (
        "A Nvidia injeta US$ 2 bilhões na Synopsys.\nA startup Tellur Robotics já tinha sido comprada pela Nvidia no ano"
        " passado.",
        [
            {"kind": "investment", "recipient": "Synopsys", "investors": ["NVIDIA"], "amount": money(2000)},
            {"kind": "acquisition", "target": "Tellur Robotics", "acquirer": "NVIDIA", "status": "completed"},
        ],
    ),
    "takeover with price": (
        "A SAP anunciou que vai comprar a empresa de software Quorata por 1,2 mil milhões de euros.",
        [{"kind": "acquisition", "target": "Quorata", "acquirer": "SAP", "amount": money(1200, "EUR"),
          "status": "announced"}],
    ),
    "takeover as a noun": (
        "A aquisição da Brightloom pela AMD foi concluída por 650 milhões de dólares.",
        [{"kind": "acquisition", "target": "Brightloom", "acquirer": "AMD", "amount": money(650),
          "status": "completed"}],
    ),
    "hearsay in the conditional": (
        "A Mistral AI teria captado 1,7 bilhão de euros em uma nova rodada, segundo a Bloomberg, que cita fontes próximas ao"
        " negócio. A empresa francesa seria avaliada em 11,7 bilhões de euros.",
        [{"kind": "funding_round", "recipient": "Mistral AI", "amount": money(1700, "EUR"),
          "valuation": money(11_700, "EUR"), "status": "reported"}],
    ),
    "talks": (
        "A Anthropic negocia uma rodada de até US$ 5 bilhões.",
        [{"kind": "funding_round", "recipient": "Anthropic", "amount": money(5000, "USD", "up_to"),
          "status": "rumoured"}],
    ),
    "denial by a person": (
        "Segundo a Reuters, a Cerebras teria levantado 900 milhões de dólares. O presidente executivo, Andrew Feldman,"
        " desmentiu a notícia.",
        [
            {"kind": "funding_round", "recipient": "Cerebras", "amount": money(900), "status": "denied"},
            {"kind": "denial", "recipient": "Cerebras", "speaker": "Andrew Feldman", "status": "denied"},
        ],
    ),
    "takeover called off by a party": (
        "A Adobe queria comprar a Figma por US$ 20 bilhões. Agora a Adobe desistiu da aquisição.",
        [
            {"kind": "acquisition", "target": "Figma", "acquirer": "Adobe", "amount": money(20_000),
             "status": "cancelled"},
            {"kind": "denial", "recipient": "Figma", "speaker": "Adobe", "status": "cancelled"},
        ],
    ),
    "cloud contract": (
        "A OpenAI assinou com a CoreWeave um contrato de cinco anos, no valor de 11,9 mil milhões de dólares, para"
        " capacidade de computação.",
        [{"kind": "capacity", "customer": "OpenAI", "provider": "CoreWeave", "amount": money(11_900),
          "term_years": 5}],
    ),
    "capacity rented, power": (
        "A Microsoft vai alugar 200 megawatts de capacidade à operadora de data centers Northgrid.",
        [{"kind": "capacity", "customer": "Microsoft", "provider": "Northgrid", "power_mw": megawatts(200)}],
    ),
    "chips supplied": (
        "A fabricante de chips AMD fornecerá 50.000 aceleradores MI450 à Oracle.",
        [{"kind": "capacity", "customer": "Oracle", "provider": "AMD"}],
    ),
    "capex with site": (
        "A Microsoft vai investir R$ 14,7 bilhões em data centers no Brasil ao longo de três anos.",
        [{"kind": "capex", "owner": "Microsoft", "amount": money(14_700, "BRL"), "site": "Brasil",
          "status": "announced"}],
    ),
    "capex, owner last": (
        "Na construção de um centro de dados em Sines investirá 8,5 mil milhões de euros a Start Campus.",
        [{"kind": "capex", "owner": "Start Campus", "amount": money(8500, "EUR")}],
    ),
    "guarantee": (
        "A Google garante obrigações da fornecedora de nuvem Fluidstack no valor de 1,8 mil milhões de dólares.",
        [{"kind": "guarantee", "guarantor": "Google", "beneficiary": "Fluidstack", "amount": money(1800)}],
    ),
    "partnership": (
        "A Oracle e a Nvidia firmaram uma parceria estratégica em inteligência artificial.",
        [{"kind": "partnership", "partners": ["NVIDIA", "Oracle"]}],
    ),
    "stake": (
        "O fundo Brenwick Capital detém uma participação de 15% na Corvida.",
        [{"kind": "investment", "recipient": "Corvida", "investors": ["Brenwick Capital"]}],
    ),
    "debt": (
        "A CoreWeave obteve um empréstimo de 2,6 mil milhões de dólares junto do Morgan Stanley e do MUFG.",
        [{"kind": "funding_round", "recipient": "CoreWeave", "amount": money(2600), "instrument": "debt",
          "investors": ["MUFG", "Morgan Stanley"]}],
    ),
    "investment as a noun": (
        "O investimento de US$ 5 bilhões da Nvidia na Intel foi concluído.",
        [{"kind": "investment", "recipient": "Intel", "investors": ["NVIDIA"], "amount": money(5000),
          "status": "completed"}],
    ),
    "subordinate clause": (
        "Soube-se na terça-feira que a gestora BlackRock investiu 300 milhões de euros na startup Helsing, que desenvolve"
        " software para drones.",
        [{"kind": "investment", "recipient": "Helsing", "investors": ["BlackRock"], "amount": money(300, "EUR"),
          "status": "completed"}],
    ),
    "near misses": (
        "A Nvidia registrou receita de US$ 57 bilhões no terceiro trimestre. O lucro líquido foi de US$ 31,9 bilhões.\nAs"
        " startups brasileiras captaram US$ 2,1 bilhões em 2024.\nA gestora Indico Capital lança um novo fundo de 360"
        " milhões de euros.\nA assinatura custa 20 euros por mês.\nA Comissão Europeia aplicou à Meta uma multa de 200"
        " milhões de euros.",
        [],
    ),
    "news: rodada": (
        "A mineira Orbitta, que desenvolve agentes de inteligência artificial para o varejo, recebeu um "
        "aporte de R$ 45 milhões. Quem lidera a rodada é a Kaszek, com participação da Canary e do fundador "
        "do Nubank, David Vélez.\n\nNo ano passado, a startup já havia captado R$ 12 milhões.",
        [
            {"kind": "funding_round", "recipient": "Orbitta", "amount": money(45, "BRL"), "leads": ["Kaszek"], "status": "completed"},
            {"kind": "funding_round", "recipient": "Orbitta", "amount": money(12, "BRL")},
        ],
    ),
    "news: scala": (
        "A Scala Data Centers vai investir US$ 500 milhões na primeira fase de um complexo de data centers "
        "em Eldorado do Sul, no Rio Grande do Sul. A capacidade inicial será de 54 MW.",
        [
            {"kind": "capex", "owner": "Scala Data Centers", "amount": money(500), "status": "announced"},
            {"kind": "capacity", "power_mw": megawatts(54)},
        ],
    ),
    "news: tiktok": (
        "O TikTok confirmou nesta quarta-feira que instalará no Ceará um data center de R$ 200 bilhões, em "
        "parceria com a Omnia.",
        [
            {"kind": "capex", "owner": "TikTok", "amount": money(200_000, "BRL"), "site": "Ceará", "status": "announced"},
        ],
        "2025-12-04",
    ),
    "news: start": (
        "Em Sines, a Start Campus assinou com a Microsoft um contrato de arrendamento de 180 megawatts.",
        [
            {"kind": "capacity", "customer": "Microsoft", "provider": "Start Campus", "power_mw": megawatts(180)},
        ],
    ),
    "news: boato": (
        "A Apple estaria em conversas para comprar a francesa Mistral, segundo a Bloomberg. A startup nega "
        "qualquer negociação.",
        [
            {"kind": "denial", "recipient": "Mistral AI", "speaker": "Mistral AI", "status": "denied"},
        ],
    ),
    "news: nvidia": (
        "A Nvidia vai investir até 100 mil milhões de dólares na OpenAI. Em contrapartida, a dona do ChatGPT "
        "compromete-se a instalar pelo menos 10 gigawatts de sistemas da Nvidia.",
        [
            {"kind": "investment", "recipient": "OpenAI", "investors": ["NVIDIA"], "amount": money(100_000, "USD", "up_to")},
            {"kind": "capacity", "customer": "OpenAI", "provider": "NVIDIA", "power_mw": megawatts(10000, "at_least")},
        ],
    ),
    "news: compra": (
        "A portuguesa Sensei foi vendida ao grupo espanhol Indra por 25 milhões de euros.",
        [
            {"kind": "acquisition", "target": "Sensei", "acquirer": "Indra", "amount": money(25, "EUR")},
        ],
    ),
    "news: debentures": (
        "A Elea Data Centers emitiu R$ 600 milhões em debêntures.",
        [
            {"kind": "funding_round", "recipient": "Elea Data Centers", "amount": money(600, "BRL"), "instrument": "debt"},
        ],
    ),
    "news: none": (
        "O faturamento da Totvs cresceu 18%, para R$ 1,4 bilhão. O mercado brasileiro de data centers deve "
        "movimentar R$ 60 bilhões até 2027.",
        [
        ],
    ),
    "news: parceria": (
        "Oracle e Google Cloud fecharam uma parceria para desenvolver soluções de inteligência artificial.",
        [
            {"kind": "partnership", "partners": ["Oracle", "Google Cloud"]},
        ],
    ),
    "news: meta": (
        "Seis mil milhões de dólares: é quanto a Meta vai pagar à Google por serviços de cloud, segundo "
        "fontes citadas pela Reuters.",
        [
            {"kind": "capacity", "customer": "Meta", "provider": "Google", "amount": money(6000), "status": "reported"},
        ],
    ),
    "pluperfect in one word: a round": (
        "A Nublar pegara US$ 70 milhões numa Série B da Warburg Pincus, em 2022.",
        [
            {"kind": "funding_round", "recipient": "Nublar", "amount": money(70), "stage": "series-b", "date": "2022"},
        ],
    ),
    "pluperfect in one word: a takeover": (
        "Em 2023 a Corvina incorporara a Zelkin, startup de terapia on-line.",
        [
            {"kind": "acquisition", "target": "Zelkin", "acquirer": "Corvina", "status": "completed"},
        ],
    ),
    "to take up money": (
        "A Oracle tomou US$ 9 bilhões no mercado em setembro.",
        [
            {"kind": "funding_round", "recipient": "Oracle", "amount": money(9000)},
        ],
    ),
    "who was had as a leader": (
        "Em 2021 a Nublar levantara 15 milhões de dólares numa série A que teve como líder a Kaszek.",
        [
            {"kind": "funding_round", "recipient": "Nublar", "amount": money(15), "leads": ["Kaszek"]},
        ],
    ),
    "what a site is to reach": (
        "A Scala diz que o seu campus, em Barueri, deve chegar a 600 MW.",
        [
            {"kind": "capacity", "provider": "Scala", "power_mw": megawatts(600), "site": "Barueri"},
        ],
    ),
    "what is not on the agenda": (
        "A Nublar disse que a venda do controle não está em pauta.",
        [
            {"kind": "denial", "recipient": "Nublar", "speaker": "Nublar", "status": "denied"},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deals_of_portuguese_articles(case):
    assert missing("pt", *case) == []
