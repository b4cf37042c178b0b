"""What the build asks of deal identity, and what it gets back. Frames only: the caller joins the two stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is known before identity.

    `claims`: one row a claim, active or retired, as `deals.identify` takes them, but with `article` for `article_id`: a
    number, in the order of ids. `names`: names as written (`name`). `articles`: `article, publisher, published_at,
    sketch, cites, lang`. `deal_links`, `organization_links`: people's links `a, b, verdict, commit, row`. `policy`: the
    organisations policy as JSON, None before the first one.
    """

    claims: pl.DataFrame
    names: pl.DataFrame
    articles: pl.DataFrame
    deal_links: pl.DataFrame
    organization_links: pl.DataFrame
    policy: str | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What identity says.

    `organizations`: `name, organization_id, canonical_name, kind, rule, parent_id, relation, relation_from, group_id,
    group_name`. `owners`: those whom others belong to and no name leads to, without `name` and `rule`.
    `placed`: `claim, deal`, by number, and `place` in the order of claim keys. `deals`: `deal, deal_id`. `former`: ids
    that claims of old readings gave (`old_deal_id, deal_id`). `relations`: `deal_id, related_deal_id, relation`.
    `refused`: links that could not be followed (`a, b, verdict, reason`). `origins`: `article, origin,
    is_original`, by number. `candidates`: organisations that may be one (`a, b, score, why`).
    """

    organizations: pl.DataFrame
    owners: pl.DataFrame
    placed: pl.DataFrame
    deals: pl.DataFrame
    former: pl.DataFrame
    relations: pl.DataFrame
    refused: pl.DataFrame
    origins: pl.DataFrame
    candidates: pl.DataFrame


Resolve = Callable[[Inputs], Resolved]
