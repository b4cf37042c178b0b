"""The gate: what of a batch may go on the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from pipeline.events.types import RuleResult
from pipeline.quality.article_rules import article_rules
from pipeline.quality.checks import Checked, check
from pipeline.quality.claim_rules import claim_rules
from pipeline.quality.data_docs import writing
from pipeline.quality.seen_articles import seen_articles
from pipeline.quality.seen_claims import seen_claims
from pipeline.quality.thresholds import thresholds


@dataclass(frozen=True, slots=True)
class GateReport:
    """The verdict on a batch.

    `results` has every rule. `failing` has the critical rules that a claim broke, by claim key. A `held` batch waits
    for a person, since too many of its claims fail. An `empty` one had no claim to judge.
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
    about_claims, about_articles = seen_claims(claims, articles, limits.claims), seen_articles(articles)
    with writing(data_docs) as context:
        of_claims = check(context, "claims", batch_id, about_claims, claim_rules(limits.claims))
        of_articles = check(context, "articles", batch_id, about_articles, article_rules(limits.articles))
    failing: dict[str, list[str]] = {}
    for key, rule in [*_broken_by_claims(of_claims, claims), *_broken_by_articles(of_articles, claims, articles)]:
        failing.setdefault(key, []).append(rule)
    total = claims.height + refused
    return GateReport(
        results=[checked.result for checked in (*of_claims, *of_articles)],
        failing=failing,
        held=limits.batch.hold(total, len(failing) + refused),
        empty=total == 0,
    )


def _broken_by_claims(checks: Iterable[Checked], claims: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """`(claim_key, rule)` of every critical failure of a claim."""
    keys = claims["claim_key"].to_list()
    return ((keys[row], one.result.rule) for one in checks if one.result.severity == "critical" for row in one.rows)


def _broken_by_articles(
    checks: Iterable[Checked], claims: pl.DataFrame, articles: pl.DataFrame
) -> Iterator[tuple[str, str]]:
    """A critical failure of an article is one of each of its claims."""
    version = ["article_id", "content_sha256"]
    for one in checks:
        if one.result.severity == "critical" and one.rows:
            failing = claims.join(articles[one.rows], on=version, how="semi", maintain_order="left")
            yield from ((key, one.result.rule) for key in failing["claim_key"])
