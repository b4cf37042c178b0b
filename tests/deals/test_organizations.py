"""Which names are one organisation, and who decides."""

from __future__ import annotations

import json

import polars as pl
import pytest

from pipeline.deals import organization_candidates, resolve_organizations, unfollowed_links
from tests.deals.claims import links

POLICY = json.dumps(
    {
        "organizations": [
            {
                "id": "aldera", "name": "Aldera", "kind": "company",
                "aliases": ["Aldera Systems"], "tickers": ["ALDR"], "former": ["Old Mill"],
                "translations": ["Les Aulnes"],
            },
            {"id": "aldera-cloud", "name": "Aldera Cloud", "kind": "company", "subsidiary_of": "aldera"},
            {"id": "lakeside", "name": "Lakeside", "kind": "project", "project_of": "aldera"},
            {"id": "borealis", "name": "Boréalis", "kind": "company", "aliases": ["Pole"]},
            {"id": "north", "name": "North", "kind": "company", "aliases": ["Pole"],
             "acquired_by": {"id": "aldera", "on": "2026-02"}},
        ]
    }
)  # fmt: skip


def resolved(*names: str, said: tuple[tuple[str, str, str], ...] = (), policy: str | None = POLICY) -> pl.DataFrame:
    return resolve_organizations(pl.DataFrame({"name": list(names)}, schema={"name": pl.String}), policy, links(*said))


def ids(*names: str, said: tuple[tuple[str, str, str], ...] = (), policy: str | None = POLICY) -> list[str]:
    found = resolved(*names, said=said, policy=policy)
    return [dict(found.select("name", "organization_id").iter_rows())[name] for name in names]


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Aldera", "policy"),
        ("ALDERA", "policy"),
        ("aldera systems", "alias"),
        ("ALDR", "ticker"),
        ("(NASDAQ: ALDR)", "ticker"),
        ("Old-Mill", "former"),
        ("Les Aulnes", "translation"),
        ("Aldera, Inc.", "suffix"),
        ("Aldera S.p.A.", "suffix"),
        ("Aldera’s", "policy"),
        ("The Aldera Systems Co., Ltd.", "suffix"),
    ],
)
def test_names_of_one_organisation(name: str, rule: str) -> None:
    assert resolved(name).select("organization_id", "rule").rows() == [("aldera", rule)]


def test_an_organisation_counts_with_its_outermost_owner_but_not_with_who_bought_it() -> None:
    found = resolved("Aldera Cloud", "North", "Delphine")
    groups = found.select("organization_id", "group_id", "group_name").rows()
    assert groups[0] == ("aldera-cloud", "aldera", "Aldera")
    assert groups[1][1:] == (groups[1][0], "Delphine")
    assert groups[2] == ("north", "north", "North")


def test_an_owner_that_people_joined_to_another_organisation_is_that_one() -> None:
    policy = json.dumps(
        {
            "organizations": [
                {"id": "borealis", "name": "Boréalis", "kind": "company"},
                {"id": "zed", "name": "Zed", "kind": "company"},
                {"id": "zed-cloud", "name": "Zed Cloud", "kind": "company", "subsidiary_of": "zed"},
            ]
        }
    )
    found = resolved("Zed Cloud", "Zed", "Boréalis", said=(("Zed", "Boréalis", "same"),), policy=policy)
    assert found["group_id"].to_list() == ["borealis", "borealis", "borealis"]


def test_an_organisation_that_people_joined_to_its_owner_is_not_its_own_parent() -> None:
    policy = json.dumps(
        {
            "organizations": [
                {"id": "zed", "name": "Zed", "kind": "company"},
                {"id": "cloud", "name": "Zed Cloud", "kind": "company", "subsidiary_of": "zed",
                 "acquired_by": {"id": "aldera", "on": "2026-02"}},
            ]
        }
    )  # fmt: skip
    found = resolved("Zed Cloud", "Zed", said=(("Zed", "Zed Cloud", "same"),), policy=policy)
    belongs = found.select("organization_id", "parent_id", "relation", "group_id").unique()
    assert belongs.rows() == [("cloud", "aldera", "acquired_by", "cloud")]


def test_accents_and_case_do_not_matter() -> None:
    assert ids("Borealis", "BORÉALIS SA") == ["borealis", "borealis"]


def test_a_subsidiary_keeps_its_id_and_names_its_parent() -> None:
    rows = resolved("Aldera Cloud", "Lakeside", "North").select(
        "organization_id", "parent_id", "relation", "relation_from"
    )
    assert rows.rows() == [
        ("aldera-cloud", "aldera", "subsidiary_of", None),
        ("lakeside", "aldera", "project_of", None),
        ("north", "aldera", "acquired_by", "2026-02"),
    ]


def test_an_ambiguous_name_stays_apart() -> None:
    found = resolved("Pole", "North", "Boréalis")
    assert found["organization_id"].n_unique() == 3
    assert found.filter(pl.col("name") == "Pole")["rule"].to_list() == ["ambiguous"]


