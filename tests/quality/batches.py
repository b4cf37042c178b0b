"""Batches to hold against the gate: normalised claims of one article each, and what is known of the articles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from pipeline.normalise import ExtractedArticle, Normalised, normalise
from pipeline.quality import GateReport, validate

TEXT = "Initech raises $2 billion. " * 20
ARTICLE = {
    "content_sha256": "0" * 64,
    "title": "Initech raises $2 billion",
    "outcome": "ok",
    "text_length": len(TEXT),
    "published_at": datetime(2025, 10, 8, tzinfo=UTC),
    "published_precision": "day",
    "observed_on": date(2025, 10, 9),
}
SCHEMA: dict[str, Any] = {
    "article_id": pl.String, "content_sha256": pl.String, "title": pl.String, "outcome": pl.String,
    "text_length": pl.Int64, "published_at": pl.Datetime("us", "UTC"), "published_precision": pl.String,
    "observed_on": pl.Date,
}  # fmt: skip


def a_round(**fields: Any) -> dict[str, Any]:
    """A claim that breaks no rule, with the fields changed; a field set to `...` is left out."""
    claim = {
        "kind": "funding_round", "recipient": "Initech", "investors": ["Globex"], "amount": money(2_000_000_000),
        "status": "announced", "date": "2025-10-08", "evidence": [{"start": 0, "end": 26}], **fields,
    }  # fmt: skip
    return {name: value for name, value in claim.items() if value is not ...}


def money(value: float, bound: str = "exact", currency: str = "USD") -> dict[str, Any]:
    return {"value": value, "currency": currency, "bound": bound}


def articles(*changes: dict[str, Any]) -> pl.DataFrame:
    """Articles `a0`, `a1` ..., each with its changes."""
    rows = [{"article_id": f"a{n}", **ARTICLE, **changed} for n, changed in enumerate(changes)]
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def normalised(*claims: dict[str, Any]) -> Normalised:
    """Claim n is the only one of article `a<n>`."""
    return normalise(ExtractedArticle(f"a{n}", "0" * 64, TEXT, [claim]) for n, claim in enumerate(claims))


def judged(data_docs: Path, *claims: dict[str, Any], batch_id: str = "batch") -> GateReport:
    """The gate's report on these claims, each of a good article of its own."""
    batch = normalised(*claims)
    return validate(batch_id, batch.frame, articles(*[{} for _ in claims]), data_docs, refused=len(batch.rejected))


def said(report: GateReport, rule: str) -> tuple[int, int, bool]:
    """`(checked, failed, success)` of a rule."""
    (result,) = (result for result in report.results if result.rule == rule)
    return result.checked, result.failed, result.success
