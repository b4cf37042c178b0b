"""Times as publishers write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles.moment import parse

NINE_THIRTY = datetime(2025, 10, 8, 7, 30, tzinfo=UTC)
DAY = datetime(2025, 10, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("raw", "at", "precision"),
    [
        ("2025-10-08T09:30:00+02:00", NINE_THIRTY, "second"),
        ("2025-10-08T09:30:00.123+0200", NINE_THIRTY.replace(microsecond=123000), "second"),
        ("2025-10-08 07:30 UTC", NINE_THIRTY, "second"),
        ("20251008T073000Z", NINE_THIRTY, "second"),
        ("Wed, 08 Oct 2025 09:30:00 +0200", NINE_THIRTY, "second"),
        ("08 Oct 2025 07:30:00 GMT", NINE_THIRTY, "second"),
        ("Wed, 08 Oct 2025 03:30:00 EDT", NINE_THIRTY, "second"),
        ("2025-10-08T09:30:00", DAY, "day"),
        ("Wed, 08 Oct 2025 09:30:00", DAY, "day"),
        ("Wed, 08 Oct 2025 09:30:00 -0000", DAY, "day"),
        ("2025-10-08", DAY, "day"),
        ("20251008", DAY, "day"),
        ("2025-10", datetime(2025, 10, 1, tzinfo=UTC), "month"),
        ("2025", datetime(2025, 1, 1, tzinfo=UTC), "year"),
    ],
)
def test_zone_and_precision_are_kept(raw: str, at: datetime, precision: str) -> None:
    moment = parse(f" {raw} ")
    assert moment is not None
    assert (moment.at, moment.precision) == (at, precision)
    assert "2025-10-08".startswith(moment.day)


@pytest.mark.parametrize(
    "raw", ["", "yesterday", "2025-02-30", "2025-10-08T25:00:00Z", "8/10/2025", "1e9", "2025-10-08T09:30:00+99:99"]
)
def test_what_is_no_time_is_none(raw: str) -> None:
    assert parse(raw) is None


@given(st.datetimes(datetime(1990, 1, 2), datetime(2099, 1, 1)), st.integers(-14 * 4, 14 * 4))
def test_an_instant_with_a_zone_survives(naive: datetime, quarters: int) -> None:
    written = naive.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    moment = parse(written.isoformat())
    assert moment is not None
    assert (moment.at, moment.day) == (written, naive.date().isoformat())


@given(st.text(max_size=40))
def test_any_text_is_a_time_or_none(raw: str) -> None:
    moment = parse(raw)
    assert moment is None or moment.at.tzinfo is not None
