"""Which claims are one deal: the rules, case by case, on invented organisations."""

from __future__ import annotations

import polars as pl
import pytest

from pipeline.deals import identify, resolve_organizations
from tests.deals.claims import a_claim, frame, identified, links, partition, together


def a_round(key: str, amount: float | None = None, **fields: object) -> dict[str, object]:
    return a_claim(key, "funding_round", recipient="Aldera", amount_usd=amount, **fields)  # type: ignore[arg-type]


def supply(key: str, **fields: object) -> dict[str, object]:
    return a_claim(key, "capacity", customer="Aldera", provider="Borealis", **fields)  # type: ignore[arg-type]


def test_reports_of_one_round_are_one_deal() -> None:
    found = identified(
        a_round("a", 2e9, on="2025-03-04"), a_round("b", 2.05e9, published="2025-03-20", status="reported")
    )
    assert together(found, "a", "b")


def test_two_stages_are_two_deals_also_through_a_third_claim() -> None:
    first, second = a_round("a", 2e9, stage="series-a", on="2025-03"), a_round("b", 2e9, stage="series-b", on="2025-04")
    found = identified(first, second, a_round("c", 2e9, on="2025-03"))
    assert not together(found, "a", "b")
    assert len(partition(found)) == 2


def test_rounds_of_different_sums_are_two_deals() -> None:
    assert not together(identified(a_round("a", 2e9, on="2024-03"), a_round("b", 6e9, on="2025-05")), "a", "b")


def test_a_rumoured_sum_may_be_revised_by_a_later_report() -> None:
    rumour = a_round("a", 1e9, status="rumoured", published="2025-08-27")
    report = a_round("b", 1.9e9, status="reported", published="2025-09-10")
    assert together(identified(rumour, report), "a", "b")
    assert not together(identified(rumour, report | {"published_on": None}), "a", "b")


def test_a_sum_that_was_done_is_not_revised_by_later_hearsay() -> None:
    done = a_round("a", 10e9, status="completed", on="2025-07-01")
    assert not together(identified(done, a_round("b", 20e9, status="reported", on="2025-10-01")), "a", "b")


def test_what_was_denied_is_not_revised_by_a_later_report() -> None:
    rumour = a_round("a", 10e9, status="reported", on="2025-09-18")
    denied = a_round("b", 10e9, status="denied", on="2025-09-19")
    later = a_round("c", 20e9, status="reported", on="2025-10-08")
    assert partition(identified(rumour, denied, later)) == {frozenset("ab"), frozenset("c")}


def test_a_round_that_closes_months_later_is_known_by_its_investors() -> None:
    opened = a_round("a", 40e9, investors=["Corvus"], on="2025-03-31")
    closed = a_round("b", 40e9, investors=["Corvus", "Delphine"], status="completed", on="2025-12-30")
    assert together(identified(opened, closed), "a", "b")
    assert not together(identified(opened, closed | {"investors": None}), "a", "b")


def test_a_denied_round_is_not_the_one_done_later() -> None:
    denied = a_round("a", 6e9, status="denied", on="2024-01")
    assert not together(identified(denied, a_round("b", 6e9, status="completed", on="2024-05")), "a", "b")


def test_one_article_tells_two_deals_of_one_kind() -> None:
    first = a_round("a", 2e9, status="rumoured", on="2025-03-01", article_id="x", ordinal=0)
    second = a_round("b", 2.1e9, status="rumoured", on="2025-03-02", article_id="x", ordinal=1)
    assert not together(identified(first, second), "a", "b")


def test_a_worth_that_agrees_joins_rounds_of_the_same_months_only() -> None:
    rumour = a_round("a", status="rumoured", valuation_usd=40e9, published="2024-11-08")
    dated = a_round("b", status="completed", valuation_usd=38e9, on="2024-12-01")
    assert together(identified(rumour, dated), "a", "b")
    undated = a_round("b", status="completed", valuation_usd=38e9, published="2026-04-23")
    assert not together(identified(rumour, undated), "a", "b")


def test_what_is_told_anew_weeks_after_it_was_called_off_is_another_deal() -> None:
    off = a_round("a", 4e9, stage="ipo", status="cancelled", on="2026-02-05")
    anew = a_round("b", 4e9, stage="ipo", status="rumoured", on="2026-04-17")
    assert not together(identified(off, anew), "a", "b")
    assert together(identified(off | {"status": "rumoured"}, anew), "a", "b")


def test_a_round_with_one_investor_is_that_investors_investment() -> None:
    stake = a_claim("b", "investment", recipient="Aldera", investors=["Corvus"], amount_usd=2e9, on="2025-03-05")
    assert together(identified(a_round("a", 2e9, investors=["Corvus"], on="2025-03-04"), stake), "a", "b")
    many = a_round("a", 2e9, investors=["Corvus", "Delphine"], on="2025-03-04")
    found = identified(many, stake)
    assert not together(found, "a", "b")


