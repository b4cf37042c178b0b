"""What keeps two statements of one kind of deal apart, whatever else agrees: `docs/tape-identity.md` in expressions."""

from __future__ import annotations

import polars as pl

from pipeline.deals.likeness import differ
from pipeline.deals.rules import GAP, TIMED

DENIED_THEN_DONE = 31
"""Days after which a deal that was denied or called off and one that was done or told anew are two."""
NEVER_DAYS = 2 * 365


def never() -> pl.Expr:
    """Another stage, equity against debt, denied against done, called off against told anew, or years apart."""
    priced = pl.all_horizontal(*(pl.col(f"instrument_{side}").is_in(["debt", "equity"]) for side in "lr"))
    done = (pl.col("denied_l") & pl.col("completed_r")) | (pl.col("denied_r") & pl.col("completed_l"))
    undone = done & ~(TIMED & (GAP <= DENIED_THEN_DONE))
    other = undone | _begun_anew() | (GAP > NEVER_DAYS)
    return differ("stage") | (priced.fill_null(False) & differ("instrument")) | other


def _begun_anew() -> pl.Expr:
    """One was called off, the other is told of weeks later and was not; without a time for both nothing is known."""
    return pl.any_horizontal(
        *(
            pl.col(f"ended_{a}") & ~pl.col(f"denied_{a}") & ~pl.col(f"ended_{b}")
            & (pl.col(f"since_{b}") - pl.col(f"until_{a}") > DENIED_THEN_DONE)
            for a, b in ("lr", "rl")
        )
    ).fill_null(False)  # fmt: skip
