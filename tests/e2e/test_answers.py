"""What is known, what was known, why, and since when: the story of xAI's round on the sample newsroom."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from pipeline.warehouse import PUBLIC
from tests.cli.command import dealtape

BILLION = 10**9


def rounds(home: Path, day: str | None = None) -> set[tuple[str, int]]:
    """Status and size of xAI's rounds of $10B and $20B, now or on a day of the public clock."""
    command = ("as-of", day, "deals") if day else ("sql", "from deals")
    rows = dealtape(*command, "--json", home=home).json()
    found = {
        (row["status"], row["amount_high"])
        for row in rows
        if (row["kind"], row["main_party"]) == ("funding_round", "xAI")
    }
    return {(status, size // BILLION) for status, size in found if size in (10 * BILLION, 20 * BILLION)}


@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2025-09-18", set()),
        ("2025-09-20", {("reported", 10)}),
        ("2025-10-01", {("denied", 10)}),
        ("2025-10-09", {("denied", 10), ("reported", 20)}),
        ("2026-01-05", {("denied", 10), ("reported", 20)}),
        ("2026-01-31", {("denied", 10), ("completed", 20)}),
    ],
)
def test_what_the_public_knew(sample: Path, day: str, known: set[tuple[str, int]]) -> None:
    assert rounds(sample, day) == known


def test_the_recorded_clock_says_nothing_of_days_before_the_tape_began(sample: Path) -> None:
    assert dealtape("as-of", "2025-10-01", "deals", "--clock", "recorded", home=sample).out.count("\n") == 1


def test_as_of_today_is_what_is_published(sample: Path) -> None:
    for clock in ("public", "recorded"):
        assert dealtape("as-of", "9999-12-31", "deals", "--clock", clock, home=sample).out == (
            dealtape("sql", "from deals", home=sample).out
        )


def test_as_of_says_for_which_day_and_by_which_code_it_is(sample: Path) -> None:
    [said] = dealtape("as-of", "2025-10-01", "release", "--json", home=sample).json()
    [published] = dealtape("sql", "from release", "--json", home=sample).json()
    assert (said["clock"], said["as_of"], said["code_version"]) == ("public", "2025-10-01", published["code_version"])


def test_as_of_answers_what_is_made_from_the_public_tables(sample: Path) -> None:
    ran = dealtape("as-of", "2025-10-01", "mart_money_loops", "--json", home=sample)
    assert (ran.code, ran.err) == (0, "")


