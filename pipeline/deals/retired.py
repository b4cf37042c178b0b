"""Claims of superseded readings: in no deal, but the claim of the same article that took their place answers for them.

So a deal keeps its id, and a person's link its hold, when an article is read again by a better extractor.
"""

from __future__ import annotations

import polars as pl


def successors(described: pl.DataFrame) -> pl.DataFrame:
    """`claim_key, by`: each retired claim and the active claim of its article that is most like it, if there is one."""
    columns = ("i", "claim_key", "article_id", "family", "kind", "main", "amount", "ordinal")
    retired = described.filter(~pl.col("active")).select(columns)
    active = described.filter("active").select(columns)
    pairs = retired.join(active, on=["article_id", "family"], suffix="_by")
    unlike = [
        pl.col(name).ne_missing(pl.col(f"{name}_by")).alias(f"{name}_differs") for name in ("kind", "main", "amount")
    ]
    far = (pl.col("ordinal") - pl.col("ordinal_by")).abs().alias("far")
    ranked = pairs.with_columns(*unlike, far).sort("i", "kind_differs", "main_differs", "amount_differs", "far", "i_by")
    return ranked.unique("i", keep="first", maintain_order=True).select("claim_key", by="claim_key_by")
