"""What the log says of the work: what is unread, what is adopted, which policy holds.

Every question is answered from the log alone, so a crash, a 304 or a stopped batch loses nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache

import polars as pl

from pipeline import extract
from pipeline.events import Event, canonical, make_event, stable_id
from pipeline.events.types import ExtractorAdopted, PolicyAdopted
from pipeline.log import Log
from pipeline.normalise import default_rates
from pipeline.settings import Home
from pipeline.steps.policy import policy_body, policy_files

ACTOR = "dealtape"
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


def facts(log: Log, *types: str) -> pl.DataFrame:
    """Events of these types in log order without the voided ones; payload fields are left as JSON."""
    events = log.read(types=[*types, "EventVoided"])
    voided = fields(events.filter(pl.col("type") == "EventVoided"), "event_id")
    return events.filter(pl.col("type") != "EventVoided").join(
        voided.select(pl.col("payload_event_id").alias("event_id")), on="event_id", how="anti", maintain_order="left"
    )


def fields(events: pl.DataFrame, *names: str) -> pl.DataFrame:
    """Payload fields as text columns; one that the envelope also has is called `payload_<name>`."""
    columns = [
        pl.col("payload").str.json_path_match(f"$.{name}").alias(f"payload_{name}" if name in events.columns else name)
        for name in names
    ]
    return events.with_columns(columns)


def newest_observations(log: Log) -> pl.DataFrame:
    """One row an article: its newest content (`article_id, content_sha256, source, payload, recorded_at`)."""
    observed = fields(facts(log, "ArticleObserved"), "article_id", "content_sha256", "source")
    return observed.unique("article_id", keep="last", maintain_order=True)


def adopted(log: Log) -> dict[str, str] | None:
    """The extractor that counts now, or None before the first adoption."""
    rows = facts(log, "ExtractorAdopted")
    if rows.is_empty():
        return None
    payload = json.loads(rows["payload"][-1])
    return {key: payload[key] for key in running()}


def unread(log: Log) -> pl.DataFrame:
    """Newest contents that the running extractor has not read, and that no held batch keeps back."""
    newest = newest_observations(log)
    erased = fields(facts(log, "ContentErased"), "content_sha256")
    read = _by_running(fields(facts(log, "ArticleExtracted"), "article_id", "content_sha256", *running()))
    key = ["article_id", "content_sha256"]
    return (
        newest.join(read, on=key, how="anti", maintain_order="left")
        .join(held_articles(log), on=key, how="anti", maintain_order="left")
        .join(erased, on="content_sha256", how="anti", maintain_order="left")
    )


def held_articles(log: Log) -> pl.DataFrame:
    """Articles of batches that the gate holds for the running extractor: `batch_id, article_id, content_sha256`."""
    batches = _by_running(fields(facts(log, "BatchValidated"), "batch_id", "outcome", *running()))
    accepted = batches.filter(pl.col("outcome") == "accepted")
    held = batches.filter(pl.col("outcome") == "held").join(accepted, on="batch_id", how="anti")
    rows = [
        (batch_id, article_id, sha)
        for batch_id, payload in held.select("batch_id", "payload").iter_rows()
        for article_id, sha in json.loads(payload)["articles"]
    ]
    return pl.DataFrame(rows, schema=["batch_id", "article_id", "content_sha256"], orient="row").cast(pl.String)


def _by_running(events: pl.DataFrame) -> pl.DataFrame:
    return events.filter(*(pl.col(name) == value for name, value in running().items()))


def prepare(home: Home, log: Log, now: datetime) -> None:
    """Append what a run rests on, once: the first extractor, policies that changed, default exchange rates."""
    events = [*_policies(log, now), *_rates(log, now)]
    if adopted(log) is None:
        decision = stable_id(["first extractor", *running().values()])
        first = ExtractorAdopted(**running(), decision_id=decision, reason="the first extractor of this log")
        events.append(make_event(first, occurred_at=now, actor=ACTOR))
    log.append(events)


def _policies(log: Log, now: datetime) -> list[Event]:
    """A PolicyAdopted for each configuration file whose content differs from the one that holds."""
    current = fields(facts(log, "PolicyAdopted"), "kind", "body", "decision_id").unique("kind", keep="last")
    holding = {row["kind"]: row for row in current.iter_rows(named=True)}
    events = []
    for kind, path in policy_files().items():
        body = policy_body(path)
        before = holding.get(kind)
        if before is None or before["body"] != body:
            decision = stable_id(["policy", kind, body, before and before["decision_id"]])
            payload = PolicyAdopted.model_validate({"kind": kind, "body": body, "decision_id": decision})
            events.append(make_event(payload, occurred_at=now, actor=ACTOR))
    return events


def _rates(log: Log, now: datetime) -> list[Event]:
    """The embedded yearly averages that the log does not have yet."""
    if not facts(log, "RateObserved").is_empty():
        return []
    return [make_event(rate, occurred_at=now, actor=ACTOR) for rate in default_rates()]
