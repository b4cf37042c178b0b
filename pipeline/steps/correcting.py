"""A person's correction of a claim, checked on the claim that the person saw.

What is wrong is refused here: once on the log it would stop the warehouse, whose checks hold for every claim.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field, ValidationError, create_model

from pipeline.events import ClaimRecord
from pipeline.events.claim import MAIN_PARTY, MEASURES, MONEY_TERMS, PARTY_LISTS, PARTY_ROLES, Number
from pipeline.normalise.values import Currency, Name, Stage
from pipeline.steps.problem import Problem

FIXED = ("claim_key", "ordinal", "evidence")
TOGETHER = ("occurred_on", "occurred_precision")
NOT_TOGETHER = "a date is corrected with occurred_on and occurred_precision (day, month or year)"
MOST = 10**16
"""What the warehouse holds of a sum, as DECIMAL(18, 2)."""
_TERM = Annotated[Number, Field(gt=0, lt=1000)]
_VALUES: dict[str, Any] = {
    **dict.fromkeys((*PARTY_ROLES, "site", "chip_model"), (Name | None, None)),
    **dict.fromkeys(PARTY_LISTS, (list[Name], [])),
    **dict.fromkeys((f"{term}_currency" for term in MONEY_TERMS), (Currency | None, None)),
    "stage": (Stage | None, None),
    "term_years": (_TERM | None, None),
}
CorrectedClaim = create_model("CorrectedClaim", __base__=ClaimRecord, **_VALUES)
"""A claim whose every value is of the vocabularies that an extracted one is held to."""


def written_fields(pairs: Sequence[str]) -> dict[str, Any]:
    """Fields of a claim from `FIELD=VALUE` pairs; an empty value clears one. Problem names what is wrong.

    Names of a list stand between semicolons, as the tables show them; a comma may be a part of a name.
    """
    changes = dict(_written(pair) for pair in pairs)
    if len(changes.keys() & set(TOGETHER)) == 1:
        raise Problem(NOT_TOGETHER, exit_code=2)
    return changes


def corrected_fields(changes: Mapping[str, Any], basis: Mapping[str, Any]) -> dict[str, Any]:
    """The changed fields of a claim in the form of the log. Problem names what no claim can be."""
    if not changes:
        raise Problem("nothing to correct; give FIELD=VALUE pairs", exit_code=2)
    try:
        record = CorrectedClaim.model_validate({**basis, **changes})
    except ValidationError as error:
        wrong = error.errors()[0]
        raise Problem(f"{wrong['loc'][0]}={wrong['input']}: {wrong['msg']}", exit_code=2) from error
    if (record.occurred_on is None) != (record.occurred_precision is None):
        raise Problem(NOT_TOGETHER, exit_code=2)
    _check(record)
    written = record.model_dump(mode="json")
    return {name: written[name] for name in changes}


def _written(pair: str) -> tuple[str, Any]:
    name, equals, value = pair.partition("=")
    fields = [field for field in ClaimRecord.model_fields if field not in FIXED]
    if not equals or name not in fields:
        raise Problem(f"{pair!r} is no FIELD=VALUE of a claim; fields: {', '.join(fields)}", exit_code=2)
    if name not in PARTY_LISTS:
        return name, value or None
    if "," in value and ";" not in value:
        raise Problem(
            f'{pair!r} may be one name or several; names end in semicolons: "{name}=A; B", "{name}=A, Inc.;"',
            exit_code=2,
        )
    return name, [part.strip() for part in value.split(";") if part.strip()]


def _check(record: ClaimRecord) -> None:
    """A claim has a main party, and each figure the form that its bound asks for."""
    if not any(getattr(record, party) for party in MAIN_PARTY[record.kind]):
        raise Problem(f"a {record.kind} needs {' or '.join(MAIN_PARTY[record.kind])}", exit_code=2)
    for term, names in MEASURES.items():
        low, high, bound = (getattr(record, name) for name in names)
        if not _fits(low, high, bound):
            raise Problem(
                f"{term}: low {low}, high {high} and bound {bound} do not fit; exact and about want low = high, up_to "
                "only a high, at_least only a low, and no figure has no bound",
                exit_code=2,
            )
        if term in MONEY_TERMS and (bound is None) != (getattr(record, f"{term}_currency") is None):
            raise Problem(f"{term}: a sum has a currency, and only a sum has", exit_code=2)


def _fits(low: Any, high: Any, bound: str | None) -> bool:
    if any(figure is not None and not 0 < figure < MOST for figure in (low, high)):
        return False
    if bound in ("exact", "about"):
        return low is not None and low == high
    if bound == "up_to":
        return low is None and high is not None
    if bound == "at_least":
        return low is not None and high is None
    return low is None and high is None
