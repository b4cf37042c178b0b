"""How a rule becomes an expectation of Great Expectations: named in its metadata, described in words for the data docs.

`critical` puts a claim into quarantine, `warning` is counted. A column without a value is no failure (but see `given`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from great_expectations.expectations import Expectation

Severity = Literal["critical", "warning"]


def between(
    name: str,
    says: str,
    column: str,
    severity: Severity = "critical",
    *,
    least: int | None = None,
    above: int | None = None,
    most: int | None = None,
    kind: str | None = None,
) -> Expectation:
    """The column lies between `least` (or strictly above `above`) and `most`, for claims of one `kind` or of all."""
    from great_expectations import expectations as gxe

    return gxe.ExpectColumnValuesToBeBetween(
        column=column,
        min_value=least if above is None else above,
        strict_min=above is not None,
        max_value=most,
        **_of_kind(kind),
        **_about(name, says, severity),
    )


def among(
    name: str,
    says: str,
    column: str,
    words: Sequence[str],
    severity: Severity = "critical",
    *,
    kind: str | None = None,
    mostly: float = 1,
) -> Expectation:
    """The column holds one of the words; a share of rows (`mostly`) is enough."""
    from great_expectations import expectations as gxe

    return gxe.ExpectColumnValuesToBeInSet(
        column=column, value_set=list(words), mostly=mostly, **_of_kind(kind), **_about(name, says, severity)
    )


def given(name: str, says: str, column: str, severity: Severity) -> Expectation:
    """The column has a value."""
    from great_expectations import expectations as gxe

    return gxe.ExpectColumnValuesToNotBeNull(column=column, **_about(name, says, severity))


def filled(name: str, says: str, severity: Severity) -> Expectation:
    """The batch has rows: every other expectation passes on an empty one."""
    from great_expectations import expectations as gxe

    return gxe.ExpectTableRowCountToBeBetween(min_value=1, **_about(name, says, severity))


def _about(name: str, says: str, severity: Severity) -> dict[str, Any]:
    return {"meta": {"rule": name}, "description": f"{says} ({severity}: {name})", "severity": severity}


def _of_kind(kind: str | None) -> dict[str, Any]:
    from great_expectations.expectations.row_conditions import Column

    return {"row_condition": Column("kind") == kind} if kind else {}
