"""What a publisher asked to be removed is found nowhere in the data home, whatever kind of file it might hide in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.command import dealtape
from tests.e2e.scan import found
from tests.e2e.site import Site

ERASED = "Acme AI raised $120 million in a Series B round led by Sequoia Capital, a person in a green hat told us."
KEPT = "Beta Robotics raised $80 million in a Series A round led by Index Ventures, the company said on Monday."
MARK, OTHER = "green hat", "said on Monday"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one article and, in `home`, the data home that read it."""
    folder = tmp_path_factory.mktemp("read_once")
    (folder / "article.txt").write_text(ERASED)
    assert dealtape("run", folder / "article.txt", home=folder / "home").code == 0
    return folder


@pytest.fixture
def home(read_once: Path, tmp_path: Path) -> Path:
    """A copy of that data home."""
    return Path(shutil.copytree(read_once / "home", tmp_path / "home", symlinks=True))


def test_an_erased_text_is_found_nowhere_and_its_neighbour_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Site() as site:
        site.pages |= {"/feed.xml": site.feed("secret", "kept")}
        site.pages |= {
            f"/{name}": f"<article><p>{text}</p></article>" for name, text in (("secret", ERASED), ("kept", KEPT))
        }
        sources = site.declare(tmp_path / "sources.toml", site="/feed.xml")
        assert dealtape("run", home=home, sources=sources).code == 0
        assert found(home, MARK) == found(home, OTHER) == ["captures", "texts"]
        [row] = dealtape("sql", "select article_id from articles where url like '%secret'", "--json", home=home).json()
        assert dealtape("erase", row["article_id"], "--reason", "asked for", home=home).code == 0
        assert found(home, MARK) == []
        assert found(home, OTHER) == ["captures", "texts"]
        assert dealtape("run", home=home, sources=sources).code == 0
    assert found(home, MARK) == []
    deals = dealtape("sql", "select main_party from deals order by 1", "--json", home=home).json()
    assert [deal["main_party"] for deal in deals] == ["Acme AI", "Beta Robotics"]


def test_with_the_claims_the_facts_go_as_well(read_once: Path, home: Path) -> None:
    [row] = dealtape("sql", "select article_id from articles", "--json", home=home).json()
    dealtape("erase", row["article_id"], "--claims", "--reason", "asked for", home=home)
    dealtape("publish", home=home)
    assert dealtape("sql", "from deals", "--json", home=home).json() == []
    again = dealtape("run", read_once / "article.txt", home=home)
    assert again.code == 3
    assert "article.txt: erased on request" in again.err
    assert found(home, MARK) == []


def test_a_missing_capture_is_nothing_left_to_erase(home: Path) -> None:
    [row] = dealtape("sql", "select article_id from articles", "--json", home=home).json()
    [file] = (home / "captures").rglob("*.gz")
    file.unlink()
    ran = dealtape("erase", row["article_id"], "--reason", "asked for", home=home)
    assert ran.code == 0
    assert f"{file.relative_to(home / 'captures')} is missing" in ran.err
    assert found(home, MARK) == []


def test_an_article_with_the_same_text_keeps_it_and_is_named(tmp_path: Path) -> None:
    for name in ("original", "copy"):
        (tmp_path / f"{name}.txt").write_text(ERASED)
    home = tmp_path / "home"
    dealtape("run", tmp_path / "original.txt", tmp_path / "copy.txt", home=home)
    rows = dealtape("sql", "select article_id from articles order by url desc", "--json", home=home).json()
    original, copy = (row["article_id"] for row in rows)
    assert copy in dealtape("erase", original, "--reason", "asked for", home=home).err
    dealtape("publish", home=home)
    [deal] = dealtape("sql", "from deals", "--json", home=home).json()
    told = dealtape("why", deal["deal_id"], "--json", home=home).json()
    assert {row["article_id"]: MARK in row["sentences"] for row in told} == {original: False, copy: True}
    assert original not in dealtape("erase", copy, "--reason", "asked for", home=home).err
    assert found(home, MARK) == []
