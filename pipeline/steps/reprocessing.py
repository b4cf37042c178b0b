"""Reading captured articles again with the running extractor, in shadow, and comparing it with the adopted one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import polars as pl

from pipeline.events import canonical
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.asking import day_of
from pipeline.steps.capturing import declared
from pipeline.steps.preparing import prepare
from pipeline.steps.reading import batches, read_batch
from pipeline.steps.run_report import RunReport


def reprocess_batches(
    home: Home, *, source: str | None = None, since: str | None = None, now: tape.Clock = tape.now_utc
) -> list[dict[str, Any]]:
    """Batches of what the running extractor has not read: everything, one source, or what was observed since a day."""
    log = Log(home.log, now)
    prepare(log, declared(), now())
    return batches(_chosen(tape.unread_by_running(log), source, since))


def reprocess(
    home: Home,
    *,
    source: str | None = None,
    since: str | None = None,
    say: Callable[[str], None] = print,
    show: Callable[[str, int, int], None] = lambda what, done, total: None,
    now: tape.Clock = tape.now_utc,
) -> dict[str, Any]:
    """Read those articles, then say how the running extractor differs from the adopted one on what both have read.

    Nothing counts before `adopt`: `same`, `changed`, `added` and `gone` are claims that adoption would leave or touch.
    `say` tells of articles that could not be read and of batches that are held.
    """
    todo, report = reprocess_batches(home, source=source, since=since, now=now), RunReport()
    for done, batch in enumerate(todo):
        show("batches", done, len(todo))
        report.add_batch(read_batch(home, batch, now=now))
    show("batches", len(todo), len(todo))
    for message in report.messages:
        say(message)
    return {"articles": report.read, "failed": report.failed, **compare(Log(home.log), source, since)}


def compare(log: Log, source: str | None = None, since: str | None = None) -> dict[str, int]:
    """Claims of the running extractor against those of the adopted one, over the contents that both have read."""
    observed = tape.fields(tape.facts(log, "ArticleObserved"), *tape.CONTENT, "source").unique(tape.CONTENT)
    chosen = _chosen(observed, source, since).select(tape.CONTENT)
    before, after = (_readings(log, one).join(chosen, on=tape.CONTENT) for one in (tape.adopted(log), tape.running()))
    both = before.join(after, on=tape.CONTENT, suffix="_after")
    counted = Counter({"compared": both.height, "same": 0, "changed": 0, "added": 0, "gone": 0})
    for old, new in both.select("payload", "payload_after").iter_rows():
        counted.update(_differences(_claims(old), _claims(new)))
    return dict(counted)


def _chosen(articles: pl.DataFrame, source: str | None, since: str | None) -> pl.DataFrame:
    if source is not None:
        articles = articles.filter(pl.col("source") == source)
    if since is not None:
        articles = articles.filter(pl.col("occurred_at").dt.date() >= day_of(since))
    return articles


def _readings(log: Log, extractor: dict[str, str] | None) -> pl.DataFrame:
    return tape.read_by(log, extractor).unique(tape.CONTENT, keep="last").select(*tape.CONTENT, "payload")


def _claims(payload: str) -> dict[str, str]:
    return {claim["claim_key"]: canonical(claim) for claim in json.loads(payload).get("claims", [])}


def _differences(old: dict[str, str], new: dict[str, str]) -> Counter[str]:
    both = old.keys() & new.keys()
    same = sum(old[key] == new[key] for key in both)
    return Counter(same=same, changed=len(both) - same, added=len(new.keys() - both), gone=len(old.keys() - both))
