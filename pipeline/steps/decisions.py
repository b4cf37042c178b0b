"""What people decide of claims, extractors and events. Each is an event with a client-made UUIDv7."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import polars as pl
from uuid6 import uuid7

from pipeline.events import ClaimRecord, Payload, canonical, make_event
from pipeline.events.types import ClaimReviewed, EventVoided, ExtractorAdopted
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.correcting import corrected_fields
from pipeline.steps.problem import Problem


def decide(home: Home, payload: Payload, *, actor: str, now: tape.Clock = tape.now_utc) -> dict[str, Any]:
    """Append one decision; what was appended."""
    check_reason(getattr(payload, "reason", ""))
    event = make_event(payload, occurred_at=now(), actor=actor)
    appended = Log(home.log, now).append([event])
    return {"event_id": event.event_id, "type": event.type, "commit": appended.commit}


def check_reason(reason: str) -> None:
    """Problem for a decision without a reason: nobody could judge it later."""
    if not reason.strip():
        raise Problem("a decision needs a reason; it stands on the tape", exit_code=2)


def review_claim(
    home: Home, claim_key: str, verdict: str, *, reason: str, actor: str, fields: Sequence[str] = ()
) -> dict[str, Any]:
    """A person's word on a claim. `fields` are `name=value` pairs of ClaimRecord for a replacement."""
    basis = claim_body(Log(home.log), claim_key)
    if basis is None:
        raise Problem(f"no claim has the key {claim_key!r}; `dealtape review` and the table claims list keys", 2)
    if verdict in ("accept", "replace"):
        _check_normalised(claim_key, basis)
    replaced = canonical(corrected_fields(fields, json.loads(basis))) if verdict == "replace" else None
    payload = ClaimReviewed.model_validate(
        {
            "decision_id": str(uuid7()),
            "claim_key": claim_key,
            "verdict": verdict,
            "fields": replaced,
            "basis": basis,
            "reason": reason,
        }
    )
    return decide(home, payload, actor=actor)


def claim_body(log: Log, claim_key: str) -> str | None:
    """The newest extracted form of a claim as canonical JSON, also if it was quarantined; None if there is none."""
    found = None
    for payload in tape.facts(log, "ArticleExtracted", "ClaimsQuarantined")["payload"]:
        if claim_key not in payload:
            continue
        body = json.loads(payload)
        for claim in body.get("claims", []):
            if claim["claim_key"] == claim_key:
                found = canonical(claim)
        for rejected in body.get("rejected", []):
            if rejected["claim_key"] == claim_key:
                found = rejected["claim"]
    return found


def _check_normalised(claim_key: str, basis: str) -> None:
    """Problem for a claim that normalising refused: it has no standard form that could count or be corrected."""
    try:
        ClaimRecord.model_validate_json(basis)
    except ValueError as error:
        raise Problem(
            f"claim {claim_key} was refused before it had a standard form; reject it, or mend its reading", exit_code=2
        ) from error


def adopt(home: Home, *, version: str | None, reason: str, actor: str) -> dict[str, Any]:
    """Adopt the running extractor, or go back to an earlier version that the log has readings of."""
    wanted = tape.running()
    if version is not None:
        read = tape.fields(tape.facts(Log(home.log), "ArticleExtracted"), *wanted)
        found = read.filter(read["extractor_version"] == version)
        if found.is_empty():
            known = sorted(set(read["extractor_version"]))
            raise Problem(f"no article was read by version {version!r}; the log has {', '.join(known)}", 2)
        wanted = {key: found[key][-1] for key in wanted}
    payload = ExtractorAdopted(**wanted, decision_id=str(uuid7()), reason=reason)
    return decide(home, payload, actor=actor) | wanted


def void(home: Home, event_id: str, *, reason: str, actor: str) -> dict[str, Any]:
    """Say that an event was a mistake."""
    log = Log(home.log)
    if log.read().filter(pl.col("event_id") == event_id).is_empty():
        raise Problem(f"no event has the id {event_id!r}; the table events lists ids", 2)
    payload = EventVoided(decision_id=str(uuid7()), event_id=event_id, reason=reason)
    return decide(home, payload, actor=actor)
