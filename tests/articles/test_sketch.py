"""A sketch survives what copies do to a text."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.sketch import sketch


def article(seed: int, words: int = 300) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices("abcdefghijklmnop", k=rng.randint(2, 9))) for _ in range(words)]


def shared(one: list[str], other: list[str]) -> float:
    a, b = set(sketch(" ".join(one))), set(sketch(" ".join(other)))
    return len(a & b) / min(len(a), len(b))


def test_boilerplate_around_a_text_hides_nothing() -> None:
    text = article(1)
    assert shared(text, [*article(2, 100), *text, *article(3, 100)]) == 1


def test_small_edits_leave_most_of_it() -> None:
    text = article(1)
    edited = [word if n % 20 else "edited" for n, word in enumerate(text)]
    assert shared(text, edited) > 0.5


def test_half_a_text_is_contained_in_the_whole() -> None:
    text = article(1)
    assert shared(text, text[:150]) > 0.9


def test_other_texts_share_nothing() -> None:
    assert shared(article(1), article(2)) == 0


def test_case_and_punctuation_do_not_count() -> None:
    assert sketch("One two, three four FIVE six seven") == sketch("one two three four five; six seven!")


@given(st.text(max_size=300))
def test_a_sketch_is_sorted_small_and_fits_32_bits(text: str) -> None:
    found = sketch(text)
    assert found == sorted(set(found))
    assert all(0 <= value < 2**32 for value in found)
