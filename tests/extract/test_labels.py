"""Labels and endings of the language files: every label is explained, every class of endings is defined and used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.events.language import LANGUAGES
from pipeline.extract.languages import FOLDER, available, load
from pipeline.extract.reading.descriptions import lexicon_of

PAGE = Path(__file__).parents[2] / "docs" / "extraction-labels.md"
ENGINE = {"subject_pronoun", "passive_voice", "gap"}  # labels that no language file gives


def test_the_page_of_labels_explains_those_of_the_language_files_and_no_other() -> None:
    first_cells = re.findall(r"^\| (`.*?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    explained = [label for cell in first_cells for label in re.findall(r"`(\w+)`", cell)]
    given = {label for lang in available() for label in load(lang).table("cues")}
    assert sorted(explained) == sorted(given | ENGINE)


@pytest.mark.parametrize("lang", available())
def test_every_class_of_endings_is_used(lang: str) -> None:
    text = (FOLDER / f"{lang}.toml").read_text(encoding="utf-8")
    unused = {name for name in load(lang).table("endings") if not re.search(rf"~{name}(?!\w)", text)}
    assert not unused


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_language_file_is_read_once(lang: str) -> None:
    assert lexicon_of(lang).tables is load(lang).tables
