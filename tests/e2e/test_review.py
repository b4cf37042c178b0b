"""A person's word: it counts from the next release on, survives every re-reading and can be taken back."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline import steps
from pipeline.settings import Home
from pipeline.steps.reviewing import as_text
from tests.cli.command import Ran, dealtape

ROUND = "{name} raised $120 million in a Series B round led by Sequoia Capital, the company said on 2 March 2026."


@pytest.fixture(scope="module")
def told_twice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data home with one round, told of a company under two similar names."""
    folder = tmp_path_factory.mktemp("told_twice")
    texts = [ROUND.format(name="Acme Robotics"), ROUND.format(name="Acme Robotics Labs")]
    records = [{"id": n, "lang": "en", "published": "2026-03-03", "text": text} for n, text in enumerate(texts)]
    (folder / "records.jsonl").write_text("\n".join(map(json.dumps, records)))
    assert dealtape("run", folder / "records.jsonl", home=folder / "home").code == 0
    return folder / "home"


@pytest.fixture
def home(told_twice: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(told_twice, tmp_path / "home", symlinks=True))


def rows(home: Path, query: str) -> list[dict[str, Any]]:
    return dealtape("sql", query, "--json", home=home).json()


def decide(home: Path, *arguments: str) -> Ran:
    """Decide as ann, then publish."""
    ran = dealtape("review", *arguments, "--reason", "checked", "--actor", "ann", home=home)
    dealtape("publish", home=home)
    return ran


def claim_of(home: Path, name: str) -> str:
    [row] = rows(home, f"select claim_key from claims where recipient = '{name}'")
    return str(row["claim_key"])


def test_a_rejected_claim_counts_no_longer_and_a_withdrawn_rejection_is_undone(home: Path) -> None:
    key = claim_of(home, "Acme Robotics Labs")
    assert decide(home, "reject", key).code == 0
    assert [row["main_party"] for row in rows(home, "from deals")] == ["Acme Robotics"]
    assert "is no deal any more" in dealtape("why", f"deal-{key}", home=home).err
    [said] = rows(home, "from corrections")
    assert (said["decision"], said["actor"], said["reason"], said["state"]) == ("reject", "ann", "checked", "holds")
    decide(home, "withdraw", key)
    assert len(rows(home, "from deals")) == 2


def test_a_correction_replaces_a_figure_and_why_names_the_person(home: Path) -> None:
    key = claim_of(home, "Acme Robotics")
    decide(home, "correct", key, "amount_low=130000000", "amount_high=130000000")
    [deal] = rows(home, "from deals where main_party = 'Acme Robotics'")
    assert deal["amount_low"] == deal["amount_high"] == 130_000_000
    [amount] = [row for row in dealtape("why", deal["deal_id"], "--json", home=home).json() if row["term"] == "amount"]
    assert amount["rule"] == "person, completed, corrected by ann"
    why = dealtape("why", deal["deal_id"], home=home).out
    assert "130,000,000 USD, decides: person, completed, corrected by ann; article says 120,000,000 USD\n" in why
    assert "decides: the deal is completed, reviewed by ann\n" in why
    changes = rows(home, "select before, after, event_type, actor from changes where subject = 'amount'")
    assert changes == [
        {"before": "exact 120000000 USD", "after": "exact 130000000 USD", "event_type": "ClaimReviewed", "actor": "ann"}
    ]


def test_a_list_is_corrected_in_the_form_in_which_the_table_shows_it(home: Path) -> None:
    key = claim_of(home, "Acme Robotics")
    decide(home, "correct", key, "investors=Sequoia Capital; Benchmark, Inc.")
    query = "select investors from claims where recipient = 'Acme Robotics'"
    assert rows(home, query) == [{"investors": "Sequoia Capital; Benchmark, Inc."}]
    parties = rows(home, f"select name from deal_parties where deal_id = 'deal-{key}' and role = 'investor' order by 1")
    assert [row["name"] for row in parties] == ["Benchmark", "Sequoia"]


def test_a_second_correction_adds_to_the_first_until_both_are_withdrawn(home: Path) -> None:
    key = claim_of(home, "Acme Robotics")
    dealtape("review", "correct", key, "amount_low=130000000", "amount_high=130000000", "--reason", "typo", home=home)
    decide(home, "correct", key, "status=announced")
    history = dealtape("history", f"deal-{key}", home=home).out
    assert "told: completed 120,000,000 USD - " in history
    assert "replace by ann: status from completed to announced: checked\n" in history
    assert history.count("amount from 120,000,000 USD to 130,000,000 USD: typo\n") == 1
    query = "select status, amount_low from claims where recipient = 'Acme Robotics'"
    assert rows(home, query) == [{"status": "announced", "amount_low": 130_000_000}]
    decide(home, "withdraw", key)
    assert rows(home, query) == [{"status": "completed", "amount_low": 120_000_000}]
    assert "no decision" in decide(home, "withdraw", key).err


