"""Hearsay without a source: the conditional of Romance languages, German `soll` and Dutch `zou`."""

from __future__ import annotations

import pytest

from pipeline.extract import extract

REPORTED = [
    ("fr", "Ambrine lèverait 90 millions d'euros."),
    ("fr", "Nvidia injecterait 300 millions de dollars dans Ambrine."),
    ("fr", "Google verserait 4 milliards de dollars à Ambrine pour ses serveurs."),
    ("fr", "Selon un proche, Ambrine achèterait Dorsal pour 70 millions d'euros."),
    ("de", "Brenlo soll 90 Millionen Dollar eingesammelt haben."),
    ("de", "Siemens soll 200 Millionen Euro in das KI-Start-up Brenlo pumpen."),
    ("de", "Siemens und SAP sollen 200 Millionen Euro in das KI-Start-up Brenlo investiert haben."),
    ("nl", "Nvidia zou 300 miljoen dollar in Brenlo steken."),
    ("nl", "Brenlo zou 90 miljoen euro hebben opgehaald."),
    ("nl", "Google zou 2 miljard euro investeren in een datacenter in Groningen."),
    ("pt", "A Brenlo terá captado 90 milhões de euros."),
    ("pt", "A Nvidia terá investido 300 milhões de dólares na Brenlo."),
    ("es", "Nvidia inyectaría 300 millones de dólares en Brenlo."),
    ("it", "Nvidia inietterebbe 300 milioni di dollari in Brenlo."),
]
TOLD = [
    ("fr", "Google a annoncé dans la matinée qu'il investirait 3 milliards d'euros dans un centre de données à Metz."),
    ("nl", "Google heeft aangekondigd dat het 2 miljard euro in een datacenter in Groningen zou investeren."),
    ("es", "Oracle hizo saber en enero que dedicaría 900 millones de dólares a un centro de datos en Sevilla."),
    ("de", "Ein Rechenzentrum für zwei Milliarden Euro soll Google in Hanau bauen."),
]


@pytest.mark.parametrize(("lang", "text"), REPORTED)
def test_a_mood_alone_makes_a_deal_hearsay(lang: str, text: str) -> None:
    assert [claim["status"] for claim in extract(text, lang=lang)] == ["reported"]


@pytest.mark.parametrize(("lang", "text"), TOLD)
def test_a_future_that_the_party_itself_told_is_announced(lang: str, text: str) -> None:
    assert [claim["status"] for claim in extract(text, lang=lang)] == ["announced"]


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("nl", "Brenlo zou Orvane willen kopen voor 90 miljoen euro.", "rumoured"),
        ("fr", "Ambrine négocierait une levée de 90 millions d'euros.", "rumoured"),
        ("pt", "A Brenlo angaria 90 milhões de euros.", "completed"),
    ],
)
def test_talks_and_the_present_are_no_hearsay(lang: str, text: str, status: str) -> None:
    assert [claim["status"] for claim in extract(text, lang=lang)] == [status]
