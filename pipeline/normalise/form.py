"""The form of a claim before normalising, as the extractor gives it: every field, every vocabulary, nothing else.

What does not fit rejects the claim under the name of a rule: `<field>_missing`, `<field>_unknown` (a word outside its
vocabulary), `<field>_out_of_range`, `<field>_malformed`, `unknown_field`, `claim_malformed`. Nothing is guessed.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from string import ascii_lowercase
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from pipeline.events.claim import Bound, Instrument, Kind, Status
from pipeline.events.currency import CURRENCIES

LARGEST = 10**18
"""Far beyond any sum, and below it every reader of the log holds whole numbers as they are."""
MILLIONTH = Decimal("0.000001")
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
STAGES = frozenset({"pre-seed", "seed", "growth", "ipo", *(f"series-{letter}" for letter in ascii_lowercase)})


def _figure(value: object) -> Decimal:
    """A JSON number as the decimal that it was written as, to a millionth."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("not a number")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not a finite number")
    if abs(value) >= LARGEST:
        raise PydanticCustomError("out_of_range", "too large")
    return Decimal(str(value)).quantize(MILLIONTH)


def _whole(value: Decimal) -> Decimal:
    if value != value.to_integral_value():
        raise ValueError("not a whole number")
    return value


def _one_line(text: str) -> str:
    """Text for a cell: one line, more than spaces, nothing that steers a screen."""
    if not text.strip() or UNSEEN.search(text):
        raise ValueError("empty, or with control characters")
    return text


def _currency(code: str) -> str:
    if code not in CURRENCIES:
        raise PydanticCustomError("unknown", "no ISO 4217 code")
    return code


def _stage(stage: str) -> str:
    if stage not in STAGES:
        raise PydanticCustomError("unknown", "no stage")
    return stage


def _day(text: str) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD of the calendar."""
    if len(text) not in (4, 7, 10):
        raise ValueError("no date")
    if date.fromisoformat(f"{text}-01-01"[:10]).isoformat()[: len(text)] != text:
        raise ValueError("no date")
    return text


Figure = Annotated[Decimal, BeforeValidator(_figure)]
Count = Annotated[Figure, AfterValidator(_whole)]
Name = Annotated[str, StringConstraints(max_length=300), AfterValidator(_one_line)]
Offset = Annotated[int, Field(ge=0, lt=2**31)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Money(_Form):
    """A sum in full units."""

    value: Figure
    currency: Annotated[str, AfterValidator(_currency)]
    bound: Bound


class Power(_Form):
    """Megawatts."""

    value: Figure
    bound: Bound


class Chips(_Form):
    """A count of accelerators."""

    value: Count
    bound: Bound
    model: Name | None = None


class Evidence(_Form):
    """Code points [start, end) of the article's text."""

    start: Offset
    end: Offset


class Claim(_Form):
    """One claim of one article, as extracted."""

    kind: Kind
    status: Status
    recipient: Name | None = None
    target: Name | None = None
    acquirer: Name | None = None
    provider: Name | None = None
    customer: Name | None = None
    guarantor: Name | None = None
    beneficiary: Name | None = None
    owner: Name | None = None
    speaker: Name | None = None
    investors: list[Name] = []
    leads: list[Name] = []
    partners: list[Name] = []
    amount: Money | None = None
    equity: Money | None = None
    debt: Money | None = None
    valuation: Money | None = None
    power_mw: Power | None = None
    accelerators: Chips | None = None
    instrument: Instrument | None = None
    stage: Annotated[str, AfterValidator(_stage)] | None = None
    site: Name | None = None
    term_years: Figure | None = None
    date: Annotated[str, AfterValidator(_day)] | None = None
    evidence: list[Evidence]


def read_claim(raw: object) -> Claim | str:
    """The claim, or the name of the rule that it breaks. Never raises, whatever `raw` is."""
    try:
        return Claim.model_validate(raw)
    except ValidationError as error:
        return _rule(error.errors(include_url=False, include_context=False, include_input=False)[0])


ENDINGS = {
    "missing": "missing",
    "literal_error": "unknown",
    "unknown": "unknown",
    "out_of_range": "out_of_range",
    "greater_than_equal": "out_of_range",
    "less_than": "out_of_range",
}


def _rule(error: ErrorDetails) -> str:
    """The rule behind an error of pydantic. A field that is not ours is not named: its name is anybody's text."""
    if error["type"] in ("extra_forbidden", "invalid_key"):
        return "unknown_field"
    field = "_".join(part for part in error["loc"] if isinstance(part, str)) or "claim"
    return f"{field}_{ENDINGS.get(error['type'], 'malformed')}"