def test_as_of_writes_every_public_table_into_a_file_of_its_own(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "october.duckdb"
    ran = dealtape("as-of", "2025-10-09", "--since", "2025-10-01", "--out", out, home=sample)
    assert (ran.code, ran.out) == (0, "")
    with duckdb.connect(str(out), read_only=True) as file:
        tables = {name for (name,) in file.execute("select table_name from information_schema.tables").fetchall()}
        assert set(PUBLIC) <= tables
        changes = file.execute(
            "select subject, before, after, event_type from changes where after = 'reported'"
        ).fetchall()
    assert ("status", None, "reported", "ArticleExtracted") in changes
    assert [path.name for path in tmp_path.iterdir()] == ["october.duckdb"]
    assert dealtape("as-of", "2025-10-09", "--out", out, home=sample).code == 2


@pytest.mark.parametrize(
    "wrong",
    [
        ["01.10.2025", "deals"],
        ["2025-10-01", "no_table"],
        ["2025-10-01"],
        ["2025-10-01", "deals", "--clock", "mine"],
        ["2025-10-01", "changes"],
        ["2025-10-01", "changes", "--since", "2025-10-01"],
        ["2025-10-01", "--out", "no-such-folder/october.duckdb"],
    ],
)
def test_a_wrong_day_table_or_clock_is_a_wrong_command_line(sample: Path, wrong: list[str]) -> None:
    ran = dealtape("as-of", *wrong, home=sample)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("dealtape: ")


def big_round(home: Path) -> str:
    """The id of xAI's $20B round."""
    query = "select deal_id from funding_rounds where recipient = 'xAI' and amount_low = 20000000000"
    return str(dealtape("sql", query, "--json", home=home).json()[0]["deal_id"])


def test_why_gives_every_figure_with_its_sentences_and_what_lost(sample: Path) -> None:
    rows = dealtape("why", big_round(sample), "--json", home=sample).json()
    debt = [row for row in rows if row["term"] == "debt"]
    assert (debt[0]["part"], debt[0]["low"], debt[0]["high"]) == ("decides", None, 12_500_000_000)
    assert "12.5 billion" in debt[0]["sentences"] or "12,5 milliards" in debt[0]["sentences"]
    assert debt[0]["publisher"]
    assert debt[0]["rule"]
    assert {row["part"] for row in rows if row["term"] == "status"} >= {"decides", "outweighed"}
    told = dealtape("why", big_round(sample), home=sample).out
    assert "up to 12,500,000,000 USD, decides" in told


def test_history_is_told_in_the_order_of_the_public_clock(sample: Path) -> None:
    rows = dealtape("history", big_round(sample), "--json", home=sample).json()
    assert [row["status"] for row in rows if row["what"] == "status"] == ["reported", "completed"]
    assert [row["public_at"] for row in rows] == sorted(row["public_at"] for row in rows)
    assert all(row["recorded_at"] >= row["public_at"] for row in rows)


def test_an_old_id_of_a_deal_still_answers(sample: Path) -> None:
    query = "select old_deal_id, deal_id from deal_aliases where deal_id is not null limit 1"
    [ids] = dealtape("sql", query, "--json", home=sample).json()
    old, new = (dealtape("why", ids[name], "--json", home=sample).out for name in ("old_deal_id", "deal_id"))
    assert old == new != ""


def test_a_deal_that_never_was_is_said(sample: Path) -> None:
    for command in ("why", "history"):
        ran = dealtape(command, "deal-of-nobody", home=sample)
        assert (ran.code, ran.out) == (2, "")
        assert "no deal has or had the id 'deal-of-nobody'" in ran.err


def test_questions_before_the_first_run_are_told_what_to_do(tmp_path: Path) -> None:
    for command in (
        ["sql", "select 1"],
        ["why", "deal-x"],
        ["review"],
        ["publish"],
        ["rebuild"],
        ["as-of", "2025-10-01", "deals"],
    ):
        ran = dealtape(*command, home=tmp_path / "home")
        assert (ran.code, ran.out) == (1, "")
        assert "`dealtape run`" in ran.err


def test_sql_reads_tables_and_nothing_else(sample: Path) -> None:
    for query in ("select * from read_csv('/etc/hostname')", "create table a (b int)", "select 1; select 2", "selec"):
        ran = dealtape("sql", query, home=sample)
        assert (ran.code, ran.out) == (2, "")
    assert (
        dealtape("sql", "-", "--json", home=sample, stdin="select 1.50 as a, true as b").out
        == '{"a": 1.5, "b": true}\n'
    )


def test_numbers_are_numbers_and_lines_are_whole(sample: Path) -> None:
    query = "select 12500000000::decimal(18,2) as a, 'x' || repeat('y', 500) as b, null as c, date '2026-01-06' as d"
    assert json.loads(dealtape("sql", query, "--json", home=sample).out) == {
        "a": 12_500_000_000, "b": "x" + "y" * 500, "c": None, "d": "2026-01-06",
    }  # fmt: skip
    plain = dealtape("sql", query, home=sample)
    assert plain.out == "a\tb\tc\td\n12500000000\tx" + "y" * 500 + "\t\t2026-01-06\n"
    assert dealtape("sql", "select '=1+1' as a", "--csv", home=sample).out == "a\n'=1+1\n"
    assert "\x1b" not in plain.out + plain.err


HEART = {
    "the round and its split": (
        "select amount_low, equity_low, equity_bound, debt_low, debt_high, debt_bound from funding_rounds "
        "where recipient = 'xAI' and amount_low = 20e9 and status = 'completed'",
        (20e9, 7.5e9, "about", None, 12.5e9, "up_to"),
    ),
    "NVIDIA's part of it, counted once": (
        "select i.amount_low, v.counts_in_total from round_investors i join investments v "
        "on v.deal_id = i.investment_deal_id where i.recipient = 'xAI' and i.investor = 'NVIDIA'",
        (2e9, False),
    ),
    "NVIDIA's letter of intent": (
        "select amount_low, amount_high, status from investments where recipient = 'OpenAI' and investors = 'NVIDIA'",
        (None, 100e9, "announced"),
    ),
    "its power": (
        "select power_low_mw, power_high_mw, power_bound from compute_capacity "
        "where customer = 'OpenAI' and provider = 'NVIDIA'",
        (10_000, None, "at_least"),
    ),
    "the guarantee": (
        "select guarantor, amount_low from guarantees where beneficiary = 'CoreWeave'",
        ("NVIDIA", 6.3e9),
    ),
    "the denial": (
        "select speaker, status, denied_on, deal_status from denials where recipient = 'xAI'",
        ("Elon Musk", "denied", "2025-09-22", "denied"),
    ),
}


@pytest.mark.parametrize("fact", HEART)
def test_the_heart_of_the_story_is_right(sample: Path, fact: str) -> None:
    query, expected = HEART[fact]
    found = [tuple(row.values()) for row in dealtape("sql", query, "--json", home=sample).json()]
    assert found == [expected]
