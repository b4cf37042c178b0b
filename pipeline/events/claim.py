"""A claim as it stands on the log: what one article says of one deal, in standard units.

Money in full units of an ISO currency, power in MW, chips as a count, names as written. A bound becomes an interval:
exact and about have low = high, up_to has no low, at_least has no high.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

Kind = Literal["funding_round", "investment", "acquisition", "capacity", "guarantee", "capex", "partnership", "denial"]
Status = Literal["rumoured", "reported", "announced", "completed", "denied", "cancelled"]
Bound = Literal["exact", "about", "up_to", "at_least"]
Precision = Literal["day", "month", "year"]
Instrument = Literal["equity", "debt", "mixed"]

PARTY_ROLES = (
    "recipient", "target", "acquirer", "provider", "customer", "guarantor", "beneficiary", "owner", "speaker",
)  # fmt: skip
PARTY_LISTS = ("investors", "leads", "partners")
MONEY_TERMS = ("amount", "equity", "debt", "valuation")
MEASURES = {
    **{term: (f"{term}_low", f"{term}_high", f"{term}_bound") for term in MONEY_TERMS},
    "power": ("power_low_mw", "power_high_mw", "power_bound"),
    "chips": ("chips_low", "chips_high", "chips_bound"),
}
"""What a claim may state a figure of, and the fields that hold it: low, high and bound."""
MAIN_PARTY = {
    "funding_round": ("recipient",),
    "investment": ("recipient",),
    "acquisition": ("target",),
    "capacity": ("customer", "provider"),
    "guarantee": ("beneficiary",),
    "capex": ("owner",),
    "partnership": ("partners",),
    "denial": ("recipient", "speaker"),
}


def plain_number(value: Decimal) -> int | float:
    """A decimal as the JSON number that reads back as the same decimal."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(plain_number, return_type=int | float)]


class Span(BaseModel):
    """Evidence: code points [start, end) of the stored text."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    start: int
    end: int


class ClaimRecord(BaseModel):
    """One normalised claim. Absent fields are None and are left out of the JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim_key: str
    ordinal: int
    kind: Kind
    recipient: str | None = None
    target: str | None = None
    acquirer: str | None = None
    provider: str | None = None
    customer: str | None = None
    guarantor: str | None = None
    beneficiary: str | None = None
    owner: str | None = None
    speaker: str | None = None
    investors: list[str] = []
    leads: list[str] = []
    partners: list[str] = []
    amount_low: Number | None = None
    amount_high: Number | None = None
    amount_bound: Bound | None = None
    amount_currency: str | None = None
    equity_low: Number | None = None
    equity_high: Number | None = None
    equity_bound: Bound | None = None
    equity_currency: str | None = None
    debt_low: Number | None = None
    debt_high: Number | None = None
    debt_bound: Bound | None = None
    debt_currency: str | None = None
    valuation_low: Number | None = None
    valuation_high: Number | None = None
    valuation_bound: Bound | None = None
    valuation_currency: str | None = None
    power_low_mw: Number | None = None
    power_high_mw: Number | None = None
    power_bound: Bound | None = None
    chips_low: int | None = None
    chips_high: int | None = None
    chips_bound: Bound | None = None
    chip_model: str | None = None
    instrument: Instrument | None = None
    stage: str | None = None
    site: str | None = None
    term_years: Number | None = None
    status: Status
    occurred_on: date | None = None
    occurred_precision: Precision | None = None
    evidence: list[Span]
