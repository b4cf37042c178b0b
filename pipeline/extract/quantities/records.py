"""Quantities of many texts, JSON line by JSON line, as other extractors of quantities can be scored too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.extract.languages import UNDETERMINED, available
from pipeline.extract.quantities import Quantity, find_quantities
from pipeline.extract.quantities.amounts import WATTS_PER_MEGAWATT
from pipeline.extract.quantities.numerals import tidy


def quantity_records(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """One record out per JSON line in: {"suite"?, "index", "found": [...]}, power in watts.

    A line is {"text", "lang"?, "suite"?}; without a language only what needs none is read. The two ends of a range are
    two entries (at_least, up_to) with the span of the range. A line that is no such record gives {"index", "found": [],
    "error"}; one in a language without rules is read as one without language, and its error says so.
    """
    for index, line in enumerate(lines):
        try:
            record = json.loads(line)
            text, lang, suite = record["text"], record.get("lang") or UNDETERMINED, record.get("suite")
            if not isinstance(text, str):
                raise TypeError("text is no string")
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            yield {"index": index, "found": [], "error": f"line {index + 1} is no record with a text: {error!r}"}
            continue
        known = lang if lang in available() else UNDETERMINED
        found = [entry for quantity in find_quantities(text, known) for entry in _entries(quantity)]
        copied = {"suite": suite} if suite is not None else {}
        said = {} if known == lang else {"error": f"line {index + 1}: no rules for {lang!r}, so no words were read"}
        yield copied | {"index": index, "found": found} | said


def _entries(quantity: Quantity) -> Iterator[dict[str, Any]]:
    factor = WATTS_PER_MEGAWATT if quantity.kind == "power" else 1
    ends = [(quantity.value, quantity.bound)]
    if quantity.low is not None:
        ends.insert(0, (quantity.low, "at_least"))
    for value, bound in ends:
        yield {
            "kind": quantity.kind, "value": tidy(value * factor), "currency": quantity.currency, "bound": bound,
            "start": quantity.start, "end": quantity.end,
        }  # fmt: skip
