"""Takeovers, mergers and sales of companies as newspapers word them, with near misses among them."""

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
    "a buyer who pays in the next sentence": (
        "en",
        "Cardano Software is buying Brightloom, a Toronto start-up. It will pay more than $640 million in cash.",
        [
            {
                "kind": "acquisition",
                "target": "Brightloom",
                "acquirer": "Cardano Software",
                "amount": money(640, bound="at_least"),
            }
        ],
    ),
    "a buyer who pays in a relative clause": (
        "en",
        "The latest purchase is Brightloom, the Toronto start-up, for which Cardano Software has agreed to pay $4 billion.",
        [{"kind": "acquisition", "target": "Brightloom", "acquirer": "Cardano Software", "amount": money(4000)}],
    ),
    "a price belongs to what stands before it": (
        "en",
        "For Cardano Software, shopping has become a habit. The Santa Clara company agreed to buy Brightloom, an AI"
        " assistant maker, for $2.85 billion, and closed its acquisition of the identity specialist Vezzo.",
        [
            {"kind": "acquisition", "target": "Brightloom", "acquirer": "Cardano Software", "amount": money(2850)},
            {"kind": "acquisition", "target": "Vezzo", "acquirer": "Cardano Software", "amount": None},
        ],
    ),
    "who turns down an offer was to be bought": (
        "en",
        "Cardano Software is in talks to acquire Brightloom, a year after the start-up turned down an offer of $1 billion.",
        [
            {"kind": "acquisition", "target": "Brightloom", "acquirer": "Cardano Software", "status": "rumoured"},
            {"kind": "acquisition", "target": "Brightloom", "amount": money(1000), "status": "cancelled"},
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
    "a takeover completed": (
        "en",
        "Norwegian software maker Fjellvik has completed its takeover of Sonata AI, a Boston "
        "speech-recognition company, for which it paid $210 million in cash and shares.",
        [
            {
                "kind": "acquisition",
                "target": "Sonata AI",
                "acquirer": "Fjellvik",
                "amount": money(210),
                "status": "completed",
            }
        ],
    ),
    "a sale to its buyer that is cleared": (
        "en",
        "The sale of Arctic Compute to Brenner Infrastructure, agreed in January for 1.9 billion euros, has "
        "been cleared by Norway's competition authority.",
        [
            {
                "kind": "acquisition",
                "target": "Arctic Compute",
                "acquirer": "Brenner Infrastructure",
                "amount": money(1900, "EUR"),
                "status": "announced",
            }
        ],
    ),
    "talks about a merger collapsed": (
        "en",
        "Talks between Merivale and Tandem Robotics about a merger have collapsed over price, the Financial "
        "Times reported.",
        [{"kind": "acquisition", "target": "Tandem Robotics", "acquirer": "Merivale", "status": "cancelled"}],
    ),
    "a sale dismissed as gossip": (
        "en",
        'Merivale\'s chief executive, Tom Aldous, dismissed as "gossip" a report that the group was about to '
        "sell Sonata AI to Fjellvik for $400 million.",
        [
            {
                "kind": "acquisition",
                "target": "Sonata AI",
                "acquirer": "Fjellvik",
                "amount": money(400),
                "status": "denied",
            },
            {"kind": "denial", "speaker": "Tom Aldous", "recipient": "Sonata AI", "status": "denied"},
        ],
    ),
    "prepares to pay in order to buy": (
        "fr",
        "Opalis a trouvé preneur. Selon Les Echos, Carvel s'apprête à débourser 75 millions d'euros pour "
        "s'offrir la société toulousaine.",
        [
            {
                "kind": "acquisition",
                "target": "Opalis",
                "acquirer": "Carvel",
                "amount": money(75, "EUR"),
                "status": "reported",
            }
        ],
    ),
    "pays in the largest deal of its history": (
        "en",
        "Quarry Systems is to pay $1.1 billion for Ilmarin, a Finnish company whose software designs chips, "
        "in the largest deal in its history, it said on Wednesday.",
        [
            {
                "kind": "acquisition",
                "target": "Ilmarin",
                "acquirer": "Quarry Systems",
                "amount": money(1100),
                "status": "announced",
            }
        ],
    ),
    "an offer that values the company": (
        "en",
        "The board of Ilmarin recommended that shareholders accept Quarry Systems' offer of 24 euros a share, "
        "which values the company at 1 billion euros.",
        [
            {
                "kind": "acquisition",
                "target": "Ilmarin",
                "acquirer": "Quarry Systems",
                "valuation": money(1000, "EUR"),
                "status": "announced",
            }
        ],
    ),
    "called off months ago": (
        "en",
        "Two months ago Lattice Harbor called off its $700 million acquisition of Pylon AI, blaming regulators.",
        [
            {
                "kind": "acquisition",
                "target": "Pylon AI",
                "acquirer": "Lattice Harbor",
                "amount": money(700),
                "status": "cancelled",
            },
            {"kind": "denial", "speaker": "Lattice Harbor", "recipient": "Pylon AI", "status": "cancelled"},
        ],
    ),
    "taken over out of insolvency": (
        "fr",
        "Le groupe italien Ferrandi reprend Vocalia, spécialiste lyonnais de la synthèse vocale placé en "
        "redressement judiciaire, pour 4 millions d'euros.",
        [
            {
                "kind": "acquisition",
                "target": "Vocalia",
                "acquirer": "Ferrandi",
                "amount": money(4, "EUR"),
                "status": "announced",
            }
        ],
    ),
    "exclusive talks on all of it": (
        "fr",
        "Ferrandi est entré en négociations exclusives en vue d'acquérir 100 % de Domotix, dont la valeur est "
        "estimée à 320 millions d'euros.",
        [
            {
                "kind": "acquisition",
                "target": "Domotix",
                "acquirer": "Ferrandi",
                "valuation": money(320, "EUR", bound="about"),
                "status": "rumoured",
            }
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told_and_nothing_else(case: str) -> None:
    assert missing(*CASES[case]) == []
