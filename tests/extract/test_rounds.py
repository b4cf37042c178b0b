"""Funding rounds by construction: who raises how much from whom, at what value, at which stage."""

from __future__ import annotations

import pytest

from pipeline.extract import extract
from tests.extract.deal_cases import missing, money

ENGLISH = {
    "a credit agreement": (
        "Galaxy Digital entered into a credit agreement with Deutsche Bank AG, as sole lender, providing for a senior secured"
        " term loan facility of $300 million.",
        {"recipient": "Galaxy Digital", "amount": money(300), "investors": ["Deutsche Bank"], "instrument": "debt"},
    ),
    "a value told with the worth of the company": (
        "As recently as March, Ferndale AI had been worth $61.5 billion, when it took in $3.5 billion from Lightspeed.",
        {"recipient": "Ferndale AI", "amount": money(3500), "valuation": money(61_500)},
    ),
    "a value behind a list of givers": (
        "Ferndale AI collected $1 billion from Sequoia, DST Global, SV Angel and others at $5 billion.",
        {"recipient": "Ferndale AI", "amount": money(1000), "valuation": money(5000)},
    ),
    "shares and notes": (
        "Nebius raised $3.75 billion, $1 billion of it by selling Class A shares and $2.75 billion in convertible notes.",
        {"recipient": "Nebius", "amount": money(3750), "equity": money(1000), "debt": money(2750), "instrument": "mixed"},
    ),
    "a long insertion before the verb": (
        "Firmus, the Australian builder of AI factories in which Nvidia holds a stake, has landed $500 million from"
        " investors including Regal and Ellerston.",
        {"recipient": "Firmus", "amount": money(500), "investors": ["Regal", "Ellerston"]},
    ),
    "backers named between subject and verb": (
        "MiniMax, backed by Alibaba and the game developer miHoYo, took in $480 million on Friday.",
        {"recipient": "MiniMax", "amount": money(480)},
    ),
    "who stands behind the copula": (
        "Next in line is Kunlunxin, the chip subsidiary of Baidu, which hopes for as much as $2 billion.",
        {"recipient": "Kunlunxin", "amount": money(2000, bound="up_to")},
    ),
    "an investor borrows": (
        "SoftBank will fund its share with a bridge loan of up to $8 billion from JPMorgan, Mizuho and MUFG.",
        {"recipient": "SoftBank", "amount": money(8000, bound="up_to"), "instrument": "debt",
         "investors": ["JPMorgan", "Mizuho", "MUFG"]},
    ),
    "apposition before the verb": (
        "Aurexa, the maker of an AI tutor for nurses, has raised $18 million from General Catalyst and Felicis.",
        {"recipient": "Aurexa", "amount": money(18), "investors": ["General Catalyst", "Felicis"], "status": "completed"},
    ),
    "said it had": (
        "London-based Quillmark said on Tuesday it had secured £42m in Series C funding co-led by Balderton and Atomico.",
        {"recipient": "Quillmark", "amount": money(42, "GBP"), "stage": "series-c", "leads": ["Balderton", "Atomico"],
         "instrument": "equity", "date": "2025-10-07"},
    ),
    "nominalisation and passive": (
        "A $60 million round for Tessellate, whose software plans hospital shifts, was led by Bessemer.",
        {"recipient": "Tessellate", "amount": money(60), "leads": ["Bessemer"]},
    ),
    "headline without a verb of its own": (
        "Vantria bags $30M Series A to automate audits",
        {"recipient": "Vantria", "amount": money(30), "stage": "series-a", "instrument": "equity"},
    ),
    "talks and a value": (
        "Quillmark is in talks to raise $500 million at a valuation of $14 billion, Bloomberg reported.",
        {"recipient": "Quillmark", "amount": money(500), "valuation": money(14_000), "status": "rumoured"},
    ),
    "unnamed sources": (
        "Aurexa has reportedly raised $75 million from Coatue.",
        {"recipient": "Aurexa", "amount": money(75), "investors": ["Coatue"], "status": "reported"},
    ),
    "the round as subject": (
        "Aurexa's latest round, $300 million led by Kleiner Perkins and Coatue, pushes its valuation to $5 billion.",
        {"recipient": "Aurexa", "amount": money(300), "leads": ["Kleiner Perkins", "Coatue"], "valuation": money(5000)},
    ),
    "led later, joined later": (
        "Vantria has closed a $40 million Series B.\nThe round was led by Accel. Index Ventures and GV also participated.",
        {"recipient": "Vantria", "amount": money(40), "stage": "series-b", "leads": ["Accel"],
         "investors": ["Accel", "Index Ventures", "GV"]},
    ),
    "a leader past two explanations": (
        "Sandpiper Capital, the fund of Jane Doe, the founder of Foxglove, led a $20 million round in Aurexa.",
        {"recipient": "Aurexa", "amount": money(20), "leads": ["Sandpiper Capital"]},
    ),
    "value told in another clause": (
        "Aurexa was valued at $6 billion in June 2024, when it raised $600 million.",
        {"recipient": "Aurexa", "amount": money(600), "valuation": money(6000), "date": "2024-06"},
    ),
    "initials in a name": (
        "Aurexa raised $90 million in a round led by D. E. Shaw Ventures.",
        {"recipient": "Aurexa", "amount": money(90), "leads": ["D. E. Shaw Ventures"]},
    ),
    "notes": (
        "Aurexa sold $1.5 billion of convertible notes on Monday.",
        {"recipient": "Aurexa", "amount": money(1500), "instrument": "debt", "date": "2025-10-06"},
    ),
    "flattened table": (
        "Company: Aurexa\nAmount: $50M\nStage: Series A\nLead: Accel\nOther investors: GV, Felicis",
        {"recipient": "Aurexa", "amount": money(50), "stage": "series-a", "leads": ["Accel"],
         "investors": ["Accel", "GV", "Felicis"]},
    ),
}  # fmt: skip

