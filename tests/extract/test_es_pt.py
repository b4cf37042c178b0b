"""What Spanish and Portuguese share: relatives with a preposition, doubled objects, sums without their currency, agents."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import megawatts, missing, money

CASES = {
    "a subject behind a relative with its preposition": (
        "es",
        "El proyecto, en el que Verdana desembolsará 900 millones de euros, es un centro de datos en Zamora.",
        [{"kind": "capex", "owner": "Verdana", "amount": money(900, "EUR")}],
    ),
    "sums whose currency the one before names": (
        "pt",
        "A Lumena captou 30 milhões de euros junto da Indico Capital. Já a Quartzo recebeu 12 milhões da Armilar Venture"
        " Partners.",
        [
            {"kind": "funding_round", "recipient": "Lumena", "amount": money(30, "EUR")},
            {"kind": "funding_round", "recipient": "Quartzo", "amount": money(12, "EUR")},
        ],
    ),
    "a thousand without a figure before it": (
        "es",
        "La empresa Norvalia destinará mil 200 millones de dólares a un centro de datos en Querétaro.",
        [{"kind": "capex", "owner": "Norvalia", "amount": money(1200)}],
    ),
    "plans and their total": (
        "es",
        "Norvalia invirtió 2.000 millones de euros en centros de datos en Aragón en 2023. Ahora anuncia que destinará"
        " otros 3.000 millones de euros a nuevos centros de datos. En total, Norvalia invertirá 5.000 millones de euros"
        " en sus centros de datos.",
        [
            {"kind": "capex", "owner": "Norvalia", "amount": money(2000, "EUR")},
            {"kind": "capex", "owner": "Norvalia", "amount": money(3000, "EUR")},
        ],
    ),
    "the whole of a company": (
        "pt",
        "A Brisa Digital assinou contrato para adquirir a totalidade da Cobre Analítica por R$ 300 milhões.",
        [{"kind": "acquisition", "target": "Cobre Analítica", "acquirer": "Brisa Digital", "amount": money(300, "BRL")}],
    ),
    "a share price that fell is no deal halted": ("pt", "A Nvidia recuou 2,1% após anunciar o contrato com a Meta.", []),
    "two that ally, one of them described again": (
        "es",
        "Telefónica y Perplexity firmaron ayer una alianza estratégica para llevar la inteligencia artificial a los"
        " clientes de la operadora.",
        [{"kind": "partnership", "partners": ["Telefónica", "Perplexity"]}],
    ),
    "on whose cloud somebody runs": (
        "pt",
        "A Lumena treina os seus modelos na Google Cloud.",
        [{"kind": "capacity", "customer": "Lumena", "provider": "Google Cloud", "status": "completed"}],
    ),
    "a lender is no debtor": (
        "es",
        "Sogarsa avalará un préstamo de 80 millones de euros concedido a Verdana por el Banco Europeo de Inversiones.",
        [{"kind": "guarantee", "guarantor": "Sogarsa", "beneficiary": "Verdana", "amount": money(80, "EUR")}],
    ),
    "whence a firm is, between commas": (
        "es",
        "Trúmbola, de Monterrey, levanta 9 millones de dólares en una ronda semilla.",
        [{"kind": "funding_round", "recipient": "Trúmbola", "amount": money(9), "stage": "seed"}],
    ),
    "who builds for the owner": (
        "pt",
        "A Quartzo Digital vai investir R$ 2 bilhões em um data center em Fortaleza. As obras ficam a cargo da Lumena Data"
        " Centers.",
        [
            {"kind": "capex", "owner": "Quartzo Digital", "amount": money(2000, "BRL")},
            {"kind": "capacity", "customer": "Quartzo Digital", "provider": "Lumena Data Centers"},
        ],
    ),
    "power for a site that somebody else builds, the object doubled": (
        "es",
        "Verdana suministrará 80 megavatios al campus que la holandesa Kronadata construye en Getafe.\nNorvalia levantará"
        " un centro de datos en Zamora por 300 millones de euros. La electricidad la suministrará Iberdrola mediante un"
        " contrato por 50 megavatios.",
        [
            {"kind": "capacity", "provider": "Verdana", "customer": "Kronadata", "power_mw": megawatts(80)},
            {"kind": "capex", "owner": "Norvalia", "amount": money(300, "EUR")},
            {"kind": "capacity", "provider": "Iberdrola", "power_mw": megawatts(50)},
        ],
    ),
    "what rises is no money": (
        "es",
        "Norvalia invertirá 700 millones de euros en un centro de datos en Cáceres, que levantará la constructora"
        " Ferrovial.",
        [
            {"kind": "capex", "owner": "Norvalia", "amount": money(700, "EUR")},
            {"kind": "capacity", "customer": "Norvalia", "provider": "Ferrovial"},
        ],
    ),
    "an option to buy the rest takes no price": (
        "pt",
        "A Lumena informou ter adquirido 30% da Quartzo Digital, consultoria de dados, por R$ 90 milhões, com opção de"
        " compra do restante em 2028.",
        [{"kind": "investment", "recipient": "Quartzo Digital", "investors": ["Lumena"], "amount": money(90, "BRL")}],
    ),
    "to assure that something will be is no guarantee": (
        "es",
        "Iberdrola garantizó que habrá electricidad para los centros de datos de Norvalia.",
        [],
    ),
    "who signs with an official": (
        "pt",
        "O governador Aldo de Brito assinou nesta quarta-feira um protocolo com a chinesa Lanxin Energy para um data"
        " center em Fortaleza, um projeto de R$ 4 bilhões.",
        [{"kind": "capex", "owner": "Lanxin Energy", "amount": money(4000, "BRL")}],
    ),
    "whose firm it is, between commas": (
        "es",
        "Corvida.ai, de Xabi Urrestarazu, entrena sus modelos en los servidores de IBM.",
        [{"kind": "capacity", "customer": "Corvida.ai", "provider": "IBM", "status": "completed"}],
    ),
    "a loan for a purpose": (
        "pt",
        "A Lumena Sistemas informou que o BNDES aprovou um empréstimo de R$ 60 milhões para que a companhia treine"
        " modelos de inteligência artificial.",
        [{"kind": "investment", "recipient": "Lumena Sistemas", "investors": ["BNDES"], "amount": money(60, "BRL")}],
    ),
    "told to a newspaper": (
        "pt",
        "A Lumena estaria a negociar uma ronda de 40 milhões de euros, noticiou o Expresso.\nRui Prado, presidente"
        " executivo da Lumena, desmentiu a notícia: “É falso”, disse ao Jornal Económico.",
        [
            {"kind": "funding_round", "recipient": "Lumena", "amount": money(40, "EUR"), "status": "denied"},
            {"kind": "denial", "recipient": "Lumena", "speaker": "Rui Prado"},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_deals_in_spanish_and_portuguese(case):
    assert missing(*case) == []
