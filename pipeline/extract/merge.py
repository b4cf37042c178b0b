"""Statements of one article to its claims: what belongs to one deal becomes one claim."""

from __future__ import annotations

from typing import Any

from pipeline.extract.statements import MAIN, Statement
from pipeline.extract.stream import Entity

_RANK = {"denied": 5, "cancelled": 6, "completed": 4, "announced": 3, "reported": 2, "rumoured": 1}


def merge(statements: list[Statement]) -> list[Statement]:
    """One statement a deal: fragments join the deal they tell more of, repetitions fall together."""
    kept: list[Statement] = []
    for statement in statements:
        host = next((k for k in reversed(kept) if _same(k, statement)), None) or _repeated(kept, statement)
        if host is None:
            kept.append(statement)
        elif host.kind == statement.kind:
            _absorb(host, statement)
    return [s for s in kept if not s.fragment and not _only_an_alliance(s, kept)]


def _only_an_alliance(statement: Statement, kept: list[Statement]) -> bool:
    """A partnership whose substance is told as a deal of the same two parties close by."""
    if statement.kind != "partnership":
        return False
    pair = {id(e) for e in statement.parties["partners"]}
    return any(
        s.kind not in ("partnership", "denial")
        and not s.fragment
        and abs(s.reading - statement.reading) <= 1
        and len(pair & {id(e) for e in s.everyone}) >= 2
        for s in kept
    )


def _same(a: Statement, b: Statement) -> bool:
    if a.kind != b.kind:
        return False
    for key in ("amount", "power_mw", "accelerators"):
        x, y = a.fields.get(key), b.fields.get(key)
        if x and y and (x["value"] != y["value"] or x.get("currency") != y.get("currency")):
            return False
    if a.kind == "capacity":
        return _capacity_same(a, b)
    if a.kind == "partnership":
        return len({id(e) for e in a.parties["partners"]} & {id(e) for e in b.parties["partners"]}) >= 2
    if a.kind == "denial" and a.answers is not b.answers:
        return False
    role = MAIN[a.kind]
    return _first(a, role) is _first(b, role) and _measured_alike(a, b)


def _repeated(kept: list[Statement], statement: Statement) -> Statement | None:
    """The deal whose sum a statement of another kind says again (`this $1 billion injection`)."""
    amount = statement.fields.get("amount")
    if not amount:
        return None
    mine = {id(e) for group in statement.parties.values() for e in group}
    for other in kept:
        sums = [other.fields[key] for key in ("amount", "equity", "debt") if key in other.fields]
        if not any((s["value"], s["currency"]) == (amount["value"], amount["currency"]) for s in sums):
            continue
        if statement.guessed or mine & {id(e) for group in other.parties.values() for e in group}:
            return other
    return None


def _measured_alike(a: Statement, b: Statement) -> bool:
    x, y = a.fields.get("amount"), b.fields.get("amount")
    if x and y:
        return True
    if a.kind == "investment":
        return _first(a, "investors") is _first(b, "investors")
    return True


def _capacity_same(a: Statement, b: Statement) -> bool:
    shared = any(a.fields.get(k) and b.fields.get(k) for k in ("amount", "power_mw", "accelerators"))
    sides = [(_first(a, r), _first(b, r)) for r in ("customer", "provider")]
    if any(x and y and x is not y for x, y in sides):
        return False
    return shared or all(x is y for x, y in sides) or abs(a.reading - b.reading) <= 1


def _first(statement: Statement, role: str) -> Entity | None:
    found = statement.parties.get(role)
    return found[0] if found else None


def _absorb(host: Statement, other: Statement) -> None:
    for key, value in other.fields.items():
        host.fields.setdefault(key, value)
    _settle_status(host, other)
    for role, entities in other.parties.items():
        if role in ("investors", "leads", "partners"):
            mine = host.parties.setdefault(role, [])
            mine += [e for e in entities if e not in mine and e is not _first(host, MAIN.get(host.kind, ""))]
        else:
            host.parties.setdefault(role, entities)
    host.fragment = host.fragment and other.fragment
    host.spans += [s for s in other.spans if s not in host.spans]


def _settle_status(host: Statement, other: Statement) -> None:
    """A cue beats the plain `announced`; of two cues the firmer one holds."""
    mine, theirs = host.fields["status"], other.fields["status"]
    if (other.sure and not host.sure) or (other.sure == host.sure and _RANK[theirs] > _RANK[mine]):
        if not (other.fragment and theirs == "announced"):
            host.fields["status"], host.sure = theirs, other.sure


def claims(statements: list[Statement]) -> list[dict[str, Any]]:
    """The merged statements as claims, names instead of entities."""
    found = []
    for statement in merge(statements):
        claim: dict[str, Any] = {"kind": statement.kind}
        for role, entities in statement.parties.items():
            if not entities:
                continue
            names = [e.name for e in entities]
            claim[role] = names if role in ("investors", "leads", "partners") else names[0]
        claim |= statement.fields
        claim["evidence"] = [{"start": a, "end": b} for a, b in sorted(set(statement.spans))]
        found.append(claim)
    return found
