"""What reading and building rest on, put on the log once: the first extractor, policies, default exchange rates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from pipeline.events import Event, make_event, stable_id
from pipeline.events.types import ExtractorAdopted, PolicyAdopted
from pipeline.log import Log
from pipeline.normalise import default_rates
from pipeline.settings import ORGANIZATIONS, THRESHOLDS
from pipeline.sources import Source
from pipeline.steps import tape
from pipeline.steps.policy import policy_body, sources_body


def prepare(log: Log, sources: Sequence[Source], now: datetime) -> None:
    """Append what is not there yet or has changed; twice is once."""
    log.append([*_first_extractor(log, now), *_policies(log, sources, now), *_rates(now)])


def _first_extractor(log: Log, now: datetime) -> list[Event]:
    """The running extractor counts on a new log; later ones are adopted by a person."""
    if tape.adopted(log) is not None:
        return []
    decision = stable_id(["first extractor", *tape.running().values()])
    first = ExtractorAdopted(**tape.running(), decision_id=decision, reason="the first extractor of this log")
    return [make_event(first, occurred_at=now, actor=tape.ACTOR)]


def _policies(log: Log, sources: Sequence[Source], now: datetime) -> list[Event]:
    """A PolicyAdopted for each kind whose content differs from the one that holds."""
    stated = tape.fields(tape.facts(log, "PolicyAdopted"), "kind", "body", "decision_id")
    holding = {row["kind"]: row for row in stated.unique("kind", keep="last").iter_rows(named=True)}
    bodies = {
        "sources": sources_body(sources, holding["sources"]["body"] if "sources" in holding else None),
        "organizations": policy_body(ORGANIZATIONS),
        "thresholds": policy_body(THRESHOLDS),
    }
    events = []
    for kind, body in bodies.items():
        before = holding.get(kind)
        if before is None or before["body"] != body:
            decision = stable_id(["policy", kind, body, before and before["decision_id"]])
            payload = PolicyAdopted.model_validate({"kind": kind, "body": body, "decision_id": decision})
            events.append(make_event(payload, occurred_at=now, actor=tape.ACTOR))
    return events


def _rates(now: datetime) -> list[Event]:
    """The embedded yearly averages; the log leaves out those that it has."""
    return [make_event(rate, occurred_at=now, actor=tape.ACTOR) for rate in default_rates()]
