"""A language is added in one list and two files of words."""

from __future__ import annotations

import tomllib

from pipeline.events.language import LANGUAGES
from pipeline.settings import PROJECT


def test_every_language_has_words_of_deals_and_of_credit() -> None:
    media = tomllib.loads((PROJECT / "pipeline/articles/media.toml").read_text(encoding="utf-8"))
    deals = {path.stem for path in (PROJECT / "pipeline/extract/languages").glob("*.toml")}
    assert set(LANGUAGES) == set(media["credit"]) == deals - {"common", "und"}
