"""Ctrl-C anywhere, and ten runs at once: the next run goes on, and nothing is lost or doubled."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import steps
from pipeline.log import Log
from pipeline.settings import Home
from pipeline.steps.lock import one_run
from tests.cli.command import dealtape, start
from tests.e2e.site import Site
from tests.e2e.tables import told

ROUND = "{name} raised ${sum} million in a Series B round led by Sequoia Capital, the company said on 2 March 2026."
COMPARED = ("claims", "deals", "deal_terms", "articles")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Three articles, each with one round."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    names = ("Acme AI", "Beta Robotics", "Gamma Compute")
    texts = [ROUND.format(name=name, sum=(n + 1) * 100) for n, name in enumerate(names)]
    records = [{"id": n, "lang": "en", "published": "2026-03-03", "text": text} for n, text in enumerate(texts)]
    (inbox / "records.jsonl").write_text("\n".join(map(json.dumps, records)))
    return inbox


def stopping_clock(after: int) -> Callable[[], datetime]:
    """A clock at which a person presses Ctrl-C when it is looked at once too often."""
    left = iter(range(after))

    def now() -> datetime:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return datetime.now(UTC)

    return now


def test_a_run_that_was_stopped_wherever_it_looks_at_the_clock_is_finished_by_the_next(
    inbox: Path, tmp_path: Path
) -> None:
    whole = Home(tmp_path / "whole")
    steps.run(whole, paths=[inbox])
    home, stops = Home(tmp_path / "stopped"), 0
    while True:
        try:
            steps.run(home, paths=[inbox], now=stopping_clock(stops))
            break
        except KeyboardInterrupt:
            stops += 1
    assert stops > 5
    for table in COMPARED:
        assert told(home.root, table) == told(whole.root, table)


def test_ctrl_c_while_a_server_keeps_us_waiting_exits_130_and_the_next_run_goes_on(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Site() as site:
        site.pages |= {"/feed.xml": site.feed("first", "second")}
        site.pages |= {
            f"/{page}": f"<article><p>{ROUND.format(name='Acme', sum=7)}</p></article>" for page in ("first", "second")
        }
        site.waiting.add("/second")
        sources = site.declare(tmp_path / "sources.toml", site="/feed.xml")
        process = start("run", home=home, sources=sources)
        assert site.asked.wait(60)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 130
        assert "interrupted; nothing is lost" in said
        site.waiting.clear()
        site.go.set()
        ran = dealtape("run", home=home, sources=sources)
    assert ran.code == 0
    assert len(told(home, "articles")) == 2
    assert dealtape("verify", home=home).code == 0


def test_ctrl_c_in_a_pipe_exits_130(tmp_path: Path) -> None:
    process = start("extract", "-", home=tmp_path)
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps({"id": "a", "lang": "en", "text": ROUND.format(name="Acme", sum=7)}) + "\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == "a"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130


def test_ten_runs_at_once_lose_nothing_and_say_that_they_wait(tmp_path: Path) -> None:
    home, said = Home(tmp_path / "home"), list[str]()
    files = [tmp_path / f"article-{n}.txt" for n in range(2)]
    for n, file in enumerate(files):
        file.write_text(ROUND.format(name=f"Company{n} Robotics", sum=100 + n))
    with ThreadPoolExecutor(10) as pool:
        reports = list(pool.map(lambda n: steps.run(home, paths=[files[n % 2]], say=said.append), range(10)))
    assert [sum(report.new for report in reports[n::2]) for n in range(2)] == [1, 1]
    assert len([line for line in said if line.startswith("another run")]) >= 5
    assert len(told(home.root, "articles")) == len(told(home.root, "claims")) == 2
    assert dealtape("verify", home=home.root).code == 0


def test_a_run_waits_for_one_of_another_process(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ROUND.format(name="Acme AI", sum=120))
    said = list[str]()
    with Site() as site:
        site.pages["/feed.xml"] = site.feed()
        site.waiting.add("/feed.xml")
        sources = site.declare(tmp_path / "sources.toml", site="/feed.xml")
        process = start("run", home=tmp_path / "home", sources=sources)
        assert site.asked.wait(60)

        def let_it_go(line: str) -> None:
            said.append(line)
            site.go.set()

        report = steps.run(Home(tmp_path / "home"), paths=[tmp_path / "article.txt"], say=let_it_go)
        process.communicate(timeout=60)
    assert (process.returncode, report.new) == (0, 1)
    assert f"process {process.pid}" in said[0]


def test_a_run_that_waited_visits_no_source_that_the_other_has_visited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "home")
    with Site() as site, ExitStack() as another_run:
        site.pages["/feed.xml"] = site.feed()
        monkeypatch.setenv("DEALTAPE_SOURCES", str(site.declare(tmp_path / "sources.toml", site="/feed.xml")))
        another_run.enter_context(one_run(home, print))

        def meanwhile(line: str) -> None:
            steps.capture(home, "site")
            another_run.close()

        [said] = steps.run(home, say=meanwhile).messages
    assert "no source is due yet" in said


def test_two_that_fetch_the_same_article_at_once_record_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, page = Home(tmp_path / "home"), f"<article><p>{ROUND.format(name='Acme', sum=7)}</p></article>"
    with Site(visitors=2) as site, ThreadPoolExecutor(2) as pool:
        site.pages |= {"/feed.xml": site.feed("first", "second"), "/first": page, "/second": page}
        site.waiting.add("/second")
        monkeypatch.setenv("DEALTAPE_SOURCES", str(site.declare(tmp_path / "sources.toml", site="/feed.xml")))
        both = [pool.submit(steps.capture, home, "site") for _ in range(2)]
        assert site.asked.wait(60)
        site.go.set()
        reports = [one.result() for one in both]
    assert [report["failed"] for report in reports] == [[], []]
    assert Log(home.log).read(types=["ArticleObserved"]).height == 2