FRENCH = {
    "apposition": (
        "Aurexa, l'éditeur d'un tuteur IA pour infirmières, a levé 18 millions d'euros auprès de Partech et d'Elaia.",
        {"recipient": "Aurexa", "amount": money(18, "EUR"), "investors": ["Partech", "Elaia"], "status": "completed"},
    ),
    "noun of raising": (
        "La start-up lyonnaise Quillmark annonce une levée de 42 millions d'euros en série C, menée par Balderton.",
        {"recipient": "Quillmark", "amount": money(42, "EUR"), "stage": "series-c", "leads": ["Balderton"]},
    ),
    "participle in front": (
        "Menée par Iris Capital, l'opération de 60 M€ permettra à Tessellate de doubler ses effectifs.",
        {"recipient": "Tessellate", "amount": money(60, "EUR"), "leads": ["Iris Capital"]},
    ),
    "hearsay mood": (
        "Aurexa aurait levé 75 millions de dollars.",
        {"recipient": "Aurexa", "amount": money(75), "status": "reported"},
    ),
    "talks": (
        "Quillmark serait en discussions pour lever 2 milliards de dollars sur la base d'une valorisation de 12 milliards.",
        {"recipient": "Quillmark", "amount": money(2000), "valuation": money(12_000), "status": "rumoured"},
    ),
    "inverted relative clause": (
        "Nscale a bouclé une levée de 1,1 milliard de dollars emmenée par Aker, à laquelle ont aussi souscrit Nokia, "
        "Nvidia et Dell.",
        {"recipient": "Nscale", "amount": money(1100), "leads": ["Aker"], "investors": ["Aker", "Nokia", "NVIDIA", "Dell"]},
    ),
}  # fmt: skip


