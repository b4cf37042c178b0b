"""What a claim's key hangs on: people's decisions name it, and it must outlive a better extractor."""

from __future__ import annotations

import pytest

from tests.normalise.claims import FIRST, SECOND, TEXT, a_round, keys, money


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": money(3_000_000_000)},
        {"amount": money(2_000_000_000, "up_to")},
        {"amount": ...},
        {"amount": money(float("nan"))},
        {"status": "completed"},
        {"status": "no such status"},
        {"date": "2025-10-08"},
        {"investors": ["Globex"], "leads": ["Globex"]},
        {"stage": "series-b", "instrument": "equity"},
        {"evidence": [FIRST, SECOND]},
    ],
)
def test_key_outlives_another_reading_of_the_sentence(changed: dict[str, object]) -> None:
    assert keys(a_round(amount=money(2_000_000_000)) | changed) == keys(a_round(amount=money(2_000_000_000)))


def test_key_outlives_a_move_of_the_sentence_and_other_spaces() -> None:
    moved = "An editor's note.\n" + TEXT.replace("$2 billion", "$2\u00a0billion").replace(
        "from Globex", "from\n  Globex"
    )
    start = moved.index("Initech")
    claim = a_round(evidence=[{"start": start, "end": moved.index(" Hooli")}])
    assert keys(claim, text=moved) == keys(a_round())


@pytest.mark.parametrize(
    "other",
    [
        a_round(kind="investment"),
        a_round(recipient="Hooli"),
        a_round(evidence=[SECOND]),
        a_round(kind="acquisition", recipient=..., target="Initech"),
    ],
)
def test_other_kind_party_or_sentence_is_another_claim(other: dict[str, object]) -> None:
    assert keys(other) != keys(a_round())


def test_another_article_is_another_claim() -> None:
    assert keys(a_round(), article_id="another") != keys(a_round())


def test_equals_are_numbered_and_a_rejected_one_keeps_its_number() -> None:
    good, bad = a_round(amount=money(1)), a_round(amount=money(1, currency="?"))
    first, second, third = keys(good, bad, good)
    assert len({first, second, third}) == 3
    assert [first, second, third] == keys(bad, good, good)


def test_order_of_partners_does_not_matter() -> None:
    claim = a_round(kind="partnership", recipient=..., partners=["Initech", "Hooli"])
    assert keys(claim) == keys(claim | {"partners": ["Hooli", "Initech"]})


def test_customer_names_a_capacity_and_the_provider_only_without_one() -> None:
    capacity = a_round(kind="capacity", recipient=..., customer="Initech", provider="Hooli")
    assert keys(capacity) == keys(capacity | {"provider": "Globex"})
    assert keys({**capacity, "customer": None}) != keys({**capacity, "customer": None, "provider": "Globex"})
