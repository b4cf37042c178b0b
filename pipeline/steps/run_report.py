"""What a run did, in counts and in words for the person who started it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class RunReport:
    """What a run did. `messages` are for the person; counts add up over sources and batches.

    `found` articles were listed, `new` of them observed, `skipped` left out for good reason, `failed` are tried again;
    `read` counts articles, `claims` and `quarantined` their claims; `held` are batches that wait for a person.
    """

    found: int = 0
    new: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: int = 0
    failed: int = 0
    read: int = 0
    claims: int = 0
    quarantined: int = 0
    held: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    commits: int = 0
    release: dict[str, Any] | None = None

    @property
    def nothing_could_be_read(self) -> bool:
        """Whether everything that was asked for failed or was skipped."""
        return not (self.new or self.unchanged or self.gone or self.read) and bool(self.failed or self.skipped)

    def add_source(self, fetched: dict[str, Any]) -> None:
        """Count what `capture` says of one source."""
        for count in ("found", "new", "unchanged", "gone"):
            setattr(self, count, getattr(self, count) + fetched[count])
        for sort in ("skipped", "failed"):
            setattr(self, sort, getattr(self, sort) + len(fetched[sort]))
            self.messages += [f"{sort} {item['where']}: {item['what']}" for item in fetched[sort]]
        self.messages += fetched["notes"]

    def add_batch(self, read: dict[str, Any]) -> None:
        """Count what `read_batch` says of one batch; of a held one nothing is read yet."""
        self.failed += len(read["failed"])
        self.skipped += len(read["skipped"])
        self.messages += _words(read)
        if read["outcome"] != "held":
            self.read += read["articles"]
            self.claims += read["claims"]
            self.quarantined += read["quarantined"]


def _words(read: dict[str, Any]) -> Iterator[str]:
    """What a person should hear of a batch."""
    batch = read["batch_id"]
    yield from (f"failed {problem}; it stays unread and is tried again" for problem in read["failed"])
    yield from (f"skipped {problem}" for problem in read["skipped"])
    yield from read["notes"]
    if read["outcome"] == "held":
        yield (
            f"batch {batch} is held: {read['quarantined']} of its claims fail the gate. Nothing in it is lost; look at "
            f"the data docs, then release it by `dealtape run --accept-batch {batch} --reason ...`"
        )
    elif read["outcome"] == "empty":
        yield f"batch {batch} is empty: {read['articles']} articles, no claim"
    elif read["quarantined"]:
        yield f"batch {batch}: {read['quarantined']} claims in quarantine; `dealtape review` lists them"
