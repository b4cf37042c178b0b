"""Files on disk: `.txt` and `.html` are one article each, `.json` and `.jsonl` hold records.

A record is `{"id", "lang", "title", "published", "text"}`; other keys are neither read nor kept. Names on disk are
data: nothing outside the folder is opened, links are not followed, hidden files are passed over, and no machine path
enters an article's address.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO
from urllib.parse import quote, quote_from_bytes

from pipeline.events import canonical, content_hash
from pipeline.sources.source import Item, Skip, Source, kind

MAX_BYTES = 20 * 2**20
"""Largest file (.txt, .html, .json) or single record (.jsonl) that is read."""
CONTENT_TYPES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html"}
RECORD_TYPE = "application/json"
RECORD_KEYS = ("id", "lang", "title", "published", "text")


def folder_source(path: Path) -> Source:
    """The source that a file or folder given by hand makes."""
    return Source("files", "folder", str(path.absolute()), "", "given by hand", 3, 60, enabled=True)


def of_one_name(paths: Iterable[Path]) -> list[str]:
    """Names that several different paths have; the name is what the addresses of their articles begin with."""
    called = Counter({path.resolve(): path.absolute().name for path in paths}.values())
    return [name for name, times in called.items() if times > 1]


def records(stdin: TextIO, name: str) -> Iterator[Item | Skip]:
    """The records of JSON lines on a text stream, such as standard input; `name` stands for the file in messages."""
    yield from _lines(stdin.buffer, name, "file:///" + quote(name))


def folder_items(path: Path) -> Iterator[Item | Skip]:
    """The articles of a file or folder, without a source around them."""
    return items(folder_source(path), lambda url: None)


@kind("folder")
def items(source: Source, read: Callable[[str], bytes | None]) -> Iterator[Item | Skip]:
    """The articles of a file, or of every file below a folder in the order of their names."""
    root = Path(source.address)
    if not root.exists():
        yield Skip(_shown(root), "no such file or folder")
        return
    for path in [root] if root.is_file() else _files(root):
        try:
            yield from _file(path, "file:///" + quote_from_bytes(os.fsencode(path.relative_to(root.parent).as_posix())))
        except OSError as error:
            yield Skip(_shown(path), error.strerror or str(error))


def _files(root: Path) -> Iterator[Path]:
    found = (path for path in sorted(root.rglob("*")) if path.is_symlink() or not path.is_dir())
    return (path for path in found if not _hidden(path.relative_to(root)))


def _shown(path: Path) -> str:
    """A path in words: a name on disk is bytes, and not always UTF-8."""
    return os.fsencode(path).decode(errors="replace")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _file(path: Path, url: str) -> Iterator[Item | Skip]:
    suffix, where = path.suffix.lower(), _shown(path)
    if path.is_symlink() or not path.is_file():
        yield Skip(where, "not a regular file; links are not followed")
    elif suffix == ".jsonl":
        with path.open("rb") as stream:
            yield from _lines(stream, where, url)
    elif suffix not in CONTENT_TYPES and suffix != ".json":
        yield Skip(where, f"{suffix or 'a file without extension'} is not .txt, .html, .json or .jsonl")
    elif path.stat().st_size > MAX_BYTES:
        yield Skip(where, f"{path.stat().st_size / 2**20:.1f} MiB; the limit is {MAX_BYTES // 2**20} MiB")
    elif suffix == ".json":
        yield from _json(path, where, url)
    else:
        yield Item(url, path.read_bytes(), CONTENT_TYPES[suffix], where=where, id=Path(where).stem)


def _lines(stream: BinaryIO, name: str, url: str) -> Iterator[Item | Skip]:
    """One record a line. A line that is no record is skipped and named; the rest goes on."""
    seen: dict[str, int] = {}
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > MAX_BYTES:
            yield Skip(where, f"the line is over {MAX_BYTES // 2**20} MiB")
            _pass_line(stream.readline, line)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _parsed(line, url, where, seen, number)
    if not number:
        yield Skip(name, "empty")


def _pass_line(readline: Callable[[int], bytes], line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = readline(2**20)


def _parsed(line: bytes, url: str, where: str, seen: dict[str, int], number: int) -> Item | Skip:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Skip(where, "the line is not UTF-8")
    except (ValueError, RecursionError) as error:
        return Skip(where, f"the line is no JSON: {error}")
    return _record(record, url, where, seen, number)


def _json(path: Path, where: str, url: str) -> Iterator[Item | Skip]:
    """One record, or a list of them."""
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        yield Skip(where, "the file is not UTF-8")
        return
    except (ValueError, RecursionError) as error:
        yield Skip(where, f"the file is no JSON: {error}")
        return
    seen: dict[str, int] = {}
    for number, record in enumerate(content if isinstance(content, list) else [content], 1):
        yield _record(record, url, f"{where} record {number}", seen, number)


def _record(record: Any, url: str, where: str, seen: dict[str, int], number: int) -> Item | Skip:
    """A record as an article whose bytes are the known keys alone."""
    problem = _problem(record)
    if problem:
        return Skip(where, problem)
    kept = {key: record[key] for key in RECORD_KEYS if record.get(key) is not None}
    data = canonical(kept).encode("utf-8", "replace")
    name = str(kept.get("id", f"sha256-{content_hash(data)[:16]}")).encode("utf-8", "replace").decode()
    if seen.setdefault(name, number) != number:
        return Skip(where, f"the id {name!r} stands already at {seen[name]} in this file")
    return Item(f"{url}#{quote(name, safe='')}", data, RECORD_TYPE, where=where, id=name)


def _problem(record: Any) -> str | None:
    if not isinstance(record, dict):
        return f"a record is a JSON object, this is a {type(record).__name__}"
    if not isinstance(record.get("text"), str) or not record["text"].strip():
        return 'the record has no "text"'
    for key in ("lang", "title", "published"):
        if not isinstance(record.get(key), str | None):
            return f'"{key}" is no text'
    if not isinstance(record.get("id"), str | int | None) or isinstance(record.get("id"), bool):
        return '"id" is neither text nor an integer'
    return None
