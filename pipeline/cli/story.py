"""Answers as text for a person: deals with their figures, one block a figure, one line an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from pipeline.cli.output import grouped, text

Row = Mapping[str, Any]


DEAL_COLUMNS = ("kind", "main party", "with", "status", "amount", "power", "reported", "deal")


def deal_row(row: Row) -> tuple[object, ...]:
    """A deal in `DEAL_COLUMNS`, its figures in words."""
    amount = figure(row["amount_bound"], row["amount_low"], row["amount_high"], row["amount_currency"])
    power = figure(row["power_bound"], row["power_low_mw"], row["power_high_mw"], "MW")
    whom = several(row["counterparties"] or [])
    return row["kind"], row["main_party"], whom, row["status"], amount, power, row["reported"], row["deal_id"]


def several(names: Sequence[str], most: int = 3) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def why_lines(rows: Sequence[Row]) -> Iterator[str]:
    """Each figure of a deal with the claims on it, numbered, what decides first; then each claim with its sentences."""
    claims: dict[str, Row] = {}
    for row in rows:
        claims.setdefault(row["claim_key"], row)
    number = {key: n for n, key in enumerate(claims, 1)}
    for term, said in groupby(rows, key=lambda row: row["term"]):
        yield str(term)
        for row in said:
            rule = f": {row['rule']}" if row["rule"] else ""
            article = f"; article says {_said(row, 'article_')}" if row["is_corrected"] else ""
            yield f"  [{number[row['claim_key']]}] {stated(row)}, {row['part']}{rule}{article}"
    originals: dict[str, int] = {}
    for key, row in claims.items():
        first = originals.setdefault(row["origin_id"] or key, number[key])
        copy = "" if first == number[key] else f", of one origin with [{first}]"
        yield f"[{number[key]}] {source(row)}{copy}"
        yield f"    {text(row['sentences'])}"
        yield f"    claim {key}"


def history_lines(rows: Sequence[Row]) -> Iterator[str]:
    """What was told, believed and decided, by the day the public knew; a day of ours that is later is named."""
    for row in rows:
        day, ours = row["public_at"].date(), row["recorded_at"].date()
        late = f" (recorded {ours})" if ours != day else ""
        yield f"{day}{late}  {_event(row)}"


def _event(row: Row) -> str:
    if row["what"] == "told":
        return f"told: {stated(row)} - {source(row)}"
    if row["what"] == "figure":
        return f"believed: {row['term']} {figure(row['bound'], row['low'], row['high'], row['unit'])}"
    if row["what"] == "status":
        return f"status: {row['status']}"
    figures = [f"{row['term']} from {_said(row, after='_before')} to {_said(row)}"] if row["term"] else []
    changed = ", ".join([*figures, *(row["fields"] or [])])
    return f"{row['what']} by {text(row['actor'])}: {changed}{': ' if changed else ''}{text(row['reason'])}"


def _said(row: Row, before: str = "", after: str = "") -> str:
    """The status or figure of columns that are named alike, such as `article_low`; `unstated` when there is none."""
    status, *ends = (row[f"{before}{name}{after}"] for name in ("status", "bound", "low", "high", "unit"))
    return status or figure(*ends) or "unstated"


def stated(row: Row) -> str:
    """What a claim says: its status and its figure."""
    said = figure(row["bound"], row["low"], row["high"], row["unit"])
    return " ".join(part for part in (row["status"], said) if part)


def figure(bound: str | None, low: object, high: object, unit: str | None) -> str:
    """A figure with its bound and unit: `up to 12,500,000,000 USD`."""
    if bound is None:
        return ""
    if bound == "between":
        return f"between {grouped(low)} and {grouped(high)} {unit}"
    words = {"exact": "", "about": "about ", "up_to": "up to ", "at_least": "at least "}
    return f"{words[bound]}{grouped(high if low is None else low)} {unit}"


def source(row: Row) -> str:
    """Who published it, when, and where."""
    published = row["published_at"]
    day = published.date() if published else "undated"
    return f"{text(row['publisher'] or 'unnamed publisher')}, {day}, {text(row['url'])}"
