"""The batch: claims of many articles in, one frame and the refused claims out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from pipeline.normalise.form import read_claim
from pipeline.normalise.frame import claims_frame
from pipeline.normalise.keys import claim_keys
from pipeline.normalise.plain import plain


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """One version of an article, its text and its claims as extracted (untrusted: any JSON, or worse)."""

    article_id: str
    content_sha256: str
    text: str
    claims: Sequence[object]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that cannot be said in standard units, the rule that it breaks, and the claim in plain JSON."""

    article_id: str
    content_sha256: str
    claim_key: str
    rule: str
    claim: object


@dataclass(frozen=True, slots=True)
class Normalised:
    """`frame`: one row a claim, as `claims_frame` says. `rejected`: every other claim; none is dropped."""

    frame: pl.DataFrame
    rejected: list[Rejected]


def normalise(articles: Iterable[ExtractedArticle]) -> Normalised:
    """Normalise the claims of a batch. What does not fit `claims.md` is rejected with a rule; nothing raises."""
    rows: list[dict[str, Any]] = []
    rejected: list[Rejected] = []
    for article in articles:
        keys = claim_keys(article.article_id, article.text, article.claims)
        for ordinal, (key, raw) in enumerate(zip(keys, article.claims, strict=True)):
            claim = read_claim(raw)
            if isinstance(claim, str):
                rejected.append(Rejected(article.article_id, article.content_sha256, key, claim, plain(raw)))
                continue
            rows.append(
                {
                    "article_id": article.article_id,
                    "content_sha256": article.content_sha256,
                    "claim_key": key,
                    "ordinal": ordinal,
                    **claim.model_dump(),
                }
            )
    return Normalised(claims_frame(rows), rejected)
