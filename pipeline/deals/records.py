"""Identity for records in the form of an annotated article, without a data home: what `dealtape identify` does."""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from pipeline.deals.features import LISTS, OPTIONAL, PARTIES
from pipeline.deals.identity import identify
from pipeline.deals.links import no_links
from pipeline.deals.organizations import resolve_organizations
from pipeline.events import stable_id
from pipeline.events.currency import CURRENCIES

PRECISION = {4: "year", 7: "month", 10: "day"}


def record_of(line: str) -> dict[str, Any]:
    """A line of JSON as a record `{"id", "published", "claims", ...}`. ValueError says what is wrong with it."""
    try:
        record: dict[str, Any] = json.loads(line)
        if not isinstance(record["id"], str | int):
            raise TypeError("the id is neither text nor number")
        rates = dict.fromkeys(CURRENCIES, 1.0)
        _frame([_row(record, n, 0, claim, rates) for n, claim in enumerate(record.get("claims", []))])
    except (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, PolarsError) as error:
        raise ValueError(f"it is no record with an id and claims ({error})") from error
    return record


def identify_records(
    records: Iterable[dict[str, Any]], policy_body: str | None = None, usd: Mapping[str, float] | None = None
) -> Iterator[dict[str, Any]]:
    """`{"id", "deal_ids"}` for each record, deal ids parallel to the claims.

    `usd` is US dollars for one unit of each currency; a sum in a currency without a rate is not compared.
    """
    records = list(records)
    rows = [
        _row(record, n, place, claim, {"USD": 1.0, **(usd or {})})
        for place, record in enumerate(records)
        for n, claim in enumerate(record.get("claims", []))
    ]
    frame = _frame(rows)
    names = pl.DataFrame({"name": _names(frame)}, schema={"name": pl.String})
    found = identify(frame, no_links(), resolve_organizations(names, policy_body, no_links()))
    deal = dict(found.members.iter_rows())
    for place, record in enumerate(records):
        keys = [_key(record, place, n) for n in range(len(record.get("claims", [])))]
        yield {"id": record["id"], "deal_ids": [deal[key] for key in keys]}


_KEYS: dict[str, Any] = {
    "claim_key": pl.String,
    "article_id": pl.String,
    "commit": pl.Int64,
    "row": pl.Int64,
    "ordinal": pl.Int64,
    "kind": pl.String,
    "status": pl.String,
}


def _frame(rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={**_KEYS, **OPTIONAL}, orient="row")


def _key(record: Mapping[str, Any], place: int, n: int) -> str:
    return stable_id(["record", record["id"], place, n])


def _row(
    record: Mapping[str, Any], n: int, place: int, claim: Mapping[str, Any], usd: Mapping[str, float]
) -> dict[str, Any]:
    occurred, precision = _day(claim.get("date"), last=False)
    published, _ = _day(record.get("published"), last=True)
    return {
        "claim_key": _key(record, place, n),
        "article_id": str(record["id"]),
        "commit": 1,
        "row": place,
        "ordinal": n,
        **{name: claim.get(name) for name in ("kind", "status", "stage", "instrument", "site", *PARTIES, *LISTS)},
        **{f"{name}_usd": _dollars(claim.get(name), usd) for name in ("amount", "valuation", "equity", "debt")},
        "amount_bound": (claim.get("amount") or {}).get("bound"),
        "power_mw": (claim.get("power_mw") or {}).get("value"),
        "chips": (claim.get("accelerators") or {}).get("value"),
        "occurred_on": occurred,
        "occurred_precision": precision,
        "published_on": published,
        "active": True,
    }


def _dollars(money: Mapping[str, Any] | None, usd: Mapping[str, float]) -> float | None:
    rate = usd.get(money["currency"]) if money else None
    return float(money["value"]) * rate if money and rate is not None else None


def _day(text: str | None, *, last: bool) -> tuple[date | None, str | None]:
    """First (or last) day of YYYY, YYYY-MM or YYYY-MM-DD, and its precision."""
    if not text:
        return None, None
    parts = [int(part) for part in text[:10].split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if last else 1
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1] if last else 1
    return date(year, month, day), PRECISION.get(len(text[:10]))


def _names(frame: pl.DataFrame) -> list[str]:
    single = [name for column in PARTIES for name in frame[column].drop_nulls()]
    return sorted({*single, *(name for column in LISTS for name in frame[column].drop_nulls().explode().drop_nulls())})
