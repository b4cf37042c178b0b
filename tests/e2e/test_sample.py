"""`dealtape run --sample`: the whole real way over loopback HTTP, and once more."""

from __future__ import annotations

from pathlib import Path

from pipeline.sample import Newsroom
from tests.cli.command import Ran, dealtape
from tests.e2e.tables import head, published


def listed() -> int:
    """How many articles the newsroom's feeds list."""
    return sum(len(medium.listed(None)) for medium in Newsroom().media.values())


def test_a_run_ends_with_the_deals_and_where_everything_lies(first_run: tuple[Path, Ran]) -> None:
    home, ran = first_run
    assert ran.code == 0
    rows = ran.rows()
    split = rows.index(["what", "where"])
    deals, places = rows[1:split], dict(rows[split + 1 :])
    assert len(deals) > 15
    assert ["funding_round", "xAI", "completed"] in [[*deal[:2], deal[3]] for deal in deals]
    assert set(places) == {"warehouse", "exports", "data docs"}
    assert all(Path(place).exists() for place in places.values())
    articles = listed()
    assert f"{articles} articles listed, {articles} new" in ran.err
    assert home == Path(places["warehouse"]).parents[2]


def test_a_run_says_with_whom_each_deal_is(first_run: tuple[Path, Ran]) -> None:
    header, *deals = first_run[1].rows()
    whom = header.index("with")
    assert {("guarantee", "CoreWeave", "NVIDIA"), ("investment", "Anthropic", "Microsoft, NVIDIA")} <= {
        (deal[0], deal[1], deal[whom]) for deal in deals if len(deal) > whom
    }
    assert [deal[whom] for deal in deals if [*deal[:2], deal[3:4]] == ["funding_round", "xAI", ["completed"]]] == [
        "NVIDIA, Baron Capital Group, Cisco and 5 more"
    ]


def test_every_article_of_the_newsroom_is_on_the_log_and_read(sample: Path) -> None:
    rows = dealtape("sql", "select state, count(*) from articles group by 1", "--csv", home=sample).out.splitlines()[1:]
    states = {state: int(count) for state, count in (row.split(",") for row in rows)}
    assert sum(states.values()) == listed()
    assert "unread" not in states
    assert states["claims"] > 15
    assert states["none"] > 3


def test_a_second_run_appends_nothing_and_publishes_nothing(home: Path) -> None:
    before, release = head(home), (home / "releases" / "current").resolve()
    ran = dealtape("run", "--sample", home=home)
    assert ran.code == 0
    assert head(home) == before
    assert (home / "releases" / "current").resolve() == release
    assert "nothing new on the log" in ran.err


def test_rebuilding_from_the_log_gives_the_same_tables(home: Path) -> None:
    before = published(home)
    ran = dealtape("rebuild", home=home)
    assert ran.code == 0
    after = published(home)
    assert {table: answer.rows for table, answer in after.items()} == {t: a.rows for t, a in before.items()}
    assert ["deals", str(len(after["deals"].rows))] in ran.rows()
    assert ran.err.endswith("-2\n")


def test_the_log_is_whole_and_a_flipped_byte_is_found(home: Path) -> None:
    assert dealtape("verify", home=home).code == 0
    [file] = sorted((home / "log").glob("*.parquet"))[:1]
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    ran = dealtape("verify", "--json", home=home)
    assert ran.code == 1
    assert ran.json()[0]["problems"]


def test_a_log_cut_back_behind_a_release_is_found(home: Path) -> None:
    last = max((home / "log" / "_delta_log").glob("*.json"))
    last.unlink()
    ran = dealtape("verify", home=home)
    assert ran.code == 1
    assert "was noted as an anchor and is gone" in ran.err


def test_the_doctor_finds_nothing_wrong(sample: Path) -> None:
    ran = dealtape("doctor", "--json", home=sample)
    assert [row for row in ran.json() if not row["ok"]] == []
    assert ran.code == 0
