"""Captures: one file a run, readable by position, damage noticed, nothing outside the folder."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.events.types import Capture
from pipeline.fetch import CaptureError, read_capture
from pipeline.fetch.body import decode
from pipeline.fetch.capture import CaptureFile
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
