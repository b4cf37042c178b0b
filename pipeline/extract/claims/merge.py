"""Statements of one article to its claims: what belongs to one deal becomes one claim."""

from __future__ import annotations

from typing import Any

from pipeline.extract.claims.sharing import share
from pipeline.extract.facts.statements import LISTS, MAIN, Statement
from pipeline.extract.grammar.stream import Entity

_RANK = {"rumoured": 1, "reported": 2, "announced": 3, "completed": 4, "denied": 5, "cancelled": 6}
_FIGURES = ("amount", "power_mw", "accelerators")
BLOCK = 400  # statements that are compared with each other
NEAR_CAPACITY = 2  # sentences within which a sentence about `the deal` or `the site` adds to a capacity
NEAR = 3  # sentences within which a statement without figures may tell more of the same deal


def merge(statements: list[Statement], published: str | None = None) -> list[Statement]:
    """One statement a deal: repetitions fall together, fragments join the deal that they tell more of."""
    kept: list[Statement] = []
    for statement in (s for s in statements if not s.fragment and not _is_part(s, statements)):
        host = next((k for k in reversed(kept) if _same(k, statement)), None) or _repeated(kept, statement)
        if host is None:
            kept.append(statement)
        else:
            _absorb(host, statement)
    for fragment in (s for s in statements if s.fragment):
        host = _host(kept, fragment)
        if host is not None:
            _absorb(host, fragment)
        elif _stands_alone(fragment) and not (fragment.guessed and _round_beside(kept, fragment)):
            kept.append(fragment)
    kept = [s for s in kept if not (_phase(s, kept) or _only_a_brand(s, kept) or _is_takeover(s, kept))]
    kept.sort(key=lambda s: s.reading)
    share(kept, published)
    return [s for s in kept if not _only_an_alliance(s, kept) and not _empty_denied(s)]


def _is_part(statement: Statement, statements: list[Statement]) -> bool:
    """Whether a round's sum is the debt or equity of a larger one (`a $12.5bn debt vehicle`)."""
    amount = statement.fields.get("amount")
    if statement.kind != "funding_round" or not amount:
        return False
    parts = [
        s.fields[key] for s in statements for key in ("equity", "debt") if key in s.fields and s.main is statement.main
    ]
    larger = any(
        s.kind == "funding_round"
        and s.main is statement.main
        and s.fields.get("amount", amount)["value"] > amount["value"]
        for s in statements
    )
    return larger and any((p["value"], p["currency"]) == (amount["value"], amount["currency"]) for p in parts)


def _same(a: Statement, b: Statement) -> bool:
    """Whether two statements with figures or parties of their own are one deal."""
    if a.kind != b.kind or _figures_differ(a, b) or not dates_agree(a, b) or _differ(a, b, "stage"):
        return False
    if a.reading == b.reading and {a.fields["status"], b.fields["status"]} == {"cancelled", "rumoured"}:
        return False  # a new attempt after one that failed
    if a.kind == "capacity":
        return _capacity_same(a, b)
    if a.kind == "capex" and a.reading == b.reading and _elsewhere(a, b):
        return False
    if a.kind == "partnership":
        return len({id(e) for e in a.parties["partners"]} & {id(e) for e in b.parties["partners"]}) >= 2
    if a.kind == "denial" and (
        (a.answers and b.answers and a.answers is not b.answers and not _same(a.answers, b.answers))
        or a.first("speaker") is not b.first("speaker")
    ):
        return False
    role = MAIN[a.kind]
    return a.first(role) is b.first(role) and _measured_alike(a, b)


def _elsewhere(a: Statement, b: Statement) -> bool:
    """Whether equal sums of one sentence go into two places."""
    x, y = str(a.fields.get("site", "")), str(b.fields.get("site", ""))
    return x not in y and y not in x


def _figures_differ(a: Statement, b: Statement) -> bool:
    for key in _FIGURES:
        x, y = a.fields.get(key), b.fields.get(key)
        if x and y and (x["value"] != y["value"] or x.get("currency") != y.get("currency")):
            return True
    return False


def dates_agree(a: Statement, b: Statement) -> bool:
    """Whether one date refines the other, or one is missing."""
    x, y = str(a.fields.get("date", "")), str(b.fields.get("date", ""))
    return x.startswith(y) or y.startswith(x)


