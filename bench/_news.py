"""News-like text in seven languages: paragraphs of everyday reports, every tenth with a deal in it."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

SENTENCES: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
LANGUAGES = tuple(SENTENCES)
NAMES = ["Aldera", "Borealis Labs", "Cintra Cloud", "Dovrefjell Power", "Elmshorn AI", "Fontane Systems"]
EACH = 4  # sentences of everyday life in a paragraph


def news(lang: str, characters: int, seed: int = 7) -> list[str]:
    """Paragraphs of at least so many characters in all; the same for the same seed."""
    chance, sentences = random.Random(f"{seed} {lang}"), SENTENCES[lang]
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        kinds = ["everyday"] * EACH if len(paragraphs) % 10 else ["deals", *["everyday"] * EACH]
        paragraphs.append(" ".join(_filled(chance, sentences[kind]) for kind in kinds))
        length += len(paragraphs[-1])
    return paragraphs


def _filled(chance: random.Random, sentences: list[str]) -> str:
    a, b = chance.sample(NAMES, 2)
    return chance.choice(sentences).format(a=a, b=b, n=chance.randint(2, 9), m=chance.randint(11, 90))
