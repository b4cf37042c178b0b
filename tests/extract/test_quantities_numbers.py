"""Numbers in words, digits and percentages; JSON lines in and out."""

from __future__ import annotations

import json

import pytest

from pipeline.extract import find_quantities, quantity_records
from pipeline.extract.languages import UnknownLanguageError, available

WORDS = [
    ("en", "forty-two sites", 42),
    ("en", "one hundred twenty-three offices", 123),
    ("en", "two hundred and five thousand homes", 205_000),
    ("en", "three point two million parameters", 3_200_000),
    ("fr", "soixante-dix-sept sites", 77),
    ("fr", "quatre-vingt-dix-neuf sites", 99),
    ("fr", "deux cent mille foyers", 200_000),
    ("fr", "trois virgule deux millions de lignes", 3_200_000),
    ("de", "einundzwanzig Standorte", 21),
    ("de", "zweihundertfünftausend Haushalte", 205_000),
    ("de", "tausendachthundertzweiundfünfzig Seiten", 1852),
    ("de", "drei Komma zwei Millionen Zeilen", 3_200_000),
    ("es", "setenta y siete sedes", 77),
    ("es", "doscientos cinco mil hogares", 205_000),
    ("es", "mil doscientos treinta y cuatro folios", 1234),
    ("it", "ventuno sedi", 21),
    ("it", "duecentocinquemila famiglie", 205_000),
    ("it", "millenovecentottantaquattro pagine", 1984),
    ("pt", "setenta e sete sedes", 77),
    ("pt", "duzentas e cinco mil casas", 205_000),
    ("pt", "mil trezentos e vinte e cinco folhas", 1325),
    ("nl", "eenentwintig vestigingen", 21),
    ("nl", "tweehonderdvijfduizend huishoudens", 205_000),
    ("nl", "drie komma twee miljoen regels", 3_200_000),
]

DIGITS = [
    ("en", "1,234 users", 1234),
    ("en", "1,234.5 tons", 1234.5),
    ("en", "12\u202f345 users", 12345),
    ("fr", "1 234,5 tonnes", 1234.5),
    ("fr", "1.234.567 lignes", 1_234_567),
    ("de", "1.234 Nutzer", 1234),
    ("de", "0.234 Prozentpunkte sind Sache der Mathematik: 0.234", 0.234),
    ("es", "1.234,5 toneladas", 1234.5),
    ("es", "12.5 puntos", 12.5),
    ("it", "1.234 utenti", 1234),
    ("pt", "1.234 clientes", 1234),
    ("nl", "1.234 klanten", 1234),
]

PERCENTAGES = [
    ("en", "a 49% stake", 49, "exact"),
    ("en", "just under ten percent", 10, "about"),
    ("en", "half a percent of the shares", 0.5, "exact"),
    ("fr", "environ 9,3 % du capital", 9.3, "about"),
    ("fr", "vingt pour cent des parts", 20, "exact"),
    ("de", "mehr als 20 Prozent", 20, "at_least"),
    ("es", "casi el 14 por ciento", 14, "about"),
    ("it", "fino al 30%", 30, "up_to"),
    ("pt", "cerca de 12 por cento", 12, "about"),
    ("nl", "18 procent van de aandelen", 18, "exact"),
]


@pytest.mark.parametrize(("lang", "text", "value"), WORDS)
def test_a_number_in_words(lang: str, text: str, value: float) -> None:
    assert [q.value for q in find_quantities(text, lang)] == [value]


@pytest.mark.parametrize(("lang", "text", "value"), DIGITS)
def test_digits_as_the_language_separates_them(lang: str, text: str, value: float) -> None:
    assert find_quantities(text, lang)[-1].value == value


@pytest.mark.parametrize(("lang", "text", "value", "bound"), PERCENTAGES)
def test_a_percentage(lang: str, text: str, value: float, bound: str) -> None:
    (found,) = find_quantities(text, lang)
    assert (found.kind, found.value, found.bound) == ("percent", value, bound)


def test_dates_times_and_versions_are_no_numbers() -> None:
    assert find_quantities("on 10/8/2025 at 9:01, version 2.10.3", "en") == []


@pytest.mark.parametrize("lang", ["xx", "common", "../en", ""])
def test_an_unknown_language_is_an_error_that_names_the_known_ones(lang: str) -> None:
    with pytest.raises(UnknownLanguageError, match="en, es, fr"):
        find_quantities("$5 million", lang)


def test_the_seven_languages_are_there() -> None:
    assert set(available()) >= {"de", "en", "es", "fr", "it", "nl", "pt"}


def test_records_copy_the_suite_and_give_watts_and_both_ends() -> None:
    lines = [
        json.dumps({"text": "between 1 and 2 GW for $3bn", "lang": "en", "suite": "own"}),
        json.dumps({"text": "€5M", "lang": "xx"}),
        "no json",
    ]
    first, second, third = quantity_records(lines)
    assert first["suite"] == "own"
    assert [(e["kind"], e["value"], e["bound"]) for e in first["found"]] == [
        ("power", 1e9, "at_least"),
        ("power", 2e9, "up_to"),
        ("money", 3e9, "exact"),
    ]
    assert [(e["value"], e["currency"]) for e in second["found"]] == [(5e6, "EUR")]
    assert (second["index"], third["index"], third["found"]) == (1, 2, [])
    assert "error" not in first
    assert second["error"] == "line 2: no rules for 'xx', so no words were read"
    assert "line 3" in third["error"]
