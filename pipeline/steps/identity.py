"""What the warehouse asks while it is built: which names are one organisation, which claims one deal, which articles
one origin."""

from __future__ import annotations

import polars as pl

from pipeline import deals
from pipeline.deals.features import LISTS, PARTIES
from pipeline.warehouse import Inputs, Resolved

NUMBERED = {"article": "article_id"}
"""Identity asks for an article's id and only compares and sorts it: the warehouse's number serves, in half the time."""


def resolve(asked: Inputs) -> Resolved:
    """Answer from the claims, the policy and people's links alone."""
    organizations = deals.resolve_organizations(asked.names, asked.policy, asked.organization_links)
    unfollowed = deals.unfollowed_links(organizations, asked.policy, asked.organization_links)
    found = deals.identify(asked.claims.rename(NUMBERED), asked.deal_links, organizations)
    origins = deals.origins(asked.articles.rename(NUMBERED), found.placed.select("article_id", "deal", "denied"))
    return Resolved(
        organizations=organizations,
        owners=deals.owners(organizations, asked.policy),
        placed=found.placed.select("claim", "deal", "place"),
        deals=found.deals,
        former=found.former,
        relations=found.relations,
        refused=pl.concat([found.refused, unfollowed]),
        origins=origins.rename({"article_id": "article", "origin_id": "origin"}),
        candidates=deals.organization_candidates(
            organizations, asked.organization_links, _parties(asked.claims, found.placed, organizations)
        ),
    )


def _parties(claims: pl.DataFrame, placed: pl.DataFrame, organizations: pl.DataFrame) -> pl.LazyFrame:
    """Which organisation has a part in which deal: `organization_id, deal`. Lazy, since few organisations matter."""
    rows = claims.lazy()
    single = [rows.select("claim", pl.col(role).alias("name")) for role in PARTIES]
    listed = [rows.select("claim", pl.col(role).alias("name")).explode("name") for role in LISTS]
    named = pl.concat([*single, *listed]).drop_nulls().join(organizations.lazy(), on="name")
    return named.join(placed.lazy(), on="claim").select("organization_id", "deal").unique()