def test_an_investment_in_a_round_is_part_of_it() -> None:
    whole = a_round("a", 20e9, investors=["Corvus", "Delphine"], on="2025-03-04")
    part = a_claim("b", "investment", recipient="Aldera", investors=["Corvus"], amount_usd=2e9, on="2025-03-05")
    assert identified(whole, part).relations.rows() == [("deal-b", "deal-a", "part_of")]


def test_what_one_of_several_puts_in_is_part_of_their_sum() -> None:
    both = a_claim("a", "investment", recipient="Aldera", investors=["Corvus", "Delphine"], amount_usd=15e9)
    one = a_claim("b", "investment", recipient="Aldera", investors=["Corvus"], amount_usd=10e9)
    other = a_claim("c", "investment", recipient="Aldera", investors=["Delphine"], amount_usd=5e9)
    told = [claim | {"article_id": "x", "ordinal": n} for n, claim in enumerate([both, one, other])]
    assert identified(*told).relations.rows() == [("deal-b", "deal-a", "part_of"), ("deal-c", "deal-a", "part_of")]
    assert identified(both, one | {"investors": ["Echo"]}).relations.is_empty()
    assert identified(both, one | {"amount_usd": None}).relations.is_empty()


def test_a_smaller_sum_of_one_stage_is_a_tranche() -> None:
    whole = a_round("a", 40e9, stage="series-f", on="2025-03-31")
    first = a_round("b", 10e9, stage="series-f", on="2025-04-20", status="completed")
    assert identified(whole, first).relations.rows() == [("deal-b", "deal-a", "tranche_of")]


def test_an_extension_of_a_closed_round_is_no_part_of_it() -> None:
    done = {"stage": "series-d", "status": "completed"}
    closed, more = a_round("a", 6e9, on="2025-05-10", **done), a_round("b", 1e9, on="2025-11-01", **done)
    undated, total = a_round("b", 1e9, published="2025-11-01", **done), a_round("a", 7e9, on="2025-11-01", **done)
    assert identified(closed, more).relations.is_empty()
    assert identified(closed, undated).relations.is_empty()
    assert identified(total, more).relations.rows() == [("deal-b", "deal-a", "tranche_of")]


def test_a_sale_after_one_that_fell_through_replaces_it() -> None:
    off = a_claim("a", "acquisition", target="Aldera", acquirer="Corvus", status="cancelled", on="2025-07-11")
    later = a_claim("b", "acquisition", target="Aldera", acquirer="Delphine", on="2025-07-14")
    assert identified(off, later).relations.rows() == [("deal-b", "deal-a", "replaces")]


def test_landlord_and_supplier_describe_the_same_capacity() -> None:
    lease = a_claim("a", "capacity", customer="Aldera", provider="Borealis", power_mw=1000.0, site="Lake Park")
    chips = a_claim("b", "capacity", customer="Delphine", provider="Corvus", power_mw=1000.0, site="Lake Park, Ohio")
    assert identified(lease, chips).relations.rows() == [("deal-a", "deal-b", "same_capacity_as")]


def test_alike_sums_planned_in_two_countries_are_two_plans() -> None:
    here = a_claim("a", "capex", owner="Aldera", amount_usd=5.9e9, site="Germany")
    there = a_claim("b", "capex", owner="Aldera", amount_usd=6.2e9, site="Belgium")
    assert not together(identified(here, there), "a", "b")
    assert together(identified(here, there | {"site": "Hanau, Germany"}), "a", "b")
    assert together(identified(here, there | {"amount_usd": 5.9e9}), "a", "b")


def test_alike_sums_of_two_owners_at_one_site_are_two_plans() -> None:
    landlord = a_claim("a", "capex", owner="Aldera", amount_usd=9.2e9, site="Sines")
    tenant = a_claim("b", "capex", owner="Borealis", amount_usd=1e10, site="Sines")
    assert not together(identified(landlord, tenant), "a", "b")
    assert together(identified(landlord, tenant | {"amount_usd": 9.2e9}), "a", "b")


def test_a_guarantee_told_as_a_purchase_is_one_deal() -> None:
    backstop = a_claim("a", "guarantee", beneficiary="Borealis", guarantor="Corvus", amount_usd=6.3e9)
    purchase = a_claim("b", "capacity", customer="Corvus", provider="Borealis", amount_usd=6e9, amount_bound="at_least")
    assert together(identified(backstop, purchase), "a", "b")


