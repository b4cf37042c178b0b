"""What a source is, what it lists, and the registry of kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from ipaddress import ip_address


class SourceError(ValueError):
    """A declaration, a feed or a file that cannot be read; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """One declared source. `tier` 1 is a party's own word or a filing, 2 a news medium, 3 anything else.

    `schedule` is in minutes. `local` is the loopback address (`127.0.0.1:8000`) that really serves this source's hosts;
    such a source reaches nothing else, and nobody has to be polite to it. `contact` goes into the User-Agent.
    """

    name: str
    kind: str
    address: str
    publisher: str
    terms: str
    tier: int
    schedule: int
    enabled: bool = False
    local: str | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One article that a source lists. `data` is None when it is still to be fetched from `url`.

    `published` and `updated` are the strings as the source gives them; `where` names the item in messages, `id` is the
    name that a record or file gives itself. Nothing tells that an `unannounced` one has changed but fetching it.
    """

    url: str
    data: bytes | None = None
    content_type: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    where: str | None = None
    id: str | None = None
    unannounced: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """Something that was left out: where (URL, or file and line) and what is wrong with it."""

    where: str
    what: str


Listing = Callable[[Source, Callable[[str], bytes | None]], Iterator[Item | Skip]]
"""Lists a source's articles. The second argument reads a URL and gives None when it is unchanged since last time."""

KINDS: dict[str, Listing] = {}


def kind(name: str) -> Callable[[Listing], Listing]:
    """Register a kind of source under its name in sources.toml."""

    def register(listing: Listing) -> Listing:
        if name in KINDS:
            raise TypeError(f"two kinds of source are called {name!r}")
        KINDS[name] = listing
        return listing

    return register


def loopback(local: str) -> tuple[str, int]:
    """Host and port of a source's own server. ValueError for any but a loopback address with a port."""
    host, _, port = local.rpartition(":")
    try:
        if ip_address(host.strip("[]")).is_loopback and 0 < int(port) < 2**16:
            return host.strip("[]"), int(port)
    except ValueError:
        pass
    raise ValueError(f"local = {local!r} is no loopback address with a port, such as 127.0.0.1:8000")
