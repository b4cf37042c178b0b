"""What people decide of claims, extractors and events. Each is an event with a client-made UUIDv7."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    check_said(getattr(payload, "reason", ""), actor)
    event = make_event(payload, occurred_at=now(), actor=actor)
    appended = Log(home.log, now).append([event])
    return {"event_id": event.event_id, "type": event.type, "commit": appended.commit}


def check_said(reason: str, actor: str) -> None:
    """Problem for a decision without a reason, or by nobody: it could not be judged later."""
    if not reason.strip() or not actor.strip():
        raise Problem("a decision needs a reason and an actor; they stand on the tape", exit_code=2)


def review_claim(
    home: Home,
    claim_key: str,
    verdict: str,
    *,
    reason: str,
    actor: str,
    fields: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A person's word on a claim. `fields` are those of ClaimRecord that a replacement changes.

    The last word on a claim holds, so a replacement takes over the fields of one that stands.
    """
    log = Log(home.log)
    basis, standing = claim_body(log, claim_key), standing_review(log, claim_key)
    if verdict == "withdraw":
        if standing is None:
            raise Problem(f"no decision on {claim_key!r} stands; the table corrections lists them", exit_code=2)
    elif basis is None:
        raise Problem(f"no claim has the key {claim_key!r}; `dealtape review` and the table claims list keys", 2)
    elif verdict in ("accept", "replace"):
        _check_normalised(claim_key, basis)
    replaced = None
    if basis is not None and verdict == "replace":
        kept = json.loads(standing.fields or "{}") if standing else {}
        replaced = canonical(kept | corrected_fields(fields or {}, json.loads(basis) | kept))
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


def standing_review(log: Log, claim_key: str) -> ClaimReviewed | None:
    """The last word on a claim, if it was not withdrawn."""
    said = tape.fields(tape.facts(log, "ClaimReviewed"), "claim_key").filter(pl.col("claim_key") == claim_key)
    last = ClaimReviewed.model_validate_json(said["payload"][-1]) if said.height else None
    return last if last and last.verdict != "withdraw" else None


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
    """Adopt the running extractor, or go back to an earlier one that the log has readings of.

    `version` is its version, or the beginning of its configuration's hash where a version ran with several.
    """
    wanted = tape.running() if version is None else _earlier(Log(home.log), version)
    payload = ExtractorAdopted(**wanted, decision_id=str(uuid7()), reason=reason)
    return decide(home, payload, actor=actor) | wanted


def _earlier(log: Log, version: str) -> dict[str, str]:
    """The one extractor of that version, or whose configuration's hash begins so; Problem for none and for several."""
    readings = tape.fields(tape.facts(log, "ArticleExtracted"), *tape.running())
    known = readings.select(*tape.running()).unique(maintain_order=True)
    found = known.filter((pl.col("extractor_version") == version) | pl.col("config_hash").str.starts_with(version))
    if found.height == 1:
        return found.row(0, named=True)
    listed = found if found.height else known
    said = ", ".join(f"{one} ({hashed[:8]})" for _, one, hashed in listed.iter_rows()) or "none"
    if found.height:
        raise Problem(f"{version!r} is several: {said}, oldest first; give the beginning of one's hash", exit_code=2)
    raise Problem(f"no article was read by version {version!r}; the log has {said}", exit_code=2)


def void(home: Home, event_id: str, *, reason: str, actor: str) -> dict[str, Any]:
    """Say that an event was a mistake. What the gate said of a batch is none: people answer it."""
    found = Log(home.log).read().filter(pl.col("event_id") == event_id)
    if found.is_empty():
        raise Problem(f"no event has the id {event_id!r}; the table events lists ids", 2)
    if found["type"][0] == "BatchValidated":
        raise Problem("the gate would say it again; `dealtape review` lists held batches, to be released or not", 2)
    payload = EventVoided(decision_id=str(uuid7()), event_id=event_id, reason=reason)
    return decide(home, payload, actor=actor)
