"""Days that are not a deal's own: of what came earlier, of a deal of others, of what only presents a firm."""

from __future__ import annotations

import pytest

from tests.extract.test_announcement_days import PUBLISHED, dates


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Brenlo raised $90 million on Tuesday. It had previously bought Orvane for $2 billion."),
        ("fr", "Brenlo a levé 90 millions de dollars mardi. Le groupe avait auparavant racheté Orvane."),
        (
            "de",
            "Brenlo hat am Dienstag 90 Millionen Dollar eingesammelt. Zuvor hatte Brenlo das Start-up Orvane gekauft.",
        ),
        ("nl", "Brenlo haalde dinsdag 90 miljoen dollar op. Brenlo nam eerder de start-up Orvane over."),
        ("es", "Brenlo captó el martes 90 millones de dólares. Anteriormente Brenlo había comprado Orvane."),
        ("it", "Brenlo ha raccolto martedì 90 milioni di dollari. In precedenza Brenlo aveva comprato Orvane."),
        ("pt", "A Brenlo captou na terça-feira 90 milhões de dólares. A Brenlo comprou anteriormente a Orvane."),
    ],
)
def test_what_came_earlier_is_not_of_that_day(lang: str, text: str) -> None:
    assert dates(lang, text) == {"Brenlo": "2026-03-10", "Orvane": None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Brenlo raised $90 million on Tuesday. Tarvik bought Orvane for $2 billion."),
        ("fr", "Brenlo a levé mardi 90 millions de dollars. Tarvik a racheté Orvane pour 60 millions d'euros."),
    ],
)
def test_the_day_of_one_deal_is_not_that_of_others_told_beside_it(lang: str, text: str) -> None:
    assert dates(lang, text) == {"Brenlo": "2026-03-10", "Orvane": None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Today Orvane employs 90 people. Accel invested $40 million in Orvane."),
        ("fr", "Aujourd'hui, Orvane compte 90 salariés. Accel a investi 40 millions de dollars dans Orvane."),
        ("de", "Heute beschäftigt Orvane neunzig Menschen. Accel hat 40 Millionen Dollar in Orvane investiert."),
        ("de", "Das 2021 von Eva Roth gegründete Start-up Orvane hat 40 Millionen Dollar von Accel erhalten."),
        ("nl", "Het in 2021 opgerichte Orvane heeft 40 miljoen dollar opgehaald bij Accel."),
        ("it", "Fondata nel 2021, Orvane ha raccolto 40 milioni di dollari da Accel."),
    ],
)
def test_what_only_presents_a_firm_dates_no_deal(lang: str, text: str) -> None:
    assert dates(lang, text) == {"Orvane": None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Today Orvane announced a new round. Accel invested $40 million in Orvane."),
        ("de", "Heute hat das in Berlin gegründete Start-up Orvane 40 Millionen Dollar von Accel erhalten."),
    ],
)
def test_today_is_the_day_of_what_is_told_with_it(lang: str, text: str) -> None:
    assert dates(lang, text)["Orvane"] == PUBLISHED
