"""The two clocks: which events a build may see, and up to which day the public knew."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Literal

import polars as pl

Clock = Literal["public", "recorded"]


@dataclass(frozen=True, slots=True)
class AsOf:
    """A day and a clock. recorded: what the tape said at the end of that day, UTC. public: what the articles public
    by then support, read with today's extractor, policy and decisions."""

    day: date
    clock: Clock = "public"


def seen(events: pl.DataFrame, as_of: AsOf | None) -> pl.DataFrame:
    """The events that a build sees, each once, times in UTC without zone.

    `position` counts them in the order of the log; `voided_by` is the event that voids one, or null.
    """
    if as_of is not None and as_of.clock == "recorded":
        events = events.filter(pl.col("recorded_at").dt.convert_time_zone("UTC").dt.date() <= as_of.day)
    once = events.unique("event_id", keep="first", maintain_order=True).sort("commit", "row").with_row_index("position")
    naive = [
        pl.col(name).dt.convert_time_zone("UTC").dt.replace_time_zone(None) for name in ("occurred_at", "recorded_at")
    ]
    return once.with_columns(pl.col("position").cast(pl.Int64), *naive, _voided_by(once))


def _voided_by(events: pl.DataFrame) -> pl.Expr:
    """For each event the void that holds for it. A voided void never was, so the last one speaks first."""
    voids = events.filter(pl.col("type") == "EventVoided").select("event_id", "payload").rows()
    voided: dict[str, str] = {}
    for event_id, payload in reversed(voids):
        if event_id not in voided:
            voided.setdefault(json.loads(payload)["event_id"], event_id)
    return pl.col("event_id").replace_strict(voided, default=None, return_dtype=pl.String).alias("voided_by")
