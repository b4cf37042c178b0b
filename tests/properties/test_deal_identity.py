"""Identity over any claims and links: order, repetition, growth, people's decisions. Oracles are plain Python."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.deals import DealMembers, identify, resolve_organizations
from pipeline.deals.careful import PEOPLE
from pipeline.deals.clusters import cluster
from pipeline.deals.features import OPTIONAL
from pipeline.deals.sets import EDGE, PAIR, components
from tests.deals.claims import KEYS, a_claim, frame, partition
from tests.deals.claims import links as links_frame

ORGANIZATIONS = ["Aldera", "Borealis", "Corvus"]
RESOLVED = resolve_organizations(pl.DataFrame({"name": ORGANIZATIONS}), None, links_frame())
RELAXED = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ROLES = {
    "funding_round": ("recipient",),
    "investment": ("recipient", "investors"),
    "acquisition": ("target", "acquirer"),
    "capacity": ("customer", "provider"),
    "guarantee": ("beneficiary", "guarantor"),
    "capex": ("owner",),
    "partnership": ("partners",),
    "denial": ("recipient",),
}
FIGURES = [None, 1e9, 1.05e9, 2e9, 9e9]


@st.composite
def some_claim(draw: st.DrawFn, key: int) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(ROLES)))
    name = st.sampled_from(ORGANIZATIONS)
    parties: dict[str, Any] = {
        role: draw(st.lists(name, unique=True, max_size=3) if role in ("investors", "partners") else name)
        for role in ROLES[kind]
    }
    day = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 500)))
    return a_claim(
        f"k{key:02}",
        kind,
        article_id=f"x{draw(st.integers(0, 4))}",
        ordinal=draw(st.integers(0, 4)),
        commit=key,
        status=draw(st.sampled_from(["rumoured", "reported", "announced", "completed", "denied", "cancelled"])),
        occurred_on=draw(st.sampled_from([None, day])),
        occurred_precision="day",
        published_on=draw(st.sampled_from([None, day])),
        amount_usd=None if kind == "denial" else draw(st.sampled_from(FIGURES)),
        power_mw=draw(st.sampled_from([None, 500.0, 1000.0])) if kind == "capacity" else None,
        stage=draw(st.sampled_from([None, "series-a", "series-b"])) if kind == "funding_round" else None,
        site=draw(st.sampled_from([None, "Lake Park", "Lake Park, Ohio"])) if kind in ("capacity", "capex") else None,
        **parties,
    )  # fmt: skip


@st.composite
def tape(draw: st.DrawFn, least: int = 0) -> list[dict[str, Any]]:
    size = draw(st.integers(least, 14))
    return [draw(some_claim(key)) for key in range(size)]


def decided(claims: list[dict[str, Any]]) -> st.SearchStrategy[list[tuple[str, str, str]]]:
    key = st.sampled_from([claim["claim_key"] for claim in claims])
    return st.lists(st.tuples(key, key, st.sampled_from(["same", "different", "withdraw"])), max_size=6)


def found(claims: list[dict[str, Any]], said: list[tuple[str, str, str]] | None = None) -> DealMembers:
    return identify(frame(*claims), links_frame(*(said or [])), RESOLVED)


def held(said: list[tuple[str, str, str]]) -> dict[frozenset[str], str]:
    """The oracle for decisions: the last word on a pair, unless it was withdrawn or says nothing."""
    last = {frozenset((a, b)): verdict for a, b, verdict in said if a != b}
    return {pair: verdict for pair, verdict in last.items() if verdict != "withdraw"}


@RELAXED
@given(tape(), st.randoms())
def test_arrival_order_changes_no_deal(claims: list[dict[str, Any]], chance: random.Random) -> None:
    moved = [claim | {"commit": n} for n, claim in enumerate(chance.sample(claims, len(claims)))]
    assert partition(found(claims)) == partition(found(moved))


@RELAXED
@given(tape(), st.data())
def test_repetition_changes_nothing(claims: list[dict[str, Any]], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(claims))) if claims else []
    repeated = [*claims, *(claim | {"commit": claim["commit"] + 50} for claim in again)]
    once, twice = found(claims), found(repeated)
    assert once.members.sort("claim_key").equals(twice.members.sort("claim_key"))


@RELAXED
@given(tape(), st.data())
def test_each_claim_is_in_one_deal_sums_are_kept_and_people_obeyed(
    claims: list[dict[str, Any]], data: st.DataObject
) -> None:
    """No pair called different shares a deal; every pair called the same does, or is reported as refused."""
    said = data.draw(decided(claims)) if claims else []
    result = found(claims, said)
    assert sorted(result.members["claim_key"]) == [claim["claim_key"] for claim in claims]
    amounts = pl.DataFrame(claims, schema={**KEYS, **OPTIONAL}).join(result.members, on="claim_key")
    by_deal = amounts.group_by("deal_id").agg(pl.col("amount_usd").sum())["amount_usd"].sum()
    assert by_deal == sum(claim["amount_usd"] or 0 for claim in claims)
    deal = dict(result.members.iter_rows())
    refused = {frozenset(pair) for pair in result.refused.select("a", "b").iter_rows()}
    for pair, verdict in held(said).items():
        a, b = sorted(pair)
        assert (deal[a] == deal[b]) == (verdict == "same") or (verdict == "same" and pair in refused)


@RELAXED
@given(tape(least=2), st.data())
def test_joining_two_claims_joins_their_deals_and_no_others(claims: list[dict[str, Any]], data: st.DataObject) -> None:
    claims = [claim | {"article_id": claim["claim_key"]} for claim in claims]
    a, b = data.draw(st.lists(st.sampled_from([claim["claim_key"] for claim in claims]), min_size=2, max_size=2))
    before = partition(found(claims))
    joined = frozenset().union(*(deal for deal in before if deal & {a, b}))
    assert partition(found(claims, [(a, b, "same")])) == {deal for deal in before if not deal & {a, b}} | {joined}


@RELAXED
@given(tape(least=2), st.data())
def test_withdrawing_every_decision_restores_the_partition(claims: list[dict[str, Any]], data: st.DataObject) -> None:
    said = data.draw(decided(claims))
    undone = [*said, *((b, a, "withdraw") for a, b, _ in said)]
    assert partition(found(claims, undone)) == partition(found(claims))


@RELAXED
@given(tape(least=1), st.data())
def test_an_id_that_ever_was_resolves_in_one_step_and_a_deal_that_only_grew_keeps_it(
    claims: list[dict[str, Any]], data: st.DataObject
) -> None:
    head = data.draw(st.integers(1, len(claims)))
    before, now = found(claims[:head]), found(claims)
    today, alias = set(now.members["deal_id"]), dict(now.aliases.iter_rows())
    for key, old in before.members.iter_rows():
        assert old in today or alias[old] in today
        assert alias.get(f"deal-{key}", f"deal-{key}") == dict(now.members.iter_rows())[key]
    assert not today & set(alias)
    grown = {frozenset(keys & {claim["claim_key"] for claim in claims[:head]}): keys for keys in partition(now)}
    old, new = dict(before.members.iter_rows()), dict(now.members.iter_rows())
    for keys in partition(before) & set(grown):
        key = next(iter(keys))
        assert old[key] == new[key]


@RELAXED
@given(tape())
def test_claims_of_one_article_tell_different_deals(claims: list[dict[str, Any]]) -> None:
    """Unless they say the same thing: then the article repeats itself."""
    by_key = {claim["claim_key"]: claim for claim in claims}
    varies = {"claim_key", "ordinal", "commit", "occurred_on", "published_on", "status"}
    for keys in partition(found(claims)):
        for a, b in combinations(sorted(keys), 2):
            one, other = by_key[a], by_key[b]
            if one["article_id"] == other["article_id"] and one["kind"] == other["kind"]:
                assert {k: v for k, v in one.items() if k not in varies} == {
                    k: v for k, v in other.items() if k not in varies
                }


@RELAXED
@given(tape(), tape())
def test_relations_join_two_deals_that_are(claims: list[dict[str, Any]], more: list[dict[str, Any]]) -> None:
    result = found([*claims, *(claim | {"claim_key": "m" + claim["claim_key"]} for claim in more)])
    deals = set(result.members["deal_id"])
    pairs = result.relations.select("deal_id", "related_deal_id").rows()
    assert all(a != b and {a, b} <= deals for a, b in pairs)
    assert len(pairs) == len(set(pairs))


edges = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1]), max_size=25)


@settings(deadline=None)
@given(edges)
def test_components_are_those_of_a_walk(pairs: list[tuple[int, int]]) -> None:
    result = dict(components(pl.DataFrame(pairs, schema=PAIR, orient="row")).iter_rows())
    beside: dict[int, set[int]] = {}
    for a, b in pairs:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    expected = {}
    for start in beside:
        seen, todo = {start}, [start]
        while todo:
            new = beside[todo.pop()] - seen
            seen |= new
            todo += new
        expected[start] = min(seen)
    assert result == expected


def joined_by_hand(
    nodes: list[dict[str, Any]], scored: list[tuple[int, int, int]], apart: set[frozenset[int]]
) -> set[frozenset[int]]:
    """The oracle for clustering: edge by edge, each time looking at every pair of the two groups from scratch."""
    group = {node["node"]: frozenset((node["node"],)) for node in nodes}
    by_node = {node["node"]: node for node in nodes}

    def contrary(a: int, b: int) -> bool:
        one, other = by_node[a], by_node[b]
        stages = {one["stage"], other["stage"]} - {None}
        return frozenset((a, b)) in apart or one["article"] == other["article"] or len(stages) > 1

    for left, right, _ in sorted(scored, key=lambda edge: (-edge[2], edge[0], edge[1])):
        a, b = group[left], group[right]
        if a is not b and not any(contrary(x, y) for x in a for y in b):
            for member in a | b:
                group[member] = a | b
    return set(group.values())


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["x", "y", "z", "u", "v", "w"]), st.sampled_from([None, "seed", "ipo"])),
        min_size=13,
        max_size=13,
    ),
    edges,
    edges,
    st.data(),
)
def test_the_fast_way_and_the_careful_way_join_alike(
    what: list[tuple[str, str | None]],
    pairs: list[tuple[int, int]],
    forbidden: list[tuple[int, int]],
    data: st.DataObject,
) -> None:
    nodes = [{"node": n, "article": article, "stage": stage} for n, (article, stage) in enumerate(what)]
    scored = [(a, b, data.draw(st.integers(20, 60))) for a, b in sorted(set(pairs))]
    empty = {name: pl.Series([None] * len(nodes), dtype=pl.Float64) for name in ("amount", "power", "chips")}
    table = pl.DataFrame(
        {
            "node": pl.Series(range(len(nodes)), dtype=pl.UInt32),
            "stage": pl.Series([stage for _, stage in what], dtype=pl.String),
            "instrument": pl.Series([None] * len(nodes), dtype=pl.String),
            "ended": pl.Series([False] * len(nodes)),
            "since": pl.Series([None] * len(nodes), dtype=pl.Int32),
            "until": pl.Series([None] * len(nodes), dtype=pl.Int32),
            **empty,
        }
    )
    said = pl.DataFrame(
        [(n, article, "money") for n, (article, _) in enumerate(what)],
        schema={"node": pl.UInt32, "article_id": pl.String, "family": pl.String}, orient="row",
    )  # fmt: skip
    apart = pl.DataFrame(sorted(set(forbidden)), schema=PAIR, orient="row")
    result = cluster(table, said, pl.DataFrame(scored, schema=EDGE, orient="row"), apart, pl.DataFrame(schema=PAIR))
    groups = {frozenset(nodes) for nodes in result.group_by("cluster").agg("node")["node"]}
    assert groups == joined_by_hand(nodes, scored, {frozenset(pair) for pair in forbidden})
    assert all(score < PEOPLE for *_, score in scored)
