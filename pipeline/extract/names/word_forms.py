"""What the mere form of a word or a line tells: a capital, a chip's model, a headline."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.extract.languages import common
from pipeline.extract.names.words import Words

LONG_WORD = 4  # letters; shorter words have their capitals or not in any headline
_DIGIT_NAME = re.compile(r"\d{1,2}(?!(?:MW|GW|TW|KW|MB|GB|TB)$)[A-Z]{2,}")  # 8VC
_PART_NUMBER = re.compile(r"[A-Z]{1,3}\d{2,4}[A-Z]?")


@lru_cache(maxsize=4096)
def capitalised(raw: str) -> bool:
    """A word that may be (part of) a name: a capital first, or one inside (xAI, iPhone)."""
    if raw[0].isupper() or _DIGIT_NAME.fullmatch(raw):
        return True
    return len(raw) > 2 and not raw.islower() and raw[0].islower() and raw.isalnum() and any(c.isupper() for c in raw)


@lru_cache(maxsize=4096)
def is_model(raw: str) -> bool:
    """Whether a word is a chip's model (H100, MI300X), no organisation."""
    return _models().fullmatch(raw) is not None or _PART_NUMBER.fullmatch(raw) is not None


@cache
def _models() -> re.Pattern[str]:
    return re.compile("|".join(common()["chips"]["models"]))


def title_case(words: Words) -> bool:
    """A headline in which most longer words have a capital: there a capital tells nothing."""
    if words.raw and words.raw[-1] == ".":
        return False  # a sentence full of names
    long = [raw for raw in words.raw if _is_long(raw)]
    return len(long) > 2 and sum(raw[0].isupper() for raw in long) > 0.6 * len(long)


def all_capitals(words: Words) -> bool:
    """A line in capitals: there only known names are told."""
    long = 0
    for raw in filter(_is_long, words.raw):
        if not raw.isupper():
            return False
        long += 1
    return long > 3


def _is_long(raw: str) -> bool:
    return len(raw) >= LONG_WORD and raw.isalpha()