def test_unknown_names_meet_by_their_folded_form_alone() -> None:
    first, with_form, longer = ids("Corvus", "Corvus GmbH", "Corvus Capital")
    assert first == with_form != longer


def test_an_unknown_name_keeps_its_id_whatever_else_is_named() -> None:
    assert ids("Corvus") == ids("Corvus", "Corvus Capital", "Delphine")[:1] == ids("Corvus", policy=None)


def test_names_of_signs_alone_are_kept() -> None:
    assert len(set(ids("!!!", "???", "株式会社"))) == 3


def test_a_person_merges_and_unmerges() -> None:
    same = ("Corvus Capital", "Aldera", "same")
    assert ids("Corvus Capital", "Aldera", said=(same,)) == ["aldera", "aldera"]
    assert resolved("Corvus Capital", "Aldera", said=(same,))["rule"].to_list() == ["policy", "person"]
    undone = (same, ("Aldera", "Corvus Capital", "withdraw"))
    assert ids("Corvus Capital", "Aldera", said=undone) == ids("Corvus Capital", "Aldera")


def test_a_person_parts_what_a_rule_joined() -> None:
    parted = ids("Aldera", "Old Mill", said=(("Old Mill", "Aldera", "different"),))
    assert parted[0] == "aldera" != parted[1]
    assert len(set(ids("Corvus", "Corvus AG", said=(("Corvus", "Corvus AG", "different"),)))) == 2


def test_different_holds_against_a_chain_of_same() -> None:
    said = (("A1", "B1", "same"), ("B1", "C1", "same"), ("A1", "C1", "different"))
    a, b, c = ids("A1", "B1", "C1", said=said)
    assert a != c
    assert b == c


def test_links_that_cannot_be_followed_are_told() -> None:
    said = (("A1", "B1", "same"), ("B1", "C1", "same"), ("A1", "C1", "different"), ("A1", "Z1", "same"))
    told = unfollowed_links(resolved("A1", "B1", "C1", said=said, policy=None), None, links(*said))
    assert set(told.select("a", "b").rows()) == {("A1", "B1"), ("A1", "Z1")}


def test_a_link_by_the_id_that_it_merged_away_is_followed() -> None:
    before = ids("A1", "B1", policy=None)
    said = ((before[0], before[1], "same"),)
    told = unfollowed_links(resolved("A1", "B1", said=said, policy=None), None, links(*said))
    assert told.is_empty()


def test_candidates_are_scored_and_settled_pairs_are_not_asked_again() -> None:
    names = ("Corvus", "Corvus Technologies", "Delphine", "Aldera", "Aldera Cloud")
    pairs = organization_candidates(resolved(*names), links())
    assert [tuple(sorted(row)) for row in pairs.select("a", "b").rows()] == [tuple(sorted(ids(*names)[:2]))]
    assert pairs["score"][0] == pytest.approx(0.8)
    asked = links(("Corvus", "Corvus Technologies", "different"))
    assert organization_candidates(resolved(*names), asked).is_empty()


def test_what_the_policy_lists_as_two_is_not_asked() -> None:
    policy = [{"id": name, "name": name.title(), "kind": "company"} for name in ("corvus", "corvus capital")]
    found = resolved("Corvus", "Corvus Capital", policy=json.dumps({"organizations": policy}))
    assert organization_candidates(found, links()).is_empty()


def test_a_word_of_the_trade_makes_no_candidate() -> None:
    names = ("Index Ventures", "HP Tech Ventures", "Blue Owl Capital", "Bullhound Capital")
    assert organization_candidates(resolved(*names), links()).is_empty()


def test_a_misspelled_name_is_a_candidate_beside_a_word_of_the_trade() -> None:
    pairs = organization_candidates(resolved("Nordwind Capital", "Nordwynd Capital"), links())
    assert pairs.height == 1


def test_shared_deals_make_a_candidate_likelier() -> None:
    found = resolved("Corvus", "Corvus Technologies")
    parties = pl.DataFrame({"organization_id": ids("Corvus", "Corvus Technologies"), "deal": ["a", "a"]})
    assert (
        organization_candidates(found, links(), parties.lazy())["score"][0]
        > organization_candidates(found, links())["score"][0]
    )


def test_the_policy_of_this_project_is_whole() -> None:
    import tomllib

    from pipeline.settings import ORGANIZATIONS

    policy = tomllib.loads(ORGANIZATIONS.read_text(encoding="utf-8"))
    listed = policy["organizations"]
    known = {one["id"] for one in listed}
    found = resolved(*(one["name"] for one in listed), policy=json.dumps(policy))
    assert dict(found.select("name", "organization_id").iter_rows()) == {one["name"]: one["id"] for one in listed}
    assert set(found["parent_id"].drop_nulls()) <= known
