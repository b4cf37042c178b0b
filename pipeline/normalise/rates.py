"""Default exchange rates, embedded: enough to compare sums where nobody has observed the day's rate.

`rates.csv` holds US dollars for one unit, averaged over a year and rounded to about three digits from the yearly
averages that central banks and tax offices publish. Being rounded and yearly, they are approximate; the running year
is an estimate. They go on the log as `is_default`, so a rate that was observed on a day beats them.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from pipeline.events.types import RateObserved

SOURCE = "embedded yearly average, rounded from public reference rates, approximate"
ESTIMATE = "embedded estimate of the running year's average, approximate"
_FILE = Path(__file__).with_name("rates.csv")
_ESTIMATED = "2026"


def default_rates() -> list[RateObserved]:
    """US dollars for one unit of each currency and year, by currency, oldest year first."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return [
            RateObserved(
                currency=row["currency"],
                on=date(int(year), 1, 1),
                precision="year",
                usd_per_unit=Decimal(rate),
                source=ESTIMATE if year == _ESTIMATED else SOURCE,
                is_default=True,
            )
            for row in csv.DictReader(file)
            for year, rate in row.items()
            if year != "currency" and rate
        ]
