"""The limits of config/thresholds.toml: read as they stand, exact shares, fit to stand on the log as policy."""

from __future__ import annotations

import json
import tomllib

import pytest

from pipeline.events import canonical
from pipeline.events.currency import CURRENCIES
from pipeline.normalise import default_rates
from pipeline.quality.thresholds import thresholds
from pipeline.settings import CONFIG


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


def test_file_reads_back_from_the_form_in_which_a_policy_is_logged() -> None:
    table = tomllib.loads((CONFIG / "thresholds.toml").read_text())
    assert json.loads(canonical(table)) == table


def test_highest_sums_are_of_one_order_in_dollars() -> None:
    highest = thresholds().claims.highest_sum
    assert set(highest) - {"default"} <= CURRENCIES
    for rate in (rate for rate in default_rates() if rate.on.year == 2025):
        limit = highest.get(rate.currency, highest["default"])
        assert 1e12 < limit * float(rate.usd_per_unit) < 2.5e13, rate.currency
