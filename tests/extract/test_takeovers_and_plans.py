"""Takeovers, spending plans, alliances and denials as newspapers word them, with near misses among them."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money

CASES = {
    "bought for a price told in a relative clause": (
        "en",
        "Brightloom, the Toronto start-up behind a popular coding assistant, is being bought by Cardano "
        "Software, which will pay about $300 million. Terms were not made public, but two people familiar "
        "with the deal put the price at that level.",
        [
            {
                "kind": "acquisition",
                "target": "Brightloom",
                "acquirer": "Cardano Software",
                "amount": money(300, bound="about"),
                "status": "announced",
            }
        ],
    ),
    "an unnamed target goes by its phrase": (
        "en",
        "In its fourth acquisition this year, Datastream snapped up a small Israeli cybersecurity firm for "
        "$60 million.",
        [
            {
                "kind": "acquisition",
                "target": "small Israeli cybersecurity firm",
                "acquirer": "Datastream",
                "amount": money(60),
                "status": "completed",
            }
        ],
    ),
    "laid out between now and then": (
        "en",
        "Corvus Networks intends to lay out $6.5 billion on data centres in Ohio and Indiana between now and "
        "2029, its finance chief told analysts.",
        [{"kind": "capex", "owner": "Corvus Networks", "amount": money(6500), "status": "announced"}],
    ),
    "spending at somebody climbs from a lower sum": (
        "en",
        "Spending on AI infrastructure at Altamont will climb to as much as $42 billion next year from $28 "
        "billion this year, the company said.",
        [{"kind": "capex", "owner": "Altamont", "amount": money(42_000, bound="up_to"), "status": "announced"}],
    ),
    "spent in a quarter is no plan": (
        "en",
        "Altamont spent $8.2 billion on servers and buildings in the quarter, up 40% from a year earlier, and "
        "its revenue rose to $31 billion.",
        [],
    ),
    "peers develop together": (
        "en",
        "Japan's Fujimori Electric and the University of Kyoto will jointly develop large language models for "
        "factories.",
        [{"kind": "partnership", "partners": ["Fujimori Electric", "University of Kyoto"], "status": "announced"}],
    ),
    "teamed up with somebody behind a seat": (
        "en",
        "Orbis, the satellite operator, has teamed up with Paris-based Tessellate to bring AI models on board "
        "its spacecraft. No financial terms were given.",
        [{"kind": "partnership", "partners": ["Orbis", "Tessellate"], "status": "announced"}],
    ),
    "a chief executive in apposition speaks": (
        "en",
        '"We have no intention of selling the company," Maria Lund, chief executive of Halden Labs, told '
        "reporters, dismissing speculation that Norvik was preparing a bid.",
        [{"kind": "denial", "speaker": "Maria Lund", "recipient": "Halden Labs", "status": "denied"}],
    ),
    "a spokesman calls a report inaccurate": (
        "en",
        'A spokesman for Crestline called a report that it was close to buying Vireo for $5 billion "entirely '
        'inaccurate".',
        [
            {
                "kind": "acquisition",
                "target": "Vireo",
                "acquirer": "Crestline",
                "amount": money(5000),
                "status": "denied",
            },
            {"kind": "denial", "speaker": "Crestline", "recipient": "Vireo", "status": "denied"},
        ],
    ),
    "passes under another flag": (
        "fr",
        "La pépite lyonnaise Deepflow passe sous pavillon américain : elle a été cédée à Hartwell pour un "
        "montant tenu secret.",
        [{"kind": "acquisition", "target": "Deepflow", "acquirer": "Hartwell", "status": "completed"}],
    ),
    "spent in a quarter is no plan, in French": (
        "fr",
        "Au premier trimestre, Ardenne a dépensé 900 millions d'euros en serveurs et en bâtiments, pour un "
        "chiffre d'affaires de 4,2 milliards.",
        [],
    ),
    "allied to make models": (
        "fr",
        "L'Inria et le groupe Sopralis s'allient pour mettre au point des modèles de langage destinés aux hôpitaux.",
        [{"kind": "partnership", "partners": ["Inria", "Sopralis"], "status": "announced"}],
    ),
    "asked about a purchase": (
        "fr",
        "Interrogé sur un éventuel rachat de Novalto, le groupe Sigma a démenti toute discussion.",
        [{"kind": "denial", "speaker": "Sigma", "recipient": "Novalto", "status": "denied"}],
    ),
    "pays for the rest of it": (
        "en",
        "Tessera Bank has swallowed up Quillon, an AI lender, after paying $180 million for the 60% it did "
        "not already own.",
        [
            {
                "kind": "acquisition",
                "target": "Quillon",
                "acquirer": "Tessera Bank",
                "amount": money(180),
                "status": "completed",
            }
        ],
    ),
    "circling a target, and the bid told after": (
        "en",
        "Rumours that Kordel is circling Bravura Semiconductor have lifted the chipmaker's shares. A bid "
        "could be worth £1.2 billion, the Sunday Times said.",
        [
            {
                "kind": "acquisition",
                "target": "Bravura Semiconductor",
                "acquirer": "Kordel",
                "amount": money(1200, "GBP"),
                "status": "rumoured",
            }
        ],
    ),
    "a sale explored without a buyer": (
        "en",
        "Harrow Software is exploring a sale that could fetch more than $1 billion, according to two people "
        "briefed on the process.",
        [
            {
                "kind": "acquisition",
                "target": "Harrow Software",
                "amount": money(1000, bound="at_least"),
                "status": "rumoured",
            }
        ],
    ),
    "a forecast as a range": (
        "en",
        "Ravensworth raised its capital expenditure forecast for the year to between $14 billion and $15 "
        "billion, citing demand for AI.",
        [{"kind": "capex", "owner": "Ravensworth", "amount": money(15_000, bound="up_to"), "status": "announced"}],
    ),
    "operating costs are no plan": (
        "en",
        "Ravensworth's operating costs rose to $3.1 billion as it hired engineers for its AI division.",
        [],
    ),
    "working with somebody": (
        "en",
        "Volanti Motors is working with Cobalt AI on an assistant for its cars.",
        [{"kind": "partnership", "partners": ["Cobalt AI", "Volanti Motors"], "status": "announced"}],
    ),
    "denies an interest on a day": (
        "en",
        'Kordel on Monday denied any interest in Bravura. "We are not preparing an offer," it said in a '
        "statement to the stock exchange.",
        [{"kind": "denial", "speaker": "Kordel", "recipient": "Bravura", "status": "denied"}],
    ),
    "hand in hand": (
        "fr",
        "Main dans la main avec le CEA, Nanoris va concevoir des modèles d'intelligence artificielle dédiés "
        "aux matériaux.",
        [{"kind": "partnership", "partners": ["CEA", "Nanoris"], "status": "announced"}],
    ),
    "rumours of a sale brushed aside": (
        "fr",
        "« Ces rumeurs sont sans fondement », a balayé le directeur général d'Hexamind, Luc Tissier, à propos "
        "d'une vente de l'entreprise à Altaïr.",
        [{"kind": "denial", "speaker": "Luc Tissier", "recipient": "Hexamind", "status": "denied"}],
    ),
    "two purchases in one sentence": (
        "en",
        "Mirador Systems, which last month picked up Dutch chatbot maker Praatje, has added another start-up "
        "to its collection: it is paying $45 million for Berlin's Wortlaut.",
        [
            {"kind": "acquisition", "target": "Praatje", "acquirer": "Mirador Systems", "status": "completed"},
            {
                "kind": "acquisition",
                "target": "Wortlaut",
                "acquirer": "Mirador Systems",
                "amount": money(45),
                "status": "announced",
            },
        ],
    ),
    "a sweetened bid after one that was rebuffed": (
        "en",
        "Hadley Telecom sweetened its bid for Polaris Compute to $5.2 billion on Monday, having seen an "
        "earlier proposal rebuffed.",
        [
            {
                "kind": "acquisition",
                "target": "Polaris Compute",
                "acquirer": "Hadley Telecom",
                "amount": money(5200),
                "status": "announced",
            }
        ],
    ),
    "an adviser of takeovers": (
        "en",
        "Cassel Brothers, the investment bank, advised on the sale. It has handled takeovers worth $90 "
        "billion this year, more than any rival.",
        [],
    ),
    "quarterly spending is no plan": (
        "en",
        "Xylem Cloud's quarterly capex jumped 61% to $5.5 billion, ahead of analysts' forecasts of $5.1 billion.",
        [],
    ),
    "a joint venture of two unknown names": (
        "en",
        "Nordvik and Salmar Robotics have agreed to set up a joint venture for AI software in fish farming. Each "
        "will own half.",
        [{"kind": "partnership", "partners": ["Nordvik", "Salmar Robotics"], "status": "announced"}],
    ),
    "an authority sues to stop a purchase": (
        "en",
        "The Federal Trade Commission sued to stop Xylem Cloud from buying Nimble Chips for $7 billion, and "
        "on Friday the two companies abandoned the deal.",
        [
            {
                "kind": "acquisition",
                "target": "Nimble Chips",
                "acquirer": "Xylem Cloud",
                "amount": money(7000),
                "status": "cancelled",
            },
            {
                "kind": "denial",
                "speaker": "Federal Trade Commission",
                "recipient": "Nimble Chips",
                "status": "cancelled",
            },
        ],
    ),
    "bought once and bought again": (
        "fr",
        "Racheté en 2022 par Sogelys pour 40 millions d'euros, l'éditeur Prisma IA change à nouveau de mains "
        ": le fonds Belcourt en prend le contrôle.",
        [
            {
                "kind": "acquisition",
                "target": "Prisma IA",
                "acquirer": "Sogelys",
                "amount": money(40, "EUR"),
                "status": "completed",
                "date": "2022",
            },
            {"kind": "acquisition", "target": "Prisma IA", "acquirer": "Belcourt", "status": "announced"},
        ],
    ),
    "the third purchase of a year": (
        "fr",
        "Avec l'acquisition de l'espagnol Datalia, son troisième rachat en un an, Mercator s'implante à Madrid.",
        [{"kind": "acquisition", "target": "Datalia", "acquirer": "Mercator", "status": "announced"}],
    ),
    "an authority vetoes": (
        "fr",
        "L'Autorité de la concurrence a mis son veto au rachat de Cloudia par Sogelys.",
        [
            {"kind": "acquisition", "target": "Cloudia", "acquirer": "Sogelys", "status": "cancelled"},
            {"kind": "denial", "speaker": "Autorité de la concurrence", "recipient": "Cloudia", "status": "cancelled"},
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told_and_nothing_else(case: str) -> None:
    assert missing(*CASES[case]) == []
