"""Which claims break which rule. One batch holds all cases, so that Great Expectations runs once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from pipeline.quality import validate
from tests.quality.batches import a_round, articles, money, normalised


def another(kind: str, **fields: Any) -> dict[str, Any]:
    """A claim of another kind, without what only a round has."""
    return a_round(kind=kind, recipient=..., investors=..., amount=...) | fields


def capacity(**fields: Any) -> dict[str, Any]:
    return another("capacity", customer="Initech", provider="Hooli") | fields


CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a round": (a_round(), []),
    "a round of unknown size": (a_round(amount=...), []),
    "a guarantee": (another("guarantee", beneficiary="Initech", guarantor="Hooli"), []),
    "a denial": (another("denial", recipient="Initech", speaker="Bill Lumbergh", status="denied"), []),
    "a capacity in gigawatts": (capacity(provider=None, power_mw={"value": 10_000, "bound": "at_least"}), []),
    "no recipient": (a_round(recipient=...), ["main_party_named"]),
    "nobody at all": (capacity(customer=None, provider=None), ["main_party_named", "capacity_is_measured"]),
    "a lead that does not invest": (a_round(leads=["Hooli"]), ["leads_are_investors"]),
    "a lead that invests": (a_round(leads=["Globex"]), []),
    "its own investor": (a_round(investors=["Initech"]), ["sides_differ"]),
    "its own guarantor": (another("guarantee", beneficiary="Initech", guarantor="Initech"), ["sides_differ"]),
    "its own buyer": (another("acquisition", target="Initech", acquirer="Initech"), ["sides_differ"]),
    "its own supplier": (capacity(provider="Initech"), ["sides_differ"]),
    "a lonely partner": (another("partnership", partners=["Initech"]), ["partners_are_two"]),
    "two partners": (another("partnership", partners=["Initech", "Hooli"]), []),
    "nothing raised": (a_round(amount=money(0)), ["figures_positive"]),
    "less than nothing": (a_round(amount=money(-5, "up_to")), ["figures_positive"]),
    "negative chips": (capacity(accelerators={"value": -1, "bound": "about"}), ["figures_positive"]),
    "a negative term": (capacity(term_years=-2), ["figures_positive"]),
    "six trillion dollars": (a_round(amount=money(6e12)), ["amount_plausible"]),
    "up to six trillion": (a_round(amount=money(6e12, "up_to")), ["amount_plausible"]),
    "at least six trillion": (a_round(valuation=money(6e12, "at_least")), ["valuation_plausible"]),
    "six trillion yen": (a_round(amount=money(6e12, currency="JPY")), []),
    "equity of six trillion": (a_round(amount=..., equity=money(6e12)), ["equity_plausible"]),
    "debt of six trillion": (a_round(amount=..., debt=money(6e12, "up_to")), ["debt_plausible"]),
    "a terawatt": (capacity(power_mw={"value": 1_000_000, "bound": "exact"}), ["power_plausible"]),
    "a billion chips": (capacity(accelerators={"value": 10**9, "bound": "exact"}), ["chips_plausible"]),
    "a century": (capacity(term_years=100), ["term_plausible"]),
    "spending of nothing stated": (another("capex", owner="Initech"), ["capex_has_sum"]),
    "spending": (another("capex", owner="Initech", amount=money(10**9)), []),
    "supply to nobody": (capacity(customer=None), ["capacity_is_measured"]),
    "no passage": (a_round(evidence=[]), ["evidence_given"]),
    "a passage after the text": (a_round(evidence=[{"start": 0, "end": 10_000}]), ["evidence_inside_text"]),
    "a second passage after the text": (
        a_round(evidence=[{"start": 0, "end": 26}, {"start": 9_000, "end": 9_010}]), ["evidence_inside_text"],
    ),
    "an empty passage": (a_round(evidence=[{"start": 5, "end": 5}]), ["evidence_inside_text"]),
    "a reversed passage": (a_round(evidence=[{"start": 9, "end": 5}]), ["evidence_inside_text"]),
    "the last century": (a_round(date="1989"), ["date_not_too_early"]),
    "a month after the article": (a_round(date="2025-11-08"), []),
    "a year after the article": (a_round(date="2026-10"), ["date_not_after_article"]),
    "a denial that announces": (another("denial", recipient="Initech", speaker="Hooli"), ["denial_denies"]),
    "two faults": (a_round(recipient=..., amount=money(-1)), ["main_party_named", "figures_positive"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The critical rules that each case broke."""
    batch = normalised(*(claim for claim, _ in CASES.values()))
    assert batch.rejected == []
    report = validate("cases", batch.frame, articles(*[{} for _ in CASES]), tmp_path_factory.mktemp("docs"))
    keys = batch.frame["claim_key"].to_list()
    return {name: report.failing.get(key, []) for name, key in zip(CASES, keys, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_claim_breaks_these_rules_and_no_other(broken: dict[str, list[str]], name: str) -> None:
    assert broken[name] == CASES[name][1]


def test_what_normalising_would_never_let_through_is_caught_all_the_same(tmp_path: Path) -> None:
    claims = normalised(a_round(), a_round(), a_round()).frame
    first, second = pl.int_range(pl.len()) == 0, pl.int_range(pl.len()) == 1
    defect = claims.with_columns(
        amount_low=pl.when(first).then(pl.col("amount_high") + 1).otherwise("amount_low"),
        amount_currency=pl.when(second).then(pl.lit("XYZ")).otherwise("amount_currency"),
    )
    keys = claims["claim_key"].to_list()
    expected = {keys[0]: ["low_not_above_high"], keys[1]: ["currencies_known"]}
    assert validate("defect", defect, articles({}, {}, {}), tmp_path).failing == expected


def test_claim_of_an_article_that_is_not_in_the_batch_has_no_text_to_point_into(tmp_path: Path) -> None:
    claims = normalised(a_round()).frame
    report = validate("stray", claims, articles({"article_id": "another"}), tmp_path)
    assert report.failing == {claims["claim_key"][0]: ["evidence_inside_text"]}
