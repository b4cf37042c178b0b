"""The day of a deal that another sentence tells: before it, after it, or not at all."""

from __future__ import annotations

import pytest

from pipeline.extract import extract

PUBLISHED = "2026-03-12"  # a Thursday


def dates(lang: str, text: str) -> dict[str, str | None]:
    """The date of each claim, by its main party."""
    found = extract(text, lang=lang, published=PUBLISHED)
    return {claim.get("recipient") or claim.get("target") or claim["owner"]: claim.get("date") for claim in found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Orvane has raised $90 million from Accel. The start-up said so on Tuesday."),
        ("en", "The news came out on Tuesday. Orvane has raised $90 million from Accel."),
        ("fr", "Orvane a levé 90 millions de dollars auprès d'Accel. Elle l'a annoncé mardi."),
        ("de", "Orvane hat 90 Millionen Dollar von Accel erhalten. Das teilte das Start-up am Dienstag mit."),
        ("es", "Orvane ha captado 90 millones de dólares de Accel. La empresa lo comunicó el martes."),
        ("it", "Orvane ha raccolto 90 milioni di dollari da Accel. La società lo ha annunciato martedì."),
        ("pt", "A Orvane captou 90 milhões de dólares junto à Accel. O anúncio foi feito na terça-feira."),
        ("nl", "Orvane heeft 90 miljoen dollar opgehaald bij Accel. Dat maakte het bedrijf dinsdag bekend."),
    ],
)
def test_a_neighbour_tells_the_day(lang: str, text: str) -> None:
    assert dates(lang, text) == {"Orvane": "2026-03-10"}


def test_two_sentences_away_a_plan_is_still_of_that_day() -> None:
    text = (
        "Orvane Systems will spend $2 billion on a data centre in Ohio. It wants to hire 300 people. The mayor welcomed"
        " the plan on Tuesday."
    )
    assert dates("en", text) == {"Orvane Systems": "2026-03-10"}


def test_what_is_over_is_not_of_that_day() -> None:
    text = "Orvane has raised $90 million from Accel. It wants to hire 300 people. Its chief spoke on Tuesday in Paris."
    assert dates("en", text) == {"Orvane": None}


def test_a_day_long_ago_announces_nothing() -> None:
    text = "The start-up Orvane was founded on 3 May 2021. It has raised $90 million from Accel."
    assert dates("en", text) == {"Orvane": None}


def test_the_year_of_an_older_plan_is_its_date() -> None:
    text = "Andere waren früher dran. 2024 hatte Microsoft 3,2 Milliarden Euro für Rechenzentren bei Köln zugesagt."
    assert dates("de", text) == {"Microsoft": "2024"}


def test_a_month_behind_an_apposition_is_that_of_the_deal() -> None:
    text = "Orvane, which two engineers co-founded, in January got $2 billion from investors including Accel."
    assert dates("en", text) == {"Orvane": "2026-01"}


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Orvane has raised $90 million. It hires 300 people. The deal was signed on Tuesday.", "2026-03-10"),
        ("pt", "A Orvane captou US$ 90 milhões. A equipe crescerá. O anúncio foi feito na terça-feira.", "2026-03-10"),
        ("pt", "A Totvs comprou a Orvane por R$ 90 milhões. Foi concluído em fevereiro.", "2026-02"),
        (
            "de",
            "Siemens kauft den Softwareanbieter Orvane für 90 Millionen Euro. Unterschrieben wurde am 4. März.",
            "2026-03-04",
        ),
    ],
)
def test_a_brief_sentence_dates_the_deals_before_it(lang: str, text: str, day: str) -> None:
    assert dates(lang, text) == {"Orvane": day}


def test_the_day_of_a_price_or_a_denial_is_no_day_of_a_deal() -> None:
    text = "Orvane has raised $90 million from Accel. It hires 300 people. The stock fell 16 percent on Tuesday."
    assert dates("en", text) == {"Orvane": None}
