"""The form of a claim before normalising, as the extractor gives it: every field, every vocabulary, nothing else.

What does not fit rejects the claim under the name of a rule: `<field>_missing`, `<field>_unknown` (a word outside its
vocabulary), `<field>_out_of_range`, `<field>_malformed`, `unknown_field`, `claim_malformed`. Nothing is guessed.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from pipeline.events.claim import Bound, Instrument, Kind, Status
from pipeline.normalise.values import Count, Currency, Day, Figure, Name, Offset, Stage


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Money(_Form):
    """A sum in full units."""

    value: Figure
    currency: Currency
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
    stage: Stage | None = None
    site: Name | None = None
    term_years: Figure | None = None
    date: Day | None = None
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
