"""Organisations that may be one: scored for the review queue, never merged by the score."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

import polars as pl

from pipeline.deals.links import decisions
from pipeline.deals.names import spelled, words

CANDIDATE = {"a": pl.String, "b": pl.String, "score": pl.Float64, "why": pl.String}
LEAST = 0.6
"""Score below which a pair is not worth a person's minute."""
BLOCK = 50
"""Organisations that may share a word before the word says nothing ("capital", "energy")."""
UNLISTED = ("folded", "ambiguous", "person")
"""Rules that give an organisation to a name without the policy."""
SHARED_DEALS = 0.15
"""What deals in common add to a pair of similar names."""


def organization_candidates(
    resolved: pl.DataFrame, links: pl.DataFrame, parties: pl.LazyFrame | None = None
) -> pl.DataFrame:
    """Pairs of organisations with similar names, `a, b, score (0 to 1), why`, best first.

    `resolved` as `resolve_organizations` gives it; pairs that `links` (LinkDecided rows) have settled, and those that
    the policy lists as two, are left out. `parties` (`organization_id, deal`) adds weight where two appear in the
    same deals.
    """
    name = dict(resolved.select("organization_id", "canonical_name").iter_rows())
    listed = set(resolved.filter(~pl.col("rule").is_in(UNLISTED))["organization_id"])
    settled = {frozenset((one.a, one.b)) for one in decisions(links)}
    pairs = [pair for pair in _pairs(name) if not listed.issuperset(pair)]
    deals = _deals(parties, {one for pair in pairs for one in pair})
    rows = []
    for a, b in pairs:
        if not settled.isdisjoint({frozenset((a, b)), frozenset((name[a], name[b]))}):
            continue
        score, why = _alike(name[a], name[b])
        common = len(deals.get(a, set()) & deals.get(b, set()))
        if common:
            score, why = min(1.0, score + SHARED_DEALS), f"{why}; {common} deals in common"
        if score >= LEAST:
            rows.append((a, b, round(score, 3), why))
    return pl.DataFrame(rows, schema=CANDIDATE, orient="row").sort("score", "a", "b", descending=[True, False, False])


def _pairs(name: dict[str, str]) -> list[tuple[str, str]]:
    """Pairs that share a word which few names have, or the same letters in all."""
    blocks: dict[str, set[str]] = {}
    for one, written in name.items():
        for key in {*words(written), spelled(written)[:6]}:
            blocks.setdefault(key, set()).add(one)
    few = [sorted(block) for block in blocks.values() if 1 < len(block) <= BLOCK]
    return sorted({(a, b) for block in few for n, a in enumerate(block) for b in block[n + 1 :]})


def _alike(a: str, b: str) -> tuple[float, str]:
    """How alike two names are: one begins the other, else the share of letters in order, words in common left out."""
    short, long = sorted((words(a), words(b)), key=len)
    if short and long[: len(short)] == short:
        return 0.7 + 0.1 * (len(long) - len(short) == 1), f"{a!r} and {b!r} begin alike"
    # "Index Ventures" and "HP Tech Ventures" share a word of their trade, which says nothing of their being one.
    one, another = ("".join(w for w in mine if w not in other) for mine, other in ((short, long), (long, short)))
    return SequenceMatcher(None, one, another).ratio() * 0.9, f"{a!r} and {b!r} are spelled alike"


def _deals(parties: pl.LazyFrame | None, asked: set[str]) -> dict[str, set[Any]]:
    if parties is None:
        return {}
    grouped = (
        parties.filter(pl.col("organization_id").is_in(asked))
        .group_by("organization_id")
        .agg(pl.col("deal").unique())
        .collect()
    )
    return {one: set(deals) for one, deals in grouped.iter_rows()}
