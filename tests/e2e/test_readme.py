"""The README shows what the sample really gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.readme import BLOCK, README, ROOT, filled

TEXT = README.read_text(encoding="utf-8")


def test_every_result_in_the_readme_is_what_the_sample_gives(sample: Path) -> None:
    assert len(BLOCK.findall(TEXT)) > 12
    assert filled(TEXT, sample) == TEXT, "run `make readme`: the sample gives other results than the README shows"


def test_ten_questions_are_answered() -> None:
    assert len([kind for kind, _ in BLOCK.findall(TEXT) if kind == "question"]) == 10


@pytest.mark.parametrize("link", sorted({link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link}))
def test_every_file_that_the_readme_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()
