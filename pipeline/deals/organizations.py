"""Which names are one organisation: the policy's aliases, the folded form, and people's decisions. Never similarity.

A name that the policy gives to two organisations stays apart from both. Subsidiaries, vehicles and projects keep their
own id and name their parent.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from pipeline.deals.links import Decision, decisions, merge
from pipeline.deals.names import folded
from pipeline.deals.policy import Policy
from pipeline.events import stable_id

RESOLVED = {
    "name": pl.String,
    "organization_id": pl.String,
    "canonical_name": pl.String,
    "kind": pl.String,
    "rule": pl.String,
    "parent_id": pl.String,
    "relation": pl.String,
    "relation_from": pl.String,
    "group_id": pl.String,
    "group_name": pl.String,
}
OWNER = {name: kind for name, kind in RESOLVED.items() if name not in ("name", "rule")}
UNFOLLOWED = dict.fromkeys(("a", "b", "verdict", "reason"), pl.String)
OWNED = ("subsidiary_of", "vehicle_of", "project_of")
"""Relations by which a deal of one is a deal of the other. One that was bought keeps its own deals."""
RELATIONS = (*OWNED, "acquired_by", "merged_into")
"""Policy fields that relate an organisation to another one."""


def resolve_organizations(names: pl.DataFrame, policy_body: str | None, links: pl.DataFrame) -> pl.DataFrame:
    """One row a distinct name: its organisation, that organisation's name and kind, the rule, its parent and its group.

    `names` has a column `name`; `links` are LinkDecided events with subject organization as rows
    `a, b, verdict, commit, row`, where a and b are names or organisation ids. Rules: policy, ticker, alias, former,
    suffix, folded (unknown to the policy), ambiguous (the policy names several), person. The group is the outermost
    owner of a subsidiary, vehicle or project, else the organisation itself.
    """
    policy = Policy.read(policy_body)
    distinct = sorted(set(names["name"].drop_nulls().to_list()))
    found = {name: _by_rule(policy, name) for name in distinct}
    joined = _apply_people(found, policy, decisions(links))
    labels = _labels(found, policy)
    rows = [
        (
            name,
            one,
            *labels[one],
            rule,
            *_parent(one, policy, joined),
            *_group(one, labels[one][0], policy, joined),
        )
        for name, (one, rule) in found.items()
    ]
    return pl.DataFrame(rows, schema=RESOLVED, orient="row")


def owners(resolved: pl.DataFrame, policy_body: str | None) -> pl.DataFrame:
    """One row an organisation that others of `resolved` belong to and that no name leads to, in its columns of
    organisations: `organization_id, canonical_name, kind, parent_id, relation, relation_from, group_id, group_name`."""
    policy = Policy.read(policy_body)
    joined, there = _known(resolved, policy), set(resolved["organization_id"])
    wanted = {*resolved["parent_id"].drop_nulls(), *resolved["group_id"]} - there
    rows: dict[str, tuple[str | None, ...]] = {}
    while wanted:
        one = wanted.pop()
        entry = policy.entries.get(one, {})
        name = entry.get("name", one)
        belongs, group = _parent(one, policy, joined), _group(one, name, policy, joined)
        rows[one] = (one, name, entry.get("kind"), *belongs, *group)
        wanted |= {end for end in (belongs[0], group[0]) if end is not None} - there - set(rows)
    return pl.DataFrame([rows[one] for one in sorted(rows)], schema=OWNER, orient="row")


def unfollowed_links(resolved: pl.DataFrame, policy_body: str | None, links: pl.DataFrame) -> pl.DataFrame:
    """People's links that `resolved` does not bear out: `a, b, verdict, reason`, in the words of who made them."""
    if links.is_empty():
        return pl.DataFrame(schema=UNFOLLOWED)
    policy = Policy.read(policy_body)
    known = _known(resolved, policy)
    rows = []
    for said in decisions(links):
        ends = {end: known.get(end) or policy.named(end) for end in (said.a, said.b)}
        gone = " or ".join(repr(end) for end, one in ends.items() if one is None)
        if gone:
            rows.append((said.a, said.b, said.verdict, f"no organisation is called {gone} now"))
        elif (ends[said.a] == ends[said.b]) != (said.verdict == "same"):
            rows.append((said.a, said.b, said.verdict, "other decisions stand against it"))
    return pl.DataFrame(rows, schema=UNFOLLOWED, orient="row")


