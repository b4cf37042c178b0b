"""What refers to an organisation or project told of before, in every language."""

from __future__ import annotations

import pytest

from pipeline.events.language import LANGUAGES
from pipeline.extract.languages import load
from tests.extract.deal_cases import missing, money

PROJECT = {
    "en": "Stargate grows. The project receives $2 billion from Oracle.",
    "de": "Stargate wächst. Das Projekt erhält 2 Milliarden Dollar von Oracle.",
    "fr": "Stargate grandit. Le projet lève 2 milliards de dollars auprès d'Oracle.",
    "es": "Stargate crece. El proyecto recibe 2.000 millones de dólares de Oracle.",
    "it": "Stargate cresce. Il progetto riceve 2 miliardi di dollari da Oracle.",
    "nl": "Stargate groeit. Het project krijgt 2 miljard dollar van Oracle.",
    "pt": "O Stargate cresce. O projeto recebe 2 bilhões de dólares da Oracle.",
}


@pytest.mark.parametrize("lang", PROJECT)
def test_a_project_told_before_is_meant(lang: str) -> None:
    expected = {"recipient": "Stargate", "investors": ["Oracle"], "amount": money(2000)}
    assert missing(lang, PROJECT[lang], [{"kind": "funding_round", **expected}]) == []


def test_all_languages_refer_to_the_same_sorts_of_organisations() -> None:
    own = {"giant"}  # French nouns that mean no start-up; elsewhere they name any company
    sorts = {lang: frozenset(load(lang).table("anaphora")) - own for lang in LANGUAGES}
    assert len(set(sorts.values())) == 1, sorts
