"""What a statement takes over from another one of the same deal."""

from __future__ import annotations

from pipeline.extract.facts.statements import LISTS, MAIN, Statement

_FIRMNESS = {
    status: firmness
    for firmness, status in enumerate(("rumoured", "reported", "announced", "completed", "denied", "cancelled"))
}


def absorb(deal: Statement, other: Statement) -> None:
    """Let a deal hold what another statement tells of it, with its sentences; what the deal has itself stays."""
    _refine_date(deal, other)
    _settle_status(deal, other)
    deal.answers = deal.answers or other.answers
    deal.brand = deal.brand and other.brand
    deal.spans = deal.spans + [span for span in other.spans if span not in deal.spans]
    if deal.kind != other.kind:
        return
    deal.fields = other.fields | deal.fields
    _add_parties(deal, other)


def _refine_date(deal: Statement, other: Statement) -> None:
    """A day beats its month, a month its year."""
    date = str(other.fields.get("date", ""))
    if date and date.startswith(str(deal.fields.get("date", date))):
        deal.fields["date"] = date


def _add_parties(deal: Statement, other: Statement) -> None:
    main = deal.first(MAIN.get(deal.kind, ""))
    for role, entities in other.parties.items():
        mine = deal.parties.get(role, [] if role in LISTS else entities)
        more = [e for e in entities if e not in mine and e is not main] if role in LISTS else []
        deal.parties[role] = mine + more


def _settle_status(deal: Statement, other: Statement) -> None:
    """A cue beats the plain `announced`; of two cues the firmer one holds. A fragment only makes it firmer."""
    mine, theirs = deal.fields["status"], other.fields["status"]
    firmer = _FIRMNESS[theirs] > _FIRMNESS[mine]
    if other.fragment and (theirs == "announced" or (deal.sure and theirs in ("completed", "reported"))):
        return
    told_by_cue = other.sure and not deal.sure and (firmer or not other.fragment)
    if told_by_cue or (other.sure == deal.sure and firmer):
        deal.fields["status"], deal.sure = theirs, other.sure