def test_a_correction_of_a_party_and_of_a_figure_is_told_with_its_person_and_the_fields_that_it_changed(
    home: Path,
) -> None:
    key = claim_of(home, "Acme Robotics")
    dealtape("review", "correct", key, "recipient=Acme Arms", "--reason", "a slip", "--actor", "bo", home=home)
    decide(home, "correct", key, "site=Tulsa", "amount_low=", "amount_high=", "amount_bound=", "amount_currency=")
    why = dealtape("why", f"deal-{key}", "--json", home=home).json()
    assert {(row["term"], row["rule"]) for row in why} == {("status", "the deal is completed, reviewed by ann")}
    history = dealtape("history", f"deal-{key}", home=home).out
    assert "replace by bo: recipient: a slip\n" in history
    assert "replace by ann: amount from 120,000,000 USD to unstated, site: checked\n" in history


def test_a_decision_on_a_claim_that_never_was_can_be_withdrawn(home: Path) -> None:
    [claim] = rows(home, "select claim_key, event_id from claims where recipient = 'Acme Robotics'")
    decide(home, "reject", claim["claim_key"])
    dealtape("void", claim["event_id"], "--reason", "wrong file", home=home)
    dealtape("publish", home=home)
    asked = [row for row in dealtape("review", "--json", home=home).json() if row["subject_id"] == claim["claim_key"]]
    assert [row["question"] for row in asked] == ["orphaned decision"]
    assert decide(home, "withdraw", claim["claim_key"]).code == 0
    assert "orphaned" not in dealtape("review", home=home).out


@pytest.mark.parametrize(
    "wrong",
    [
        ["amount_low=1"],
        ["amount_low=some"],
        ["amount_low=-5", "amount_high=-5"],
        ["amount_currency="],
        ["recipient="],
        ["no_field=1"],
        ["claim_key=x"],
        ["status=perhaps"],
        ["nonsense"],
        ["investors=Benchmark, Inc."],
        ["amount_currency=dollars"],
        ["stage=Series E"],
        ["recipient=a\x1b[31mb"],
        ["term_years=-3"],
        ["amount_low=1e30", "amount_high=1e30"],
        ["occurred_on=2025-10-08"],
        ["occurred_precision=day"],
    ],
)
def test_a_correction_that_no_claim_can_be_is_refused(home: Path, wrong: list[str]) -> None:
    before = rows(home, "select max(commit) as head from events")
    ran = dealtape("review", "correct", claim_of(home, "Acme Robotics"), *wrong, "--reason", "x", home=home)
    assert (ran.code, ran.out) == (2, "")
    assert dealtape("publish", home=home).out == ""
    assert rows(home, "select max(commit) as head from events") == before


def test_similar_names_are_asked_about_and_joined_only_by_a_person(home: Path) -> None:
    [asked] = dealtape("review", "--json", home=home).json()
    assert asked["question"] == "same organisation?"
    assert len(rows(home, "from deals")) == 2
    ran = decide(home, "link", asked["subject_id"], asked["other_id"], "same")
    assert ran.json()[0]["type"] == "LinkDecided"
    assert dealtape("review", home=home).out.count("\n") == 1
    [deal] = rows(home, "from deals")
    assert (deal["claims"], deal["amount_low"]) == (2, 120_000_000)


def test_two_deals_are_told_apart_again_by_a_person(home: Path) -> None:
    [asked] = dealtape("review", "--json", home=home).json()
    decide(home, "link", asked["subject_id"], asked["other_id"], "same")
    a, b = (f"deal-{row['claim_key']}" for row in rows(home, "select claim_key from claims"))
    decide(home, "link", a, b, "different")
    assert len(rows(home, "from deals")) == 2
    decide(home, "link", a, b, "withdraw")
    assert len(rows(home, "from deals")) == 1


