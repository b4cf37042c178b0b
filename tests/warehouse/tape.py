"""A small log to build warehouses from: articles with invented claims, stamped as the log would stamp them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from pipeline.events import ENVELOPE, STAMPS, Event, Payload, canonical, make_event, stable_id
from pipeline.events import types as t
from pipeline.log.rows import SCHEMA
from pipeline.steps.identity import resolve
from pipeline.warehouse import AsOf, build
from pipeline.warehouse.querying import LOCKED

START = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
SOURCES = {"wire": ("The Wire", 2), "ledger": ("The Ledger", 2), "filings": ("Filings", 1), "blog": ("A Blog", 3)}
EXTRACTOR = {"extractor": "rules", "config_hash": "c"}
PRECISION = {4: "year", 7: "month", 10: "day"}
FIGURES = ("amount", "equity", "debt", "valuation", "power", "chips")


def claim(key: str, kind: str, status: str = "announced", on: str | None = None, **fields: Any) -> dict[str, Any]:
    """A normalised claim; a figure is `(value, bound, currency)` or a number, exact US dollars; `on` as YYYY-MM-DD."""
    record: dict[str, Any] = {"claim_key": key, "ordinal": 0, "kind": kind, "status": status}
    for name, value in fields.items():
        record |= figure(name, value) if name in FIGURES else {name: value}
    if on is not None:
        record |= {"occurred_on": f"{on}-01-01"[:10], "occurred_precision": PRECISION[len(on)]}
    return record | {"evidence": [{"start": 0, "end": 10}]}


def figure(name: str, value: Any) -> dict[str, Any]:
    number, bound, unit = (*value, "USD")[:3] if isinstance(value, tuple) else (value, "exact", "USD")
    low, high = ("power_low_mw", "power_high_mw") if name == "power" else (f"{name}_low", f"{name}_high")
    ends = {} if bound == "up_to" else {low: number}
    ends |= {} if bound == "at_least" else {high: number}
    return {**ends, f"{name}_bound": bound, **({} if name in ("power", "chips") else {f"{name}_currency": unit})}


class Tape:
    """Events in the order in which they are told, one commit each, an hour apart unless a time is given."""

    def __init__(self) -> None:
        self.events: list[tuple[Event, datetime]] = []
        known = [
            {"name": name, "kind": "feed", "publisher": publisher, "terms": "own", "tier": tier}
            for name, (publisher, tier) in SOURCES.items()
        ]
        self.add(t.PolicyAdopted(kind="sources", body=canonical({"source": known}), decision_id="sources"))
        self.adopt("v1")

    def add(self, payload: Payload, at: datetime | None = None, actor: str = "test") -> str:
        """Append one event; its id."""
        recorded = at or (self.events[-1][1] + timedelta(hours=1) if self.events else START)
        event = make_event(payload, occurred_at=recorded, actor=actor)
        self.events.append((event, recorded))
        return event.event_id

    def _said(self, kind: type[Payload], actor: str = "ann", **fields: Any) -> str:
        return self.add(
            kind.model_validate({"decision_id": f"d{len(self.events)}", "reason": "so", **fields}), actor=actor
        )

    def adopt(self, version: str) -> str:
        return self._said(t.ExtractorAdopted, actor="test", extractor_version=version, **EXTRACTOR)

    def review(self, key: str, verdict: str, fields: Mapping[str, Any] | None = None, basis: Any = None) -> str:
        return self._said(
            t.ClaimReviewed, claim_key=key, verdict=verdict,
            fields=fields and canonical(fields), basis=basis and canonical(basis),
        )  # fmt: skip

    def link(self, a: str, b: str, verdict: str = "same", subject: str = "deal") -> str:
        return self._said(t.LinkDecided, subject=subject, a=a, b=b, verdict=verdict)

    def void(self, event_id: str) -> str:
        return self._said(t.EventVoided, event_id=event_id)

    def erase(self, article: str, scope: str) -> str:
        return self._said(
            t.ContentErased, article_id=article, content_sha256=f"{article} bytes", text_sha256=None, scope=scope
        )

    def gone(self, article: str, status: int) -> str:
        return self.add(
            t.ArticleGone(article_id=article, url="https://gone.test/", status=status, observed_on=START.date())
        )

    def observe(
        self, article: str, content: str | None = None, source: str = "wire", at: datetime | None = None
    ) -> str:
        return self.add(
            t.ArticleObserved(
                article_id=article, source=source, url=f"https://{source}.test/{article}", size=1,
                content_sha256=content or f"{article} bytes", capture=t.Capture(file="c", offset=0),
                observed_on=(at or self.events[-1][1]).date(),
            ), at,
        )  # fmt: skip

    def read(
        self, article: str, *claims: Mapping[str, Any], content: str | None = None, version: str = "v1",
        published: str | None = None, outcome: str | None = None, at: datetime | None = None, **more: Any,
    ) -> str:  # fmt: skip
        """An extraction; `published` is YYYY, YYYY-MM, YYYY-MM-DD or an instant."""
        body = {
            "article_id": article, "content_sha256": content or f"{article} bytes", "text_sha256": f"{article} text",
            "reader": "r", **EXTRACTOR, "extractor_version": version, "title": article, "lang": "en",
            "outcome": outcome or ("claims" if claims else "none"),
            "claims": [dict(one, ordinal=n) for n, one in enumerate(claims)], **more,
        }  # fmt: skip
        if published is not None:
            moment = datetime.fromisoformat(f"{published}-01-01"[:10] if len(published) <= 10 else published)
            body |= {
                "published_at": moment.replace(tzinfo=UTC),
                "published_precision": PRECISION.get(len(published), "second"),
            }
        return self.add(t.ArticleExtracted.model_validate(body), at)

    def article(
        self, article: str, *claims: Mapping[str, Any], published: str | None = "2025-09-10", source: str = "wire",
        at: datetime | None = None, **more: Any,
    ) -> None:  # fmt: skip
        """An article that is observed and read."""
        self.observe(article, source=source, at=at)
        self.read(article, *claims, published=published, at=at, **more)

    def tell(self, one: Mapping[str, Any], published: str = "2025-09-10", source: str = "wire") -> str:
        """An article of one claim; the claim's key."""
        self.article(f"article of {one['claim_key']}", one, published=published, source=source)
        return str(one["claim_key"])

    def quarantine(
        self, article: str, one: Mapping[str, Any], *rules: str, version: str = "v1", content: str | None = None
    ) -> str:
        rejected = [{"claim_key": one["claim_key"], "rules": list(rules), "claim": canonical(one)}]
        return self.add(t.ClaimsQuarantined.model_validate({
            "batch_id": "batch", "article_id": article, "content_sha256": content or f"{article} bytes",
            "rejected": rejected,
            **EXTRACTOR, "extractor_version": version,
        }))  # fmt: skip

    def rate(self, currency: str, on: date, usd: float, precision: str = "year", is_default: bool = False) -> str:
        return self.add(t.RateObserved.model_validate({
            "currency": currency, "on": on, "precision": precision, "usd_per_unit": usd, "source": "bank",
            "is_default": is_default,
        }))  # fmt: skip

    def policy(self, *organizations: Mapping[str, Any]) -> str:
        body = canonical({"organizations": list(organizations)})
        return self.add(t.PolicyAdopted(kind="organizations", body=body, decision_id=stable_id([body])))

    def frame(self, upto: int | None = None) -> pl.DataFrame:
        """The events as `Log.read` gives them, up to a commit."""
        rows = [
            (*(getattr(event, name) for name in ENVELOPE), commit, 0, recorded)
            for commit, (event, recorded) in enumerate(self.events[:upto], 1)
        ]
        columns = [*ENVELOPE, *STAMPS]
        return pl.DataFrame(rows, schema={name: SCHEMA[name] for name in columns}, orient="row")


