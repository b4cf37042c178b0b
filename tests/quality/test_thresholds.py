"""The limits of config/thresholds.toml: read as they stand, exact shares, fit to stand on the log as policy."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from pipeline.events import canonical
from pipeline.events.currency import CURRENCIES
from pipeline.normalise import default_rates
from pipeline.quality.thresholds import UnusableLimits, thresholds
from pipeline.settings import THRESHOLDS


@pytest.mark.parametrize(
    ("claims", "failing", "held"),
    [
        (49, 49, False),
        (50, 16, False),
        (50, 17, True),
        (51, 17, False),
        (51, 18, True),
        (300, 100, False),
        (0, 0, False),
    ],
)
def test_large_batch_is_held_when_over_a_third_fails(claims: int, failing: int, held: bool) -> None:
    assert thresholds().batch.hold(claims, failing) is held


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("held_from_claims = 50", "held_from_claims = 0", "batch.held_from_claims: Input should be greater than 0"),
        ('"1/4"', '"5/4"', "articles.unreadable_share: Input should be less than or equal to 1"),
        ("days_ahead", "days_after", "articles.days_ahead: Field required"),
        ('"1/3"', '"a third"', "batch.held_above_share: Input is not a valid fraction"),
        ("[claims]", "[claims", "Expected ']'"),
    ],
)
def test_a_limit_that_cannot_be_held_to_is_named_with_its_file(
    written: str, instead: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(THRESHOLDS.read_text().replace(written, instead))
    with pytest.raises(UnusableLimits) as raised:
        thresholds(file)
    assert str(raised.value).startswith(f"{file}: {said}")


def test_file_reads_back_from_the_form_in_which_a_policy_is_logged() -> None:
    table = tomllib.loads(THRESHOLDS.read_text())
    assert json.loads(canonical(table)) == table


def test_highest_sums_are_of_one_order_in_dollars() -> None:
    highest = thresholds().claims.highest_sum
    assert set(highest) - {"default"} <= CURRENCIES
    for rate in (rate for rate in default_rates() if rate.on.year == 2025):
        limit = highest.get(rate.currency, highest["default"])
        assert 1e12 < limit * float(rate.usd_per_unit) < 2.5e13, rate.currency
