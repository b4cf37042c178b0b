"""`dealtape identify`: deal ids for annotated records, without a data home."""

from __future__ import annotations

import pytest

from pipeline.deals import identify_records, record_of

FIRST = {
    "id": "one", "published": "2025-09",
    "claims": [
        {"kind": "funding_round", "recipient": "Aldera", "amount": {"value": 2e9, "currency": "EUR", "bound": "exact"},
         "status": "announced", "date": "2025-09-04"},
        {"kind": "partnership", "partners": ["Aldera", "Borealis"], "status": "announced"},
    ],
}  # fmt: skip
SECOND = {
    "id": "two", "published": None,
    "claims": [
        {"kind": "funding_round", "recipient": "Aldera SA",
         "amount": {"value": 2.2e9, "currency": "USD", "bound": "about"}, "status": "completed"},
    ],
}  # fmt: skip


def ids(*records: object, usd: dict[str, float] | None = None) -> dict[str, list[str]]:
    found = identify_records(records, None, usd)
    return {one["id"]: one["deal_ids"] for one in found}


def test_ids_run_parallel_to_claims_and_meet_across_records() -> None:
    found = ids(FIRST, SECOND, usd={"EUR": 1.1})
    assert found["two"] == found["one"][:1]
    assert len(set(found["one"])) == 2


def test_a_sum_without_a_rate_is_not_compared() -> None:
    assert ids(FIRST, SECOND)["two"] != ids(FIRST, SECOND)["one"][:1]


def test_records_without_claims_and_blank_lines_pass() -> None:
    assert list(identify_records([{"id": "none", "claims": []}])) == [{"id": "none", "deal_ids": []}]
    assert list(identify_records([])) == []


CAPEX = '{"id": "1", "claims": [{"kind": "capex", "status": "announced", %s}]}'


@pytest.mark.parametrize(
    "line",
    [
        "[1]",
        "{broken",
        '{"claims": []}',
        '{"id": "1", "claims": {"kind": "capex"}}',
        '{"id": "1", "published": "soon", "claims": [{"kind": "capex", "status": "announced"}]}',
        CAPEX % '"amount": 5',
        CAPEX % '"amount": {"value": "x", "currency": "USD"}',
        CAPEX % f'"accelerators": {{"value": 1{"0" * 400}}}',
        CAPEX % '"owner": {"name": "Aldera"}',
    ],
)
def test_a_line_that_cannot_be_compared_is_told_as_one(line: str) -> None:
    with pytest.raises(ValueError, match="no record with an id and claims"):
        record_of(line)
