"""Which sentences bear a claim out: every one that tells a field of it, none that tells of another deal."""

from __future__ import annotations

import pytest

from pipeline.extract import extract

PUBLISHED = "2025-10-09"
BOUGHT = "OpenAI has bought Nordwerk AI and Telstar Labs."
TOLD_LATER = {
    "a price": ["OpenAI has acquired Nordwerk AI.", "The price is $300 million."],
    "a deal's worth": ["OpenAI will buy Nordwerk AI.", "The deal is worth $300 million."],
    "a valuation right before": [
        "Nordwerk AI is valued at $2 billion.",
        "Nordwerk AI has raised $200 million from Telstar Capital.",
    ],
    "a term": ["Oracle rents 200 MW of computing power from CoreWeave.", "The lease runs for 15 years."],
    "a day": ["OpenAI has acquired Nordwerk AI for $300 million.", "The companies announced it on October 3."],
    "a denial": ["OpenAI may buy Nordwerk AI for $300 million.", "OpenAI denied the report."],
}


def told(text: str) -> dict[str, list[str]]:
    """The sentences that bear each claim out, by its kind and main party."""
    return {
        f"{c['kind']} {c.get('target') or c.get('recipient') or c.get('customer')}": [
            text[e["start"] : e["end"]].strip() for e in c["evidence"]
        ]
        for c in extract(text, lang="en", published=PUBLISHED)
    }


@pytest.mark.parametrize("sentences", TOLD_LATER.values(), ids=TOLD_LATER.keys())
def test_what_another_sentence_adds_is_borne_out_by_it(sentences: list[str]) -> None:
    found = told(" ".join(sentences))

    assert next(iter(found.values())) == sentences


def test_of_two_firms_bought_together_each_has_its_own_evidence() -> None:
    later = "OpenAI completed its purchase of Nordwerk AI in May 2025."

    found = told(f"{BOUGHT} {later}")

    assert found == {"acquisition Nordwerk AI": [BOUGHT, later], "acquisition Telstar Labs": [BOUGHT]}
