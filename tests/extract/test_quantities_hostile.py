"""Texts that no newsroom writes: empty, endless, shouting, broken, crafted. No exception, and spans that hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract import find_quantities
from pipeline.extract.dates import find_dates
from pipeline.extract.languages import available

MEGABYTE = 1_000_000
CRAFTED_LENGTH = 30_000
PIECES = [
    "$", "€", "1,000", "1.000.000", "2", "2025", "-", "–", " ", "\n", "\u00a0", "'", "’", "billion", "Mrd.", "Md€",
    "mil", "and a half", "half a", "of", "de", "d'", "per share", "GW", "MWh", "GPUs", "H100", "up to", "environ",
    "between", "to", "Monday", "8 October", "octobre", "last", "week", "ago", "Q3", "10/8/2025", "einund", "zwanzig",
    "İ", "ſ", "K", "\x00", "٣",
]  # fmt: skip
CRAFTED = {
    "digits": "1",
    "groups": "1,000,",
    "indian groups": "1,00,",
    "broken groups": "1.000,0005",
    "spaces after numbers": "5" + " " * 50,
    "signs": "$",
    "sign before sign": "$ US$ ",
    "number words": "one hundred million ",
    "glued number words": "einundzwanzigtausend",
    "bounds": "up to about at least ",
    "scales": "5 million billion thousand ",
    "chips": "100,000 of the new AI ",
    "month": "May ",
    "month and space": "October" + " " * 50,
    "day and day": "8 8 8 October ",
    "weekdays": "Monday, Tuesday ",
    "ranges": "5 - 6 - 7 to ",
    "quotes": "'",
    "open brackets": "(Monday (8",
}


def holds(text: str, lang: str) -> None:
    """Both readers finish, their spans lie in the text in order, and none overlaps the next."""
    for found in (find_quantities(text, lang), find_dates(text, lang, "2025-10-09")):
        floor = 0
        for item in found:
            assert floor <= item.start < item.end <= len(text)
            floor = item.end


@pytest.mark.parametrize("lang", [*available(), "und"])
def test_an_empty_text_holds_nothing(lang: str) -> None:
    assert find_quantities("", lang) == []
    assert find_dates("", lang, None) == []


@pytest.mark.parametrize("piece", CRAFTED.values(), ids=CRAFTED.keys())
@pytest.mark.parametrize("lang", ["en", "de"])
def test_crafted_text_is_read_to_its_end(piece: str, lang: str) -> None:
    text = piece * (CRAFTED_LENGTH // len(piece)) + " and at last $7 million on 8.10.2025"
    holds(text, lang)
    assert find_quantities(text, lang)[-1].end > CRAFTED_LENGTH * 0.99


def test_a_megabyte_without_a_full_stop_is_read_to_its_end() -> None:
    text = "the firm of the year " * (MEGABYTE // 21) + "raised $7 million on 8 October 2025"
    assert [q.value for q in find_quantities(text, "en") if q.kind == "money"] == [7e6]
    assert [d.value for d in find_dates(text, "en", None)] == ["2025-10-08"]


@pytest.mark.parametrize("lang", available())
def test_capitals_change_nothing(lang: str) -> None:
    words = {"en": "about 2.5 billion euros", "fr": "environ 2,5 milliards d’euros", "de": "rund 2,5 Milliarden Euro"}
    text = words.get(lang, "2,5 M€")
    lower, upper = find_quantities(text, lang), find_quantities(text.upper(), lang)
    assert [(q.value, q.currency, q.bound) for q in upper] == [(q.value, q.currency, q.bound) for q in lower]


def test_a_thousand_sums_in_one_sentence_are_a_thousand_sums() -> None:
    text = "It paid " + ", ".join(f"${number + 1} million" for number in range(1000))
    assert [q.value for q in find_quantities(text, "en")] == [(number + 1) * 1e6 for number in range(1000)]


def test_a_number_too_long_is_no_quantity_and_hides_none() -> None:
    assert [q.value for q in find_quantities("1" * 5000 + " then $5 million", "en")] == [5e6]


def test_control_characters_and_half_a_surrogate_stay_harmless() -> None:
    text = "\x00\x1b[31m raised \ud800 $5 million\x7f on 8 October 2025"
    assert next((q.value, q.currency) for q in find_quantities(text, "en")) == (5e6, "USD")
    assert [d.value for d in find_dates(text, "en", None)] == ["2025-10-08"]


def test_letters_that_grow_in_lower_case_move_no_span() -> None:
    text = "İİİ raised $5 million"
    (found,) = find_quantities(text, "en")
    assert text[found.start : found.end] == "$5 million"


@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join), lang=st.sampled_from([*available(), "und"]))
@settings(max_examples=150, deadline=None)
def test_pieces_of_grammar_in_any_order(text: str, lang: str) -> None:
    holds(text, lang)


@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map("".join), lang=st.sampled_from([*available(), "und"]))
@settings(max_examples=150, deadline=None)
def test_pieces_of_grammar_without_spaces(text: str, lang: str) -> None:
    holds(text, lang)


@given(text=st.text(max_size=200), lang=st.sampled_from([*available(), "und"]))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all(text: str, lang: str) -> None:
    holds(text, lang)


@given(
    published=st.text(max_size=12), text=st.sampled_from(["last week", "Monday", "8 May", "in 99 years", "a year ago"])
)
@settings(max_examples=100, deadline=None)
def test_any_publication_date(published: str, text: str) -> None:
    for found in find_dates(text, "en", published):
        assert found.value[:4].isdigit()
