"""Deals beside one another: kinds, parties, parts, tranches, one capacity seen twice, organisations, people's links."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.warehouse.tape import Tape, Warehouse, claim

B = 10**9
OCTOBER = {"on": "2025-10-08"}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    tape.policy(
        {"id": "nvidia", "name": "NVIDIA", "kind": "company", "aliases": ["Nvidia Corp"], "tickers": ["NVDA"]},
        {"id": "borealis", "name": "Borealis", "kind": "company"},
        {"id": "aurora", "name": "Aurora Fund", "kind": "company", "vehicle_of": "borealis"},
    )
    tape.article("one", claim("spelled", "partnership", partners=["Nvidia Corp", "Corvus"]))
    tape.article("two", claim("ticker", "partnership", partners=["NVDA", "CORVUS Inc."]))
    tape.article(
        "plain",
        claim("up to", "investment", recipient="OpenAI", investors=["NVIDIA"], amount=(100 * B, "up_to"), **OCTOBER),
        claim("gigawatts", "capacity", customer="OpenAI", provider="NVIDIA", power=(10_000, "at_least"), **OCTOBER),
        claim("backstop", "guarantee", guarantor="NVIDIA", beneficiary="CoreWeave", amount=6_300_000_000, **OCTOBER),
        claim("plan", "capex", owner="Meta", site="Hyperion, Louisiana", amount=(27 * B, "about"), **OCTOBER),
        claim("purchase", "acquisition", "completed", target="Windsurf", acquirer="Cognition", amount=3 * B, **OCTOBER),
    )  # fmt: skip
    tape.article(
        "group", claim("group", "investment", recipient="Delta", investors=["Echo", "Foxtrot"], amount=B, **OCTOBER)
    )
    tape.article("whole", claim("whole", "funding_round", recipient="Golf", stage="series-b", amount=B, **OCTOBER))
    tape.article(
        "slice", claim("slice", "funding_round", recipient="Golf", stage="series-b", amount=B // 5, on="2025-06-01")
    )
    tape.article(
        "tenant",
        claim("tenant", "capacity", customer="Hotel", provider="India", power=500, site="Lake Park", **OCTOBER),
    )
    tape.article(
        "chips", claim("supplier", "capacity", customer="Hotel", provider="NVIDIA", power=500, site="Lake Park",
                       amount=B, **OCTOBER),
    )  # fmt: skip
    for key, owner, status in (
        ("a", "Borealis", "announced"),
        ("b", "Borealis", "announced"),
        ("c", "Aurora Fund", "completed"),
    ):
        tape.article(f"owner {key}", claim(f"owner {key}", "capex", status, owner=owner, amount=7 * B, **OCTOBER))
    for key in ("joined", "apart"):
        tape.article(f"{key} a", claim(f"{key} a", "funding_round", recipient=key, amount=B, **OCTOBER))
        tape.article(f"{key} b", claim(f"{key} b", "funding_round", recipient=key, amount=B, **OCTOBER))
    tape.link("apart a", "apart b", "different")
    tape.link("apart a", "no such claim", "same")
    tape.link("deal-joined b", "deal-joined a", "same")
    tape.link("Juliett", "Lima", "same", subject="organization")
    tape.link("Juliett", "Kilo", "same", subject="organization")
    tape.article("kilo", claim("kilo", "funding_round", recipient="Kilo", amount=B, **OCTOBER))
    tape.article("juliett", claim("juliett", "funding_round", recipient="Juliett", amount=B, **OCTOBER))
    return Warehouse(tmp_path_factory.mktemp("deals"), tape.frame())


def test_figures_and_parties_of_each_kind(world: Warehouse) -> None:
    assert world.one("SELECT investors, amount_low, amount_high FROM investments WHERE recipient = 'OpenAI'") == (
        "NVIDIA", None, 100 * B,
    )  # fmt: skip
    capacity = (
        "SELECT provider, power_low_mw, power_high_mw, power_bound FROM compute_capacity WHERE customer = 'OpenAI'"
    )
    assert world.one(capacity) == ("NVIDIA", 10_000, None, "at_least")
    guarantee = "SELECT guarantor, beneficiary, amount_low_usd FROM guarantees"
    assert world.one(guarantee) == ("NVIDIA", "CoreWeave", 6_300_000_000)
    plan = world.one("SELECT owner, site, amount_bound FROM capex_plans WHERE site IS NOT NULL")
    assert plan == ("Meta", "Hyperion, Louisiana", "about")
    assert world.one("SELECT acquirer, target, status FROM acquisitions") == ("Cognition", "Windsurf", "completed")


def test_names_lead_to_organisations_by_a_rule(world: Warehouse) -> None:
    rules = dict(world.ask("SELECT name, organization_id || ', ' || rule FROM organization_aliases"))
    assert (rules["Nvidia Corp"], rules["NVDA"]) == ("nvidia, alias", "nvidia, ticker")
    assert rules["Corvus"] == rules["CORVUS Inc."]
    assert world.deal_of("spelled") == world.deal_of("ticker")
    assert world.one("SELECT partners, partner_count FROM partnerships") == ("Corvus; NVIDIA", 2)


def test_a_deal_goes_by_the_party_that_most_origins_name(world: Warehouse) -> None:
    assert world.one("SELECT main_party FROM deals WHERE deal_id = ?", world.deal_of("owner c")) == "Borealis"


def test_people_join_organisations_and_keep_deals_apart(world: Warehouse) -> None:
    assert world.deal_of("kilo") == world.deal_of("juliett")
    assert world.deal_of("joined a") == world.deal_of("joined b")
    assert world.deal_of("apart a") != world.deal_of("apart b")
    states = dict(world.ask("SELECT other_id, state FROM corrections"))
    assert states == {
        "apart b": "holds", "no such claim": "not followed: no such claim now", "deal-joined a": "holds",
        "Kilo": "holds", "Lima": "not followed: no organisation is called 'Lima' now",
    }  # fmt: skip
    asked = world.ask("SELECT other_id FROM mart_review_queue WHERE question = 'link not followed' ORDER BY 1")
    assert asked == [("Lima",), ("no such claim",)]


def test_a_decision_belongs_to_the_deal_that_any_of_its_ids_names(world: Warehouse) -> None:
    deal = "SELECT deal_id FROM corrections WHERE subject_id = ?"
    assert world.one(deal, "deal-joined b") == world.deal_of("joined a")


def test_an_owner_whom_no_claim_names_is_an_organisation_too(tmp_path: Path) -> None:
    tape = Tape()
    tape.policy(
        {"id": "echo", "name": "Echo", "kind": "company", "acquired_by": {"id": "foxtrot", "on": "2026"}},
        {"id": "lab", "name": "Golf Lab", "kind": "company", "subsidiary_of": "golf"},
        {"id": "foxtrot", "name": "Foxtrot", "kind": "company", "vehicle_of": "golf"},
        {"id": "golf", "name": "Golf", "kind": "company"},
    )
    tape.tell(claim("a", "funding_round", recipient="Echo", investors=["Golf Lab"], amount=B))
    built = Warehouse(tmp_path, tape.frame())
    assert built.ask("SELECT organization_id, name, parent_id, group_id, deals FROM organizations") == [
        ("echo", "Echo", "foxtrot", "echo", 1), ("foxtrot", "Foxtrot", "golf", "golf", 0),
        ("golf", "Golf", None, "golf", 0), ("lab", "Golf Lab", "golf", "golf", 1),
    ]  # fmt: skip


def test_a_group_acting_as_one_pays_one_sum(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT payer, low_usd, counts_in_total FROM money_flows WHERE payee = 'Delta' ORDER BY payer NULLS FIRST"
    )
    assert rows == [(None, B, True), ("Echo", None, False), ("Foxtrot", None, False)]


def test_who_leads_a_round_does_not_pay_it_all(tmp_path: Path) -> None:
    tape, rows = (
        Tape(),
        "SELECT payer, low_usd, counts_in_total FROM money_flows WHERE payee = ? ORDER BY 1 NULLS FIRST",
    )
    tape.tell(claim("led", "funding_round", recipient="Golf", investors=["Echo"], leads=["Echo"], amount=6 * B))
    tape.tell(claim("sole", "funding_round", recipient="Hotel", investors=["Echo"], amount=B))
    built = Warehouse(tmp_path, tape.frame())
    assert built.ask(rows, "Golf") == [(None, 6 * B, True), ("Echo", None, False)]
    assert built.ask(rows, "Hotel") == [("Echo", B, True)]
    assert built.one("SELECT investor, is_lead, amount_low FROM round_investors WHERE is_lead") == ("Echo", True, None)


def test_an_investor_is_as_sure_as_the_surer_of_its_sum_and_its_round(tmp_path: Path) -> None:
    tape, golf = Tape(), {"recipient": "Golf", "on": "2025-10-08"}
    tape.tell(claim("round", "funding_round", "completed", amount=9 * B, investors=["Echo", "Hotel"], **golf))
    tape.tell(claim("part", "investment", "reported", amount=B, investors=["Echo"], **golf))
    tape.tell(claim("off", "investment", "cancelled", amount=2 * B, investors=["Hotel"], **golf))
    rows = Warehouse(tmp_path, tape.frame()).ask("SELECT investor, amount_low, status FROM round_investors ORDER BY 1")
    assert rows == [("Echo", B, "completed"), ("Hotel", 2 * B, "cancelled")]


def test_a_round_of_equity_and_debt_is_mixed_also_when_its_closing_is_told_by_its_shares(tmp_path: Path) -> None:
    tape = Tape()
    whole = {"recipient": "Golf", "amount": 20 * B, "on": "2025-10-08"}
    parts = {"equity": 8 * B, "debt": (12 * B, "up_to")}
    tape.tell(claim("report", "funding_round", "reported", instrument="mixed", **parts, **whole))
    tape.tell(claim("closing", "funding_round", "completed", instrument="equity", stage="series-e", **whole))
    built = Warehouse(tmp_path, tape.frame())
    assert built.one("SELECT instrument, stage FROM funding_rounds") == ("mixed", "series-e")


def test_a_tranche_is_counted_in_its_round(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT amount_low, counts_in_total, counted_in FROM funding_rounds WHERE recipient = 'Golf' ORDER BY 1"
    )
    assert rows == [(B // 5, False, world.deal_of("whole")), (B, True, None)]
    relation = world.one("SELECT relation FROM deal_relations WHERE deal_id = ?", world.deal_of("slice"))
    assert relation == "tranche_of"


def test_one_capacity_counts_once_and_every_payment_counts(world: Warehouse) -> None:
    rows = world.ask(
        "SELECT capacity_counts, counts_in_total FROM compute_capacity WHERE customer = 'Hotel' ORDER BY 1"
    )
    assert rows == [(False, True), (True, True)]
    paid = "SELECT payee, low_usd FROM money_flows WHERE payer = 'Hotel' AND counts_in_total ORDER BY payee"
    assert world.ask(paid) == [("India", None), ("NVIDIA", B)]


def test_a_phase_is_counted_in_its_site_whether_or_not_sums_are_told(tmp_path: Path) -> None:
    tape = Tape()
    site = {"customer": "Hotel", "provider": "India", "site": "Abilene, Texas", "on": "2025-10-08"}
    tape.article("a", claim("all", "capacity", power=1200, **site), claim("phase", "capacity", power=200, **site))
    built = Warehouse(tmp_path, tape.frame())
    rows = built.ask("SELECT power_low_mw, capacity_counts, capacity_counted_in FROM compute_capacity ORDER BY 1")
    assert rows == [(200, False, built.deal_of("all")), (1200, True, None)]


@pytest.mark.parametrize("order", [1, -1])
def test_a_capacity_that_is_passed_on_counts_for_who_uses_it(tmp_path: Path, order: int) -> None:
    tape, site = Tape(), {"power": 300, "site": "Cheyenne, Wyoming"}
    told = [
        claim("a", "capacity", customer="Nimbus", provider="Hotel", amount=3 * B, on="2025-06-01", **site),
        claim("b", "capacity", customer="Hotel", provider="India", amount=B, on="2025-06-05", **site),
    ]
    for key, one in zip("ab", told[::order], strict=True):
        tape.tell(one | {"claim_key": key})
    rows = (
        "SELECT customer, capacity_counts, counts_in_total, capacity_counted_in FROM compute_capacity ORDER BY 1 DESC"
    )
    built = Warehouse(tmp_path, tape.frame())
    user = built.one("SELECT deal_id FROM compute_capacity WHERE customer = 'Nimbus'")
    assert built.ask(rows) == [("Nimbus", True, True, None), ("Hotel", False, True, user)]


def test_money_that_comes_back_is_a_loop(world: Warehouse) -> None:
    assert world.ask("SELECT loop, weakest FROM mart_money_loops") == [("NVIDIA > OpenAI > NVIDIA", "announced")]


def test_every_member_claims_id_leads_to_its_deal(world: Warehouse) -> None:
    known = "SELECT deal_id FROM deal_aliases WHERE old_deal_id = ?"
    assert world.one(known, "deal-joined b") == world.deal_of("joined a") == "deal-joined a"


def test_every_deal_stands_in_the_table_of_its_kind_and_every_check_holds(world: Warehouse) -> None:
    failed = world.ask("SELECT rule, severity FROM quality_results WHERE suite = 'warehouse' AND NOT success")
    assert failed == []
    assert world.one("SELECT count(*) FROM quality_results WHERE suite = 'warehouse'") > 10