class Warehouse:
    """A built file and its answers."""

    def __init__(
        self, folder: Path, events: pl.DataFrame, as_of: AsOf | None = None, before: Path | None = None
    ) -> None:
        self.file = folder / f"{len(list(folder.glob('*.duckdb')))}.duckdb"
        build(self.file, events, resolve, as_of=as_of, before=before)
        self.connection = duckdb.connect(str(self.file), read_only=True, config=LOCKED)

    def ask(self, sql: str, *parameters: Any) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql, parameters).fetchall()

    def one(self, sql: str, *parameters: Any) -> Any:
        """The only row, or its only value."""
        (row,) = self.ask(sql, *parameters)
        return row[0] if len(row) == 1 else row

    def deal_of(self, key: str) -> Any:
        return self.one("SELECT deal_id FROM claims WHERE claim_key = ?", key)

    def amount(self, key: str, term: str = "amount") -> Any:
        """Low, high and bound of a term of the claim's deal as believed now, in billions."""
        low, high, bound = self.one(
            "SELECT low, high, bound FROM deal_terms WHERE is_current AND term = ? AND deal_id = ?",
            term,
            self.deal_of(key),
        )
        return (low and float(low / 10**9), high and float(high / 10**9), bound)

    def status(self, key: str) -> Any:
        return self.one("SELECT status FROM deals WHERE deal_id = ?", self.deal_of(key))

    def story(self, key: str) -> list[Any]:
        """The statuses of the claim's deal in order."""
        rows = self.ask(
            "SELECT status FROM deal_status_history WHERE deal_id = ? ORDER BY reported_from", self.deal_of(key)
        )
        return [row[0] for row in rows]
