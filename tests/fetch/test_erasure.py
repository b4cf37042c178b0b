"""Erased captures: the text is found nowhere, also by who opens every file, and all else stays where it was."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.events.types import ArticleObserved, Capture
from pipeline.fetch import CaptureError, erase_capture, read_capture
from pipeline.fetch.capture import CaptureFile
from pipeline.settings import Home
from tests.fetch.site import Site, Tape, page, reply, rss

NOW = datetime(2025, 10, 8, tzinfo=UTC)
WORDS = "the words that must go"
URL = "file:///news#1"


def scan(root: Path) -> bytes:
    """Every byte below a folder, with files and HTTP bodies decompressed."""
    found = b""
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        found += path.read_bytes()
        if path.suffix == ".gz":
            with path.open("rb") as stream:
                found += b"".join(record.content_stream().read() for record in ArchiveIterator(stream))
    return found


def capture(home: Home, *records: tuple[str, bytes]) -> list[Capture]:
    with CaptureFile(home.captures, "files", NOW) as captures:
        where = [captures.file(url, data, "text/plain") for url, data in records]
        captures.sync()
    return where


def test_an_erased_article_is_gone_and_its_neighbours_stay_at_their_positions(home: Home) -> None:
    before, erased, after = capture(home, ("file:///a", b"first"), (URL, WORDS.encode() * 90), ("file:///b", b"third"))
    size = (home.captures / erased.file).stat().st_size
    assert erase_capture(home, erased, URL) == 1
    assert (read_capture(home, before).data, read_capture(home, after).data) == (b"first", b"third")
    assert (home.captures / erased.file).stat().st_size == size
    assert b"words" not in scan(home.root)
    with pytest.raises(CaptureError, match="was erased"):
        read_capture(home, erased)


def test_a_file_with_an_erased_record_is_whole_gzip_and_whole_warc(home: Home) -> None:
    first, *_ = capture(home, (URL, b"x"), ("file:///b", b"y"))
    erase_capture(home, first, URL)
    path = home.captures / first.file
    assert gzip.decompress(path.read_bytes()).count(b"WARC/1.1") == 2
    with path.open("rb") as stream:
        assert [record.rec_type for record in ArchiveIterator(stream, check_digests="raise")] == [
            "metadata",
            "resource",
        ]


def test_a_compressed_page_is_erased_too(site: Site, tape: Tape) -> None:
    packed = gzip.compress(f"<p>{WORDS}</p>".encode() * 50)
    site.answers |= {
        "/feed": rss("/a", "/b"),
        "/a": lambda handler: reply(handler, 200, packed, Content_Encoding="gzip"),
        "/b": page("<p>other words of news</p>"),
    }
    tape.fetch(site.source())
    first, second = (ArticleObserved.model_validate_json(event.payload) for event in tape.events)
    assert WORDS.encode() in scan(tape.home.captures)
    erase_capture(tape.home, first.capture, first.url)
    assert WORDS.encode() not in scan(tape.home.captures)
    assert b"other words" in read_capture(tape.home, second.capture).data


def test_a_feed_that_carries_whole_articles_keeps_none_of_them(site: Site, tape: Tape) -> None:
    item = f"<item><title>T</title><link>/a</link><description>{WORDS}</description></item>"
    site.answers |= {"/feed": page(f"<rss><channel>{item}</channel></rss>"), "/a": page(f"<p>{WORDS}</p>")}
    assert tape.fetch(site.source()).new == 1
    observed = ArticleObserved.model_validate_json(tape.events[0].payload)
    erase_capture(tape.home, observed.capture, observed.url)
    assert WORDS.encode() not in scan(tape.home.root)


def test_what_a_crash_captured_and_never_observed_goes_with_it(home: Home) -> None:
    capture(home, (URL, WORDS.encode()), ("file:///b", b"stays"))
    (observed,) = capture(home, (URL, WORDS.encode() + b" again"))
    assert erase_capture(home, observed, URL) == 2
    assert WORDS.encode() not in scan(home.root)
    assert b"stays" in scan(home.root)


def test_erasing_twice_is_erasing_once(home: Home) -> None:
    (erased,) = capture(home, (URL, WORDS.encode()))
    erase_capture(home, erased, URL)
    erase_capture(home, erased, URL)
    with pytest.raises(CaptureError, match="was erased"):
        read_capture(home, erased)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_a_crash_amid_erasing_is_mended_by_erasing_again(home: Home, share: float) -> None:
    erased, after = capture(home, (URL, WORDS.encode() * 90), ("file:///b", b"third"))
    path = home.captures / erased.file
    whole = path.read_bytes()
    erase_capture(home, erased, URL)
    torn = int(after.offset * share)
    path.write_bytes(path.read_bytes()[:torn] + whole[torn:])
    erase_capture(home, erased, URL)
    assert b"words" not in scan(home.root)
    assert read_capture(home, after).data == b"third"


def test_a_torn_record_that_seems_to_go_on_forever_takes_no_neighbour_with_it(home: Home) -> None:
    erased, after = capture(home, (URL, WORDS.encode() * 90), ("file:///b", b"third"))
    path = home.captures / erased.file
    longest_block = b"\x1f\x8b\x08" + b"\0" * 7 + b"\0\xff\xff\0\0"  # a gzip member that stores 65535 bytes
    path.write_bytes(longest_block + path.read_bytes()[len(longest_block) :])
    erase_capture(home, erased, URL)
    assert read_capture(home, after).data == b"third"


def test_a_file_cut_off_by_a_crash_stops_no_erasure(home: Home) -> None:
    cut, _ = capture(home, ("file:///a", b"first " * 500), ("file:///c", b"cut off" * 500))
    path = home.captures / cut.file
    path.write_bytes(path.read_bytes()[:-40])
    (erased,) = capture(home, (URL, WORDS.encode()))
    erase_capture(home, erased, URL)
    assert WORDS.encode() not in scan(path.parent / erased.file.rpartition("/")[2])
    assert read_capture(home, cut).data == b"first " * 500


def test_a_run_that_is_still_capturing_loses_nothing(home: Home) -> None:
    with CaptureFile(home.captures, "files", NOW) as captures:
        first = captures.file(URL, WORDS.encode(), "text/plain")
        captures.sync()
        erase_capture(home, first, URL)
        second = captures.file("file:///b", b"second", "text/plain")
        captures.sync()
    assert read_capture(home, second).data == b"second"
    assert WORDS.encode() not in scan(home.root)


def test_a_position_without_an_article_is_an_error(home: Home) -> None:
    (there,) = capture(home, (URL, b"x"))
    with pytest.raises(CaptureError, match="could not be erased"):
        erase_capture(home, Capture(file=there.file, offset=10**6), URL)


def test_where_the_file_is_missing_what_else_was_captured_at_the_url_goes(home: Home) -> None:
    (gone,) = capture(home, (URL, WORDS.encode()))
    (home.captures / gone.file).unlink()
    assert erase_capture(home, gone, URL) == 0
    capture(home, (URL, WORDS.encode()), ("file:///b", b"stays"))
    assert erase_capture(home, gone, URL) == 1
    assert WORDS.encode() not in scan(home.root)
    assert b"stays" in scan(home.root)