def _measured_alike(a: Statement, b: Statement) -> bool:
    if a.fields.get("amount") and b.fields.get("amount"):
        return True
    if a.kind == "investment":
        return a.first("investors") is b.first("investors")
    return True


def _capacity_same(a: Statement, b: Statement) -> bool:
    """A later sentence adds figures to a capacity; it adds a side only when it speaks of `the deal`."""
    shared = any(a.fields.get(k) and b.fields.get(k) for k in _FIGURES)
    sides = [(a.first(r), b.first(r)) for r in ("customer", "provider")]
    if any(x and y and x.family != y.family for x, y in sides):
        return False
    adds = any(y and not x for x, y in sides)
    if shared or all(x and y for x, y in sides) or a.reading == b.reading:
        return True
    measured = any(k in a.fields for k in _FIGURES) and any(k in b.fields for k in _FIGURES)
    return abs(a.reading - b.reading) <= NEAR_CAPACITY and (b.refers or (b.guessed and not (adds or measured)))


def _repeated(kept: list[Statement], statement: Statement) -> Statement | None:
    """The deal whose sum a statement of another kind says again (`this $1 billion injection`)."""
    amount = statement.fields.get("amount")
    if not amount:
        return None
    for other in reversed(kept):
        sums = [other.fields[key] for key in ("amount", "equity", "debt") if key in other.fields]
        same = any((s["value"], s["currency"]) == (amount["value"], amount["currency"]) for s in sums)
        same = same and not (other.kind == statement.kind and _differ(other, statement, "stage"))
        near = abs(other.reading - statement.reading) <= 1 and bool(_ids(other) & _ids(statement))
        if same and dates_agree(other, statement) and (statement.guessed or near):
            return other
    return None


def _ids(statement: Statement) -> set[int]:
    return {id(e) for e in statement.everyone}


def _host(kept: list[Statement], fragment: Statement) -> Statement | None:
    """The deal that a fragment tells more of: the nearest of its kind and main party, earlier ones first."""
    fits = [k for k in kept if _completes(k, fragment)]
    if not fits:
        return None
    return min(fits, key=lambda k: (abs(k.reading - fragment.reading), k.reading > fragment.reading))


def _completes(host: Statement, fragment: Statement) -> bool:
    if host.kind != fragment.kind or not dates_agree(host, fragment) or _figures_differ(host, fragment):
        return False
    if fragment.fields.get("amount") and host.fields.get("amount"):
        return True
    if host.main is not fragment.main and not (fragment.guessed and abs(host.reading - fragment.reading) <= 1):
        return False
    if _differ(host, fragment, "stage") or _differ(host, fragment, "valuation") or _other_givers(host, fragment):
        return False
    return fragment.reading >= host.reading - NEAR


def _differ(a: Statement, b: Statement, field: str) -> bool:
    x, y = a.fields.get(field), b.fields.get(field)
    return bool(x and y and x != y)


def _other_givers(host: Statement, fragment: Statement) -> bool:
    """Whether a fragment tells of an investment by others."""
    mine, theirs = host.parties.get("investors", []), fragment.parties.get("investors", [])
    return host.kind == "investment" and bool(mine and theirs) and not any(e in mine for e in theirs)


def _stands_alone(fragment: Statement) -> bool:
    """A round without a sum is a claim when its stage, its valuation or its investors are told."""
    told = fragment.fields.keys() & {"stage", "valuation"} or fragment.parties.get("investors")
    return bool(told) and (not fragment.guessed or "leads" in fragment.parties) and fragment.kind == "funding_round"


def _round_beside(kept: list[Statement], fragment: Statement) -> bool:
    """Whether the sentence of a fragment tells a round already."""
    return any(k.kind == fragment.kind and k.reading == fragment.reading for k in kept)


def _phase(statement: Statement, kept: list[Statement]) -> bool:
    """A delivery phase: power that adds no party and no sum to a larger capacity told shortly before."""
    power = statement.fields.get("power_mw")
    if statement.kind != "capacity" or not power or statement.fields.keys() & {"amount", "accelerators"}:
        return False
    for whole in kept:
        larger = whole.fields.get("power_mw", power)["value"] > power["value"]
        if whole.kind == "capacity" and larger and 0 <= statement.reading - whole.reading <= NEAR:
            if _ids(statement) <= _ids(whole) and statement.fields.get("site") in (None, whole.fields.get("site")):
                return True
    return False


