"""Spending plans, alliances and denials as newspapers word them, with near misses among them."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money

CASES = {
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
        "Nordvik and Salmar Robotics have agreed to set up a joint venture for AI software in fish farming. "
        "Each will own half.",
        [{"kind": "partnership", "partners": ["Nordvik", "Salmar Robotics"], "status": "announced"}],
    ),
    "pumps into data centres": (
        "en",
        "Brenner Infrastructure, backed by the Canadian pension fund Oakmont, plans to pump 2.5 billion euros "
        "into data centres in Portugal over the next five years.",
        [
            {
                "kind": "capex",
                "owner": "Brenner Infrastructure",
                "amount": money(2500, "EUR"),
                "status": "announced",
                "site": "Portugal",
            }
        ],
    ),
    "a complex that somebody puts up": (
        "en",
        "Two of the five buildings at Kestrel Valley, a $12 billion complex that Stratus is putting up in "
        "Utah, will be ready by December.",
        [{"kind": "capex", "owner": "Stratus", "amount": money(12_000), "status": "announced"}],
    ),
    "no longer planned": (
        "en",
        "Halvorsen said it no longer planned to build the $1.8 billion data centre near Bergen that it had "
        "announced last spring.",
        [
            {"kind": "capex", "owner": "Halvorsen", "amount": money(1800), "status": "cancelled", "site": "Bergen"},
            {"kind": "denial", "speaker": "Halvorsen", "recipient": "Halvorsen", "status": "cancelled"},
        ],
    ),
    "what a country needs": (
        "en",
        "India will need $90 billion of investment in data centres by 2030, consultants at Bexley & Hart estimate.",
        [],
    ),
    "what any campus costs": (
        "en",
        "A typical gigawatt campus costs about $40 billion, said Stratus's head of engineering, two thirds of "
        "it for chips.",
        [],
    ),
    "no comment": (
        "en",
        "Neither Stratus nor Elkhorn Power would comment on a report that they were planning a joint reactor.",
        [],
    ),
    "an investment cleft from its owner": (
        "fr",
        "Un investissement de 1,1 milliard d'euros : c'est ce que prévoit Norsud pour agrandir son centre de "
        "données de Marcoussis.",
        [
            {
                "kind": "capex",
                "owner": "Norsud",
                "amount": money(1100, "EUR"),
                "status": "announced",
                "site": "Marcoussis",
            }
        ],
    ),
    "works at a cost": (
        "fr",
        "Les travaux du futur campus de Stellia à Cambrai, d'un coût de 650 millions d'euros, débuteront au printemps.",
        [{"kind": "capex", "owner": "Stellia", "amount": money(650, "EUR"), "status": "announced", "site": "Cambrai"}],
    ),
    "invested last year beside revenue": (
        "fr",
        "Stellia a investi 210 millions d'euros l'an dernier et réalisé un chiffre d'affaires de 1,3 milliard.",
        [],
    ),
    "a site that costs a sum and its builder": (
        "en",
        "Construction will start in autumn on a data centre costing 480 million euros that Nordgrid is to "
        "build near Tampere.",
        [{"kind": "capex", "owner": "Nordgrid", "amount": money(480, "EUR"), "status": "announced", "site": "Tampere"}],
    ),
    "committed to investments": (
        "en",
        "Nordgrid has committed itself to investments of 1.5 billion euros in Finland's data centres by 2030.",
        [
            {
                "kind": "capex",
                "owner": "Nordgrid",
                "amount": money(1500, "EUR"),
                "status": "announced",
                "site": "Finland",
            }
        ],
    ),
    "spending of a first quarter": (
        "en",
        "Lattice Harbor's shares fell 4 percent after it said capital spending in the first quarter had "
        "reached $3.9 billion.",
        [],
    ),
    "rents are no deal": (
        "en",
        "Rents for data centres in Helsinki have risen to 150 euros per kilowatt a month, says property broker Askel.",
        [],
    ),
    "no plans to buy": (
        "en",
        "Quarry Systems has no plans to buy Noema, a spokeswoman for the Finnish group said, contradicting a "
        "newspaper report.",
        [{"kind": "denial", "speaker": "Quarry Systems", "recipient": "Noema", "status": "denied"}],
    ),
    "pressed on a takeover": (
        "en",
        "Pressed on whether Lattice Harbor was about to swallow Noema, its boss, Greta Sand, told investors: "
        '"That\'s nonsense."',
        [{"kind": "denial", "speaker": "Greta Sand", "recipient": "Noema", "status": "denied"}],
    ),
    "an envelope that rises": (
        "fr",
        "Armorik Énergie a décidé de doubler la mise : son enveloppe consacrée aux serveurs d'IA passera à "
        "240 millions d'euros.",
        [{"kind": "capex", "owner": "Armorik Énergie", "amount": money(240, "EUR"), "status": "announced"}],
    ),
    "the project is an investment": (
        "fr",
        "Porté par la métropole et l'opérateur Teravia, le projet de calculateur représente un investissement "
        "de 45 millions d'euros.",
        [{"kind": "capex", "owner": "Teravia", "amount": money(45, "EUR"), "status": "announced"}],
    ),
    "a site that somebody has put a sum into": (
        "fr",
        "Le groupe Teravia a inauguré lundi à Nantes un centre de données dans lequel il a injecté 60 millions d'euros.",
        [{"kind": "capex", "owner": "Teravia", "amount": money(60, "EUR"), "status": "announced", "site": "Nantes"}],
    ),
    "capital that a market drew": (
        "fr",
        "Le marché français de l'IA générative a attiré 2,8 milliards d'euros de capitaux en 2025, d'après le "
        "baromètre d'Osmia.",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told_and_nothing_else(case: str) -> None:
    assert missing(*CASES[case]) == []
