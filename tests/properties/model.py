"""A plain model of which claims count and which decisions hold: loops over a small tape of events in their order."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pipeline.events import Event

Claim = dict[str, Any]
Content = tuple[str, str]


@dataclass(frozen=True)
class Said:
    """One event that was not voided: where it stands, its id, its type and what it says."""

    position: int
    event_id: str
    type: str
    body: dict[str, Any]


def said_of(events: list[Event]) -> list[Said]:
    """The events that count, each once. The last void speaks first: one that is voided itself never was."""
    events = list({event.event_id: event for event in events}.values())
    voided: set[str] = set()
    for event in reversed(events):
        if event.type == "EventVoided" and event.event_id not in voided:
            voided.add(json.loads(event.payload)["event_id"])
    return [
        Said(n, event.event_id, event.type, json.loads(event.payload))
        for n, event in enumerate(events)
        if event.event_id not in voided
    ]


def of(said: list[Said], kind: str) -> list[Said]:
    return [one for one in said if one.type == kind]


def counting(said: list[Said]) -> dict[str, Said]:
    """For each article the reading that counts: of its newest content that an adopted version read, by the last one."""
    adopted = [one.body["extractor_version"] for one in of(said, "ExtractorAdopted")]
    last_adopted = {version: n for n, version in enumerate(adopted)}
    served: dict[Content, int] = {}
    for one in of(said, "ArticleObserved"):
        served[one.body["article_id"], one.body["content_sha256"]] = one.position
    best: dict[str, tuple[tuple[int, int], Said]] = {}
    for one in of(said, "ArticleExtracted"):
        content = (one.body["article_id"], one.body["content_sha256"])
        version = one.body["extractor_version"]
        if content in served and version in last_adopted:
            rank = (served[content], last_adopted[version])
            if content[0] not in best or rank > best[content[0]][0]:
                best[content[0]] = (rank, one)
    return {article: one for article, (_, one) in best.items()}


def verdicts(said: list[Said]) -> dict[str, dict[str, Any]]:
    """The review that holds for each claim: the last one, unless it withdrew."""
    last = {one.body["claim_key"]: one.body for one in of(said, "ClaimReviewed")}
    return {key: body for key, body in last.items() if body["verdict"] != "withdraw"}


def kept_back(said: list[Said], reading: dict[str, Any], key: str) -> bool:
    """Whether the gate kept this claim of this reading back."""
    same = ("article_id", "content_sha256", "extractor_version")
    return any(
        key in [rejected["claim_key"] for rejected in one.body["rejected"]]
        for one in of(said, "ClaimsQuarantined")
        if all(one.body[name] == reading[name] for name in same)
    )


def withdrawn(said: list[Said]) -> set[str]:
    """Articles that the publisher withdrew (410) and has not served since."""
    served = {one.body["article_id"]: one.position for one in of(said, "ArticleObserved")}
    gone = of(said, "ArticleGone")
    return {
        one.body["article_id"]
        for one in gone
        if one.body["status"] == 410 and one.position > served.get(one.body["article_id"], one.position)
    }


def claims(events: list[Event]) -> dict[str, tuple[str, Any]]:
    """State and amount of every claim in the table claims."""
    said = said_of(events)
    decided, gone = verdicts(said), withdrawn(said)
    erased = {one.body["article_id"] for one in of(said, "ContentErased") if one.body["scope"] == "text_and_claims"}
    table = {}
    for article, reading in counting(said).items():
        for claim in reading.body.get("claims", []) if article not in erased else []:
            key, review = claim["claim_key"], decided.get(claim["claim_key"])
            fields = json.loads(review["fields"]) if review and review["verdict"] == "replace" else {}
            if article in gone:
                state = "withdrawn"
            elif review and review["verdict"] == "reject":
                state = "rejected"
            elif kept_back(said, reading.body, key) and not review:
                state = "quarantined"
            else:
                state = "active"
            table[key] = (state, (claim | fields)["amount_low"])
    return table


def decisions(events: list[Event]) -> dict[str, str]:
    """What became of every review: by its event id."""
    said = said_of(events)
    now = {claim["claim_key"]: claim for one in counting(said).values() for claim in one.body.get("claims", [])}
    ever_kept_back = {
        rejected["claim_key"] for one in of(said, "ClaimsQuarantined") for rejected in one.body["rejected"]
    }
    last = {one.body["claim_key"]: one.event_id for one in of(said, "ClaimReviewed")}
    states = {}
    for one in of(said, "ClaimReviewed"):
        key, basis = one.body["claim_key"], one.body.get("basis")
        if last[key] != one.event_id:
            states[one.event_id] = "superseded"
        elif one.body["verdict"] == "withdraw":
            states[one.event_id] = "holds"
        elif key not in now and key not in ever_kept_back:
            states[one.event_id] = "orphaned"
        elif basis and key in now and _without_place(json.loads(basis)) != _without_place(now[key]):
            states[one.event_id] = "stale"
        else:
            states[one.event_id] = "holds"
    return states


def _without_place(claim: Claim) -> Claim:
    return {name: value for name, value in claim.items() if name not in ("evidence", "ordinal")}
