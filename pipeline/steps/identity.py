"""What the warehouse asks while it is built: which names are one organisation, which claims one deal, which articles
one origin."""

from __future__ import annotations

import polars as pl

from pipeline import deals
from pipeline.deals.features import LISTS, PARTIES
from pipeline.warehouse import Inputs, Resolved


def resolve(asked: Inputs) -> Resolved:
    """Answer from the claims, the policy and people's links alone."""
    organizations = deals.resolve_organizations(asked.names, asked.policy, asked.organization_links)
    unfollowed = deals.unfollowed_links(organizations, asked.policy, asked.organization_links)
    found = deals.identify(asked.claims, asked.deal_links, organizations)
    told = asked.claims.select("claim_key", "article_id").join(found.members, on="claim_key").drop("claim_key")
    return Resolved(
        organizations=organizations,
        members=found.members,
        aliases=found.aliases,
        relations=found.relations,
        refused=pl.concat([found.refused, unfollowed]),
        origins=deals.origins(asked.articles, told),
        candidates=deals.organization_candidates(
            organizations, asked.organization_links, _parties(asked.claims, found.members, organizations)
        ),
    )


def _parties(claims: pl.DataFrame, members: pl.DataFrame, organizations: pl.DataFrame) -> pl.LazyFrame:
    """Which organisation has a part in which deal: `organization_id, deal_id`. Lazy, since few organisations matter."""
    rows = claims.lazy()
    single = [rows.select("claim_key", pl.col(role).alias("name")) for role in PARTIES]
    listed = [rows.select("claim_key", pl.col(role).alias("name")).explode("name") for role in LISTS]
    named = pl.concat([*single, *listed]).drop_nulls().join(organizations.lazy(), on="name")
    return named.join(members.lazy(), on="claim_key").select("organization_id", "deal_id").unique()
