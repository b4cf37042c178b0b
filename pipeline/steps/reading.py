"""From a captured article to events: text, claims, normalised batch, gate, log.

A batch is named by its articles and the running extractor, so reading it twice is recording it once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import polars as pl

from pipeline import extract
from pipeline.articles import READER, Article, TextStore, read_article
from pipeline.events import Event, canonical, make_event, stable_id
from pipeline.events.claim import ClaimRecord
from pipeline.events.types import (
    ArticleExtracted,
    ArticleObserved,
    BatchValidated,
    ClaimsQuarantined,
    RejectedClaim,
)
from pipeline.fetch import read_capture
from pipeline.log import Log
from pipeline.normalise import ExtractedArticle, Normalised, normalise, records
from pipeline.quality import GateReport, validate
from pipeline.settings import Home
from pipeline.steps import tape

BATCH_ARTICLES = 200
"""Articles in a batch: enough to validate as a set, few enough that a stopped batch costs seconds."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article of a batch, read: what was observed, its text and the claims as extracted."""

    observed: ArticleObserved
    event_id: str
    article: Article
    text_sha256: str | None
    claims: list[dict[str, Any]]


def batches(articles: pl.DataFrame, size: int = BATCH_ARTICLES) -> list[dict[str, Any]]:
    """`{"batch_id", "articles": [[article_id, content_sha256], ...]}` over the rows of a frame with both columns."""
    pairs = articles.select("article_id", "content_sha256").rows()
    chunks = [sorted(pairs[start : start + size]) for start in range(0, len(pairs), size)]
    return [
        {"batch_id": stable_id(["batch", chunk, list(tape.running().values())]), "articles": [list(p) for p in chunk]}
        for chunk in chunks
    ]


def read_batch(home: Home, batch: dict[str, Any], *, now: tape.Clock = tape.now_utc) -> dict[str, Any]:
    """Extract, normalise, validate and append one batch; a report with ids and counts."""
    log = Log(home.log, now)
    readings = [_read(home, row) for row in _observations(log, batch["articles"])]
    normalised = normalise(
        ExtractedArticle(r.observed.article_id, r.observed.content_sha256, r.article.text, r.claims) for r in readings
    )
    report = validate(batch["batch_id"], normalised.frame, _articles_frame(readings), home.data_docs)
    accepted = batch.get("accept", False)
    held = report.held and not accepted
    events = [_validated(batch, readings, normalised, report, accepted, now())]
    if not held:
        events = [*_extracted(readings, normalised, now()), *_quarantined(batch, normalised, report, now()), *events]
    appended = log.append(events)
    return {
        "batch_id": batch["batch_id"],
        "outcome": "held" if held else "accepted" if accepted else "empty" if report.empty else "passed",
        "articles": len(readings),
        "claims": normalised.frame.height - len(report.failing),
        "quarantined": len(report.failing) + len(normalised.rejected),
        "appended": appended.appended,
    }


