"""Normalising on whatever Hypothesis thinks of."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.events import ClaimRecord, canonical
from pipeline.normalise import records
from pipeline.normalise.form import Claim
from tests.normalise.claims import a_round, keys, money, of_one_article, the_record

bounds = st.sampled_from(["exact", "about", "up_to", "at_least"])
values = st.integers(1, 10**15) | st.floats(0.01, 1e12)
scalars = (
    st.none() | st.booleans() | st.integers() | st.integers(10**18, 10**400) | st.floats() | st.text()
    | st.sampled_from(["a\0b", "\ud800", "2025-02-30", "USD", "exact", float("nan"), 10**4000])
)  # fmt: skip
poison: st.SearchStrategy[Any] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=12
)
fields = st.sampled_from([*Claim.model_fields, "<script>", ""])
hostile_claims = st.dictionaries(fields, poison, max_size=4).map(lambda changed: a_round() | changed) | poison


@given(values, bounds)
def test_interval_holds_the_value_and_is_open_where_the_bound_says(value: float, bound: str) -> None:
    record = the_record(a_round(amount=money(value, bound)))
    ends = {record.amount_low, record.amount_high} - {None}
    assert all(end is not None and abs(float(end) - value) <= 0.005 + value * 1e-15 for end in ends)
    assert (record.amount_low is None, record.amount_high is None) == (bound == "up_to", bound == "at_least")
    assert len(ends) == 1


@given(values, bounds)
def test_record_reads_back_from_its_json_as_it_was(value: float, bound: str) -> None:
    record = the_record(a_round(amount=money(value, bound), date="2025-10", leads=["Globex"]))
    assert ClaimRecord.model_validate_json(record.model_dump_json(exclude_none=True)) == record


@given(st.lists(hostile_claims, max_size=4))
def test_whatever_is_extracted_is_kept_or_rejected_and_can_be_logged(claims: list[object]) -> None:
    normalised = of_one_article(a_round(), *claims)
    kept = records(normalised.frame)[("article", "0" * 64)]
    assert len(kept) + len(normalised.rejected) == len(claims) + 1
    for record in kept:
        assert record.model_dump_json().encode()
    for rejected in normalised.rejected:
        assert canonical(rejected.claim).encode()
    assert len({*(r.claim_key for r in kept), *(r.claim_key for r in normalised.rejected)}) == len(claims) + 1


@given(hostile_claims, values)
def test_key_never_hangs_on_the_value(claim: object, value: float) -> None:
    if isinstance(claim, dict):
        assert keys(claim | {"amount": money(value)}) == keys(claim)