def test_contracts_of_two_sums_between_two_parties_are_two_deals() -> None:
    found = identified(supply("a", amount_usd=12e9, on="2025-03"), supply("b", amount_usd=4e9, on="2025-05"))
    assert not together(found, "a", "b")


def test_a_background_mention_joins_no_dated_deal() -> None:
    dated = supply("a", on="2023-09")
    assert not together(identified(dated, supply("b", published="2025-09-30")), "a", "b")
    assert together(identified(dated, supply("b")), "a", "b")


def test_one_operator_told_as_provider_and_as_customer() -> None:
    own = a_claim("a", "capacity", provider="Aldera", power_mw=1600.0, site="South Gate Project")
    built = a_claim("b", "capacity", customer="Aldera", provider="Borealis", power_mw=1600.0, site="Project Southgate")
    assert together(identified(own, built), "a", "b")


def test_a_project_counts_as_its_owner() -> None:
    policy = (
        '{"organizations":[{"id":"aldera","name":"Aldera","kind":"company"},'
        '{"id":"lakeside","name":"Lakeside","kind":"project","project_of":"aldera"}]}'
    )
    in_project = a_claim("a", "investment", recipient="Lakeside", investors=["Corvus"], amount_usd=7e9, on="2025-10")
    in_owner = a_claim("b", "investment", recipient="Aldera", investors=["Corvus"], amount_usd=7e9, on="2025-11")
    assert together(identified(in_project, in_owner, policy=policy), "a", "b")
    assert not together(identified(in_project, in_owner), "a", "b")


def test_one_that_was_bought_keeps_its_own_deals() -> None:
    policy = (
        '{"organizations":[{"id":"aldera","name":"Aldera","kind":"company"},{"id":"borealis","name":"Borealis",'
        '"kind":"company","acquired_by":{"id":"aldera","on":"2026-02"}}]}'
    )
    own, buyers = (a_claim(k, "capex", owner=o, amount_usd=7e9) for k, o in (("a", "Borealis"), ("b", "Aldera")))
    assert not together(identified(own, buyers, policy=policy), "a", "b")


class TestDenial:
    def test_it_belongs_to_the_denied_deal_of_its_article(self) -> None:
        rows = [
            a_round("a", 6e9, status="denied", article_id="x", ordinal=0),
            a_claim("b", "denial", recipient="Aldera", status="denied", article_id="x", ordinal=1),
            a_round("c", 5e8, status="denied", article_id="x", ordinal=2),
            a_claim("d", "denial", recipient="Aldera", status="denied", article_id="x", ordinal=3),
        ]
        assert partition(identified(*rows)) == {frozenset("ab"), frozenset("cd")}

    def test_it_belongs_to_the_rumour_of_the_days_before(self) -> None:
        rumour = a_round("a", 10e9, status="reported", published="2025-09-18")
        other = a_round("b", 3e9, status="reported", published="2025-03-18")
        denial = a_claim("c", "denial", recipient="Aldera", status="denied", on="2025-09-19")
        assert partition(identified(rumour, other, denial)) == {frozenset("ac"), frozenset("b")}

    def test_it_denies_no_report_that_came_after_it(self) -> None:
        report = a_round("a", 20e9, status="reported", on="2025-10-08")
        denial = a_claim("c", "denial", recipient="Aldera", status="denied", on="2025-09-19")
        assert not together(identified(report, denial), "a", "c")

    def test_denials_of_one_moment_are_one(self) -> None:
        first = a_claim("a", "denial", recipient="Aldera", status="denied", on="2025-09-19")
        again = a_claim("b", "denial", recipient="Aldera", status="denied", published="2025-09-21")
        assert together(identified(first, again), "a", "b")

    def test_what_a_party_announced_in_the_same_article_is_not_denied(self) -> None:
        plan = a_claim("a", "capex", owner="Aldera", amount_usd=1e12, article_id="x", on="2025-09-18")
        denial = a_claim("b", "denial", recipient="Aldera", status="denied", article_id="x", ordinal=1, on="2025-09-19")
        assert not together(identified(plan, denial), "a", "b")
        assert together(identified(plan | {"status": "rumoured"}, denial), "a", "b")

    def test_a_denial_of_talks_is_not_the_end_of_a_contract(self) -> None:
        off = supply("a", power_mw=700.0, status="cancelled", on="2025-09-18")
        denial = a_claim("b", "denial", recipient="Aldera", status="denied", on="2025-09-19")
        called_off = a_claim("c", "denial", recipient="Aldera", status="cancelled", on="2025-09-19")
        assert partition(identified(off, denial, called_off)) == {frozenset("ac"), frozenset("b")}

    def test_it_never_joins_two_deals(self) -> None:
        rumours = [a_round(key, amount, status="reported", on="2025-09-18") for key, amount in (("a", 1e9), ("b", 9e9))]
        denial = a_claim("c", "denial", recipient="Aldera", status="denied", on="2025-09-19")
        assert len(partition(identified(*rumours, denial))) == 2


