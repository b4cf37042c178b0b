"""The limits of `config/thresholds.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction

from pipeline.settings import CONFIG


@dataclass(frozen=True, slots=True)
class BatchLimits:
    """When a whole batch waits for a person."""

    held_from_claims: int
    held_above_share: Fraction

    def hold(self, claims: int, failing: int) -> bool:
        """Whether a batch of `claims`, of which `failing` break a critical rule, is held."""
        return claims >= self.held_from_claims and Fraction(failing, claims) > self.held_above_share


@dataclass(frozen=True, slots=True)
class ArticleLimits:
    """What an article and a batch of them must be like."""

    shortest_text: int
    unreadable_share: Fraction
    days_ahead: int


@dataclass(frozen=True, slots=True)
class ClaimLimits:
    """What a claim can plausibly say; sums in full units by currency."""

    earliest_year: int
    days_after_article: int
    highest_power_mw: int
    most_chips: int
    longest_term_years: int
    highest_sum: dict[str, int]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All limits of the gate."""

    batch: BatchLimits
    articles: ArticleLimits
    claims: ClaimLimits


def thresholds() -> Thresholds:
    """The limits that hold now. Raises TypeError when one is missing or unknown, KeyError for a missing table."""
    table = tomllib.loads((CONFIG / "thresholds.toml").read_text(encoding="utf-8"))
    batch, articles = table["batch"], table["articles"]
    return Thresholds(
        batch=BatchLimits(**{**batch, "held_above_share": Fraction(batch["held_above_share"])}),
        articles=ArticleLimits(**{**articles, "unreadable_share": Fraction(articles["unreadable_share"])}),
        claims=ClaimLimits(**table["claims"]),
    )
