"""Dates as newspapers of seven languages write them, seen from a Thursday, 9 October 2025."""

from __future__ import annotations

import pytest

from pipeline.extract.dates import find_dates

PUBLISHED = "2025-10-09"
CASES = [
    ("en", "It said on Wednesday, October 8, that", "2025-10-08"),
    ("en", "closed Oct. 3", "2025-10-03"),
    ("en", "on 7 October 2025", "2025-10-07"),
    ("en", "the deal of March 2024", "2024-03"),
    ("en", "announced Tuesday", "2025-10-07"),
    ("en", "announced today", "2025-10-09"),
    ("en", "announced yesterday", "2025-10-08"),
    ("en", "last Thursday the board met", "2025-10-02"),
    ("en", "next Tuesday the board meets", "2025-10-14"),
    ("en", "Monday of last week", "2025-09-29"),
    ("en", "raised last month", "2025-09"),
    ("en", "in November it had raised", "2024-11"),
    ("en", "signed two years ago", "2023"),
    ("en", "in the third quarter of 2024", "2024"),
    ("en", "Q3 2024 figures", "2024"),
    ("en", "since early 2023", "2023"),
    ("en", "in May it said it may raise more", "2025-05"),
    ("en", "In September 12 investors put in money", "2025-09"),
    ("en", "On September 12 investors put in money", "2025-09-12"),
    ("en", "by October 5 GW came online", "2025-10"),
    ("en", "since October 5, 20 gigawatts came online", "2025-10-05"),
    ("en", "it spent in May 5 billion dollars", "2025-05"),
    ("en", "In May 12 chips went", "2025-05"),
    ("en", "in the last week of September", "2025-09"),
    ("en", "dated 2025-10-08", "2025-10-08"),
    ("fr", "mercredi 8 octobre, le groupe", "2025-10-08"),
    ("fr", "le 8 octobre", "2025-10-08"),
    ("fr", "le 1er octobre 2025", "2025-10-01"),
    ("fr", "annoncé mardi", "2025-10-07"),
    ("fr", "annoncé lundi dernier", "2025-10-06"),
    ("fr", "levés la semaine dernière dans l’Ain", "2025"),
    ("fr", "conclu le mois dernier", "2025-09"),
    ("fr", "signé il y a deux ans", "2023"),
    ("fr", "au troisième trimestre 2024", "2024"),
    ("fr", "au T3 2024", "2024"),
    ("fr", "en mars", "2025-03"),
    ("fr", "hier soir", "2025-10-08"),
    ("fr", "fin 2024", "2024"),
    ("fr", "l’an dernier", "2024"),
    ("fr", "mi-septembre", "2025-09"),
    ("de", "am 8. Oktober", "2025-10-08"),
    ("de", "am Mittwoch, 8. Oktober 2025", "2025-10-08"),
    ("de", "am 8.10.2025", "2025-10-08"),
    ("de", "am 8.10. beschlossen", "2025-10-08"),
    ("de", "am Dienstag", "2025-10-07"),
    ("de", "vor zwei Jahren", "2023"),
    ("de", "im vergangenen Monat", "2025-09"),
    ("de", "im dritten Quartal 2024", "2024"),
    ("de", "im Vorjahr", "2024"),
    ("de", "Ende 2024", "2024"),
    ("de", "im März", "2025-03"),
    ("es", "el 8 de octubre", "2025-10-08"),
    ("es", "el miércoles 8 de octubre de 2025", "2025-10-08"),
    ("es", "este martes", "2025-10-07"),
    ("es", "el pasado lunes", "2025-10-06"),
    ("es", "el mes pasado", "2025-09"),
    ("es", "hace dos años", "2023"),
    ("es", "en el tercer trimestre de 2024", "2024"),
    ("es", "a finales de 2024", "2024"),
    ("es", "ayer", "2025-10-08"),
    ("it", "l’8 ottobre", "2025-10-08"),
    ("it", "mercoledì 8 ottobre 2025", "2025-10-08"),
    ("it", "lunedì scorso", "2025-10-06"),
    ("it", "il mese scorso", "2025-09"),
    ("it", "due anni fa", "2023"),
    ("it", "nel terzo trimestre del 2024", "2024"),
    ("it", "a fine 2024", "2024"),
    ("it", "ieri", "2025-10-08"),
    ("pt", "em 8 de outubro de 2025", "2025-10-08"),
    ("pt", "nesta quarta-feira (8), a empresa", "2025-10-08"),
    ("pt", "na terça-feira, 7 de outubro,", "2025-10-07"),
    ("pt", "no mês passado", "2025-09"),
    ("pt", "há dois anos", "2023"),
    ("pt", "no terceiro trimestre de 2024", "2024"),
    ("pt", "no 3T24", "2024"),
    ("pt", "ontem", "2025-10-08"),
    ("nl", "op 8 oktober", "2025-10-08"),
    ("nl", "woensdag 8 oktober 2025", "2025-10-08"),
    ("nl", "afgelopen maandag", "2025-10-06"),
    ("nl", "vorige maand", "2025-09"),
    ("nl", "twee jaar geleden", "2023"),
    ("nl", "in het derde kwartaal van 2024", "2024"),
    ("nl", "eind 2024", "2024"),
    ("nl", "gisteren", "2025-10-08"),
]
NO_DATE = [
    ("en", "It may raise $12 million and march on with 20 people, a 10-year lease and a 2.5 ratio."),
    ("en", "the 2,025 chips, the 5/6 vote and H2 from hydrogen"),
    ("de", "2,5 Milliarden, 24/7 betrieben, 10-Jahres-Vertrag"),
]