class TestLinks:
    same, other = a_round("a", 2e9, on="2025-03-04"), a_round("b", 9e9, on="2024-01-04")

    def test_a_person_joins_what_rules_keep_apart(self) -> None:
        assert together(identified(self.same, self.other, said=links(("a", "b", "same"))), "a", "b")

    def test_same_brings_two_deals_together_with_all_their_claims(self) -> None:
        more = [a_round(key, 2e9, on="2025-03-05") for key in ("a2", "a3")] + [a_round("b2", 9e9, on="2024-01-05")]
        assert len(partition(identified(self.same, self.other, *more))) == 2
        assert len(partition(identified(self.same, self.other, *more, said=links(("a", "b", "same"))))) == 1

    def test_a_deal_id_names_a_deal_as_well_as_a_claim_does(self) -> None:
        assert together(identified(self.same, self.other, said=links(("deal-a", "deal-b", "same"))), "a", "b")

    def test_different_parts_claims_that_say_the_same(self) -> None:
        twin = self.same | {"claim_key": "c", "article_id": "another"}
        assert not together(identified(self.same, twin, said=links(("a", "c", "different"))), "a", "c")

    def test_withdrawing_restores(self) -> None:
        found = identified(self.same, self.other, said=links(("a", "b", "same"), ("b", "a", "withdraw")))
        assert not together(found, "a", "b")

    def test_a_contradicted_decision_is_reported(self) -> None:
        third = a_round("c", 5e6, on="2020-01-04")
        said = links(("a", "b", "same"), ("b", "c", "same"), ("a", "c", "different"))
        found = identified(self.same, self.other, third, said=said)
        assert partition(found) == {frozenset("a"), frozenset("bc")}
        assert found.refused.select("a", "b", "verdict").rows() == [("a", "b", "same")]

    def test_a_refused_decision_is_reported_in_the_words_of_the_person(self) -> None:
        third = a_round("c", 5e6, on="2020-01-04")
        said = links(("deal-a", "deal-b", "same"), ("b", "c", "same"), ("deal-a", "c", "different"))
        found = identified(self.same, self.other, third, said=said)
        assert found.refused.select("a", "b", "verdict").rows() == [("deal-a", "deal-b", "same")]

    def test_a_decision_on_a_claim_that_is_gone_waits(self) -> None:
        found = identified(self.same, said=links(("a", "gone", "same")))
        assert found.refused.select("a", "b").rows() == [("a", "gone")]


class TestIds:
    def test_an_id_is_that_of_the_first_claim_on_the_log(self) -> None:
        found = identified(a_round("a", 2e9, on="2025-03", commit=2), a_round("b", 2e9, on="2025-03", commit=1))
        assert set(found.members["deal_id"]) == {"deal-b"}
        assert found.aliases.rows() == [("deal-a", "deal-b")]

    def test_a_deal_read_again_keeps_its_id_and_its_links(self) -> None:
        first = a_round("old", 2e9, on="2025-03", article_id="x", active=False)
        again = a_round("new", 2e9, on="2025-03", article_id="x", commit=3)
        other = a_round("b", 9e9, on="2024-01", commit=2)
        found = identified(first, again, other, said=links(("old", "b", "same")))
        assert dict(found.members.iter_rows()) == {"new": "deal-old", "b": "deal-old"}

    def test_an_id_without_a_successor_resolves_to_nothing(self) -> None:
        found = identified(a_round("old", 2e9, active=False))
        assert found.members.is_empty()
        assert found.aliases.rows() == [("deal-old", None)]


def test_no_claims_give_no_deals() -> None:
    found = identified()
    assert found.members.is_empty()
    assert found.relations.is_empty()


@pytest.mark.parametrize("amount", [0.0, -5.0, float("nan"), float("inf")])
def test_a_sum_that_is_none_joins_nothing(amount: float) -> None:
    assert not together(identified(a_round("a", amount, on="2021"), a_round("b", amount, on="2025")), "a", "b")


def test_a_name_without_an_organisation_is_an_error() -> None:
    nobody = resolve_organizations(pl.DataFrame({"name": ["Corvus"]}), None, links())
    with pytest.raises(ValueError, match="Aldera"):
        identify(frame(a_round("a", 2e9)), links(), nobody)
    allied = a_claim("a", "partnership", partners=["Corvus", "Delphine"])
    with pytest.raises(ValueError, match="Delphine"):
        identify(frame(allied), links(), nobody)