def _empty_denied(statement: Statement) -> bool:
    """A denied deal without a figure: its denial says it all."""
    told = statement.fields.keys() & {*_FIGURES, "valuation", "equity", "debt"}
    return statement.kind != "denial" and statement.fields["status"] == "denied" and not told


def _is_takeover(statement: Statement, kept: list[Statement]) -> bool:
    """A stake that the same sentence tells as a takeover (`bought a 51% stake in Foo`)."""
    if statement.kind != "investment" or "amount" in statement.fields:
        return False
    return any(
        k.kind == "acquisition"
        and k.reading == statement.reading
        and k.first("target") is statement.main
        and k.first("acquirer") in statement.parties.get("investors", [])
        for k in kept
    )


def _only_an_alliance(statement: Statement, kept: list[Statement]) -> bool:
    """A partnership whose substance is told as a deal of the same two parties close by."""
    if statement.kind != "partnership":
        return False
    pair = {id(e) for e in statement.parties["partners"]}
    if any(s.kind == "acquisition" and s.reading == statement.reading and pair & _ids(s) for s in kept):
        return True
    if any(
        s.kind == "capex" and s.reading == statement.reading and s.parties["owner"][0].kind == "project" for s in kept
    ):
        return True
    return any(
        s.kind not in ("partnership", "denial") and abs(s.reading - statement.reading) <= NEAR and pair <= _ids(s)
        for s in kept
    )


def _only_a_brand(statement: Statement, kept: list[Statement]) -> bool:
    """A maker's chips that another provider lets the same customer use: no deal with the maker."""
    customer = statement.first("customer")
    return statement.brand and any(
        s.kind == "capacity"
        and s is not statement
        and not s.brand
        and s.first("customer") is customer
        and s.first("provider") is not None
        and abs(s.reading - statement.reading) <= NEAR_CAPACITY
        for s in kept
    )


def _absorb(host: Statement, other: Statement) -> None:
    date = str(other.fields.get("date", ""))
    if date.startswith(str(host.fields.get("date", date))) and date:
        host.fields["date"] = date
    _settle_status(host, other)
    host.answers = host.answers or other.answers
    host.spans += [s for s in other.spans if s not in host.spans]
    if host.kind != other.kind:
        return
    for key, value in other.fields.items():
        host.fields.setdefault(key, value)
    main = host.first(MAIN.get(host.kind, ""))
    for role, entities in other.parties.items():
        if role in LISTS:
            mine = host.parties.setdefault(role, [])
            mine += [e for e in entities if e not in mine and e is not main]
        else:
            host.parties.setdefault(role, entities)


def _settle_status(host: Statement, other: Statement) -> None:
    """A cue beats the plain `announced`; of two cues the firmer one holds. A fragment only makes it firmer."""
    mine, theirs = host.fields["status"], other.fields["status"]
    if other.fragment and theirs in ("announced", "completed", "reported") and host.sure:
        return
    firmer = _RANK[theirs] > _RANK[mine]
    if (other.sure and not host.sure and (firmer or not other.fragment)) or (other.sure == host.sure and firmer):
        if not (other.fragment and theirs == "announced"):
            host.fields["status"], host.sure = theirs, other.sure


def claims(statements: list[Statement], published: str | None = None) -> list[dict[str, Any]]:
    """The merged statements as claims; a text with more statements than any article has is merged part by part."""
    found: dict[str, dict[str, Any]] = {}
    for first in range(0, len(statements), BLOCK):
        for statement in merge(statements[first : first + BLOCK], published):
            claim = _claim(statement)
            found.setdefault(repr(claim), claim | {"evidence": _evidence(statement)})
    return list(found.values())


def _claim(statement: Statement) -> dict[str, Any]:
    """A statement with names instead of entities."""
    claim: dict[str, Any] = {"kind": statement.kind}
    for role, entities in statement.parties.items():
        if entities:
            names = [_name(e) for e in entities]
            claim[role] = names if role in LISTS else names[0]
    return claim | statement.fields


def _evidence(statement: Statement) -> list[dict[str, int]]:
    return [{"start": a, "end": b} for a, b in sorted(set(statement.spans))]


def _name(entity: Entity) -> str:
    """The usual short name; as written when the article calls it something else (a translation, an initialism)."""
    usual, written = entity.name.casefold(), entity.written.casefold()
    shared = set(usual.replace("-", " ").split()) & set(written.replace("-", " ").split())
    return entity.name if not written or shared or usual in written or written in usual else entity.written
