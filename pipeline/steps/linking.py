"""What people decide of two deals or two organisations: the same, different, or what was said of them is withdrawn.

What nobody knows or no rule can follow is refused here: on the log it could only wait in the review queue.
"""

from __future__ import annotations

from typing import Any

import polars as pl
from uuid6 import uuid7

from pipeline import deals
from pipeline.events.types import LinkDecided
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps import tape
from pipeline.steps.asking import published, sql
from pipeline.steps.decisions import decide
from pipeline.steps.problem import Problem
from pipeline.steps.telling import find_deal

DEAL = "deal-"


def decide_link(home: Home, a: str, b: str, verdict: str, *, reason: str, actor: str) -> dict[str, Any]:
    """A person says that two deals, or two organisations, are the same or different, or withdraws that.

    Deals by any id that they ever had, organisations by name or id. Problem for what nobody knows, and for an id and
    its own name told apart.
    """
    if verdict not in ("same", "different", "withdraw"):
        raise Problem(f"{verdict!r} is no verdict; say same, different or withdraw", exit_code=2)
    subject = _subject(a, b)
    if verdict == "withdraw":
        _check_linked(Log(home.log), subject, a, b)
    elif subject == "deal":
        for deal in (a, b):
            find_deal(published(home), deal)
    else:
        _check_named(home, a, b, verdict)
    payload = LinkDecided.model_validate(
        {"decision_id": str(uuid7()), "subject": subject, "a": a, "b": b, "verdict": verdict, "reason": reason}
    )
    return decide(home, payload, actor=actor)


def _subject(a: str, b: str) -> str:
    """What both are; Problem unless they are two of a sort."""
    if a == b:
        raise Problem(f"{a} is one, whatever is said of it; name two", exit_code=2)
    are_deals = {one.startswith(DEAL) for one in (a, b)}
    if len(are_deals) > 1:
        raise Problem(f"{a} and {b} are a deal and an organisation; only two of a sort can be one", exit_code=2)
    return "deal" if are_deals.pop() else "organization"


def _check_linked(log: Log, subject: str, a: str, b: str) -> None:
    """Problem when nothing stands of the two under these names."""
    links = tape.fields(tape.facts(log, "LinkDecided"), "subject", "a", "b", "verdict").filter(subject=subject)
    if not any({a, b} == {one.a, one.b} for one in deals.decisions(links)):
        raise Problem(
            f"nothing is said of {a} and {b} that could be withdrawn; the table corrections lists links, with the ids "
            "by which they were made",
            exit_code=2,
        )


def _check_named(home: Home, a: str, b: str, verdict: str) -> None:
    """Problem for a name or id that no organisation has, and for parting an id from what it names."""
    written = sql(home, "SELECT name, organization_id FROM organization_aliases")
    resolved = pl.DataFrame(written.rows, schema=dict.fromkeys(written.columns, pl.String), orient="row")
    policies = tape.fields(tape.facts(Log(home.log), "PolicyAdopted"), "kind", "body").filter(kind="organizations")
    policy = [None, *policies["body"]][-1]
    for name, other in ((a, b), (b, a)):
        if deals.organization_of(name, resolved, policy) is None:
            raise Problem(
                f"no organisation is called {name!r}; the table organizations lists ids, organization_aliases names",
                exit_code=2,
            )
        if verdict == "different" and deals.id_by_rule(name, policy) == other:
            raise Problem(
                f"{other} is the id of {name!r}, so they are one; to part two names, give both as they are written",
                exit_code=2,
            )
