"""What does not fit the definition of a claim is rejected under a rule's name, never guessed and never dropped."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.events import canonical
from tests.normalise.claims import FIRST, a_round, money, of_one_article


def nested(depth: int) -> list[Any]:
    inner: list[Any] = []
    for _ in range(depth):
        inner = [inner]
    return inner


@pytest.mark.parametrize(
    ("claim", "rule"),
    [
        (a_round(kind="merger"), "kind_unknown"),
        (a_round(kind=...), "kind_missing"),
        (a_round(status="planned"), "status_unknown"),
        (a_round(status=...), "status_missing"),
        (a_round(evidence=...), "evidence_missing"),
        (a_round(evidence=[{"start": -1, "end": 4}]), "evidence_start_out_of_range"),
        (a_round(evidence=[{"start": 0, "end": 10**30}]), "evidence_end_out_of_range"),
        (a_round(evidence=[{"start": 0.5, "end": 4}]), "evidence_start_malformed"),
        (a_round(amount=money(1, currency="XYZ")), "amount_currency_unknown"),
        (a_round(amount=money(1, currency="usd")), "amount_currency_unknown"),
        (a_round(amount=money(1, currency="$")), "amount_currency_unknown"),
        (a_round(debt=money(1, currency=None)), "debt_currency_malformed"),
        (a_round(equity=money(1, bound="roughly")), "equity_bound_unknown"),
        (a_round(valuation={"value": 1, "currency": "USD"}), "valuation_bound_missing"),
        (a_round(amount=2_000_000_000), "amount_malformed"),
        (a_round(amount=money("2 billion")), "amount_value_malformed"),
        (a_round(amount=money(value=True)), "amount_value_malformed"),
        (a_round(amount=money(float("nan"))), "amount_value_malformed"),
        (a_round(amount=money(float("inf"))), "amount_value_malformed"),
        (a_round(amount=money(10**18)), "amount_value_out_of_range"),
        (a_round(amount=money(-(10**5000))), "amount_value_out_of_range"),
        (a_round(amount=money(1e300)), "amount_value_out_of_range"),
        (a_round(amount=money(1) | {"unit": "billion"}), "unknown_field"),
        (a_round(power_mw={"value": 1, "bound": "exact", "unit": "GW"}), "unknown_field"),
        (a_round(accelerators={"value": 1.5, "bound": "exact"}), "accelerators_value_malformed"),
        (a_round(accelerators={"value": 1, "bound": "exact", "model": 7}), "accelerators_model_malformed"),
        (a_round(term_years="five"), "term_years_malformed"),
        (a_round(stage="series-aa"), "stage_unknown"),
        (a_round(stage="Series B"), "stage_unknown"),
        (a_round(instrument="loan"), "instrument_unknown"),
        (a_round(date="8 October 2025"), "date_malformed"),
        (a_round(date="2025-13"), "date_malformed"),
        (a_round(date="2025-02-29"), "date_malformed"),
        (a_round(date="2025-W41-3"), "date_malformed"),
        (a_round(date="20251008"), "date_malformed"),
        (a_round(date=2025), "date_malformed"),
        (a_round(recipient=""), "recipient_malformed"),
        (a_round(recipient="   "), "recipient_malformed"),
        (a_round(recipient="a\0b"), "recipient_malformed"),
        (a_round(recipient="a\nb"), "recipient_malformed"),
        (a_round(recipient="invoice\u202etxt.exe"), "recipient_malformed"),
        (a_round(recipient="\ud800"), "recipient_malformed"),
        (a_round(recipient="x" * 301), "recipient_malformed"),
        (a_round(recipient=["Initech"]), "recipient_malformed"),
        (a_round(investors="Globex"), "investors_malformed"),
        (a_round(investors=["Globex", None]), "investors_malformed"),
        (a_round(site=nested(5_000)), "site_malformed"),
        (a_round(revenue=money(1)), "unknown_field"),
        (a_round(**{"<script>": 1}), "unknown_field"),
        ({**a_round(), 7: 1}, "unknown_field"),
        (nested(5_000), "claim_malformed"),
        (None, "claim_malformed"),
        ("xAI raises $20B", "claim_malformed"),
        (float("nan"), "claim_malformed"),
    ],
)  # fmt: skip
def test_claim_is_rejected_under_a_rule(claim: object, rule: str) -> None:
    normalised = of_one_article(claim)
    assert normalised.frame.is_empty()
    (rejected,) = normalised.rejected
    assert (rejected.rule, rejected.article_id) == (rule, "article")


def test_one_bad_claim_takes_no_other_with_it() -> None:
    normalised = of_one_article(a_round(), a_round(amount=money(float("nan"))), a_round(recipient="Hooli"))
    assert normalised.frame["recipient"].to_list() == ["Initech", "Hooli"]
    assert len(normalised.rejected) == 1


def test_rejected_claim_says_what_was_extracted_in_plain_json() -> None:
    poison = {
        "name": "a\0b\ud800", "huge": 10**5000, "nan": float("nan"), "deep": nested(5_000), "kind": {1, 2},
        "long": "x" * 5_000, "many": list(range(500)),
    }  # fmt: skip
    (rejected,) = of_one_article(a_round(evidence=[FIRST], note=poison)).rejected
    said = canonical(rejected.claim)
    assert said.encode()
    assert "\0" not in said
    assert rejected.claim["note"] | {"deep": ..., "long": ..., "many": ...} == {  # type: ignore[index]
        "name": "a\\u0000b\\ud800", "huge": "<a number of 16610 bits>", "nan": "<nan>", "kind": "<set>",
        "deep": ..., "long": ..., "many": ...,
    }  # fmt: skip
    for cut in ("<list>", "<3000 more>", "<300 more>"):
        assert cut in said
