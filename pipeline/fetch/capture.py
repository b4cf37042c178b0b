"""Raw bytes on disk before anything looks at them: WARC files, one a run, written by warcio and read by fastwarc."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO
from urllib.parse import urlsplit
from uuid import uuid4

from fastwarc.warc import ArchiveIterator, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.durable import sync
from pipeline.events.types import Capture
from pipeline.fetch.body import decode
from pipeline.fetch.client import Response
from pipeline.fetch.errors import CaptureError, FetchError
from pipeline.settings import Home

ARTICLES = WarcRecordType.response | WarcRecordType.resource
_HOP_HEADERS = {"transfer-encoding", "connection", "set-cookie"}
_BREAKS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class RawArticle:
    """What was captured: the content's bytes, where they came from (after redirects) and the stated content type."""

    data: bytes
    url: str
    content_type: str | None


class CaptureFile:
    """A new WARC file below `captures/`, made when the first record comes. Nobody else writes to it."""

    def __init__(self, captures: Path, source: str, now: datetime) -> None:
        self._root = captures
        stamp = now.astimezone(UTC)
        self._path = captures / f"{stamp:%Y/%m}" / f"{source}-{stamp:%Y%m%dT%H%M%S}-{uuid4().hex}.warc.gz"
        self._stream: BinaryIO | None = None
        self._writer: WARCWriter | None = None

    def response(self, response: Response) -> Capture:
        """Write an HTTP answer with its request; the body stays as it was sent."""
        headers = [(k, _BREAKS.sub(" ", v)) for k, v in response.headers.items() if k.lower() not in _HOP_HEADERS]
        http = StatusAndHeaders(f"{response.status} {response.reason}".strip(), headers, protocol="HTTP/1.1")
        capture = self._write("response", response.url, response.raw, http=http)
        parts = urlsplit(response.url)
        line = f"GET {parts.path or '/'}{'?' + parts.query if parts.query else ''} HTTP/1.1"
        asked = StatusAndHeaders(line, list(response.request_headers.items()), is_http_request=True)
        self._write("request", response.url, b"", http=asked)
        if response.chain:
            via = "".join(f"via: {_one_line(url)}\r\n" for url in response.chain)
            self._write("metadata", response.url, via.encode())
        return capture

    def file(self, url: str, data: bytes, content_type: str) -> Capture:
        """Write the bytes of a file or record."""
        return self._write("resource", url, data, content_type=content_type)

    def _write(
        self, kind: str, url: str, data: bytes, http: StatusAndHeaders | None = None, content_type: str = "text/plain"
    ) -> Capture:
        stream, writer = self._open()
        offset = stream.tell()
        record = writer.create_warc_record(
            _one_line(url),
            kind,
            payload=BytesIO(data),
            length=len(data),
            http_headers=http,
            warc_content_type="" if http else content_type,
        )
        writer.write_record(record)
        return Capture(file=self._path.relative_to(self._root).as_posix(), offset=offset)

    def _open(self) -> tuple[BinaryIO, WARCWriter]:
        if self._stream is None or self._writer is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._path.open("xb")
            self._writer = WARCWriter(self._stream, gzip=True, warc_version="1.1")
        return self._stream, self._writer

    def sync(self) -> None:
        """Return only when everything written so far, and the names of the file and its folders, are on the disk."""
        if self._stream is None:
            return
        self._stream.flush()
        os.fsync(self._stream.fileno())
        for folder in [self._path.parent, *self._path.parent.parents]:
            sync(folder)
            if folder == self._root.parent:
                break

    def __enter__(self) -> CaptureFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        if self._stream:
            self._stream.close()


def _one_line(url: str) -> str:
    """A URL as a header may hold it: what came after a break would be a header of its own."""
    return _BREAKS.sub("", url)


def capture_path(home: Home, capture: Capture) -> Path:
    """The file of a capture. CaptureError when it would lie outside `captures/`."""
    path = (home.captures / capture.file).resolve()
    if not path.is_relative_to(home.captures.resolve()):
        raise CaptureError(f"{capture.file}: outside the captures folder")
    return path


def read_capture(home: Home, capture: Capture) -> RawArticle:
    """The captured article at a position. CaptureError when it is missing, damaged, erased or not below `captures/`."""
    where = f"{capture.file} at byte {capture.offset}"
    try:
        with capture_path(home, capture).open("rb") as stream:
            stream.seek(capture.offset)
            return _record(stream, where)
    except (OSError, ValueError, FetchError) as error:
        raise CaptureError(f"{where}: {error}") from error


def _record(stream: BinaryIO, where: str) -> RawArticle:
    record = next(iter(ArchiveIterator(stream, parse_http=False)), None)
    if record is None:
        raise CaptureError(f"{where}: there is no captured article")
    if not record.record_type & ARTICLES:
        raise CaptureError(f"{where}: the article was erased; its publisher may still serve it")
    if not record.verify_block_digest():
        raise CaptureError(f"{where}: the record does not match its checksum")
    url = record.headers["WARC-Target-URI"]
    if record.record_type == WarcRecordType.resource:
        return RawArticle(record.reader.read(), url, record.headers["Content-Type"])
    record.parse_http()
    headers = record.http_headers
    content = decode(record.reader.read(), headers.get("Content-Encoding"), url)
    return RawArticle(content, url, headers.get("Content-Type"))
