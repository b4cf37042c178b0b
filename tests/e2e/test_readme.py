"""README and docs/tape.md show what the sample really gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.readme import BLOCK, PAGES, README, ROOT, filled

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_result_on_a_page_is_what_the_sample_gives(page: Path, sample: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) >= 4
    assert filled(text, sample) == text, f"run `make readme`: the sample gives other results than {page.name} shows"


def test_ten_questions_are_answered() -> None:
    assert len([kind for kind, _ in BLOCK.findall(TEXT) if kind == "question"]) == 10


@pytest.mark.parametrize("link", sorted({link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link}))
def test_every_file_that_the_readme_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()
