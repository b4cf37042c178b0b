"""Removing a publisher's text on request: the bytes go, and an event says so."""

from __future__ import annotations

from typing import Any

import polars as pl
from uuid6 import uuid7

from pipeline.articles import TextStore
from pipeline.events import Event, make_event
from pipeline.events.types import ArticleObserved, ContentErased
from pipeline.fetch import erase_capture
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.decisions import check_said
from pipeline.steps.problem import Problem


def erase(home: Home, article_id: str, *, claims: bool, reason: str, actor: str) -> dict[str, Any]:
    """Erase every version of an article from captures and texts, then say so on the log.

    The log itself holds offsets, never quotes. The bytes go first: a crash between leaves a text that is gone and an
    event that the repeated command appends. The report names `missing_captures`, where nothing was left to erase, and
    `same_text_as`: articles whose text is the same word for word. It is their evidence too and stays theirs.
    """
    check_said(reason, actor)
    log = Log(home.log)
    # Voided events count here: what they tell of was captured and stored all the same.
    told = tape.fields(log.read(types=["ArticleObserved", "ArticleExtracted"]), *tape.CONTENT, "text_sha256")
    mine = told.filter(pl.col("article_id") == article_id)
    if mine.is_empty():
        raise Problem(f"no article has the id {article_id!r}; the table articles lists ids", 2)
    missing = _erase_captures(home, mine.filter(pl.col("type") == "ArticleObserved"))
    texts = mine.select("text_sha256").drop_nulls().unique()
    shared = _others(log, told, article_id).join(texts, on="text_sha256", how="semi")
    for text_sha256 in texts.join(shared, on="text_sha256", how="anti")["text_sha256"]:
        TextStore(home.texts).erase(text_sha256)
    appended = log.append(_erasures(mine, claims=claims, reason=reason, actor=actor))
    return {
        "article_id": article_id,
        "versions": appended.appended,
        "missing_captures": missing,
        "same_text_as": shared["article_id"].unique().sort().to_list(),
        "commit": appended.commit,
    }


def _erase_captures(home: Home, observations: pl.DataFrame) -> list[str]:
    """Erase what was captured of an article; the files that are no longer there."""
    missing = set()
    for payload in observations["payload"]:
        observed = ArticleObserved.model_validate_json(payload)
        if not (home.captures / observed.capture.file).exists():
            missing.add(observed.capture.file)
        erase_capture(home, observed.capture, observed.url)
    return sorted(missing)


def _others(log: Log, told: pl.DataFrame, article_id: str) -> pl.DataFrame:
    """What was read of all other articles, but of contents that were erased too."""
    erased = tape.fields(log.read(types=["ContentErased"]), *tape.CONTENT)
    return told.filter(pl.col("article_id") != article_id).join(erased, on=tape.CONTENT, how="anti")


def _erasures(mine: pl.DataFrame, *, claims: bool, reason: str, actor: str) -> list[Event]:
    """One event a version of the article."""
    versions = mine.group_by(tape.CONTENT, maintain_order=True).agg(pl.col("text_sha256").drop_nulls().last())
    return [
        make_event(
            ContentErased(
                decision_id=str(uuid7()), article_id=article_id, content_sha256=content, text_sha256=text,
                scope="text_and_claims" if claims else "text", reason=reason,
            ),
            occurred_at=tape.now_utc(), actor=actor,
        )
        for article_id, content, text in versions.iter_rows()
    ]  # fmt: skip
