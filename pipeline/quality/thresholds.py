"""The limits of `config/thresholds.toml`."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt, ValidationError

from pipeline.settings import THRESHOLDS

Share = Annotated[Fraction, Field(ge=0, le=1)]


class UnusableLimits(ValueError):
    """The file of limits says something that no gate can hold to; the message names the file, the key and why."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class BatchLimits(_Table):
    """When a whole batch waits for a person."""

    held_from_claims: PositiveInt
    held_above_share: Share

    def hold(self, claims: int, failing: int) -> bool:
        """Whether a batch of `claims`, of which `failing` break a critical rule, is held."""
        return claims >= self.held_from_claims and Fraction(failing, claims) > self.held_above_share


class ArticleLimits(_Table):
    """What an article and a batch of them must be like."""

    shortest_text: NonNegativeInt
    unreadable_share: Share
    days_ahead: NonNegativeInt


class ClaimLimits(_Table):
    """What a claim can plausibly say; sums in full units by currency."""

    earliest_year: int
    days_after_article: NonNegativeInt
    highest_power_mw: PositiveInt
    most_chips: PositiveInt
    longest_term_years: PositiveInt
    highest_sum: dict[str, PositiveInt]


class Thresholds(_Table):
    """All limits of the gate."""

    batch: BatchLimits
    articles: ArticleLimits
    claims: ClaimLimits


def thresholds(file: Path = THRESHOLDS) -> Thresholds:
    """The limits that hold now. Raises UnusableLimits where one is missing, unknown or out of range."""
    try:
        return Thresholds.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise UnusableLimits(f"{file}: {error}") from error
    except ValidationError as error:
        wrong = error.errors()[0]
        raise UnusableLimits(f"{file}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}") from error
