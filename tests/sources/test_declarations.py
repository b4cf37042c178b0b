"""sources.toml: what is wrong is said with file and source; nothing is on by default."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.settings import CONFIG
from pipeline.sources import KINDS, SourceError, load
from pipeline.sources.source import kind

GOOD = {
    "name": '"a"', "kind": '"feed"', "address": '"https://a.example/feed"', "publisher": '"A"', "terms": '"free"',
    "tier": "2", "schedule": "60",
}  # fmt: skip


def declare(folder: Path, *tables: dict[str, str], head: str = "") -> Path:
    path = folder / "sources.toml"
    body = "\n".join("[[source]]\n" + "\n".join(f"{k} = {v}" for k, v in table.items()) for table in tables)
    path.write_text(f"{head}\n{body}", encoding="utf-8")
    return path


def test_the_shipped_sources_are_valid_and_off() -> None:
    sources = load(CONFIG / "sources.toml")
    assert len(sources) >= 10
    assert not [source.name for source in sources if source.enabled]
    assert not [source.name for source in sources if source.local]


def test_a_declaration_is_read_with_the_contact_of_its_file(tmp_path: Path) -> None:
    (source,) = load(declare(tmp_path, {**GOOD, "enabled": "true"}, head='contact = "me@a.example"'))
    assert (source.name, source.enabled, source.contact, source.schedule) == ("a", True, "me@a.example", 60)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": '"ftp"'}, "kind 'ftp' is not one of feed, folder, page"),
        ({"address": '"file:///etc/passwd"'}, "address must be an http or https URL"),
        ({"tier": "9"}, "tier must be 1, 2 or 3"),
        ({"tier": '"2"'}, "tier is not int"),
        ({"schedule": "0"}, "schedule must be at least one minute"),
        ({"name": '"../x"'}, "name must be lower-case"),
        ({"enabled": "1"}, "enabled is not bool"),
        ({"colour": '"red"'}, "colour is not known"),
        ({"local": '"localhost"'}, "local = 'localhost' is no loopback address with a port"),
        ({"local": '"localhost:8000"'}, "local = 'localhost:8000' is no loopback address with a port"),
        ({"local": '"127.0.0.1:99999"'}, "is no loopback address with a port, such as 127.0.0.1:8000"),
        ({"local": '""'}, "local = '' is no loopback address with a port"),
    ],
)
def test_a_wrong_declaration_names_the_file_and_the_source(change: dict[str, str], said: str, tmp_path: Path) -> None:
    path = declare(tmp_path, GOOD | {"name": '"first"'}, GOOD | change)
    with pytest.raises(SourceError) as caught:
        load(path)
    assert f"{path}: source 2" in str(caught.value)
    assert said in str(caught.value)


@pytest.mark.parametrize("missing", GOOD)
def test_a_missing_key_is_named(missing: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=f"{missing} is missing"):
        load(declare(tmp_path, {k: v for k, v in GOOD.items() if k != missing}))


def test_two_sources_of_one_name_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="a declared more than once"):
        load(declare(tmp_path, GOOD, GOOD))


def test_two_folders_of_one_name_are_an_error_that_names_both_sources(tmp_path: Path) -> None:
    folders = [
        GOOD | {"name": f'"{name}"', "kind": '"folder"', "address": f'"{tmp_path / name / "news"}"'} for name in "xyz"
    ]
    folders[2]["address"] = f'"{tmp_path / "others"}"'
    with pytest.raises(SourceError, match="the folders of x, y are all called news"):
        load(declare(tmp_path, *folders))
    assert len(load(declare(tmp_path, GOOD, folders[0], folders[2]))) == 3


def test_one_folder_may_be_declared_in_two_sources(tmp_path: Path) -> None:
    folder = GOOD | {"kind": '"folder"', "address": f'"{tmp_path / "news"}"'}
    assert len(load(declare(tmp_path, folder, folder | {"name": '"b"'}))) == 2


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text("[[source", encoding="utf-8")
    with pytest.raises(SourceError, match=r"sources\.toml"):
        load(path)


@pytest.mark.parametrize("name", KINDS)
def test_a_second_kind_of_the_same_name_is_an_error(name: str) -> None:
    with pytest.raises(TypeError, match="two kinds"):
        kind(name)(KINDS[name])
