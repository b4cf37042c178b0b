"""Texts that no newsroom writes: no exception, no invented claim, evidence inside the text, work linear in length."""

from __future__ import annotations

import logging
from cProfile import Profile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import LANGUAGES, extract

MEGABYTE = 1_000_000
PUBLISHED = "2025-10-09"
DEAL = "Aurexa has raised $18 million from General Catalyst. "
FRENCH = "Quillmark a levé 42 millions d'euros auprès de Partech. "
PIECES = [
    "Aurexa ", "Nvidia ", "the company ", "$5 million ", "200 MW ", "10,000 H100 ", "raised ", "will invest ", "in ",
    "from ", "led by ", "denied ", "talks ", "series ", "A ", "a round ", "valued at ", "acquires ", ", ", ". ", "\n", "- ",
    "(", ")", '"', "«", "***", "\x00", "\u200b", "İ", "on Monday ", "if ", "which ", "and ", "guarantees ", "data center ",
]  # fmt: skip
GROWING = {
    "one sentence": "Aurexa raised $5 million, ",
    "names": "Nvidia invests in OpenAI, ",
    "sentences": DEAL,
    "lines": DEAL + "\n",
    "lines that open with one word": "Weather was fine.\n",
}


def claims(text: str, lang: str | None = "en") -> list[dict]:
    """The claims of a text, each with evidence that lies in it."""
    found = extract(text, lang=lang, published=PUBLISHED)
    for claim in found:
        assert claim["evidence"]
        assert all(0 <= e["start"] < e["end"] <= len(text) for e in claim["evidence"])
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00\x01\x02", "....", "$", "$5 million", "A", "\ud800"])
def test_next_to_nothing_tells_nothing(lang: str, text: str) -> None:
    assert claims(text, lang) == []


@pytest.mark.parametrize("lang", ["ja", "und", "", "../en", "EN", None])
def test_a_language_without_rules_says_so_and_gives_none(lang: str | None, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="pipeline.extract"):
        assert claims(DEAL, lang) == []

    assert repr(lang) in caplog.text


def test_capitals_hide_no_sum_of_a_known_company() -> None:
    found = claims("OPENAI RAISED $40 BILLION FROM SOFTBANK.")

    assert [(c["kind"], c["recipient"], c["amount"]["value"]) for c in found] == [
        ("funding_round", "OpenAI", 40 * 10**9)
    ]


def test_a_letter_that_grows_in_lower_case_hides_no_deal() -> None:
    found = claims("From General Catalyst, Aurexa of İzmir has raised $18 million.")

    assert [c["recipient"] for c in found] == ["Aurexa"]


def test_another_language_in_between_invents_nothing() -> None:
    found = claims(DEAL + FRENCH + DEAL)

    assert {c["recipient"] for c in found} == {"Aurexa"}


def test_control_characters_change_nothing() -> None:
    expected = [c["recipient"] for c in claims(DEAL)]

    assert [c["recipient"] for c in claims("\x00\x07" + DEAL + "\x1b[0m\u200b")] == expected


@pytest.mark.parametrize("published", ["Thu, 09 Oct 2025", "2025-02-30", "9999", "", "yesterday"])
def test_a_day_of_publication_that_is_none_is_not_known(published: str) -> None:
    text = "Aurexa raised $18 million from General Catalyst on 9 October 2025."

    found = extract(text, lang="en", published=published)

    assert [(c["recipient"], c["date"]) for c in found] == [("Aurexa", "2025-10-09")]


@pytest.mark.parametrize("piece", ["a", "word ", "$5 million ", "Aurexa ", "« ", "2025 "], ids=repr)
def test_a_line_of_a_megabyte_tells_nothing(piece: str) -> None:
    assert claims(piece * (MEGABYTE // len(piece))) == []


def test_a_thousand_sums_are_no_deal() -> None:
    assert claims(" ".join(f"${n} million" for n in range(1, 1001))) == []


def test_a_thousand_deals_are_a_thousand() -> None:
    text = "\n".join(f"Firm{n} raised ${n + 1} million from Accel." for n in range(1000))

    assert len(claims(text)) == 1000


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING.keys())
def test_work_grows_with_the_text_and_not_faster(piece: str) -> None:
    def calls(length: int) -> int:
        """Calls of functions, which are the same on every machine, where seconds are not."""
        with Profile(builtins=False) as profile:
            claims(f"{DEAL}\n" + piece * (length // len(piece)))
        return sum(entry.callcount for entry in profile.getstats())

    calls(1_000)  # reads the data files

    assert calls(32_000) < 9 * calls(8_000)  # four times the text; quadratic work would be sixteen times as much


def test_one_sum_beside_ever_new_names_takes_no_longer_a_line() -> None:
    def calls(lines: int) -> int:
        with Profile(builtins=False) as profile:
            claims("\n".join(f"Aurexa{n} Corp raised $5 million from Tolveen{n} Capital." for n in range(lines)))
        return sum(entry.callcount for entry in profile.getstats())

    calls(10)  # reads the data files

    assert calls(1_200) < 4 * calls(400)  # three times the lines, once more than a block of merging is full


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(LANGUAGES))
def test_any_mixture_is_read(pieces: list[str], lang: str) -> None:
    claims("".join(pieces), lang)
