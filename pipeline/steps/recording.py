"""What was read of a batch, as events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import polars as pl

from pipeline.articles import READER, Article
from pipeline.events import ClaimRecord, Event, canonical, make_event
from pipeline.events.types import (
    ArticleExtracted,
    ArticleObserved,
    BatchValidated,
    ClaimsQuarantined,
    Payload,
    RejectedClaim,
)
from pipeline.normalise import Normalised, records
from pipeline.quality import GateReport
from pipeline.steps import tape


@dataclass(frozen=True, slots=True)
class Reading:
    """One article of a batch, read: what was observed, its text and the claims as extracted."""

    observed: ArticleObserved
    event_id: str
    article: Article
    text_sha256: str | None
    claims: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The gate's report on a batch, and who has accepted the batch although it was held, if anybody, and why."""

    batch_id: str
    gate: GateReport
    accepted_by: str | None
    reason: str | None

    @property
    def outcome(self) -> str:
        """`passed`, `empty`, `held`, or `accepted` by a person."""
        if self.accepted_by:
            return "accepted"
        return "held" if self.gate.held else "empty" if self.gate.empty else "passed"


def events_of(readings: Sequence[Reading], normalised: Normalised, verdict: Verdict, now: datetime) -> list[Event]:
    """The events of a batch. Of a held one only that it was validated: its articles stay unread."""
    actor = verdict.accepted_by or tape.ACTOR
    validated = make_event(_validated(readings, normalised, verdict), occurred_at=now, actor=actor)
    if verdict.outcome == "held":
        return [validated]
    quarantined = [make_event(q, occurred_at=now, actor=tape.ACTOR) for q in _quarantined(normalised, verdict)]
    return [*_extracted(readings, normalised, now), *quarantined, validated]


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


def _extraction(reading: Reading, claims: list[ClaimRecord]) -> Payload:
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


def _quarantined(normalised: Normalised, verdict: Verdict) -> list[Payload]:
    """One payload an article with failing claims: those that normalising refused and those that broke a rule."""
    kept: dict[tuple[str, str], list[RejectedClaim]] = {}
    for refused in normalised.rejected:
        claim = RejectedClaim(claim_key=refused.claim_key, rules=[refused.rule], claim=canonical(refused.claim))
        kept.setdefault((refused.article_id, refused.content_sha256), []).append(claim)
    failing = verdict.gate.failing
    for content, claims in records(normalised.frame.filter(pl.col("claim_key").is_in(list(failing)))).items():
        for record in claims:
            body = canonical(json.loads(record.model_dump_json(exclude_none=True)))
            claim = RejectedClaim(claim_key=record.claim_key, rules=failing[record.claim_key], claim=body)
            kept.setdefault(content, []).append(claim)
    return [
        ClaimsQuarantined(
            batch_id=verdict.batch_id,
            article_id=article_id,
            content_sha256=content_sha256,
            rejected=rejected,
            **tape.running(),
        )
        for (article_id, content_sha256), rejected in kept.items()
    ]


def _validated(readings: Sequence[Reading], normalised: Normalised, verdict: Verdict) -> Payload:
    return BatchValidated.model_validate(
        {
            "batch_id": verdict.batch_id,
            "outcome": verdict.outcome,
            "articles": [(r.observed.article_id, r.observed.content_sha256) for r in readings],
            "claims": normalised.frame.height + len(normalised.rejected),
            "rejected": len(verdict.gate.failing) + len(normalised.rejected),
            "results": verdict.gate.results,
            "reason": verdict.reason,
            **tape.running(),
        }
    )
