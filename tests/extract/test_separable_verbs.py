"""Separable verbs: one pattern of a language file stands for every form, as one word and apart."""

from __future__ import annotations

import pytest

from pipeline.extract.languages.forms import verb_forms
from tests.extract.deal_cases import missing, money

ENDINGS = {"el": ["n", "t", "te"]}
ROUND = [{"kind": "funding_round", "recipient": "Veltrix AI", "amount": money(40, "EUR")}]


def test_a_pattern_has_the_verb_as_one_word_apart_and_about_its_infinitive_mark() -> None:
    forms = set(verb_forms("ein|sammel~el", ENDINGS, "zu"))
    assert forms >= {"einsammeln", "einsammelt", "sammelte ... ein", "einzusammeln"}


def test_a_particle_of_several_words_stays_apart() -> None:
    assert set(verb_forms("op tafel|leggen", {}, " te ")) == {
        "op tafel leggen",
        "leggen ... op tafel",
        "op tafel te leggen",
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Veltrix AI wirbt bei Investoren 40 Millionen Euro ein."),
        ("de", "Veltrix AI hat 40 Millionen Euro eingeworben."),
        ("de", "Wie Veltrix AI mitteilt, gelang es, 40 Millionen Euro einzuwerben."),
        ("de", "Als Veltrix AI 40 Millionen Euro einwarb, sprang die Aktie."),
        ("nl", "Veltrix AI trok bij investeerders 40 miljoen euro aan."),
        ("nl", "Veltrix AI heeft 40 miljoen euro aangetrokken."),
        ("nl", "Het lukte Veltrix AI om 40 miljoen euro aan te trekken."),
        ("nl", "Toen Veltrix AI 40 miljoen euro aantrok, waren er nog geen klanten."),
    ],
)
def test_every_form_tells_the_same_round(lang: str, text: str) -> None:
    assert missing(lang, text, ROUND) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Veltrix AI trekt in een brief van 40 miljoen woorden de aandacht aan de rand van de stad."),
        ("de", "Veltrix AI bringt 40 Millionen Nutzer auf eine Plattform."),
    ],
)
def test_a_preposition_is_no_particle(lang: str, text: str) -> None:
    assert missing(lang, text, []) == []
