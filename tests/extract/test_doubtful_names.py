"""Names that only open a sentence: what tells them from adverbs, by the endings of their language."""

from __future__ import annotations

import pytest

from pipeline.extract import extract


@pytest.mark.parametrize(
    ("lang", "text", "raisers"),
    [
        ("en", "Heimlich raised $20 million from Accel.", ["Heimlich"]),
        ("en", "Firstly raised $20 million from Accel.", []),
        ("fr", "Amalfed lève 20 millions d'euros auprès de Partech.", ["Amalfed"]),
        ("fr", "Récemment lève 20 millions d'euros auprès de Partech.", []),
    ],
)
def test_a_word_with_the_ending_of_another_language_s_adverbs_is_a_name(
    lang: str, text: str, raisers: list[str]
) -> None:
    assert [claim["recipient"] for claim in extract(text, lang=lang)] == raisers
