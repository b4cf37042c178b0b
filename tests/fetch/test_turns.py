"""Turns at a host and visits to a source follow the clock, also one that was set back."""

from __future__ import annotations

import time
from datetime import timedelta

from pipeline.fetch import due
from pipeline.fetch.state import opened
from tests.fetch.site import Site, Tape, page, rss


def test_a_clock_that_went_back_holds_up_nothing(site: Site, tape: Tape) -> None:
    site.answers |= {"/feed": rss("/a"), "/a": page()}
    tape.fetch(site.source())
    assert due([site.source()], tape.home, tape.now - timedelta(days=1)) != []
    with opened(tape.home.fetch_state) as state:
        later = time.time() + 86_400
        state.save_robots("http://site.example", 503, "", later)
        state.turn("site.example", 2, later)
        assert state.turn("site.example", 2, time.time()) == 0
    assert tape.fetch(site.source()).listed


def test_processes_queue_up_for_a_host(tape: Tape) -> None:
    with opened(tape.home.fetch_state) as state:
        assert [state.turn("site.example", 2, 1000.0) for _ in range(3)] == [0, 2, 4]
