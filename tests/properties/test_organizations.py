"""Names and people's links, any of them: who is kept apart, who is joined, and what undoing leaves."""

from __future__ import annotations

import random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.deals import resolve_organizations
from tests.deals.claims import links
from tests.deals.test_organizations import POLICY
from tests.properties.test_deal_identity import held

NAMES = ["Aldera", "Aldera Systems", "ALDR", "Borealis", "North", "Corvus", "Corvus AG", "CORVUS", "Delphine", "Echo"]
Said = list[tuple[str, str, str]]
RELAXED = settings(max_examples=60, deadline=None)
name = st.sampled_from(NAMES)
decided = st.lists(st.tuples(name, name, st.sampled_from(["same", "different", "withdraw"])), max_size=8)


def ids(said: Said, names: list[str] = NAMES) -> dict[str, str]:
    found = resolve_organizations(pl.DataFrame({"name": names}), POLICY, links(*said))
    return dict(found.select("name", "organization_id").iter_rows())


def parts(found: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(one for one in found if found[one] == organization) for organization in found.values()}


@RELAXED
@given(decided)
def test_names_that_a_person_keeps_apart_never_share_an_organisation(said: Said) -> None:
    found = ids(said)
    for pair, verdict in held(said).items():
        a, b = sorted(pair)
        if verdict == "different":
            assert found[a] != found[b]


@RELAXED
@given(decided)
def test_names_that_a_person_joins_are_one_unless_somebody_is_kept_apart(said: Said) -> None:
    found = ids(said)
    verdicts = held(said)
    if "different" not in verdicts.values():
        assert all(found[a] == found[b] for a, b in map(sorted, verdicts))


@RELAXED
@given(decided)
def test_withdrawing_every_decision_restores_every_name(said: Said) -> None:
    assert ids([*said, *((b, a, "withdraw") for a, b, _ in said)]) == ids([])


@RELAXED
@given(decided, st.randoms())
def test_the_order_of_names_says_nothing(said: Said, chance: random.Random) -> None:
    assert ids(said, chance.sample(NAMES, len(NAMES))) == ids(said)