@pytest.mark.parametrize(("lang", "text", "value"), CASES)
def test_a_date(lang: str, text: str, value: str) -> None:
    assert [d.value for d in find_dates(text, lang, PUBLISHED)] == [value]


@pytest.mark.parametrize(("lang", "text"), NO_DATE)
def test_amounts_verbs_and_durations_are_no_dates(lang: str, text: str) -> None:
    assert find_dates(text, lang, PUBLISHED) == []


@pytest.mark.parametrize(("text", "grain"), [("Q3 2024", "quarter"), ("H1 2024", "half"), ("last week", "week")])
def test_what_is_coarser_than_a_month_says_so(text: str, grain: str) -> None:
    assert [d.grain for d in find_dates(text, "en", PUBLISHED)] == [grain]


def test_a_week_in_one_month_has_that_month() -> None:
    assert [d.value for d in find_dates("last week", "en", "2025-10-22")] == ["2025-10"]


def test_relative_dates_need_the_day_of_publication() -> None:
    text = "It said on Tuesday, as it did last month and on 3 March 2024."
    assert [d.value for d in find_dates(text, "en", None)] == ["2024-03-03"]
    assert [d.value for d in find_dates(text, "en", "2025-10")] == ["2025-09", "2024-03-03"]


def test_figures_follow_the_order_of_the_language() -> None:
    assert [d.value for d in find_dates("10/8/2025", "en", None)] == ["2025-10-08"]
    assert [d.value for d in find_dates("10/8/2025", "fr", None)] == ["2025-08-10"]


@pytest.mark.parametrize("text", ["31/02/2025", "2025-13-40", "on 31 February 2025", "0/0/2025", "Monday the 32nd"])
def test_days_that_do_not_exist_are_no_days(text: str) -> None:
    assert [d for d in find_dates(text, "en", None) if d.grain == "day"] == []


def test_spans_hold_the_whole_date() -> None:
    text = "Signed on Wednesday, October 8, 2025, and again in early 2026."
    assert [text[d.start : d.end] for d in find_dates(text, "en", PUBLISHED)] == [
        "Wednesday, October 8, 2025",
        "early 2026",
    ]
