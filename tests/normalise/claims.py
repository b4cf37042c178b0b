"""Claims as an extractor gives them, and a short way through normalising."""

from __future__ import annotations

from typing import Any

from pipeline.events import ClaimRecord
from pipeline.normalise import ExtractedArticle, Normalised, normalise, records

TEXT = "Initech raises $2 billion from Globex. Hooli denies it.\nInitech raises again."
FIRST, SECOND = {"start": 0, "end": 38}, {"start": 39, "end": 55}


def a_round(**fields: Any) -> dict[str, Any]:
    """Initech's round, with the fields changed; a field set to `...` is left out."""
    claim = {"kind": "funding_round", "recipient": "Initech", "status": "announced", "evidence": [FIRST], **fields}
    return {name: value for name, value in claim.items() if value is not ...}


def money(value: object, bound: object = "exact", currency: object = "USD") -> dict[str, object]:
    return {"value": value, "currency": currency, "bound": bound}


def of_one_article(*claims: object, article_id: str = "article", text: str = TEXT) -> Normalised:
    return normalise([ExtractedArticle(article_id, "0" * 64, text, claims)])


def the_record(claim: object) -> ClaimRecord:
    """The one claim, which must be accepted."""
    normalised = of_one_article(claim)
    assert normalised.rejected == []
    ((record,),) = records(normalised.frame).values()
    return record


def keys(*claims: object, article_id: str = "article", text: str = TEXT) -> list[str]:
    """Claim keys in the claims' order, whether accepted or rejected."""
    normalised = of_one_article(*claims, article_id=article_id, text=text)
    accepted = dict(normalised.frame.select("ordinal", "claim_key").iter_rows())
    rejected = iter(one.claim_key for one in normalised.rejected)
    return [accepted.get(n) or next(rejected) for n in range(len(claims))]
