"""Statements that only tell more of a deal: which one that is, and when they are a claim nevertheless."""

from __future__ import annotations

from pipeline.extract.claims.same_deal import dates_agree, differ, figures_differ
from pipeline.extract.facts.statements import Statement

BACK = 3  # sentences before its deal in which a fragment may stand


def host_of(fragment: Statement, deals: list[Statement]) -> Statement | None:
    """The deal that a fragment tells more of: one of its main party, the nearest, of two the earlier one."""
    fits = [deal for deal in deals if _completes(deal, fragment)]
    return min(fits, key=lambda deal: _far(deal, fragment), default=None)


def _far(deal: Statement, fragment: Statement) -> tuple[bool, bool, int, bool]:
    later = deal.number > fragment.number
    goes_on = fragment.guessed and later  # `Foo and Bar took part as well`: in the round told before
    return deal.main is not fragment.main, goes_on, abs(deal.number - fragment.number), later


def _completes(deal: Statement, fragment: Statement) -> bool:
    if deal.kind != fragment.kind or not dates_agree(deal, fragment) or figures_differ(deal, fragment):
        return False
    if fragment.fields.get("stage") == "ipo" != deal.fields.get("stage"):
        return False  # a listing planned for later is another deal
    if fragment.fields.get("amount") and deal.fields.get("amount"):
        return True
    if deal.main is not fragment.main and not (fragment.guessed and abs(deal.number - fragment.number) <= 1):
        return False
    if differ(deal, fragment, "stage") or differ(deal, fragment, "valuation") or _other_givers(deal, fragment):
        return False
    return fragment.number >= deal.number - BACK


def _other_givers(deal: Statement, fragment: Statement) -> bool:
    """Whether a fragment tells of an investment by others."""
    mine, theirs = deal.parties.get("investors", []), fragment.parties.get("investors", [])
    return deal.kind == "investment" and bool(mine and theirs) and not any(e in mine for e in theirs)


def stands_alone(fragment: Statement) -> bool:
    """A round without a sum is a claim when its stage and what it values the company at are told."""
    told = fragment.fields.keys() >= {"stage", "valuation"}
    return fragment.kind == "funding_round" and fragment.main is not None and told
