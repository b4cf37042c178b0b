"""Who is in a round and with how much: leaders told first or in another sentence, parts with givers, shares, loans."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money

PUBLISHED = "2026-03-10"
CASES = {
    "whom the money came from": (
        "en",
        "Veltrix, a start-up in Oslo, announced a Series B. The $90 million came from Halden Ventures.",
        [{"kind": "funding_round", "recipient": "Veltrix", "amount": money(90), "stage": "series-b",
          "investors": ["Halden Ventures"]}],
    ),
    "a list that opens its sentence": (
        "en",
        "Nordvik, Salmar and Telstar have led a $40 million round in the start-up Veltrix.",
        [{"kind": "funding_round", "recipient": "Veltrix", "amount": money(40), "leads": ["Nordvik", "Salmar", "Telstar"]}],
    ),
    "to give to a start-up": (
        "fr",
        "Dans la jeune pousse Veltrix, Halden Ventures avait donné 20 millions d'euros en 2022.",
        [{"kind": "investment", "recipient": "Veltrix", "amount": money(20, "EUR"), "investors": ["Halden Ventures"]}],
    ),
    "a series' letter ends the sentence": (
        "en",
        "Fennimore said it had closed a $64 million Series B. Kestrel Ventures led, with Plume Capital also writing checks.",
        [{"kind": "funding_round", "recipient": "Fennimore", "amount": money(64), "stage": "series-b",
          "leads": ["Kestrel Ventures"], "investors": ["Kestrel Ventures", "Plume Capital"]}],
    ),
    "who took part as well, before an older round is told": (
        "en",
        "Calderon has raised $64 million in a Series B. Kestrel Ventures led. Plume Capital, Accel and Nordwind also took"
        " part. A $9 million Series A was led by Presto Ventures.",
        [{"kind": "funding_round", "amount": money(64),
          "investors": ["Kestrel Ventures", "Plume Capital", "Accel", "Nordwind"]},
         {"kind": "funding_round", "amount": money(9), "investors": ["Presto Ventures"]}],
    ),
    "debt and equity with givers of their own": (
        "en",
        "Of the $900 million that Halcyon Compute has raised, $600 million is debt provided by Deutsche Bank and Natixis; the"
        " remaining $300 million is equity from Brookfield.",
        [{"kind": "funding_round", "recipient": "Halcyon Compute", "amount": money(900), "equity": money(300),
          "debt": money(600), "instrument": "mixed"},
         {"kind": "investment", "investors": ["Deutsche Bank", "Natixis"], "amount": money(600), "instrument": "debt"},
         {"kind": "investment", "investors": ["Brookfield"], "amount": money(300), "instrument": "equity"}],
    ),
    "a part of the whole": (
        "en",
        "Alibaba is the lead investor in Tolliver's new funding, contributing $400 million of the $1 billion total.",
        [{"kind": "funding_round", "recipient": "Tolliver", "amount": money(1000)},
         {"kind": "investment", "recipient": "Tolliver", "investors": ["Alibaba"], "amount": money(400)}],
    ),
    "another adds": (
        "en",
        "SoftBank will plow $1 billion into the robotics company Skild, with Nvidia adding another $250 million.",
        [{"kind": "investment", "investors": ["SoftBank"], "amount": money(1000)},
         {"kind": "investment", "investors": ["NVIDIA"], "amount": money(250)}],
    ),
    "employees sell": (
        "en",
        "In October Brightloom employees sold $200 million of stock to Thrive Capital and Coatue.",
        [{"kind": "funding_round", "recipient": "Brightloom", "amount": money(200), "instrument": "equity",
          "investors": ["Thrive Capital", "Coatue"]}],
    ),
    "a credit line": (
        "en",
        "The lender Pinegrove has extended a $40 million credit line to Ostrich AI.",
        [{"kind": "investment", "recipient": "Ostrich AI", "investors": ["Pinegrove"], "amount": money(40),
          "instrument": "debt"}],
    ),
    "its shares": (
        "en",
        "In a filing with the SEC, Brixham Semiconductor disclosed that Nvidia owns 5.6 percent of its shares.",
        [{"kind": "investment", "recipient": "Brixham Semiconductor", "investors": ["NVIDIA"]}],
    ),
    "a percentage taken": (
        "fr",
        "Le groupe Iliad prend 8 % de la jeune société Synapticom pour 16 millions d'euros.",
        [{"kind": "investment", "recipient": "Synapticom", "investors": ["Iliad"], "amount": money(16, "EUR")}],
    ),
    "leaders told first": (
        "fr",
        "C'est Balderton qui conduit l'opération, suivi par Serena. Au total, Lumenaia récolte 32 millions d'euros.",
        [{"kind": "funding_round", "recipient": "Lumenaia", "amount": money(32, "EUR"), "leads": ["Balderton"],
          "investors": ["Balderton", "Serena"]}],
    ),
    "a leader behind a comma": (
        "fr",
        "Deeptrace lève 9 millions d'euros. À la manœuvre, le fonds allemand Cherry Ventures.",
        [{"kind": "funding_round", "recipient": "Deeptrace", "amount": money(9, "EUR"), "leads": ["Cherry Ventures"]}],
    ),
    "the verb before its subjects": (
        "fr",
        "Hexatone a bouclé un tour de 22 millions de dollars, conduit par Breega. Y ont également souscrit Otium et Kima.",
        [{"kind": "funding_round", "recipient": "Hexatone", "amount": money(22), "leads": ["Breega"],
          "investors": ["Breega", "Otium", "Kima"]}],
    ),
    "two verbs of giving": (
        "fr",
        "Kerlann peut accélérer. La Banque européenne d'investissement lui prête 30 millions d'euros, et ses actionnaires,"
        " Supernova et Irdi, remettent 10 millions.",
        [{"kind": "investment", "recipient": "Kerlann", "investors": ["Banque européenne d'investissement"],
          "amount": money(30, "EUR")},
         {"kind": "investment", "recipient": "Kerlann", "investors": ["Supernova", "Irdi"], "amount": money(10, "EUR")}],
    ),
    "a stage that somebody pays": (
        "fr",
        "La start-up Vidocq revient de loin. Depuis l'amorçage de juin 2023, quand Serena avait misé 10 millions d'euros, tout a changé.",
        [{"kind": "funding_round", "recipient": "Vidocq", "amount": money(10, "EUR"), "stage": "seed",
          "investors": ["Serena"], "date": "2023-06"}],
    ),
    "led with a sum": (
        "en",
        "Brightloom raised $90 million. Kestrel Ventures led with $50 million.",
        [{"kind": "funding_round", "recipient": "Brightloom", "amount": money(90)},
         {"kind": "investment", "recipient": "Brightloom", "investors": ["Kestrel Ventures"], "amount": money(50)}],
    ),
    "a minority stake": (
        "en",
        "Orrin Partners has taken a minority stake in Fjellmark, a maker of subsea sensors.",
        [{"kind": "investment", "recipient": "Fjellmark", "investors": ["Orrin Partners"], "instrument": "equity"}],
    ),
    "a listing without proceeds": ("en", "Cerulean Systems filed on Monday for a Nasdaq listing.", []),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_backers(lang, text, expected):
    assert missing(lang, text, expected, published=PUBLISHED) == []
