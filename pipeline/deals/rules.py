"""The rules of deal identity: what joins two statements of one kind of deal.

Each gives a grade over pairs: 0 joins nothing, 5 is the strongest ground. `docs/tape-identity.md` says them in words.
"""

from __future__ import annotations

import polars as pl

from pipeline.deals.likeness import FIGURES, alike, differ, either, equal, nobody, ratio, unmeasured

CLOSE = 45
"""Days within which two dated statements without contrary figures are one deal."""
SAME_SUM = 200
"""Days from the first rumour to the closing of a deal of one sum."""
LONG_KNOWN = 300
"""Days between announcement and closing, or of misdating ("in 2022" for early 2023), where more than a sum agrees."""
SAME_WORDS = 1.001
"""Two sums that are one in the same currency, beyond the rounding of its rate."""
REVISED = 3.0
"""Early hearsay may miss a round's final sum by this factor ..."""
REVISED_DAYS = 120
"""... when both are dated and no further apart than this."""
MENTION = 180
"""Days between two mentions of a supply without figure."""

GAP, TIMED = pl.col("gap"), pl.col("timed")


def grade(*rules: tuple[pl.Expr, int]) -> pl.Expr:
    """The grade of the first rule that holds, else 0."""
    graded: pl.Expr = pl.lit(0)
    for holds, points in reversed(rules):
        graded = pl.when(holds.fill_null(False)).then(points).otherwise(graded)
    return graded


def by_family() -> pl.Expr:
    """The grade by the rules of the pair's family."""
    return (
        pl.when(pl.col("family_l") == "money")
        .then(money())
        .when(pl.col("family_l") == "acquisition")
        .then(acquisition())
        .when(pl.col("family_l") == "capacity")
        .then(capacity())
        .when(pl.col("family_l") == "capex")
        .then(capex())
        .otherwise(partnership())
    )


def money() -> pl.Expr:
    """Rounds and investments in one recipient; an investment is a round only if the round names that one investor."""
    same_kind = equal("kind")
    is_round = same_kind & (pl.col("kind_l") == "funding_round")
    met = (pl.col("shared") > 0) | nobody("others")
    single = (pl.col("named") == 1) & (pl.col("shared") == 1)
    same_sum = pl.col("amount_same").fill_null(False)
    other_sum = ~pl.col("amount_same").fill_null(True)
    no_sum = pl.col("amount_same").is_null()
    early = pl.when(pl.col("since_l") <= pl.col("since_r")).then(pl.col("hearsay_l")).otherwise(pl.col("hearsay_r"))
    revised = other_sum & early & ~either("ended") & TIMED & (GAP <= REVISED_DAYS) & (ratio("amount") <= REVISED)
    background = unmeasured("l") & unmeasured("r") & ~either("dated") & (pl.col("shared") > 0)
    grades = grade(
        (same_sum & (GAP <= SAME_SUM), 5),
        (equal("stage") & ~other_sum & (GAP <= LONG_KNOWN), 4),
        (pl.col("valuation_same") & ~other_sum & TIMED & (GAP <= SAME_SUM), 4),
        (same_kind & same_sum & (pl.col("shared") > 0) & (GAP <= LONG_KNOWN), 4),
        (same_kind & no_sum & TIMED & (GAP <= CLOSE), 2),
        (same_kind & revised & (is_round | (GAP <= CLOSE)), 1),
        (same_kind & background, 1),
    )
    return pl.when(pl.when(is_round).then(True).when(same_kind).then(met).otherwise(single)).then(grades).otherwise(0)


def acquisition() -> pl.Expr:
    """Purchases of one target: by one acquirer, by an unnamed one, or at one price in the same weeks."""
    return grade(
        (pl.col("shared") > 0, 5),
        (nobody("others") & (GAP <= LONG_KNOWN), 3),
        (pl.col("amount_same") & TIMED & (GAP <= CLOSE), 2),
    )


def capacity() -> pl.Expr:
    """Contracts, builds and backstops between the same parties, or where one text leaves a party out."""
    full = equal("customer") & equal("provider")
    elsewhere = _elsewhere()
    near = _at_one_site() | (pl.col("dated_l") & pl.col("dated_r") & (GAP <= CLOSE))
    party = (alike("customer") & alike("provider")) | (near & (~differ("customer") & ~differ("provider") | _crossed()))
    same = [pl.col(f"{name}_same") for name in FIGURES]
    agree = pl.any_horizontal(*(one.fill_null(False) for one in same))
    clash = pl.any_horizontal(*(~one.fill_null(True) for one in same))
    bare_l, bare_r = unmeasured("l"), unmeasured("r")
    backed = equal("kind") & (pl.col("kind_l") == "guarantee")
    grades = grade(
        (full & agree & (GAP <= LONG_KNOWN), 5),
        (party & agree & ~elsewhere & (GAP <= LONG_KNOWN), 4),
        (full & backed & (GAP <= LONG_KNOWN), 3),
        (full & ~elsewhere & TIMED & (GAP <= CLOSE) & ~bare_l & ~bare_r, 3),
        (
            full
            & bare_l
            & bare_r
            & ~elsewhere
            & (_mention_gap() <= MENTION)
            & (~_background() | (pl.col("sites") > 0)),
            2,
        ),
        (full & (bare_l | bare_r) & ~elsewhere & pl.col("dated_l") & pl.col("dated_r") & (GAP <= CLOSE), 2),
    )
    return pl.when(clash).then(0).otherwise(grades)


def capex() -> pl.Expr:
    """One sum planned by one owner, or at one site."""
    alike_told = (equal("main") & ~_elsewhere()) | ((ratio("amount") <= SAME_WORDS) & (equal("main") | _at_one_site()))
    return grade((pl.col("amount_same") & alike_told & (GAP <= LONG_KNOWN), 4))


def partnership() -> pl.Expr:
    """At least two partners in common, and half of all that are named."""
    most = (pl.col("shared") >= 2) & (2 * pl.col("shared") >= pl.col("named"))
    return grade((most & (GAP <= MENTION), 4))


def _at_one_site() -> pl.Expr:
    return pl.col("sites") > 0


def _elsewhere() -> pl.Expr:
    """Both name a site, and none is the same."""
    return pl.col("site_l").is_not_null() & pl.col("site_r").is_not_null() & ~_at_one_site()


def _crossed() -> pl.Expr:
    """One text's customer is the other's provider, and a text names one side alone: it builds for itself."""
    sides = (
        ("customer_l", "provider_r", "customer_r", "provider_l"),
        ("provider_l", "customer_r", "customer_l", "provider_r"),
    )
    crossed = [
        (pl.col(a) == pl.col(b)) & (pl.col(missing).is_null() | pl.col(other).is_null())
        for a, b, missing, other in sides
    ]
    return pl.any_horizontal(*crossed).fill_null(False)


def _background() -> pl.Expr:
    """An article whose day is known dates its news: what it leaves undated is older, perhaps another deal."""
    undated = [
        ~pl.col(f"dated_{a}") & pl.col(f"until_{a}").is_not_null() & pl.col(f"dated_{b}") for a, b in ("lr", "rl")
    ]
    return pl.any_horizontal(*undated)


def _mention_gap() -> pl.Expr:
    """Days between two mentions, each at its deal's time or else at its article's."""
    since = {side: pl.coalesce(f"since_{side}", f"until_{side}") for side in "lr"}
    return pl.max_horizontal(since["l"] - pl.col("until_r"), since["r"] - pl.col("until_l")).fill_null(0)
