"""Bad input is named with its file, line or URL and counted; everything else is processed and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.settings import Home
from pipeline.sources import folder_source
from pipeline.steps import Problem
from pipeline.steps.capturing import capture_source
from pipeline.steps.policy import policy_body
from tests.cli.command import Ran, dealtape
from tests.e2e.site import Site

GOOD = "Acme AI raised $120 million in a Series B round led by Sequoia Capital, the company said on 2 March 2026."
FRENCH = "Mistral AI a levé 1,7 milliard d’euros auprès d’ASML, a annoncé l’entreprise le 9 septembre 2025."


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two good articles among everything that can be wrong."""
    inbox = tmp_path_factory.mktemp("files") / "inbox"
    inbox.mkdir()
    good = json.dumps({"id": "good", "lang": "en", "published": "2026-03-03", "text": GOOD})
    future = json.dumps(
        {"id": "future", "lang": "en", "published": "2199-01-01", "text": "Nothing was raised by anyone."}
    )
    (inbox / "records.jsonl").write_text(f"{good}\n{{broken\n[1, 2]\n{future}\n")
    (inbox / "charset.html").write_bytes(
        f'<html><meta charset="utf-8"><title>Levée</title><article><p>{FRENCH}</p></article></html>'.encode("cp1252")
    )
    (inbox / "empty.txt").touch()
    (inbox / "without-text.html").write_text("<html><body><script>let a = 1</script></body></html>")
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (inbox / "large.html").write_bytes(b"<html>" + b" " * (20 * 2**20))
    (inbox / "picture.png").write_bytes(b"\x89PNG")
    return inbox


@pytest.fixture(scope="module")
def bad_run(inbox: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    home = tmp_path_factory.mktemp("bad") / "home"
    return home, dealtape("run", inbox, home=home)


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("records.jsonl:2", "the line is no JSON"),
        ("records.jsonl:3", "a record is a JSON object"),
        ("records.jsonl#future", "lies in the future"),
        ("empty.txt", "empty"),
        ("without-text.html", "no text"),
        ("binary.txt", "binary data"),
        ("large.html", "the limit is 20 MiB"),
        ("picture.png", "is not .txt, .html, .json or .jsonl"),
    ],
)
def test_each_bad_item_is_named(bad_run: tuple[Path, Ran], where: str, what: str) -> None:
    _, ran = bad_run
    assert [line for line in ran.err.splitlines() if f"{where}: " in line and what in line]


def test_bad_items_are_counted_and_the_run_publishes_and_exits_0(bad_run: tuple[Path, Ran]) -> None:
    home, ran = bad_run
    assert ran.code == 0
    assert "4 new" in ran.err
    assert "7 skipped" in ran.err
    rows = dealtape("sql", "select main_party, amount_low from deals order by 1", "--json", home=home).json()
    assert rows == [
        {"main_party": "Acme AI", "amount_low": 120_000_000},
        {"main_party": "Mistral AI", "amount_low": 1_700_000_000},
    ]


def test_a_wrong_charset_is_read_as_what_it_is(bad_run: tuple[Path, Ran]) -> None:
    home, _ = bad_run
    rows = dealtape("sql", "select title, lang from articles where title is not null", "--json", home=home).json()
    assert rows == [{"title": "Levée", "lang": "fr"}]


def test_a_run_with_nothing_but_bad_input_exits_3(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    ran = dealtape("run", tmp_path / "empty.txt", home=tmp_path / "home")
    assert ran.code == 3
    assert "empty.txt: empty" in ran.err


def test_a_path_that_is_not_there_is_a_wrong_command_line_and_makes_nothing(tmp_path: Path) -> None:
    ran = dealtape("run", tmp_path / "nothing", home=tmp_path / "home")
    assert (ran.code, ran.out) == (2, "")
    assert "no such file or folder" in ran.err
    assert not (tmp_path / "home").exists()


def test_two_files_of_one_name_are_not_taken_for_versions_of_one_article(tmp_path: Path) -> None:
    files = [tmp_path / folder / "article.txt" for folder in "ab"]
    for file in files:
        file.parent.mkdir()
        file.write_text(GOOD)
    ran = dealtape("run", *files, home=tmp_path / "home")
    assert ran.code == 2
    assert "several of the paths are called article.txt" in ran.err
    assert "name the folder above them" in ran.err
    assert not (tmp_path / "home").exists()


def test_one_file_that_is_named_twice_is_one(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("")
    ran = dealtape("run", file, tmp_path / ".." / tmp_path.name / "article.txt", home=tmp_path / "home")
    assert ran.code == 3
    assert "article.txt: empty" in ran.err


def test_a_broken_configuration_is_named(tmp_path: Path) -> None:
    (tmp_path / "organizations.toml").write_text('[[organization]]\nname = "Acme')
    with pytest.raises(Problem, match=r"organizations\.toml is no TOML: Unterminated string"):
        policy_body(tmp_path / "organizations.toml")


def test_a_source_that_fails_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    with Site() as site:
        site.pages["/feed.xml"] = site.feed("good")
        site.pages["/good"] = f"<html><title>Acme</title><article><p>{GOOD}</p></article></html>"
        site.pages["/broken.xml"] = "<html>not a feed</html>"
        sources = site.declare(tmp_path / "sources.toml", good="/feed.xml", broken="/broken.xml", gone="/nowhere.xml")
        ran = dealtape("run", home=tmp_path / "home", sources=sources)
    assert ran.code == 0
    assert "broken.xml" in ran.err
    assert "nowhere.xml" in ran.err
    assert "1 new" in ran.err
    assert "2 failed" in ran.err
    [deal] = dealtape("sql", "select main_party from deals", "--json", home=tmp_path / "home").json()
    assert deal == {"main_party": "Acme AI"}


def test_fetch_says_what_failed_and_that_nothing_is_due(tmp_path: Path) -> None:
    with Site() as site:
        sources = site.declare(tmp_path / "sources.toml", gone="/nowhere.xml")
        ran, again = (dealtape("fetch", home=tmp_path / "home", sources=sources) for _ in range(2))
    header, row = ran.rows()
    assert (ran.code, dict(zip(header, row, strict=True))["failed"]) == (3, "1")
    assert "failed http://site.example/nowhere.xml: status 404" in ran.err
    assert (again.code, again.out) == (0, "")
    assert "no source is due yet" in again.err


def test_an_article_that_is_changed_back_within_a_day_is_believed_as_it_stands(tmp_path: Path) -> None:
    article, home = tmp_path / "article.txt", tmp_path / "home"
    for million in (120, 190, 120):
        article.write_text(GOOD.replace("120", str(million)))
        assert capture_source(Home(home), folder_source(article))["new"] == 1
    assert dealtape("run", article, home=home).code == 0
    told = dealtape("sql", "select amount_high from deals", "--json", home=home)
    assert told.json() == [{"amount_high": 120_000_000}]


def test_a_home_that_the_log_cannot_lie_under_is_told(tmp_path: Path) -> None:
    ran = dealtape("doctor", home=tmp_path / "a%20b")
    assert ran.code == 1
    assert "set DEALTAPE_HOME to another folder" in ran.err


@pytest.mark.parametrize("command", [["publish"], ["doctor"], ["sql", "select 1"]])
def test_a_home_that_is_a_file_is_told_with_what_to_do(command: list[str], tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.touch()
    ran = dealtape(*command, home=home)
    assert (ran.code, ran.err) == (1, f"dealtape: {home} is a file; set DEALTAPE_HOME to a folder for the data\n")
