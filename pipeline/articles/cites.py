"""Which media a text credits: "Bloomberg reports", "selon Les Echos". Copies of one report count once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_MEDIA = Path(__file__).parent / "media.toml"


def cited_media(text: str, lang: str | None) -> list[str]:
    """Names of the media that the text credits with a report, in the order of their first mention."""
    if lang is None:
        return []
    names, pattern = _media(), _pattern(lang)
    evened = " ".join(text.split())  # over a long run of spaces the pattern would start again at each of them
    found = (next(group for group in match.groups() if group) for match in pattern.finditer(evened))
    return list(dict.fromkeys(names[name] for name in found))


@cache
def _config() -> dict[str, Any]:
    return tomllib.loads(_MEDIA.read_text(encoding="utf-8"))


@cache
def _media() -> dict[str, str]:
    """Every spelling with the name that it stands for."""
    return {spelling: name for name, others in _config()["media"].items() for spelling in (name, *others)}


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    """A medium after words that credit it ("according to the X"), or before such words ("X reported")."""
    names = sorted(_media(), key=len, reverse=True)
    medium = "(" + "|".join(re.escape(name) for name in names) + r")(?!\w)"
    words = _config()["credit"][lang]
    before = "|".join(words["before"])
    after = "|".join(words["after"])
    article = words["article"]
    return re.compile(
        rf"(?<!\w)(?i:{before})[\s:,]+(?:(?i:{article})\s*)?[«\"“]?\s*{medium}"
        rf"|(?<!\w){medium}\s*[»\"”]?,?\s+(?i:{after})(?!\w)"
        rf"|\({medium}\)\s*[-–—]",
    )
