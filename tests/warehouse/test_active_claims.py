"""Which claims count: adopted readings of the newest content, minus what is kept back, withdrawn, erased or voided."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.events import ClaimRecord
from tests.warehouse.tape import START, Tape, Warehouse, claim

B = 10**9


def a_round(key: str, amount: int = B, name: str | None = None, **fields: Any) -> dict[str, Any]:
    return claim(key, "funding_round", recipient=name or f"Firm {key}", amount=amount, **fields)


def seen(one: dict[str, Any], ordinal: int) -> dict[str, Any]:
    """The claim as it stands on the log, which is what a person decides on."""
    return ClaimRecord.model_validate(one | {"ordinal": ordinal}).model_dump(mode="json", exclude_none=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    tape = Tape()
    tape.adopt("v2")
    tape.article("read by both", a_round("both old"), version="v1")
    tape.read("read by both", a_round("both new"), version="v2", published="2025-09-10")
    tape.article("read before", a_round("before"), version="v1")
    tape.article("in shadow", a_round("adopted"), version="v2")
    tape.read("in shadow", a_round("shadow"), version="v3", published="2025-09-10")
    tape.article("updated", a_round("dropped"), a_round("kept"), version="v2")
    tape.observe("updated", content="second")
    tape.read("updated", a_round("kept"), a_round("added"), content="second", version="v2", published="2025-09-10")
    tape.article("paywalled", a_round("still known"), version="v2")
    tape.observe("paywalled", content="stub")
    tape.read("paywalled", content="stub", version="v2", outcome="thin")
    tape.article("not yet", a_round("first content"), version="v2")
    tape.observe("not yet", content="unread")
    tape.article("not found", a_round("lost page"), version="v2")
    tape.gone("not found", 404)
    tape.article("withdrawn", a_round("taken back"), version="v2")
    tape.gone("withdrawn", 410)
    tape.article("back again", a_round("restored"), version="v2")
    tape.gone("back again", 410)
    tape.observe("back again", at=START + timedelta(days=9))
    tape.article("erased", a_round("without text"), version="v2")
    tape.erase("erased", "text")
    tape.article("erased whole", a_round("erased too"), version="v2")
    tape.erase("erased whole", "text_and_claims")
    for key in ("held", "let in", "refused"):
        tape.article(f"doubtful {key}", a_round(key), version="v2")
        tape.quarantine(f"doubtful {key}", a_round(key), "amount_in_range", "year_in_range", version="v2")
    tape.review("let in", "accept")
    tape.article("wrong", a_round("rejected"), version="v2")
    tape.review("rejected", "reject")
    tape.article("forgiven", a_round("withdrawn review"), version="v2")
    tape.review("withdrawn review", "reject")
    tape.review("withdrawn review", "withdraw")
    tape.observe("mistake")
    mistake = tape.read("mistake", a_round("voided"), version="v2", published="2025-09-10")
    tape.void(mistake)
    tape.observe("no mistake")
    fact = tape.read("no mistake", a_round("void voided"), version="v2", published="2025-09-10")
    tape.void(tape.void(fact))
    return Warehouse(tmp_path_factory.mktemp("active"), tape.frame())


ACTIVE = {
    "both new", "before", "adopted", "kept", "added", "still known", "first content", "lost page", "restored",
    "without text", "let in", "withdrawn review", "void voided",
}  # fmt: skip
KEPT_OUT = {"taken back": "withdrawn", "held": "quarantined", "refused": "quarantined", "rejected": "rejected"}


def test_the_claims_that_count(world: Warehouse) -> None:
    assert {row[0] for row in world.ask("SELECT claim_key FROM claims WHERE state = 'active'")} == ACTIVE


def test_what_does_not_count_says_why_and_has_no_deal(world: Warehouse) -> None:
    rows = world.ask("SELECT claim_key, state, deal_id FROM claims WHERE state <> 'active'")
    assert {key: state for key, state, _ in rows} == KEPT_OUT
    assert {deal for *_, deal in rows} == {None}


@pytest.mark.parametrize(
    ("article", "state"),
    [
        ("read before", "claims"), ("paywalled", "claims"), ("not found", "gone"), ("withdrawn", "withdrawn"),
        ("back again", "claims"), ("erased", "erased"), ("mistake", "unread"),
    ],
)  # fmt: skip
def test_what_became_of_an_article(world: Warehouse, article: str, state: str) -> None:
    assert world.one("SELECT state FROM articles WHERE article_id = ?", article) == state


def test_erased_text_takes_its_title_along(world: Warehouse) -> None:
    assert world.ask("SELECT DISTINCT title FROM articles WHERE state = 'erased'") == [(None,)]
    assert world.ask("SELECT * FROM claim_evidence WHERE claim_key = 'erased too'") == []


def test_quarantine_keeps_every_rejected_claim_with_its_rules(world: Warehouse) -> None:
    rows = world.ask("SELECT claim_key, rules, state FROM quarantine ORDER BY claim_key")
    broken = "amount_in_range, year_in_range"
    assert rows == [("held", broken, "waiting"), ("let in", broken, "accept"), ("refused", broken, "waiting")]


def test_voided_events_are_listed_and_count_nowhere(world: Warehouse) -> None:
    assert world.one("SELECT count(*) FROM events WHERE voided_by IS NOT NULL") == 2


def test_a_claim_repeated_by_a_later_content_keeps_its_first_time(world: Warehouse) -> None:
    times = dict(world.ask("SELECT claim_key, CAST(reported_at AS VARCHAR) FROM claims WHERE article_id = 'updated'"))
    assert times["kept"] == "2025-09-10 00:00:00"
    assert times["added"] > "2026-01-01"


def test_an_old_claims_deal_id_leads_to_the_claim_that_took_its_place(world: Warehouse) -> None:
    assert world.deal_of("both new") == "deal-both old"


def test_a_deal_keeps_its_id_when_another_claim_of_its_article_is_let_in_or_rejected(tmp_path: Path) -> None:
    tape = Tape()
    site = {"kind": "capacity", "customer": "Aldera", "site": "Lake Park", "on": "2025-09-08"}
    misprint = claim("misprint", chips=40_000_000, provider="Borealis", **site)
    tape.article("one", misprint, claim("real", chips=40_000, provider="Corvus", **site), a_round("other"))
    tape.quarantine("one", misprint, "chips_plausible")
    assert Warehouse(tmp_path, tape.frame()).deal_of("real") == "deal-real"
    tape.review("misprint", "accept")
    let_in = Warehouse(tmp_path, tape.frame())
    assert [let_in.deal_of(key) for key in ("misprint", "real")] == ["deal-misprint", "deal-real"]
    tape.review("misprint", "reject")
    rejected = Warehouse(tmp_path, tape.frame())
    assert rejected.deal_of("real") == "deal-real"
    assert rejected.one("SELECT deal_id FROM deal_aliases WHERE old_deal_id = 'deal-misprint'") is None


def test_a_shadow_reading_changes_no_row_before_it_is_adopted(tmp_path: Path) -> None:
    tape = Tape()
    tape.article("one", a_round("key"), content="first", published="2025-09-10")
    tape.observe("one", content="second")
    tape.read("one", a_round("key", 2 * B), content="second", published="2025-09-12")
    before = Warehouse(tmp_path, tape.frame())
    tape.read("one", a_round("key", 2 * B), a_round("new name"), content="first", version="v2", published="2025-09-10")
    after = Warehouse(tmp_path, tape.frame())
    for table in ("claims", "deals", "deal_aliases", "deal_terms", "organizations", "organization_aliases"):
        assert after.ask(f"FROM {table} ORDER BY ALL") == before.ask(f"FROM {table} ORDER BY ALL"), table


def test_a_quarantined_claim_waits_once_and_no_longer_when_it_is_read_right(tmp_path: Path) -> None:
    tape = Tape()
    for key in ("read right", "wrong again"):
        tape.article(f"article {key}", a_round(key))
        tape.quarantine(f"article {key}", a_round(key), "amount_in_range", version="v1")
    tape.adopt("v2")
    for key in ("read right", "wrong again"):
        tape.read(f"article {key}", a_round(key), version="v2", published="2025-09-10")
    tape.quarantine("article wrong again", a_round("wrong again"), "amount_in_range", version="v2")
    world = Warehouse(tmp_path, tape.frame())
    rows = world.ask("SELECT claim_key, extractor_version, state FROM quarantine ORDER BY 1, 2")
    assert rows == [
        ("read right", "v1", "superseded"), ("wrong again", "v1", "superseded"), ("wrong again", "v2", "waiting"),
    ]  # fmt: skip
    assert world.ask("SELECT subject_id FROM mart_review_queue") == [("wrong again",)]


def test_roll_back_brings_back_the_readings_of_the_version_before(tmp_path: Path) -> None:
    tape = Tape()
    tape.adopt("v2")
    tape.article("one", a_round("key", B), version="v1")
    tape.read("one", a_round("key", 2 * B), version="v2", published="2025-09-10")
    assert Warehouse(tmp_path, tape.frame()).amount("key") == (2, 2, "exact")
    tape.adopt("v1")
    assert Warehouse(tmp_path, tape.frame()).amount("key") == (1, 1, "exact")


def test_decisions_survive_a_new_reading(tmp_path: Path) -> None:
    tape = Tape()
    same, other, gone = a_round("same"), a_round("other"), a_round("gone")
    tape.article("one", same, other, gone)
    tape.review("same", "replace", {"amount_low": 5 * B, "amount_high": 5 * B}, basis=seen(same, 0))
    tape.review("other", "replace", {"amount_low": 6 * B, "amount_high": 6 * B}, basis=seen(other, 1))
    tape.review("gone", "accept", basis=seen(gone, 2))
    tape.adopt("v2")
    moved = dict(a_round("same"), evidence=[{"start": 7, "end": 20}])
    tape.read("one", moved, a_round("other", 9 * B), version="v2", published="2025-09-10")
    world = Warehouse(tmp_path, tape.frame())
    assert (world.amount("same")[0], world.amount("other")[0]) == (5, 6)
    states = dict(world.ask("SELECT subject_id, state FROM corrections"))
    assert states == {"same": "holds", "other": "stale", "gone": "orphaned"}
    queue = world.ask("SELECT question, subject_id FROM mart_review_queue WHERE question LIKE '%decision' ORDER BY 1")
    assert queue == [("orphaned decision", "gone"), ("stale decision", "other")]