def test_two_rounds_of_one_sum_stay_two() -> None:
    text = "Harvey has raised $300 million in Series E funding, four months after announcing a $300 million Series D."
    expected = [{"kind": "funding_round", "amount": money(300), "stage": stage} for stage in ("series-e", "series-d")]

    assert missing("en", text, expected) == []


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH.keys())
def test_rounds(text, expected):
    assert missing("en", text, [{"kind": "funding_round", **expected}], published="2025-10-09") == []


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH.keys())
def test_rounds_in_french(text, expected):
    assert missing("fr", text, [{"kind": "funding_round", **expected}], published="2025-10-09") == []


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "The money comes from Accel, Kestrel Ventures and Polaris Fund."),
        ("fr", "Ont participé au tour Accel, Kestrel Ventures et Polaris Fund."),
        ("fr", "Les fonds proviennent d'Accel, de Kestrel Ventures et de Polaris Fund."),
        ("fr", "Autour de la table : Accel, Kestrel Ventures et Polaris Fund."),
        ("de", "Die Altinvestoren Kestrel Ventures und Polaris Fund gingen mit, neu dabei ist Accel."),
        ("es", "Han acudido a la ampliación Accel, Kestrel Ventures y Polaris Fund."),
        ("pt", "Também entraram no negócio a Accel, a Kestrel Ventures e o Polaris Fund."),
    ],
)
def test_a_later_sentence_lists_who_takes_part(lang: str, sentence: str) -> None:
    told = {"kind": "funding_round", "recipient": "Orvane Robotics", "leads": None}
    backers = {"investors": ["Accel", "Kestrel Ventures", "Polaris Fund"]}

    assert missing(lang, f"{_ROUND[lang]} {sentence}", [told | backers]) == []


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("fr", "À la manœuvre, Accel, aux côtés de Kestrel Ventures et Polaris Fund."),
        ("pt", "A rodada foi liderada pela Accel, com participação de Kestrel Ventures e Polaris Fund."),
        ("nl", "De ronde werd geleid door Accel, ook Kestrel Ventures en Polaris Fund deden mee."),
    ],
)
def test_a_later_sentence_tells_who_leads(lang: str, sentence: str) -> None:
    told = {"kind": "funding_round", "recipient": "Orvane Robotics", "leads": ["Accel"]}
    backers = {"investors": ["Accel", "Kestrel Ventures", "Polaris Fund"]}

    assert missing(lang, f"{_ROUND[lang]} {sentence}", [told | backers]) == []


_ROUND = {
    "en": "Orvane Robotics has raised $90 million in a Series B.",
    "fr": "Orvane Robotics a levé 90 millions de dollars en série B.",
    "de": "Orvane Robotics hat in einer Series-B-Runde 90 Millionen Dollar eingesammelt.",
    "es": "Orvane Robotics ha captado 90 millones de dólares en una serie B.",
    "pt": "A Orvane Robotics captou 90 milhões de dólares numa rodada série B.",
    "nl": "Orvane Robotics heeft 90 miljoen dollar opgehaald in een serie B-ronde.",
}


LETTERS = [
    ("en", "Nordwerk AI has raised a $20 million Series P. Accel led the round.", "series-p"),
    ("en", "Nordwerk AI raised a $20 million series b round from Accel.", "series-b"),
    ("it", "Nordwerk AI ha chiuso un round di serie E da 20 milioni di euro guidato da Accel.", "series-e"),
    ("de", "Nordwerk AI hat in einer Serie-A-Runde 20 Millionen Euro von Accel erhalten.", "series-a"),
    ("fr", "Nordwerk AI a levé 20 millions d'euros en série A auprès de Partech.", "series-a"),
    ("fr", "Nordwerk AI a levé 20 millions d'euros. La série a été menée par Partech.", None),
    ("it", "Nordwerk AI ha raccolto 20 milioni di euro dopo una serie e un film.", None),
    ("pt", "Nordwerk AI, dona de uma série e de um app, captou 20 milhões de euros.", None),
]


@pytest.mark.parametrize(("lang", "text", "stage"), LETTERS)
def test_a_series_has_a_letter_that_is_no_word(lang: str, text: str, stage: str | None) -> None:
    assert [claim.get("stage") for claim in extract(text, lang=lang)] == [stage]
