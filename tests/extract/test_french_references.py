"""Whom French words speak of: pronouns, relatives with dont and où, firms by their boss, items under a name."""

from __future__ import annotations

import pytest

from tests.extract.deal_cases import missing, money

PUBLISHED = "2026-03-10"
CASES = {
    "où": (
        "Nvidia avait agi de même avec Brumalis, où il a mis 30 millions de dollars.",
        [{"kind": "investment", "recipient": "Brumalis", "investors": ["NVIDIA"], "amount": money(30)}],
    ),
    "y": (
        "Ce coup d'arrêt suit l'arrivée d'ASML chez Mistral AI. Le groupe y a placé 1,3 milliard d'euros.",
        [{"kind": "investment", "recipient": "Mistral AI", "investors": ["ASML"], "amount": money(1300, "EUR")}],
    ),
    "an object pronoun before an infinitive": (
        "La start-up Velmaris conçoit des agents. Salesforce va l'acquérir pour 2 milliards de dollars.",
        [{"kind": "acquisition", "target": "Velmaris", "acquirer": "Salesforce", "amount": money(2000)}],
    ),
    "whose offer is turned down": (
        "Nordavel avait repoussé en janvier une offre d'achat de Dassault Systèmes, d'un montant de 480 millions"
        " d'euros.",
        [{"kind": "acquisition", "target": "Nordavel", "amount": money(480, "EUR"), "status": "cancelled"},
         {"kind": "denial", "recipient": "Nordavel", "speaker": "Nordavel"}],
    ),
    "items under a name and its sum": (
        "Brumalis, 14 M€ (cybersécurité). Née à Lille, Brumalis traque les fuites. Son tour de série A a été emmené"
        " par Elaia, avec Auriga Cyber Ventures.\n"
        "Kirvane, 6 M€ (santé). La jeune pousse nantaise décroche 6 M€ auprès de Frst.",
        [{"kind": "funding_round", "recipient": "Brumalis", "amount": money(14, "EUR"), "leads": ["Elaia"]},
         {"kind": "funding_round", "recipient": "Kirvane", "amount": money(6, "EUR"), "investors": ["Frst"]}],
    ),
    "founded by somebody's veterans": (
        "Capgemini va racheter Numeva. Créée en 2021 par trois anciens de Criteo, la société avait levé 60 millions"
        " d'euros auprès de Partech.",
        [{"kind": "acquisition", "target": "Numeva", "acquirer": "Capgemini"},
         {"kind": "funding_round", "recipient": "Numeva", "amount": money(60, "EUR"), "investors": ["Partech"]}],
    ),
    "round sums in words": (
        "Numeva a bouclé un tour d'une vingtaine de millions d'euros.",
        [{"kind": "funding_round", "recipient": "Numeva", "amount": money(20, "EUR")}],
    ),
    "the price that the press tells": (
        "Check Point reprend Numeva. La presse locale évoque 300 millions de dollars.",
        [{"kind": "acquisition", "target": "Numeva", "acquirer": "Check Point", "amount": money(300)}],
    ),
    "a founder's own share is none": ("Le cofondateur de Numeva, Paul Grandval, détient 13 % des actions.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_whom_french_words_mean(text, expected):
    assert missing("fr", text, expected, PUBLISHED) == []
