"""What the log says of the work: what is unread, what is held, which extractor counts.

Every question is answered from the log alone, so a crash, a 304 or a stopped batch loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache

import polars as pl

from pipeline import extract
from pipeline.log import Log

ACTOR = "dealtape"
CONTENT = ["article_id", "content_sha256"]
Clock = Callable[[], datetime]


@cache
def running() -> dict[str, str]:
    """The extractor of this code, as events name it."""
    return {
        "extractor": extract.EXTRACTOR,
        "extractor_version": extract.VERSION,
        "config_hash": extract.config_hash(),
    }


def now_utc() -> datetime:
    """The wall clock; steps take it as an argument so that a replay can bring its own."""
    return datetime.now(UTC)


def facts(log: Log, *types: str, streams: Sequence[str] | None = None) -> pl.DataFrame:
    """Events of these types (and streams) in log order without the voided ones; payload fields are left as JSON."""
    events, voids = log.read(types, streams=streams), fields(log.read(["EventVoided"]), "event_id")
    voided: set[str] = set()
    for event_id, target in voids.select("event_id", "payload_event_id").reverse().iter_rows():
        if event_id not in voided:  # a void may itself have been a mistake
            voided.add(target)
    return events.filter(~pl.col("event_id").is_in(voided))


def fields(events: pl.DataFrame, *names: str) -> pl.DataFrame:
    """Payload fields as text columns; one that the envelope also has is called `payload_<name>`."""
    columns = [
        pl.col("payload").str.json_path_match(f"$.{name}").alias(f"payload_{name}" if name in events.columns else name)
        for name in names
    ]
    return events.with_columns(columns)


def adopted(log: Log) -> dict[str, str] | None:
    """The extractor that counts now, or None before the first adoption."""
    rows = facts(log, "ExtractorAdopted")
    if rows.is_empty():
        return None
    payload = json.loads(rows["payload"][-1])
    return {key: payload[key] for key in running()}


def unread(log: Log) -> pl.DataFrame:
    """Contents that neither the adopted nor the running extractor has read: `article_id, content_sha256, source`.

    Every version of an article is read, also one that a newer one has replaced: the public clock asks for it.
    """
    return unread_by_running(log).join(read_by(log, adopted(log)), on=CONTENT, how="anti", maintain_order="left")


def unread_by_running(log: Log) -> pl.DataFrame:
    """Contents that the running extractor has not read, but those of held batches and of erased articles.

    A voided reading was one: the same extractor would only say the same again.
    """
    observed = fields(facts(log, "ArticleObserved"), *CONTENT, "source")
    waiting = observed.unique(CONTENT, keep="first", maintain_order=True)
    read = _of(fields(log.read(["ArticleExtracted"]), *CONTENT, *running()), running())
    for done in (read, held_articles(log)):
        waiting = waiting.join(done, on=CONTENT, how="anti", maintain_order="left")
    return waiting.filter(~pl.col("article_id").is_in(erased(log)))


def erased(log: Log) -> set[str]:
    """Ids of articles that were erased on request; one whose erasures are voided is not among them."""
    return set(fields(facts(log, "ContentErased"), "article_id")["article_id"])


def read_by(log: Log, extractor: dict[str, str] | None) -> pl.DataFrame:
    """The readings (`ArticleExtracted`) of one extractor; of none, none."""
    read = fields(facts(log, "ArticleExtracted"), *CONTENT, *running())
    return _of(read, extractor) if extractor else read.clear()


def held_articles(log: Log) -> pl.DataFrame:
    """Articles of batches that the gate holds for the running extractor: `batch_id, article_id, content_sha256`.

    But for those that were erased, which nobody reads any more.
    """
    batches = _of(fields(facts(log, "BatchValidated"), "batch_id", "outcome", *running()), running())
    accepted = batches.filter(pl.col("outcome") == "accepted")
    held = batches.filter(pl.col("outcome") == "held").join(accepted, on="batch_id", how="anti")
    rows = [
        (batch_id, article_id, sha)
        for batch_id, payload in held.select("batch_id", "payload").iter_rows()
        for article_id, sha in json.loads(payload)["articles"]
    ]
    articles = pl.DataFrame(rows, schema=["batch_id", "article_id", "content_sha256"], orient="row").cast(pl.String)
    return articles.filter(~pl.col("article_id").is_in(erased(log)))


def _of(events: pl.DataFrame, extractor: dict[str, str]) -> pl.DataFrame:
    return events.filter(*(pl.col(name) == value for name, value in extractor.items()))
