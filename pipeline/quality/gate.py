"""The gate: what of a batch may go on the log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.events.types import RuleResult
from pipeline.quality.checkpoint import check
from pipeline.quality.seen_articles import seen_articles
from pipeline.quality.seen_claims import seen_claims
from pipeline.quality.suites import article_rules, claim_rules
from pipeline.quality.thresholds import thresholds


@dataclass(frozen=True, slots=True)
class GateReport:
    """`failing`: the critical rules that each failing claim broke, by claim key. `held`: too many of them failed, and
    the batch waits for a person. `empty`: there was no claim to judge.
    """

    results: list[RuleResult]
    failing: dict[str, list[str]]
    held: bool
    empty: bool


def validate(
    batch_id: str, claims: pl.DataFrame, articles: pl.DataFrame, data_docs: Path, *, refused: int = 0
) -> GateReport:
    """Judge a batch and add its pages to the data docs.

    `claims` is the frame of normalising, `articles` has one row for each article version of the batch. `refused` is
    how many claims normalising rejected: they count as failing when it is decided whether the batch is held.
    """
    limits = thresholds()
    seen = seen_claims(claims, articles, limits.claims)
    on_claims = check("claims", batch_id, seen, claim_rules(limits.claims), data_docs)
    on_articles = check("articles", batch_id, seen_articles(articles), article_rules(limits.articles), data_docs)
    keys = seen["claim_key"]
    failing: dict[str, list[str]] = {}
    for checked in on_claims:
        if checked.result.severity == "critical":
            for row in checked.rows:
                failing.setdefault(keys[row], []).append(checked.result.rule)
    total = claims.height + refused
    return GateReport(
        results=[checked.result for checked in (*on_claims, *on_articles)],
        failing=failing,
        held=limits.batch.hold(total, len(failing) + refused),
        empty=total == 0,
    )
