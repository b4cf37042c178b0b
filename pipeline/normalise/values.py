"""The values that a claim may hold, checked one by one: figures, names, offsets, currencies, stages, dates.

A word outside its vocabulary is an error of type `unknown`, a number that nothing could mean one of `out_of_range`.
"""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from string import ascii_lowercase
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

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
Currency = Annotated[str, AfterValidator(_currency)]
Stage = Annotated[str, AfterValidator(_stage)]
Day = Annotated[str, AfterValidator(_day)]