def organization_of(said: str, resolved: pl.DataFrame, policy_body: str | None) -> str | None:
    """Today's organisation of a name or an id, also one that was merged away; None when there is none.

    `resolved` needs `name, organization_id`.
    """
    policy = Policy.read(policy_body)
    return _known(resolved, policy).get(said) or policy.named(said)


def id_by_rule(name: str, policy_body: str | None) -> str:
    """The id that a name has before any person's word."""
    return _by_rule(Policy.read(policy_body), name)[0]


def _known(resolved: pl.DataFrame, policy: Policy) -> dict[str, str]:
    """Today's organisation by every name that was written, every id, and every id that rules alone would give."""
    now = dict(resolved.select("name", "organization_id").iter_rows())
    by_rule = {_by_rule(policy, name)[0]: one for name, one in now.items()}
    return by_rule | {one: one for one in now.values()} | now


def _by_rule(policy: Policy, name: str) -> tuple[str, str]:
    known, rule = policy.find(name)
    return known or f"org-{stable_id(['organization', folded(name)])}", rule


def _apply_people(found: dict[str, tuple[str, str]], policy: Policy, said: list[Decision]) -> dict[str, str]:
    """Follow people's links in place: `different` first splits what a rule joined, then `same` merges around it.

    What each organisation that was merged away is now, by its id.
    """
    for decision in said:
        if decision.verdict == "different":
            _split(found, policy, decision)
    ids = {one: one for one, _ in found.values()} | {name: one for name, (one, _) in found.items()}

    def standing(end: str) -> str | None:
        """The organisation that a link names, by its id or by a name, as the links followed so far have it."""
        return ids.get(end) or policy.named(end)

    edges = [one._replace(a=a, b=b) for one in said if (a := standing(one.a)) and (b := standing(one.b))]
    representative, _ = merge(edges, lambda one: (one not in policy.entries, one))
    for name, (one, _) in found.items():
        if representative.get(one, one) != one:
            found[name] = (representative[one], "person")
    return representative


def _split(found: dict[str, tuple[str, str]], policy: Policy, decision: Decision) -> None:
    """Two names that a rule holds for one: the one that is not the organisation's own name gets an id of its own."""
    if decision.a not in found or decision.b not in found:
        return
    one = found[decision.a][0]
    if one != found[decision.b][0]:
        return
    own = policy.entries.get(one, {}).get("name")
    leaving = decision.a if decision.b == own else decision.b if decision.a == own else max(decision.a, decision.b)
    found[leaving] = (f"org-{stable_id(['organization', 'as written', leaving])}", "person")


def _labels(found: Mapping[str, tuple[str, str]], policy: Policy) -> dict[str, tuple[str, str | None]]:
    """Name and kind of each organisation: the policy's, else the shortest form that was written."""
    labels: dict[str, tuple[str, str | None]] = {}
    for name in sorted(found, key=lambda written: (len(written), written)):
        one = found[name][0]
        entry = policy.entries.get(one)
        labels.setdefault(one, (entry["name"], entry["kind"]) if entry else (name, None))
    return labels


def _parent(one: str, policy: Policy, joined: Mapping[str, str]) -> tuple[str | None, str | None, str | None]:
    """Parent, relation and since when, from `subsidiary_of = "x"` or `acquired_by = { id = "x", on = "2026-02" }`, as
    people have joined organisations."""
    entry = policy.entries.get(one, {})
    for relation in RELATIONS:
        value = entry.get(relation)
        if value is not None:
            owner, since = (value, None) if isinstance(value, str) else (value["id"], value.get("on"))
            owner = joined.get(owner, owner)
            if owner != one:  # people may have joined the two
                return owner, relation, since
    return None, None, None


def _group(one: str, name: str, policy: Policy, joined: Mapping[str, str]) -> tuple[str, str]:
    """Id and name of the outermost owner, as people have joined organisations."""
    passed = {one}
    while True:
        owner, relation, _ = _parent(one, policy, joined)
        if owner is None or relation not in OWNED or owner in passed:
            return one, name
        one, name = owner, policy.entries[owner]["name"] if owner in policy.entries else owner
        passed.add(one)
