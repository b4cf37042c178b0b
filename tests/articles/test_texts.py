"""The text store: once, durable, private, erasable."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import TextStore
from pipeline.events import content_hash


def test_a_text_is_stored_once_under_its_hash(tmp_path: Path) -> None:
    store = TextStore(tmp_path / "texts")
    name = store.put("été")
    assert name == store.put("été") == content_hash("été".encode())
    assert store.get(name) == "été"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_the_name_of_a_new_folder_of_texts_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.readlink(f"/proc/self/fd/{descriptor}")))
    name = TextStore(tmp_path / "texts").put("text")
    assert synced[1:] == [str(tmp_path / "texts" / name[:2]), str(tmp_path / "texts"), str(tmp_path)]


def test_an_erased_text_is_gone(tmp_path: Path) -> None:
    store = TextStore(tmp_path)
    name = store.put("text")
    assert store.erase(name)
    assert not store.erase(name)
    with pytest.raises(KeyError, match="erased or never read"):
        store.get(name)


def test_damage_is_noticed(tmp_path: Path) -> None:
    store = TextStore(tmp_path)
    name = store.put("text")
    next(path for path in tmp_path.rglob("*.txt")).write_text("other", encoding="utf-8")
    with pytest.raises(KeyError, match="damaged"):
        store.get(name)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63])
def test_only_a_hash_is_a_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="no SHA-256"):
        TextStore(tmp_path).get(name)


def test_many_writers_of_one_text_agree(tmp_path: Path) -> None:
    store = TextStore(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(lambda _: store.put("the same text"), range(64)))
    assert len(names) == 1
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".txt"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    store = TextStore(tmp_path_factory.mktemp("texts"))
    assert store.get(store.put(text)) == text
