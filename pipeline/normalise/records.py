"""From the frame back to claims as events hold them."""

from __future__ import annotations

import polars as pl

from pipeline.events.claim import ClaimRecord


def records(frame: pl.DataFrame) -> dict[tuple[str, str], list[ClaimRecord]]:
    """The claims of each article version `(article_id, content_sha256)`, in the order of the text."""
    found: dict[tuple[str, str], list[ClaimRecord]] = {}
    for row in frame.sort("article_id", "content_sha256", "ordinal").iter_rows(named=True):
        version = (row.pop("article_id"), row.pop("content_sha256"))
        found.setdefault(version, []).append(ClaimRecord.model_validate(row))
    return found
