"""Captures: one file a run, readable by position, damage noticed, nothing outside the folder."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from pipeline.events.types import Capture
from pipeline.fetch import CaptureError, read_capture
from pipeline.fetch.body import decode
from pipeline.fetch.capture import CaptureFile
from pipeline.fetch.client import Response
from pipeline.fetch.errors import FetchError
from pipeline.settings import Home

NOW = datetime(2025, 10, 8, tzinfo=UTC)


def test_every_record_is_found_at_its_position(home: Home) -> None:
    bodies = [b"", b"one", "zwei Ümlaute".encode(), bytes(range(256)) * 300]
    with CaptureFile(home.captures, "files", NOW) as captures:
        where = [captures.file(f"file:///x#{n}", body, "text/plain") for n, body in enumerate(bodies)]
        captures.sync()
    assert [read_capture(home, one).data for one in where] == bodies
    assert read_capture(home, where[2]).url == "file:///x#2"


def test_two_runs_at_once_have_two_files(home: Home) -> None:
    with CaptureFile(home.captures, "a", NOW) as one, CaptureFile(home.captures, "a", NOW) as other:
        first, second = one.file("file:///a", b"a", "text/plain"), other.file("file:///b", b"b", "text/plain")
        one.sync()
        other.sync()
    assert first.file != second.file


def test_a_run_without_records_makes_no_file(home: Home) -> None:
    with CaptureFile(home.captures, "a", NOW) as captures:
        captures.sync()
    assert not home.captures.exists()


def test_damage_is_noticed(home: Home) -> None:
    with CaptureFile(home.captures, "a", NOW) as captures:
        where = captures.file("file:///a", b"text " * 200, "text/plain")
        captures.sync()
    path = home.captures / where.file
    whole = path.read_bytes()
    for cut in (whole[: len(whole) // 2], whole[:200] + b"\xff\xff" + whole[202:], b""):
        path.write_bytes(cut)
        with pytest.raises(CaptureError, match="at byte 0"):
            read_capture(home, where)


def test_a_position_outside_the_captures_is_refused(home: Home) -> None:
    home.captures.mkdir(parents=True)
    with pytest.raises(CaptureError, match="outside"):
        read_capture(home, Capture(file="../../../etc/passwd", offset=0))


def test_a_url_puts_no_header_into_a_record(home: Home) -> None:
    url = "http://site.example/a\r\nWARC-Injected: yes\r\n\r\nWARC/1.1"
    answer = Response(url, 200, "OK", {"Content-Type": "text/html"}, b"body", b"body", {}, chain=(url,))
    with CaptureFile(home.captures, "a", NOW) as captures:
        captures.response(answer)
        where = captures.file(url, b"file", "text/plain")
        captures.sync()
    with (home.captures / where.file).open("rb") as stream:
        records = [(record.rec_headers, record.content_stream().read()) for record in ArchiveIterator(stream)]
    assert [headers["WARC-Type"] for headers, _ in records] == ["response", "request", "metadata", "resource"]
    assert not [headers for headers, _ in records if "WARC-Injected" in headers]
    assert [body.count(b"\n") for _, body in records] == [0, 0, 1, 0]


@settings(max_examples=200)
@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "identity", None]))
def test_any_body_decodes_or_says_why_not(raw: bytes, encoding: str | None) -> None:
    try:
        content = decode(raw, encoding, "http://x/")
    except FetchError as error:
        said = str(error)
    else:
        said = "http://x/: read" if len(content) < 2**20 else "too much"
    assert said.startswith("http://x/: ")
