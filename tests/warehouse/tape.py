"""A small log to build warehouses from: articles with invented claims, stamped as the log would stamp them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.events import ENVELOPE, STAMPS, Event, Payload, canonical, make_event, stable_id
from pipeline.events.types import (
    ArticleExtracted,
    ArticleObserved,
    Capture,
    ExtractorAdopted,
    PolicyAdopted,
    RateObserved,
)
from pipeline.log.rows import SCHEMA
from pipeline.steps.identity import resolve
from pipeline.warehouse import AsOf, build, query

START = datetime(2025, 9, 1, 8, 0, tzinfo=UTC)
SOURCES = {"wire": ("The Wire", 2), "ledger": ("The Ledger", 2), "filings": ("Filings", 1), "blog": ("A Blog", 3)}


def claim(key: str, kind: str, status: str = "announced", **fields: Any) -> dict[str, Any]:
    """A normalised claim; money as `amount=(value, bound, currency)`, or a bare number for exact US dollars."""
    record: dict[str, Any] = {"claim_key": key, "ordinal": 0, "kind": kind, "status": status}
    for name, value in fields.items():
        if name in ("amount", "equity", "debt", "valuation", "power", "chips"):
            record |= _figure(name, value)
        elif name == "on":
            record |= {"occurred_on": f"{value}-01-01"[:10], "occurred_precision": PRECISION[len(value)]}
        else:
            record[name] = value
    return record | {"evidence": [{"start": 0, "end": 10}]}


PRECISION = {4: "year", 7: "month", 10: "day"}


def _figure(name: str, value: Any) -> dict[str, Any]:
    number, bound, unit = (*value, "USD")[:3] if isinstance(value, tuple) else (value, "exact", "USD")
    unit_key = {} if name in ("power", "chips") else {f"{name}_currency": unit}
    low, high = ("power_low_mw", "power_high_mw") if name == "power" else (f"{name}_low", f"{name}_high")
    ends = {} if bound == "up_to" else {low: number}
    ends |= {} if bound == "at_least" else {high: number}
    return {**ends, f"{name}_bound": bound, **unit_key}


class Tape:
    """Events in the order in which they are told, one commit each, an hour apart unless a time is given."""

    def __init__(self) -> None:
        self.events: list[tuple[Event, datetime]] = []
        self.add(
            PolicyAdopted(kind="sources", body=canonical({"source": [
                {"name": name, "kind": "feed", "publisher": publisher, "terms": "own", "tier": tier}
                for name, (publisher, tier) in SOURCES.items()
            ]}), decision_id="sources")
        )  # fmt: skip
        self.adopt("v1")

    def add(self, payload: Payload, at: datetime | None = None, actor: str = "test") -> str:
        """Append one event; its id."""
        recorded = at or (self.events[-1][1] + timedelta(hours=1) if self.events else START)
        event = make_event(payload, occurred_at=recorded, actor=actor)
        self.events.append((event, recorded))
        return event.event_id

    def adopt(self, version: str) -> str:
        return self.add(ExtractorAdopted(extractor="rules", extractor_version=version, config_hash="c",
            decision_id=f"adopt {version} {len(self.events)}", reason="test"))  # fmt: skip

    def observe(
        self, article: str, content: str | None = None, source: str = "wire", at: datetime | None = None
    ) -> str:
        return self.add(
            ArticleObserved(article_id=article, source=source, url=f"https://{source}.test/{article}",
                content_sha256=content or f"{article} bytes", size=1, capture=Capture(file="c", offset=0),
                observed_on=(at or START).date()), at,
        )  # fmt: skip

    def read(
        self, article: str, *claims: Mapping[str, Any], content: str | None = None, version: str = "v1",
        published: str | None = None, outcome: str | None = None, at: datetime | None = None, **more: Any,
    ) -> str:  # fmt: skip
        """An extraction; `published` is YYYY, YYYY-MM, YYYY-MM-DD or an instant."""
        when = {}
        if published is not None:
            moment = datetime.fromisoformat(f"{published}-01-01"[:10] if len(published) <= 10 else published)
            when = {
                "published_at": moment.replace(tzinfo=UTC),
                "published_precision": PRECISION.get(len(published), "second"),
            }
        return self.add(
            ArticleExtracted.model_validate({"article_id": article, "content_sha256": content or f"{article} bytes",
                "text_sha256": f"{article} text", "reader": "r", "extractor": "rules", "extractor_version": version,
                "config_hash": "c", "outcome": outcome or ("claims" if claims else "none"), "title": article,
                "lang": "en", "claims": [dict(c, ordinal=n) for n, c in enumerate(claims)], **when, **more}), at,
        )  # fmt: skip

    def article(
        self, article: str, *claims: Mapping[str, Any], published: str | None = "2025-09-10", source: str = "wire",
        at: datetime | None = None, **more: Any,
    ) -> None:  # fmt: skip
        """An article that is observed and read."""
        self.observe(article, source=source, at=at)
        self.read(article, *claims, published=published, at=at, **more)

    def rate(self, currency: str, on: date, usd: float, precision: str = "year", is_default: bool = False) -> str:
        return self.add(RateObserved.model_validate({"currency": currency, "on": on, "precision": precision,
            "usd_per_unit": usd, "source": "bank", "is_default": is_default}))  # fmt: skip

    def policy(self, organizations: Sequence[Mapping[str, Any]]) -> str:
        body = canonical({"organizations": list(organizations)})
        return self.add(PolicyAdopted(kind="organizations", body=body, decision_id=stable_id([body])))

    def frame(self) -> pl.DataFrame:
        """The events as `Log.read` gives them."""
        rows = [
            (*(getattr(event, name) for name in ENVELOPE), commit, 0, recorded)
            for commit, (event, recorded) in enumerate(self.events, 1)
        ]
        columns = [*ENVELOPE, *STAMPS]
        return pl.DataFrame(rows, schema={name: SCHEMA[name] for name in columns}, orient="row")

    def built(self, folder: Path, as_of: AsOf | None = None) -> Warehouse:
        return Warehouse(folder, self.frame(), as_of)


class Warehouse:
    """A built file and its answers."""

    def __init__(self, folder: Path, events: pl.DataFrame, as_of: AsOf | None = None) -> None:
        self.file = folder / f"{stable_id([str(folder), len(list(folder.glob('*.duckdb')))])}.duckdb"
        self.rows = build(self.file, events, resolve, as_of=as_of)

    def ask(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return query(self.file, sql, parameters).rows

    def one(self, sql: str, *parameters: Any) -> Any:
        (row,) = self.ask(sql, *parameters)
        return row[0] if len(row) == 1 else row
