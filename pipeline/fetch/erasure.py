"""Erasing captured articles: the bytes go, and every other record stays at its position.

A record is overwritten in place, since a run may be appending to the same file and the log knows records by their
offsets. What takes its place is a member of the same length that says so, padded in the comment of its gzip header.
"""

from __future__ import annotations

import mmap
import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from fastwarc.warc import ArchiveIterator

from pipeline.events.types import Capture
from pipeline.fetch.capture import ARTICLES, capture_path
from pipeline.fetch.errors import CaptureError
from pipeline.settings import Home

_GZIP = zlib.MAX_WBITS | 16
_MAGIC = b"\x1f\x8b\x08"
_WARC = b"WARC/1."
_PIECE = 65536
_COMMENT = 16
"""The flag of a gzip header that is followed by a comment."""


def erase_capture(home: Home, capture: Capture, url: str) -> int:
    """Overwrite the article at a position, and whatever else was captured at its URL; how many records that were.

    A crash between capture and log leaves records of the URL that no event names: they go first, so that what a crash
    amid erasing leaves is found by the position again. Erasing twice is erasing once. Returns when the disk has it.
    Where the capture's file is missing, the records of `url` are what is left to erase. CaptureError when nothing is at
    the position.
    """
    path = capture_path(home, capture)
    own = [(path, capture.offset)] if path.exists() else []
    files = sorted(home.captures.resolve().rglob("*.warc.gz"))
    try:
        captured = _url_at(*own[0]) if own else url
        others = [(file, at) for file in files for at in _positions(file, captured)] if captured else []
        records = [*(other for other in others if other not in own), *own]
        for file, at in records:
            _overwrite(file, at)
    except (OSError, ValueError) as error:
        raise CaptureError(
            f"{capture.file} at byte {capture.offset}: it could not be erased ({error}); restore the file from a "
            "backup, or remove it, then erase again"
        ) from error
    return len(records)


@contextmanager
def _mapped(path: Path) -> Iterator[mmap.mmap]:
    """A file's bytes, to be read and overwritten; on the disk when the block is left."""
    with path.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as content:
        yield content
        content.flush()
        os.fsync(stream.fileno())


def _positions(path: Path, url: str) -> list[int]:
    """Where a file has articles of a URL; also a file that a crash cut off, or left empty."""
    if path.stat().st_size == 0:
        return []
    found, at = [], 0
    with _mapped(path) as content:
        while at < len(content):
            if _url(content, at) == url:
                found.append(at)
            at = _end(content, at)
    return found


def _url_at(path: Path, offset: int) -> str | None:
    with _mapped(path) as content:
        return _url(content, offset)


def _url(content: mmap.mmap, offset: int) -> str | None:
    """The URL of the article at a position; None when it is another record, erased or damaged."""
    head = zlib.decompressobj(_GZIP)
    try:
        record = next(
            iter(ArchiveIterator(BytesIO(head.decompress(content[offset : offset + _PIECE])), parse_http=False))
        )
    except (OSError, zlib.error, StopIteration):
        return None
    return record.headers["WARC-Target-URI"] if record.record_type & ARTICLES else None


def _overwrite(path: Path, offset: int) -> None:
    with _mapped(path) as content:
        end = _end(content, offset)
        content[offset:end] = _erased(end - offset)


def _end(content: mmap.mmap, offset: int) -> int:
    """Where the record at `offset` ends. One that a crash left half overwritten ends where the next one begins."""
    member = zlib.decompressobj(_GZIP)
    with suppress(zlib.error):
        for at in range(offset, len(content), _PIECE):
            piece = content[at : at + _PIECE]
            member.decompress(piece)
            if member.eof:
                return at + len(piece) - len(member.unused_data)
    at = content.find(_MAGIC, offset + 1)  # a torn member may also seem to go on to the end of the file
    while at != -1 and not _begins_record(content[at : at + 512]):
        at = content.find(_MAGIC, at + 1)
    return at if at != -1 else len(content)


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(_GZIP).decompress(data, len(_WARC)) == _WARC
    except zlib.error:
        return False


def _erased(size: int) -> bytes:
    """A gzip member of `size` bytes with a WARC record that says `erased`. ValueError when they are too few."""
    record = (
        f"WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:{uuid4()}>\r\n"
        f"WARC-Date: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\n"
        "erased\r\n\r\n"
    ).encode()
    deflate = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    body = deflate.compress(record) + deflate.flush()
    head = struct.pack("<3sB4xBB", _MAGIC, _COMMENT, 0, 255)
    tail = struct.pack("<II", zlib.crc32(record), len(record))
    padding = size - len(head) - 1 - len(body) - len(tail)
    if padding < 0:
        raise ValueError(f"{size} bytes are less than any record has")
    return head + b" " * padding + b"\0" + body + tail
