"""Seven languages and nothing else."""

from __future__ import annotations

import pytest

from pipeline.articles import detect_language

KNOWN = {
    "en": "The company has raised two billion dollars from investors to build data centres.",
    "fr": "L’entreprise a levé deux milliards d’euros pour construire des centres de données.",
    "de": "Das Unternehmen hat zwei Milliarden Euro eingesammelt, um Rechenzentren zu bauen.",
    "es": "La empresa ha levantado dos mil millones de euros para construir centros de datos.",
    "it": "La società ha raccolto due miliardi di euro per costruire nuovi centri dati.",
    "pt": "A empresa levantou dois bilhões de reais para construir novos centros de dados.",
    "nl": "Het bedrijf heeft twee miljard euro opgehaald om datacenters te bouwen.",
}
OTHERS = [
    "Rynek sztucznej inteligencji w Polsce rośnie szybko, a spółki podnoszą kapitał na rozwój modeli.",
    "人工智能公司今天宣布完成新一轮融资，金额达到二十亿美元，将用于建设数据中心。",
    "Suomalainen tekoälyyhtiö keräsi rahoitusta kymmenen miljoonaa euroa uusilta sijoittajilta.",
]


@pytest.mark.parametrize("lang", KNOWN)
def test_one_sentence_is_enough(lang: str) -> None:
    assert detect_language(KNOWN[lang]) == lang


@pytest.mark.parametrize("text", [*OTHERS, "", "12345 67890", "xAI $20B"])
def test_other_languages_and_too_little_text_are_unknown(text: str) -> None:
    assert detect_language(text) is None
