"""Events as rows: the table's columns, the stamps of a commit, and the hash chain over commits.

`commit_hash` of a commit is the SHA-256 over the previous commit's hash (64 zeros before the first), a JSON array of
its number, its time in microseconds since 1970 and its number of rows, and then for every envelope column in order:
the byte length of each value (unsigned 32 bits little-endian, all ones for null) and the values' UTF-8 bytes one after
the other, in row order, numbers in decimal, times as microseconds. It stands on each row of its commit, so that it
survives compaction and any rewriting of the table's own log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import polars as pl
import pyarrow as pa

from pipeline.events import ENVELOPE, EVENT_TYPES, Event, canonical
from pipeline.log.errors import ConflictingEvent, UnwritableEvent

TIME = pl.Datetime("us", "UTC")
_TEXT, _INT, _NUMBER = pl.String(), pl.Int64(), pl.Int32()
SCHEMA = pl.Schema(
    [
        ("event_id", _TEXT),
        ("stream", _TEXT),
        ("type", _TEXT),
        ("schema_version", _NUMBER),
        ("occurred_at", TIME),
        ("actor", _TEXT),
        ("causation_id", _TEXT),
        ("correlation_id", _TEXT),
        ("payload", _TEXT),
        ("commit", _INT),
        ("row", _INT),
        ("recorded_at", TIME),
        ("commit_hash", _TEXT),
    ]
)
NULL_LENGTH = 2**32 - 1
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Head:
    """The last commit of the log; number 0 while the log is empty."""

    commit: int = 0
    recorded_at: datetime = EPOCH
    commit_hash: str = "0" * 64


def frame_of(events: Sequence[Event]) -> pl.DataFrame:
    """Envelope columns, one row an event, each id once. Raises what names the offending event."""
    try:
        frame = _columns(events)
    except (TypeError, ValueError, OverflowError, pl.exceptions.PolarsError) as error:
        for event in events:
            _check(event)
        raise UnwritableEvent("?", str(error)) from error
    for event_type in frame["type"].unique():
        if event_type not in EVENT_TYPES:
            raise UnwritableEvent(frame.filter(type=event_type)["event_id"][0], f"no event type {event_type!r}")
    return _unique(frame)


def _columns(events: Sequence[Event]) -> pl.DataFrame:
    values = {
        "event_id": [event.event_id for event in events],
        "stream": [event.stream for event in events],
        "type": [event.type for event in events],
        "schema_version": [event.schema_version for event in events],
        # Polars takes 40 times longer over moments, Arrow 8 times, and neither refuses one without a time zone.
        "occurred_at": pa.array([event.occurred_at - EPOCH for event in events], pa.duration("us")).view(
            pa.timestamp("us", "UTC")
        ),
        "actor": [event.actor for event in events],
        "causation_id": [event.causation_id for event in events],
        "correlation_id": [event.correlation_id for event in events],
        "payload": [event.payload for event in events],
    }
    return pl.DataFrame(values, schema={name: SCHEMA[name] for name in ENVELOPE})


def _check(event: Event) -> None:
    """Find out whether this one is the event that no column takes."""
    try:
        _columns([event])
    except (TypeError, ValueError, OverflowError, AttributeError, pl.exceptions.PolarsError) as error:
        raise UnwritableEvent(event.event_id, str(error)) from error


def _unique(frame: pl.DataFrame) -> pl.DataFrame:
    """The first row of each id; the same id with another content is a conflict within the delivery."""
    if frame["event_id"].n_unique() == frame.height:
        return frame
    content = ["event_id", "type", "payload"]
    twice = frame.unique(content, maintain_order=True).filter(pl.col("event_id").is_duplicated())
    if twice.height:
        raise ConflictingEvent(twice["event_id"][0], twice["type"][0], "beside it in the same append")
    return frame.unique("event_id", keep="first", maintain_order=True)


def stamp(events: pl.DataFrame, head: Head, now: datetime) -> tuple[pl.DataFrame, Head]:
    """The rows of the commit after `head`, and that commit as the new head. The clock may go back, the log does not."""
    commit, recorded_at = head.commit + 1, max(now.astimezone(UTC), head.recorded_at + TICK)
    stamped = Head(commit, recorded_at, commit_hash(head.commit_hash, commit, recorded_at, events))
    rows = events.select(
        *ENVELOPE,
        pl.lit(commit, pl.Int64).alias("commit"),
        pl.int_range(pl.len(), dtype=pl.Int64).alias("row"),
        pl.lit(_ticks(recorded_at), pl.Int64).cast(TIME).alias("recorded_at"),
        pl.lit(stamped.commit_hash).alias("commit_hash"),
    )
    return rows, stamped


def commit_hash(previous: str, commit: int, recorded_at: datetime, events: pl.DataFrame) -> str:
    """The hash of one commit's events, in row order, chained to the previous commit's."""
    digest = sha256(previous.encode())
    digest.update(canonical([commit, _ticks(recorded_at), events.height]).encode())
    columns = [pl.col(name).to_physical() if SCHEMA[name] == TIME else pl.col(name) for name in ENVELOPE]
    texts = events.select(column.cast(pl.String) for column in columns)
    lengths = texts.select(pl.all().str.len_bytes().fill_null(NULL_LENGTH).cast(pl.UInt32))
    for text, length in zip(texts, lengths, strict=True):
        digest.update(length.to_numpy().astype("<u4").tobytes())
        digest.update(text.fill_null("").to_arrow().buffers()[2] or b"")  # the values one after the other
    return digest.hexdigest()


def _ticks(moment: datetime) -> int:
    return (moment - EPOCH) // TICK