def _observations(log: Log, pairs: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """The first observation of each content in the batch."""
    wanted = pl.DataFrame(list(pairs), schema=["article_id", "content_sha256"], orient="row")
    observed = tape.fields(tape.facts(log, "ArticleObserved"), "article_id", "content_sha256")
    found = observed.join(wanted, on=["article_id", "content_sha256"], how="semi", maintain_order="left")
    return found.unique(["article_id", "content_sha256"], keep="first", maintain_order=True).to_dicts()


def _read(home: Home, row: dict[str, Any]) -> Reading:
    observed = ArticleObserved.model_validate_json(row["payload"])
    article = read_article(read_capture(home, observed.capture), observed, fetched_at=row["occurred_at"])
    if not article.text:
        return Reading(observed, row["event_id"], article, None, [])
    claims = extract.extract(article.text, lang=article.lang, title=article.title, published=article.published)
    return Reading(observed, row["event_id"], article, TextStore(home.texts).put(article.text), list(claims))


def _articles_frame(readings: Sequence[Reading]) -> pl.DataFrame:
    """What the gate checks of the articles themselves."""
    return pl.DataFrame(
        [
            {
                "article_id": r.observed.article_id,
                "content_sha256": r.observed.content_sha256,
                "url": r.observed.url,
                "title": r.article.title,
                "lang": r.article.lang,
                "outcome": r.article.outcome,
                "text_length": len(r.article.text),
                "published_at": r.article.published_at,
            }
            for r in readings
        ],
        schema={
            "article_id": pl.String,
            "content_sha256": pl.String,
            "url": pl.String,
            "title": pl.String,
            "lang": pl.String,
            "outcome": pl.String,
            "text_length": pl.Int64,
            "published_at": pl.Datetime("us", "UTC"),
        },
    )


def _extracted(readings: Sequence[Reading], normalised: Normalised, now: datetime) -> list[Event]:
    claims = records(normalised.frame)
    return [
        make_event(
            _extraction(r, claims.get((r.observed.article_id, r.observed.content_sha256), [])),
            occurred_at=now,
            actor=tape.ACTOR,
            causation_id=r.event_id,
        )
        for r in readings
    ]


def _extraction(reading: Reading, claims: list[ClaimRecord]) -> ArticleExtracted:
    article = reading.article
    outcome = article.outcome if article.outcome != "ok" else "claims" if claims else "none"
    return ArticleExtracted.model_validate(
        {
            "article_id": reading.observed.article_id,
            "content_sha256": reading.observed.content_sha256,
            "text_sha256": reading.text_sha256,
            "reader": READER,
            **tape.running(),
            "outcome": outcome,
            "title": article.title,
            "canonical_url": article.canonical_url,
            "lang": article.lang,
            "published_at": article.published_at,
            "published_precision": article.published_precision,
            "cites": article.cites,
            "sketch": article.sketch,
            "claims": claims,
        }
    )


def _quarantined(batch: dict[str, Any], normalised: Normalised, report: GateReport, now: datetime) -> list[Event]:
    """One event an article with failing claims: those that normalising refused and those that broke a rule."""
    by_article: dict[tuple[str, str], list[RejectedClaim]] = {}
    for refused in normalised.rejected:
        kept = RejectedClaim(claim_key=refused.claim_key, rules=[refused.rule], claim=canonical(refused.claim))
        by_article.setdefault((refused.article_id, refused.content_sha256), []).append(kept)
    failing = normalised.frame.filter(pl.col("claim_key").is_in(list(report.failing)))
    for (article_id, sha), claims in records(failing).items():
        for claim in claims:
            body = canonical(json.loads(claim.model_dump_json(exclude_none=True)))
            kept = RejectedClaim(claim_key=claim.claim_key, rules=report.failing[claim.claim_key], claim=body)
            by_article.setdefault((article_id, sha), []).append(kept)
    return [
        make_event(
            ClaimsQuarantined(
                batch_id=batch["batch_id"], article_id=article_id, content_sha256=sha, rejected=rejected,
                **tape.running(),
            ),
            occurred_at=now,
            actor=tape.ACTOR,
        )
        for (article_id, sha), rejected in by_article.items()
    ]  # fmt: skip


def _validated(
    batch: dict[str, Any],
    readings: Sequence[Reading],
    normalised: Normalised,
    report: GateReport,
    accepted: bool,
    now: datetime,
) -> Event:
    outcome = "accepted" if accepted else "held" if report.held else "empty" if report.empty else "passed"
    payload = BatchValidated.model_validate(
        {
            "batch_id": batch["batch_id"],
            "outcome": outcome,
            "articles": [(r.observed.article_id, r.observed.content_sha256) for r in readings],
            "claims": normalised.frame.height + len(normalised.rejected),
            "rejected": len(report.failing) + len(normalised.rejected),
            "results": report.results,
            **tape.running(),
        }
    )
    return make_event(payload, occurred_at=now, actor=tape.ACTOR)
