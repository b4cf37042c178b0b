"""xAI's story on the sample newsroom, read day by day under a clock of its own: what this tape said when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from pipeline import steps
from pipeline.log import Log
from pipeline.sample import Newsroom
from pipeline.settings import Home
from pipeline.sources import Source
from pipeline.steps import tape
from pipeline.steps.capturing import capture_source
from pipeline.steps.preparing import prepare
from pipeline.steps.reading import batches, read_batch
from tests.cli.command import dealtape

BILLION = 10**9
STORY: dict[str, set[tuple[str, int]]] = {
    "2025-09-18": set(),
    "2025-09-20": {("reported", 10)},
    "2025-10-01": {("denied", 10)},
    "2025-10-09": {("denied", 10), ("reported", 20)},
    "2026-01-05": {("denied", 10), ("reported", 20)},
    "2026-01-31": {("denied", 10), ("completed", 20)},
}
"""Status and size, in billions of dollars, of xAI's two rounds at the end of each day."""
PUBLISHED_ON = "2025-10-08"
pytestmark = pytest.mark.timeout(1200)  # twenty evenings are read before the first test


def evenings(newsroom: Newsroom) -> list[date]:
    """The eve of the story, when the tape begins with all that there is, and every day from then on that brings news:
    an article, an update or a withdrawal. On the days between there is nothing to read."""
    pieces = [piece for medium in newsroom.media.values() for piece in medium.pieces]
    days = {version.at.date() for piece in pieces for version in piece.versions}
    days |= {piece.gone for piece in pieces if piece.gone}
    eve = date.fromisoformat(min(STORY))
    return [eve, *sorted(day for day in days if day > eve)]


def read_the_news(home: Home, newsroom: Newsroom, now: datetime) -> None:
    """What `dealtape run` does before it publishes, at a moment."""
    sources = [Source(**declaration) for declaration in newsroom.declarations()]
    log = Log(home.log, lambda: now)
    prepare(log, sources, now)
    for source in sources:
        assert capture_source(home, source, now=lambda: now)["failed"] == []
    for batch in batches(tape.unread(log)):
        read_batch(home, batch, now=lambda: now)


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A data home that read the newsroom evening by evening, and the deals that it published on one of them."""
    home, said = Home(tmp_path_factory.mktemp("replayed") / "home"), ""
    with Newsroom() as newsroom:
        for day in evenings(newsroom):
            newsroom.until = day
            read_the_news(home, newsroom, datetime.combine(day, time(23, 30), UTC))
            if day.isoformat() == PUBLISHED_ON:
                steps.publish(home)
                said = dealtape("sql", "from deals", home=home.root).out
    return home.root, said


def rounds(home: Path, day: str, clock: str) -> set[tuple[str, int]]:
    """Status and size of xAI's rounds at the end of a day."""
    rows = dealtape("as-of", day, "funding_rounds", "--clock", clock, "--json", home=home).json()
    return {(row["status"], row["amount_high"] // BILLION) for row in rows if row["recipient"] == "xAI"}


@pytest.mark.parametrize("day", STORY)
def test_what_this_tape_said_at_the_end_of_a_day(replayed: tuple[Path, str], day: str) -> None:
    assert rounds(replayed[0], day, "recorded") == STORY[day]


def test_a_tape_that_reads_every_evening_says_what_the_public_knew(replayed: tuple[Path, str]) -> None:
    assert rounds(replayed[0], "2025-10-01", "public") == STORY["2025-10-01"]


def test_the_recorded_clock_gives_what_was_published_that_day(replayed: tuple[Path, str]) -> None:
    home, said = replayed
    assert dealtape("as-of", PUBLISHED_ON, "deals", "--clock", "recorded", home=home).out == said