def test_a_link_that_could_only_wait_is_refused_before_it_is_on_the_tape(home: Path) -> None:
    one = f"deal-{claim_of(home, 'Acme Robotics')}"
    [organization] = rows(home, "from organizations where name = 'Acme Robotics'")
    for ids, said in {
        (one, "deal-nobody", "same"): "no deal has or had the id 'deal-nobody'",
        (one, one, "different"): "is one",
        ("Acme Robotics", "Umbrella", "same"): "no organisation is called 'Umbrella'",
        ("openai", "OpenAI", "different"): "openai is the id of 'OpenAI'",
        ("Acme Robotics", organization["organization_id"], "different"): "is the id of 'Acme Robotics'",
        ("Acme Robotics", "Acme Robotics Labs", "withdraw"): "nothing is said of",
    }.items():
        ran = decide(home, "link", *ids)
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
    assert rows(home, "from corrections") == []


def test_an_organisation_merged_away_is_parted_again_by_the_id_that_it_had(home: Path) -> None:
    [asked] = dealtape("review", "--json", home=home).json()
    ids = asked["subject_id"], asked["other_id"]
    for verdict, organizations in (("same", 1), ("different", 2), ("same", 1), ("withdraw", 2)):
        assert decide(home, "link", *ids, verdict).code == 0
        assert len(rows(home, "from organizations where name like 'Acme%'")) == organizations
    assert decide(home, "link", *ids, "withdraw").code == 2


def test_decisions_without_reason_or_about_nothing_are_refused(home: Path) -> None:
    key = claim_of(home, "Acme Robotics")
    for arguments in (
        ["accept", key, "--reason", " "],
        ["accept", key, "--reason", "x", "--actor", " "],
        ["accept", "no-claim", "--reason", "x"],
        ["link", "deal-a", "openai", "same", "--reason", "x"],
        ["link", "a", "b", "perhaps", "--reason", "x"],
        ["accept", key],
    ):
        assert dealtape("review", *arguments, home=home).code == 2
    [article] = rows(home, "select article_id from claims where recipient = 'Acme Robotics'")
    assert dealtape("erase", article["article_id"], "--reason", " ", home=home).code == 2


def test_questions_for_airflow_carry_what_a_person_needs_and_answers_come_back(home: Path) -> None:
    [question] = steps.review_questions(Home(home))
    assert question["subject"] == "Are these one organisation?"
    assert "Acme Robotics" in question["body"]
    assert json.loads(json.dumps(question["item"])) == question["item"]
    item = question["item"]
    assert steps.answer_review(Home(home), item, "leave", reason="", actor="ann") is None
    said = steps.answer_review(Home(home), item, "no", reason="a branch", actor="ann")
    assert said is not None
    dealtape("publish", home=home)
    [link] = rows(home, "select decision, actor, reason from corrections")
    assert link == {"decision": "different", "actor": "ann", "reason": "a branch"}
    assert steps.review_questions(Home(home)) == []


def test_an_erased_article_leaves_its_facts_and_no_text(home: Path) -> None:
    [article] = rows(home, "select c.article_id from claims c where recipient = 'Acme Robotics'")
    ran = dealtape("erase", article["article_id"], "--reason", "asked by the publisher", "--actor", "ann", home=home)
    assert ran.code == 0
    [deal] = rows(home, "select deal_id, amount_low from deals where main_party = 'Acme Robotics'")
    assert deal["amount_low"] == 120_000_000
    for sentences in ("(this text was erased since this release, or is missing or damaged)", "(this text was erased)"):
        told = dealtape("why", deal["deal_id"], "--json", home=home).json()
        assert {row["sentences"] for row in told} == {sentences}
        dealtape("publish", home=home)
    assert rows(home, "select amount_low from deals where main_party = 'Acme Robotics'") == [
        {"amount_low": 120_000_000}
    ]
    assert dealtape("verify", home=home).code == 0


def test_a_voided_event_never_was(home: Path) -> None:
    [event] = rows(home, "select event_id from claims where recipient = 'Acme Robotics Labs'")
    assert dealtape("void", event["event_id"], "--reason", "wrong file", home=home).code == 0
    dealtape("publish", home=home)
    assert [row["main_party"] for row in rows(home, "from deals")] == ["Acme Robotics"]
    assert dealtape("void", "no-event", "--reason", "x", home=home).code == 2
    assert "0 read" in dealtape("run", home=home).err  # the same extractor would say the same again


@pytest.mark.parametrize(
    "said",
    [
        "[click](http://bad.test)",
        "![x](http://bad.test/p.png)",
        "<b>bold</b>",
        "# Heading",
        "see www.bad.test",
        "a *b* `c`",
    ],
)
def test_what_the_net_says_is_no_markup_in_the_question_to_a_person(said: str) -> None:
    marked = as_text(said)
    assert re.sub(r"\\(.)", r"\1", marked) == said
    assert not re.search(r"(?<!\\)[\[\]<>!#*`:]|www\.", marked)
