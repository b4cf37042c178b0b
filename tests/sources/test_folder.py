"""Files by hand: what can be read is, what cannot is named with its line."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from pipeline.sources import Item, Skip, folder, folder_items, records

RECORD = {"id": "r1", "lang": "en", "title": "T", "published": "2025-10-08", "text": "Some text."}


def split(path: Path) -> tuple[list[Item], list[Skip]]:
    found = list(folder_items(path))
    return [one for one in found if isinstance(one, Item)], [one for one in found if isinstance(one, Skip)]


def lines(path: Path, *rows: object) -> Path:
    text = "\n".join(row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def test_each_line_is_an_article_and_annotations_are_not_kept(tmp_path: Path) -> None:
    annotated = RECORD | {"claims": [{"kind": "denial"}], "deal_keys": ["secret"]}
    (item,), skips = split(lines(tmp_path / "news.jsonl", annotated))
    assert item.data is not None
    assert json.loads(item.data) == RECORD
    assert b"secret" not in item.data
    assert (item.url, item.id, item.content_type, skips) == ("file:///news.jsonl#r1", "r1", "application/json", [])


def test_bad_lines_are_named_and_the_others_read(tmp_path: Path) -> None:
    path = lines(tmp_path / "news.jsonl", RECORD, "{not json", RECORD | {"id": "r2"}, "[1]", {"id": "x"}, "",
                 RECORD | {"id": "r3", "title": 7}, RECORD | {"id": "r1", "text": "other"}, "[" * 100_000,
                 RECORD | {"id": "last"})  # fmt: skip
    items, skips = split(path)
    assert [item.id for item in items] == ["r1", "r2", "last"]
    said = {skip.where.rpartition(":")[2]: skip.what for skip in skips}
    assert all(skip.where.startswith(f"{path}:") for skip in skips)
    assert sorted(said) == ["2", "4", "5", "7", "8", "9"]
    assert "no JSON" in said["2"]
    assert "a list" in said["4"]
    assert 'no "text"' in said["5"]
    assert '"title" is no text' in said["7"]
    assert "stands already at 1" in said["8"]


def test_a_record_without_id_is_named_by_what_it_says(tmp_path: Path) -> None:
    one, other = {"text": "one"}, {"text": "other"}
    before, _ = split(lines(tmp_path / "a.jsonl", one, other))
    after, _ = split(lines(tmp_path / "a.jsonl", other, one))
    assert {item.url for item in before} == {item.url for item in after}
    assert len({item.url for item in before}) == 2


def test_other_bytes_than_utf8_in_a_line_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n\xef\xbb\xbf{"text": "fine"}\n')
    items, skips = split(path)
    assert (len(items), skips) == (1, [Skip(f"{path}:1", "the line is not UTF-8")])


def test_half_a_surrogate_does_not_stop_a_file(tmp_path: Path) -> None:
    texts = ('{"text": "bad \\ud800 text"}', '{"id": "bad \\ud800 id", "text": "fine"}', RECORD)
    items, skips = split(lines(tmp_path / "a.jsonl", *texts))
    assert ([item.id for item in items[1:]], skips) == (["bad ? id", "r1"], [])


def test_a_name_that_is_not_utf8_does_not_stop_a_folder(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"caf\xe8.txt", b"photo\xe9.png"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("text", encoding="utf-8")
    items, skips = split(tmp_path)
    assert [item.url.rpartition("/")[2] for item in items] == ["caf%E8.txt", "caf%E9.txt"]
    assert [item.id for item in items] == ["caf\N{REPLACEMENT CHARACTER}"] * 2
    assert [skip.where for skip in skips] == [f"{tmp_path}/photo\N{REPLACEMENT CHARACTER}.png"]


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_BYTES", 1000)
    items, skips = split(
        lines(tmp_path / "a.jsonl", RECORD, RECORD | {"id": "big", "text": "x" * 5000}, RECORD | {"id": "r2"})
    )
    assert [item.id for item in items] == ["r1", "r2"]
    assert skips[0].where.endswith(":2")


def test_a_folder_is_read_in_order_without_machine_paths(tmp_path: Path) -> None:
    inbox = tmp_path / "in box"
    (inbox / "sub").mkdir(parents=True)
    (inbox / "b.txt").write_text("text", encoding="utf-8")
    (inbox / "a.html").write_text("<p>page</p>", encoding="utf-8")
    (inbox / "sub" / "c.json").write_text(json.dumps([RECORD, RECORD | {"id": "r2"}]), encoding="utf-8")
    (inbox / "sub" / "d.json").write_text(json.dumps(RECORD), encoding="utf-8")
    items, skips = split(inbox)
    assert [item.url for item in items] == [
        "file:///in%20box/a.html",
        "file:///in%20box/b.txt",
        "file:///in%20box/sub/c.json#r1",
        "file:///in%20box/sub/c.json#r2",
        "file:///in%20box/sub/d.json#r1",
    ]
    assert skips == []


def test_what_is_no_article_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"png")
    (tmp_path / "empty.jsonl").write_bytes(b"")
    (tmp_path / "broken.json").write_bytes(b"{")
    (tmp_path / "link.txt").symlink_to("/etc/passwd")
    (tmp_path / "linked").symlink_to("/etc")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(folder.MAX_BYTES + 1)
    items, skips = split(tmp_path)
    assert items == []
    assert {Path(skip.where).name for skip in skips} == {
        "photo.png",
        "empty.jsonl",
        "broken.json",
        "link.txt",
        "linked",
        "huge.txt",
    }


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert split(tmp_path / "nowhere") == ([], [Skip(str(tmp_path / "nowhere"), "no such file or folder")])


def test_records_come_from_a_stream_too() -> None:
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(RECORD).encode() + b"\nno\n"))
    item, skip = list(records(stream, "standard input"))
    assert isinstance(item, Item)
    assert isinstance(skip, Skip)
    assert skip.where == "standard input:2"
