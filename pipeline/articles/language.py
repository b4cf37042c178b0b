"""Which of the seven languages a text is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pipeline.events.language import LANGUAGES

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3000
"""Characters that are looked at."""
FEWEST = 20
"""Letters below which any answer would be a guess."""


@cache
def _identifier() -> LanguageIdentifier:
    # With numpy, which takes long to import; a text whose language is stated needs neither.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)


def detect_language(text: str) -> str | None:
    """One of the seven, or None: too little text, or another language."""
    sample = text[:SAMPLE]
    if sum(character.isalpha() for character in sample) < FEWEST:
        return None
    code = _identifier().classify(sample)[0]
    return str(code) if code in LANGUAGES else None
