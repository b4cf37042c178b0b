"""The second opinion: what the weights make of a figure where the rules say nothing or something else."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.extract import extract, read_sentences, understood
from pipeline.extract.claims.written import claims
from pipeline.extract.opinion.backing import BACKER, LEADER
from pipeline.extract.opinion.verdict import ROLES
from pipeline.extract.opinion.weights import ALWAYS, NO_DEAL, likelihood, likely_kinds, tables

DATELINE = """DENVER--(PRESS WIRE)--Orvane Data Centers, a provider of campuses for the cloud, today announced its largest \
site so far.
The campus, called Lanthorn, is to stand in Milam County, Texas, and Orvane Data Centers will invest more than $12 billion in it.
Ten buildings with 900MW are planned on 800 acres of former farmland.
"Nobody builds at this size alone," said Jane Orr, who leads the company.
Work has begun, and the first hall is to be handed over next year.
Orvane employs 1,100 people on three continents."""

TAKEN_PRIVATE = """Sept 4 - Blackstone is in talks with two other funds about the Asian operator Halvard, people close to them said.
A decision is not expected before the autumn.
Data centres have been the firm's favourite asset for years.
Four years ago Blackstone took the U.S. operator QTS private for $10 billion, debt included.
Its shares rose by 1% on Wednesday.
A spokeswoman would not comment."""

ROUND = """Halvard Robotics has raised $120 million in a Series B, the company said on Tuesday.
Index Ventures, Northvane Partners and Balderton were all on board.
The money is meant for a second plant.
Its arms sort parcels in forty depots, among them those of DHL.
The founders met at university."""


def by_rules(text: str, lang: str) -> list[dict[str, Any]]:
    """The claims of a text before anything is weighed again."""
    article = understood(text, lang=lang, title=None, published="2025-09-04")
    assert article is not None
    statements, _ = read_sentences(article)
    return claims(statements, article)


def told(found: list[dict[str, Any]], *roles: str) -> list[tuple[Any, ...]]:
    return [tuple(claim.get(role) for role in ("kind", *roles)) for claim in found if claim.get("amount")]


def test_whoever_spreads_a_release_spends_nothing() -> None:
    assert told(extract(DATELINE, lang="en", published="2025-09-04"), "owner") == [("capex", "Orvane Data Centers")]


def test_a_firm_taken_private_is_bought() -> None:
    found = told(extract(TAKEN_PRIVATE, lang="en", published="2025-09-04"), "target", "acquirer")

    assert found == [("acquisition", "QTS", "Blackstone")]


def test_who_is_on_board_backs_the_round_told_before() -> None:
    (round_,) = extract(ROUND, lang="en", published="2026-03-03")

    assert round_["investors"] == ["Index Ventures", "Northvane Partners", "Balderton"]


def test_a_line_or_two_are_read_by_rules_alone() -> None:
    short = "Orvane Cloud has raised $80 million from Sequoia. The start-up rents out chips."

    assert extract(short, lang="en") == by_rules(short, "en")


def test_kinds_share_one_whole_whatever_the_signs() -> None:
    for signs in (set(), {"event raise", "unit money"}, {"a sign that nobody learned"}):
        likely = likely_kinds(signs)
        assert sum(likely.values()) == pytest.approx(1)
        assert NO_DEAL in likely


def test_signs_move_kinds_and_roles() -> None:
    assert likely_kinds({"unit money", "event acquire"})["acquisition"] > likely_kinds({"unit money"})["acquisition"]
    assert likelihood("funding_round investors", {"trade capital"}) > likelihood(
        "funding_round investors", {"trade lab"}
    )


def test_every_role_has_weights() -> None:
    kinds, roles = tables()

    assert set(roles) == {f"{kind} {role}" for kind, played in ROLES.items() for role in played} | {BACKER, LEADER}
    assert set(kinds[ALWAYS]) == {NO_DEAL, *ROLES}


EQUAL_SUMS = """Orvane Cloud has raised $80 million in a Series B round led by Index Ventures.
The start-up rents out chips to banks.
Pelmora has acquired the software maker Kadan for $80 million, the two companies said.
Neither had commented on reports before.
Analysts expect more of the kind.
The market has been quiet this summer."""


def test_equal_sums_of_two_deals_stay_two_deals() -> None:
    found = extract(EQUAL_SUMS, lang="en", published="2025-09-04")

    assert {(claim["kind"], claim.get("recipient") or claim.get("target")) for claim in found} == {
        ("funding_round", "Orvane Cloud"),
        ("acquisition", "Kadan"),
    }
