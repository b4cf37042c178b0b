"""Statements that are no claim of their own, since another statement of the article says what they say."""

from __future__ import annotations

from pipeline.extract.claims.same_deal import FIGURES, NEAR_CAPACITY
from pipeline.extract.facts.statements import Statement

NEAR = 3  # sentences over which a larger capacity or a deal of the same two goes on to be told


def is_part_of_round(statement: Statement, statements: list[Statement]) -> bool:
    """Whether a round's sum is the debt or equity of a larger one (`a $12.5bn debt vehicle`)."""
    amount = statement.fields.get("amount")
    if statement.kind != "funding_round" or not amount:
        return False
    told = [(s, s.fields[key]) for s in statements for key in ("equity", "debt") if key in s.fields]
    told = [(s, p) for s, p in told if (p["value"], p["currency"]) == (amount["value"], amount["currency"])]
    if not any(s.main is statement.main for s, _ in told):
        return False
    rounds = (s for s in statements if s.kind == "funding_round" and "amount" in s.fields)
    return any(s.fields["amount"]["value"] > amount["value"] and s.main is statement.main for s in rounds)


def says_nothing_new(statement: Statement, deals: list[Statement]) -> bool:
    """Whether a statement tells nothing, or what other deals of the article hold."""
    part = _phase(statement, deals) or _only_a_brand(statement, deals) or _is_takeover(statement, deals)
    return part or _is_mere_listing(statement) or _adds_up(statement, deals)


def _adds_up(statement: Statement, deals: list[Statement]) -> bool:
    """`$15bn in May, $18bn now: $33bn in all`: what sums up the plans told before of the same owner."""
    if statement.kind != "capex" or "amount" not in statement.fields:
        return False
    before = [d for d in deals if d.kind == "capex" and d.main is statement.main and d.number <= statement.number]
    sums = [d.fields["amount"]["value"] for d in before if d is not statement and "amount" in d.fields]
    return len(sums) > 1 and sum(sums) == statement.fields["amount"]["value"]


def _is_mere_listing(statement: Statement) -> bool:
    """`Foo is preparing for a listing`: without proceeds or a value no deal."""
    return statement.fields.get("stage") == "ipo" and not statement.fields.keys() & {"amount", "valuation"}


def _phase(statement: Statement, deals: list[Statement]) -> bool:
    """A delivery phase: power that adds no party and no sum to a larger capacity told shortly before."""
    power = statement.fields.get("power_mw")
    if statement.kind != "capacity" or not power or statement.fields.keys() & {"amount", "accelerators"}:
        return False
    return any(
        whole.kind == "capacity"
        and whole.fields.get("power_mw", power)["value"] > power["value"]
        and 0 <= statement.number - whole.number <= NEAR
        and statement.ids <= whole.ids
        and statement.fields.get("site") in (None, whole.fields.get("site"))
        for whole in deals
    )


def _only_a_brand(statement: Statement, deals: list[Statement]) -> bool:
    """A maker's chips that another provider lets the same customer use: no deal with the maker."""
    customer = statement.first("customer")
    return statement.brand and any(
        deal.kind == "capacity"
        and not deal.brand
        and deal.first("customer") is customer
        and deal.first("provider") is not None
        and abs(deal.number - statement.number) <= NEAR_CAPACITY
        for deal in deals
    )


def _is_takeover(statement: Statement, deals: list[Statement]) -> bool:
    """A stake that the same sentence tells as a takeover (`bought a 51% stake in Foo`)."""
    if statement.kind != "investment" or "amount" in statement.fields:
        return False
    return any(
        deal.kind == "acquisition"
        and deal.number == statement.number
        and deal.first("target") is statement.main
        and deal.first("acquirer") in statement.parties.get("investors", [])
        for deal in deals
    )


def is_only_an_alliance(statement: Statement, deals: list[Statement]) -> bool:
    """A partnership whose substance is told as a deal of the same two parties close by."""
    return statement.kind == "partnership" and any(_holds_alliance(deal, statement) for deal in deals)


def _holds_alliance(deal: Statement, alliance: Statement) -> bool:
    if deal.number == alliance.number and deal.kind in ("acquisition", "capex"):
        joint = deal.kind == "capex" and deal.parties["owner"][0].kind == "project"
        return joint or bool(alliance.ids & deal.ids)
    near = abs(deal.number - alliance.number) <= NEAR or alliance.ids == deal.ids
    return near and deal.kind not in ("partnership", "denial") and alliance.ids <= deal.ids


def is_only_denied(statement: Statement) -> bool:
    """A denied deal without a figure: its denial says it all."""
    told = statement.fields.keys() & {*FIGURES, "valuation", "equity", "debt"}
    return statement.kind != "denial" and statement.fields["status"] == "denied" and not told
