"""Press releases and agency reports: datelines name no parties, syndicates are long, offices name persons."""

from __future__ import annotations

import pytest

from pipeline.extract.reading.datelines import dateline_end
from tests.extract.deal_cases import missing, money


@pytest.mark.parametrize(
    "line",
    [
        "DENVER, Oct. 23, 2025 /PRNewswire/ -- ",
        "EASTON, Md., Aug. 18, 2025 (GLOBE NEWSWIRE) -- ",
        "Nov 4 (Reuters) - ",
        "MONTRÉAL – ",
        "Berlin (dpa) - ",
        "Paris, le 4 novembre 2025 – ",
    ],
)
def test_a_dateline_ends_at_its_dash(line: str) -> None:
    assert dateline_end(line + "Foo a annoncé") == len(line)


@pytest.mark.parametrize(
    "line", ["xAI - the lab", "SoftBank-backed Foo raised", "AI - it is everywhere", "US-based Foo"]
)
def test_other_dashes_end_none(line: str) -> None:
    assert dateline_end(line) == 0


def test_the_town_and_the_wire_raise_nothing() -> None:
    text = (
        "DENVER, Oct. 23, 2025 /PRNewswire/ -- Orvane, an AI infrastructure provider, today announced that it has raised"
        " $1.38 billion in Series E funding at a valuation exceeding $10 billion. The financing was led by Mubadala"
        " Capital, with participation from a broad syndicate including 137 Ventures, Felicis, NVIDIA and Tiger Global."
    )
    round_ = {
        "kind": "funding_round", "recipient": "Orvane", "amount": money(1380), "stage": "series-e",
        "valuation": money(10_000, bound="at_least"), "leads": ["Mubadala Capital"], "date": "2025-10-23",
        "investors": ["137 Ventures", "Felicis", "Mubadala Capital", "NVIDIA", "Tiger Global"], "status": "completed",
    }  # fmt: skip

    assert missing("en", text, [round_], published="2025-10-23") == []


def test_an_officer_is_no_company() -> None:
    text = (
        'Vantage Data Centers opens a campus in Ohio. "Scale meets speed," said Dana Ellery, the company\'s president for'
        " North America. In January 2024 Silver Lake led an equity round of $6.4bn for it."
    )
    round_ = {"kind": "funding_round", "recipient": "Vantage Data Centers", "amount": money(6400), "date": "2024-01"}

    assert missing("en", text, [round_]) == []


def test_firms_named_after_a_bank_are_firms_of_their_own() -> None:
    text = "Orvane raised $20 million from HP Tech Ventures and Santander Climate VC."
    round_ = {"kind": "funding_round", "recipient": "Orvane", "investors": ["HP Tech Ventures", "Santander Climate VC"]}

    assert missing("en", text, [round_]) == []
