"""What a publisher asked to be removed is found nowhere in the data home, whatever kind of file it might hide in."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from tests.cli.command import dealtape
from tests.e2e.site import Site

ERASED = "Acme AI raised $120 million in a Series B round led by Sequoia Capital, a person in a green hat told us."
KEPT = "Beta Robotics raised $80 million in a Series A round led by Index Ventures, the company said on Monday."
MARK, OTHER = "green hat", "said on Monday"


def texts(home: Path) -> Iterator[tuple[Path, str]]:
    """Everything that can be read in a data home: files as they are, and what is packed inside them."""
    for path in (one for one in home.rglob("*") if one.is_file()):
        data = path.read_bytes()
        yield path, data.decode("utf-8", "replace")
        if path.suffix == ".gz":
            yield from ((path, member.decode("utf-8", "replace")) for member in _members(data))
        if path.suffix == ".parquet":
            yield path, json.dumps(pl.read_parquet(path).to_dicts(), default=str, ensure_ascii=False)
        if path.suffix == ".duckdb":
            yield path, _rows(path)


def _members(data: bytes) -> Iterator[bytes]:
    """The gzip members of a WARC file, and the bodies inside them where a server had packed those too."""
    while data:
        packed = zlib.decompressobj(wbits=31)
        member = packed.decompress(data)
        yield member
        for start in (n for n in range(len(member) - 1) if member[n : n + 2] == b"\x1f\x8b"):
            try:
                yield gzip.decompress(member[start:])
            except (OSError, EOFError, zlib.error):
                continue
        data = packed.unused_data


def _rows(path: Path) -> str:
    with duckdb.connect(str(path), read_only=True) as file:
        tables = [name for (name,) in file.execute("select table_name from duckdb_tables()").fetchall()]
        return "\n".join(str(file.table(name).fetchall()) for name in tables)


def found(home: Path, words: str) -> list[str]:
    return sorted({path.relative_to(home).parts[0] for path, text in texts(home) if words in text})


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


def test_with_the_claims_the_facts_go_as_well(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ERASED)
    home = tmp_path / "home"
    dealtape("run", tmp_path / "article.txt", home=home)
    [row] = dealtape("sql", "select article_id from articles", "--json", home=home).json()
    dealtape("erase", row["article_id"], "--claims", "--reason", "asked for", home=home)
    dealtape("publish", home=home)
    assert dealtape("sql", "from deals", "--json", home=home).json() == []
    again = dealtape("run", tmp_path / "article.txt", home=home)
    assert again.code == 0
    assert found(home, MARK) == []
