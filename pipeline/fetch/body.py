"""Bodies within limits: raw and decoded size, and no decompression beyond what is asked for."""

from __future__ import annotations

import zlib
from typing import Any

from pipeline.fetch.errors import FetchError

MAX_RAW = 5 * 2**20
MAX_DECODED = 20 * 2**20
MAX_MEMBERS = 100
PIECE = 65536
ENCODINGS = "gzip, deflate"


def read_raw(stream: Any, url: str, limit: int = MAX_RAW) -> bytes:
    """The body as it was sent, still encoded; FetchError when it is larger than `limit` bytes.

    `read1` returns what has arrived, so the request's deadline is met even by a server that sends a byte a second.
    """
    pieces, size = [], 0
    while piece := stream.read1(PIECE, decode_content=False):
        size += len(piece)
        if size > limit:
            raise FetchError(f"{url}: over {_mib(limit)} as sent; pages that large are left out", transient=False)
        pieces.append(piece)
    return b"".join(pieces)


def decode(raw: bytes, encoding: str | None, url: str, limit: int = MAX_DECODED) -> bytes:
    """The content of a raw body. FetchError for other encodings than were asked for, bombs and broken streams."""
    name = (encoding or "").strip().lower()
    if name in ("", "identity"):
        content = raw
    elif name in ("gzip", "x-gzip"):
        content = _inflate(raw, zlib.MAX_WBITS | 16, url, limit)
    elif name == "deflate":
        zlib_header = len(raw) > 1 and (raw[0] & 0x0F) == 8 and (raw[0] << 8 | raw[1]) % 31 == 0
        content = _inflate(raw, zlib.MAX_WBITS if zlib_header else -zlib.MAX_WBITS, url, limit)
    else:
        raise FetchError(f"{url}: Content-Encoding {name[:40]!r} was not asked for ({ENCODINGS})", transient=False)
    if len(content) > limit:
        raise FetchError(f"{url}: over {_mib(limit)}; pages that large are left out", transient=False)
    return content


def _inflate(raw: bytes, window: int, url: str, limit: int) -> bytes:
    """Decompress member by member and never more than a piece beyond the limit."""
    pieces, size, rest, members = [], 0, raw, 0
    while rest:
        members += 1
        if members > MAX_MEMBERS:  # each is split off by copying what follows it
            raise FetchError(f"{url}: over {MAX_MEMBERS} gzip members in one body; left out", transient=False)
        stream = zlib.decompressobj(window)
        while rest and not stream.eof:
            try:
                piece = stream.decompress(rest, PIECE)
            except zlib.error as error:
                raise FetchError(f"{url}: the compressed body is broken: {error}", transient=True) from error
            size += len(piece)
            if size > limit:
                raise FetchError(f"{url}: over {_mib(limit)} once decompressed; left out", transient=False)
            pieces.append(piece)
            rest = stream.unconsumed_tail
            if not piece and not rest and not stream.eof:
                raise FetchError(f"{url}: the compressed body ends early", transient=True)
        if not stream.eof:
            raise FetchError(f"{url}: the compressed body ends early", transient=True)
        rest = stream.unused_data.lstrip(b"\0")
    return b"".join(pieces)


def _mib(size: int) -> str:
    return f"{size / 2**20:g} MiB"
