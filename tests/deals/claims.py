"""Claims to try identity on: made from what matters, with the rest left out."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl

from pipeline.deals import DealMembers, identify, resolve_organizations
from pipeline.deals.features import LISTS, OPTIONAL, PARTIES
from pipeline.deals.links import LINKS

KEYS: dict[str, Any] = {
    "claim_key": pl.String, "article_id": pl.String, "commit": pl.Int64, "row": pl.Int64, "ordinal": pl.Int64,
    "kind": pl.String, "status": pl.String,
}  # fmt: skip


def a_claim(
    key: str, kind: str, *, on: str | None = None, published: str | None = None, **fields: Any
) -> dict[str, Any]:
    """One claim, by default the only one of an article of its own, announced; `on` is YYYY, YYYY-MM or YYYY-MM-DD."""
    day, precision = (None, None) if on is None else (f"{on}-01-01"[:10], {4: "year", 7: "month", 10: "day"}[len(on)])
    return {
        "claim_key": key, "article_id": f"article of {key}", "commit": 1, "row": 0, "ordinal": 0, "kind": kind,
        "status": "announced", "active": True,
        "occurred_on": day and date.fromisoformat(day), "occurred_precision": precision,
        "published_on": published and date.fromisoformat(published),
    } | fields  # fmt: skip


def links(*said: tuple[str, str, str]) -> pl.DataFrame:
    """Decisions `(a, b, verdict)` in log order."""
    rows = [(a, b, verdict, n, 0) for n, (a, b, verdict) in enumerate(said)]
    return pl.DataFrame(rows, schema=LINKS, orient="row")


def frame(*claims: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(claims), schema={**KEYS, **OPTIONAL})


def identified(*claims: dict[str, Any], said: pl.DataFrame | None = None, policy: str | None = None) -> DealMembers:
    """Identity of these claims under these links."""
    names = {claim.get(role) for claim in claims for role in PARTIES} - {None}
    names |= {name for claim in claims for role in LISTS for name in claim.get(role) or []}
    resolved = resolve_organizations(pl.DataFrame({"name": sorted(names)}, schema={"name": pl.String}), policy, links())
    return identify(frame(*claims), links() if said is None else said, resolved)


def partition(found: DealMembers) -> set[frozenset[str]]:
    """The deals as sets of claim keys."""
    grouped = found.members.group_by("deal_id").agg("claim_key")
    return {frozenset(keys) for keys in grouped["claim_key"]}


def together(found: DealMembers, *keys: str) -> bool:
    """Whether these claims are one deal."""
    deals = dict(found.members.iter_rows())
    return len({deals[key] for key in keys}) == 1
