"""Who is named in a claim, as counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from pipeline.events.claim import MAIN_PARTY, PARTY_LISTS

OTHER_PARTY = {
    "investment": ("investors",), "acquisition": ("acquirer",), "guarantee": ("guarantor",), "denial": ("speaker",),
}  # fmt: skip
SIDES = (("acquirer", "target"), ("guarantor", "beneficiary"), ("provider", "customer"))


def party_columns() -> dict[str, pl.Expr]:
    """How many names stand in which roles; `other_parties` is null for kinds that need none."""
    return {
        "main_parties": _named(MAIN_PARTY),
        "other_parties": _named(OTHER_PARTY),
        "partners": pl.col("partners").list.len(),
        "leads_outside_investors": pl.col("leads").list.set_difference("investors").list.len(),
        "names_on_both_sides": _names_on_both_sides(),
    }


def count(conditions: Iterable[pl.Expr]) -> pl.Expr:
    """How many of the conditions hold; one that cannot be told does not."""
    return pl.sum_horizontal(condition.fill_null(value=False).cast(pl.Int64) for condition in conditions)


def is_named(role: str) -> pl.Expr:
    """Whether the role holds a name."""
    return pl.col(role).list.len() > 0 if role in PARTY_LISTS else pl.col(role).is_not_null()


def _named(roles_of: Mapping[str, Sequence[str]]) -> pl.Expr:
    """How many of the roles that matter for the claim's kind hold a name."""
    named = pl.lit(None, dtype=pl.Int64)
    for kind, roles in roles_of.items():
        named = pl.when(pl.col("kind") == kind).then(count(is_named(role) for role in roles)).otherwise(named)
    return named


def _names_on_both_sides() -> pl.Expr:
    """Who buys, guarantees, supplies or funds itself."""
    own = pl.col("investors").list.contains(pl.col("recipient"))
    return count([*(pl.col(a) == pl.col(b) for a, b in SIDES), own])
