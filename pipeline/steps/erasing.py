"""Removing a publisher's text on request: the bytes go, and an event says so."""

from __future__ import annotations

from typing import Any

import polars as pl
from uuid6 import uuid7

from pipeline.articles import TextStore
from pipeline.events import make_event
from pipeline.events.types import ArticleObserved, ContentErased
from pipeline.fetch import erase_capture
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.decisions import check_reason
from pipeline.steps.problem import Problem


def erase(home: Home, article_id: str, *, claims: bool, reason: str, actor: str) -> dict[str, Any]:
    """Erase every version of an article from captures and texts, then say so on the log.

    The log itself holds offsets, never quotes. The bytes go first: a crash between leaves a text that is gone and an
    event that the repeated command appends.
    """
    check_reason(reason)
    log = Log(home.log)
    # Voided events count here: what they tell of was captured and stored all the same.
    told = tape.fields(log.read(types=["ArticleObserved", "ArticleExtracted"]), *tape.CONTENT, "text_sha256")
    told = told.filter(pl.col("article_id") == article_id)
    if told.is_empty():
        raise Problem(f"no article has the id {article_id!r}; the table articles lists ids", 2)
    for payload in told.filter(pl.col("type") == "ArticleObserved")["payload"]:
        erase_capture(home, ArticleObserved.model_validate_json(payload).capture)
    for text_sha256 in told["text_sha256"].drop_nulls().unique():
        TextStore(home.texts).erase(text_sha256)
    versions = told.group_by(tape.CONTENT, maintain_order=True).agg(pl.col("text_sha256").drop_nulls().last())
    events = [
        make_event(
            ContentErased(
                decision_id=str(uuid7()), article_id=article_id, content_sha256=content, text_sha256=text,
                scope="text_and_claims" if claims else "text", reason=reason,
            ),
            occurred_at=tape.now_utc(), actor=actor,
        )
        for _, content, text in versions.iter_rows()
    ]  # fmt: skip
    return {"article_id": article_id, "versions": len(events), "commit": log.append(events).commit}
