"""Looking for words in a data home, also inside WARC, gzip, Parquet and DuckDB files."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl


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
        tables = file.execute("select table_schema, table_name from information_schema.tables").fetchall()
        return "\n".join(str(file.table(".".join(name)).fetchall()) for name in tables)


def found(home: Path, words: str) -> list[str]:
    """The parts of a data home that hold these words."""
    return sorted({path.relative_to(home).parts[0] for path, text in texts(home) if words in text})
