"""What was fetched when: ETags, schedules, robots.txt and turns at a host, in one SQLite file.

Losing the file costs requests, never articles: what is known of articles stands on the log.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

_TABLES = (
    """create table if not exists pages (url text primary key, source text not null, status integer not null,
        first_at real not null, checked_at real not null, etag text, last_modified text, title text, published text,
        updated text, note text)""",
    "create table if not exists sources (name text primary key, checked_at real not null, failures integer not null)",
    "create table if not exists robots (origin text primary key, status integer not null, body text, read_at real)",
    "create table if not exists turns (host text primary key, next_at real not null)",
)


LONGEST_QUEUE = 3600.0
FAILED = -1
"""The status of a page that did not come and is to be tried again."""


@dataclass(frozen=True, slots=True)
class Page:
    """The first and last visit to a URL, in seconds since 1970, and what its feed said of it at the last.

    `status` is the HTTP status, `FAILED`, or 0 when the page was refused before or after an answer. `note` says why it
    was refused; of a failed page, since when it has failed, in the same seconds.
    """

    url: str
    source: str
    status: int
    first_at: float
    checked_at: float
    etag: str | None = None
    last_modified: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    note: str | None = None


class State:
    """The table, open for one source's run; several processes may hold it at once."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(path, timeout=60, isolation_level=None)
        self._db.execute("pragma journal_mode = wal")
        self._db.execute("pragma synchronous = normal")
        for table in _TABLES:
            self._db.execute(table)

    def page(self, url: str) -> Page | None:
        """The last visit to a URL, if there was one."""
        row = self._db.execute("select * from pages where url = ?", [url]).fetchone()
        return Page(*row) if row else None

    def save(self, pages: list[Page]) -> None:
        """Record visits, all or none."""
        self._db.execute("begin immediate")
        rows = [astuple(page) for page in pages]
        self._db.executemany("insert or replace into pages values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._db.execute("commit")

    def visited(self, source: str, since: float) -> list[Page]:
        """Pages of a source that were first visited since then, or that failed, in the order of their first visit."""
        rows = self._db.execute(
            "select * from pages where source = ? and (first_at >= ? or status = ?) order by first_at, url",
            [source, since, FAILED],
        )
        return [Page(*row) for row in rows]

    def source(self, name: str) -> tuple[float, int] | None:
        """When a source was last fetched, and how often in a row it has failed."""
        row = self._db.execute("select checked_at, failures from sources where name = ?", [name]).fetchone()
        return (row[0], row[1]) if row else None

    def source_done(self, name: str, at: float, *, failed: bool) -> None:
        """Record a source's run."""
        failures = (self.source(name) or (0, 0))[1] + 1 if failed else 0
        self._db.execute("insert or replace into sources values (?, ?, ?)", [name, at, failures])

    def robots(self, origin: str) -> tuple[int, str, float] | None:
        """Status, text and time of the last reading of a host's robots.txt."""
        row = self._db.execute("select status, body, read_at from robots where origin = ?", [origin]).fetchone()
        return (row[0], row[1], row[2]) if row else None

    def save_robots(self, origin: str, status: int, body: str, at: float) -> None:
        """Record a host's robots.txt."""
        self._db.execute("insert or replace into robots values (?, ?, ?, ?)", [origin, status, body, at])

    def turn(self, host: str, delay: float, at: float) -> float:
        """Take the next turn at a host and give the seconds to wait for it; processes queue up behind one another.

        A turn beyond any queue was taken by a clock that has gone back since, and is not waited for.
        """
        self._db.execute("begin immediate")
        row = self._db.execute("select next_at from turns where host = ?", [host]).fetchone()
        start = row[0] if row and at < row[0] < at + LONGEST_QUEUE else at
        self._db.execute("insert or replace into turns values (?, ?)", [host, start + delay])
        self._db.execute("commit")
        return start - at

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


@contextmanager
def opened(path: Path) -> Iterator[State]:
    """The state, open while the block runs. OSError with the file and what to do when SQLite cannot use it."""
    try:
        with closing(State(path)) as state:
            yield state
    except sqlite3.Error as error:
        raise OSError(
            f"{path}: {error}; see whether the disk is full, else remove the file: that costs requests, never articles"
        ) from error
