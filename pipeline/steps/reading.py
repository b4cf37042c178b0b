"""From a captured article to claims on the log: text, claims, normalised batch, gate, append.

A batch is named by its articles and the running extractor, so reading it twice is recording it once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import polars as pl

from pipeline import extract
from pipeline.articles import TextStore, read_article
from pipeline.events import stable_id
from pipeline.events.types import ArticleObserved, article_stream
from pipeline.fetch import read_capture
from pipeline.log import Log
from pipeline.normalise import ExtractedArticle, normalise
from pipeline.quality import validate
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.capturing import declared
from pipeline.steps.decisions import check_said
from pipeline.steps.preparing import prepare
from pipeline.steps.problem import Problem
from pipeline.steps.recording import Reading, Verdict, events_of

BATCH_ARTICLES = 200
"""Articles in a batch: enough to validate as a set, few enough that a stopped batch costs seconds."""
ARTICLE_COLUMNS: dict[str, Any] = {
    "article_id": pl.String,
    "content_sha256": pl.String,
    "title": pl.String,
    "outcome": pl.String,
    "text_length": pl.Int64,
    "published_at": pl.Datetime("us", "UTC"),
    "published_precision": pl.String,
    "observed_on": pl.Date,
}


def unread_batches(home: Home, *, now: tape.Clock = tape.now_utc) -> list[dict[str, Any]]:
    """What is observed and not yet read, in batches; what reading rests on is put on the log before."""
    log = Log(home.log, now)
    prepare(log, declared(), now())
    return batches(tape.unread(log))


def batches(articles: pl.DataFrame, size: int = BATCH_ARTICLES) -> list[dict[str, Any]]:
    """`{"batch_id", "articles": [[article_id, content_sha256], ...]}` over the rows of a frame with both columns."""
    pairs = articles.select(tape.CONTENT).rows()
    chunks = [sorted(pairs[start : start + size]) for start in range(0, len(pairs), size)]
    return [
        {"batch_id": stable_id(["batch", chunk, list(tape.running().values())]), "articles": [list(p) for p in chunk]}
        for chunk in chunks
    ]


class Acceptance(NamedTuple):
    """A person's word that a held batch is to be read: which, who says so, and why."""

    batch_id: str
    actor: str
    reason: str


def accepted_batch(log: Log, said: Acceptance) -> dict[str, Any]:
    """A held batch as a person releases it: read again, its failing claims quarantined, the rest appended."""
    check_said(said.reason, said.actor)
    held = tape.held_articles(log).filter(pl.col("batch_id") == said.batch_id)
    if held.is_empty():
        raise Problem(f"no batch {said.batch_id!r} is held; `dealtape review` lists held batches", exit_code=2)
    articles = [list(pair) for pair in held.select(tape.CONTENT).iter_rows()]
    return {"batch_id": said.batch_id, "articles": articles, "accepted_by": said.actor, "reason": said.reason}


def read_batch(home: Home, batch: dict[str, Any], *, now: tape.Clock = tape.now_utc) -> dict[str, Any]:
    """Extract, normalise, validate and append one batch; a report with ids and counts.

    An article that breaks the reader is named under `failed`, stays unread and never stops the others; one without any
    text is named under `skipped`; `notes` say what else was odd.
    """
    log = Log(home.log, now)
    readings, failed = _readings(home, _observations(log, batch["articles"]))
    normalised = normalise(
        ExtractedArticle(r.observed.article_id, r.observed.content_sha256, r.article.text, r.claims) for r in readings
    )
    gate = validate(
        batch["batch_id"], normalised.frame, _articles_frame(readings), home.data_docs, refused=len(normalised.rejected)
    )
    verdict = Verdict(batch["batch_id"], gate, batch.get("accepted_by"), batch.get("reason"))
    appended = log.append(events_of(readings, normalised, verdict, now()) if readings or verdict.accepted_by else [])
    return {
        "batch_id": batch["batch_id"],
        "outcome": verdict.outcome,
        "articles": len(readings),
        "claims": normalised.frame.height - len(gate.failing),
        "quarantined": len(gate.failing) + len(normalised.rejected),
        "failed": failed,
        "skipped": [f"{r.observed.url}: there is no text in it" for r in readings if not r.article.text],
        "notes": [f"{r.observed.url}: {note}" for r in readings for note in r.article.notes],
        "appended": appended.appended,
    }


def _observations(log: Log, pairs: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """The first observation of each content in the batch."""
    wanted = pl.DataFrame(list(pairs), schema=tape.CONTENT, orient="row")
    streams = [article_stream(article_id) for article_id, _ in pairs]
    observed = tape.fields(tape.facts(log, "ArticleObserved", streams=streams), *tape.CONTENT)
    found = observed.join(wanted, on=tape.CONTENT, how="semi", maintain_order="left")
    return found.unique(tape.CONTENT, keep="first", maintain_order=True).to_dicts()


def _readings(home: Home, rows: Sequence[dict[str, Any]]) -> tuple[list[Reading], list[str]]:
    """Each article read, and what is wrong with those that cannot be."""
    readings, failed = [], []
    for row in rows:
        observed = ArticleObserved.model_validate_json(row["payload"])
        try:
            readings.append(_read(home, observed, row))
        except OSError:
            raise  # a full or failing disk is no property of the article
        except Exception as error:  # the text is anybody's: one that breaks the reader must not hold up the others
            failed.append(f"{observed.url}: {type(error).__name__}: {error}")
    return readings, failed


def _read(home: Home, observed: ArticleObserved, row: dict[str, Any]) -> Reading:
    article = read_article(read_capture(home, observed.capture), observed, fetched_at=row["occurred_at"])
    if not article.text:
        return Reading(observed, row["event_id"], article, None, [])
    claims = extract.extract(article.text, lang=article.lang, title=article.title, published=article.published)
    return Reading(observed, row["event_id"], article, TextStore(home.texts).put(article.text), list(claims))


def _articles_frame(readings: Sequence[Reading]) -> pl.DataFrame:
    """What the gate checks of the articles themselves."""
    rows = [
        {
            "article_id": r.observed.article_id,
            "content_sha256": r.observed.content_sha256,
            "title": r.article.title,
            "outcome": r.article.outcome,
            "text_length": len(r.article.text),
            "published_at": r.article.published_at,
            "published_precision": r.article.published_precision,
            "observed_on": r.observed.observed_on,
        }
        for r in readings
    ]
    return pl.DataFrame(rows, schema=ARTICLE_COLUMNS)
