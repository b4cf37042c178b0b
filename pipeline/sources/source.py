"""What a source is, how the declared ones are read, and the registry of kinds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_TYPES = {"tier": int, "schedule": int, "enabled": bool}


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
    name that a record or file gives itself.
    """

    url: str
    data: bytes | None = None
    content_type: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    where: str | None = None
    id: str | None = None


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


def load(path: Path) -> list[Source]:
    """The sources that a TOML file declares in `[[source]]` tables; SourceError names the file and the table."""
    try:
        declared = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SourceError(f"{path}: {error}") from error
    contact = declared.get("contact", "")
    sources = [_source(table, contact, f"{path}: source {number}") for number, table in enumerate(_tables(declared), 1)]
    names = [source.name for source in sources]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SourceError(f"{path}: {', '.join(twice)} declared more than once; names are unique")
    return sources


def _tables(declared: dict[str, Any]) -> list[dict[str, Any]]:
    tables = declared.get("source", [])
    return tables if isinstance(tables, list) else [tables]


def _source(table: dict[str, Any], contact: str, where: str) -> Source:
    known = {field.name for field in fields(Source)} - {"contact"}
    required = known - {"enabled", "local"}
    name = table.get("name")
    where = f"{where} ({name})" if name else where
    problems = [f"{key} is missing" for key in sorted(required - table.keys())]
    problems += [f"{key} is not known" for key in sorted(table.keys() - known)]
    problems += [
        f"{key} is not {_TYPES.get(key, str).__name__}"
        for key, value in table.items()
        if key in known and type(value) is not _TYPES.get(key, str)
    ]
    if not problems:
        problems = _wrong_values(table)
    if problems:
        raise SourceError(f"{where}: {'; '.join(problems)}")
    return Source(**table, contact=contact)


def _wrong_values(table: dict[str, Any]) -> list[str]:
    problems = []
    if not NAME.fullmatch(table["name"]):
        problems.append("name must be lower-case letters, digits and hyphens")
    if table["kind"] not in KINDS:
        problems.append(f"kind {table['kind']!r} is not one of {', '.join(sorted(KINDS))}")
    if table["kind"] != "folder" and not table["address"].startswith(("http://", "https://")):
        problems.append("address must be an http or https URL")
    if table["schedule"] < 1:
        problems.append("schedule must be at least one minute")
    if table["tier"] not in (1, 2, 3):
        problems.append("tier must be 1, 2 or 3")
    return problems
