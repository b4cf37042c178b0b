"""The sources that a file declares, and what is wrong with a declaration."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any

from pipeline.sources.folder import of_one_name
from pipeline.sources.source import KINDS, Source, SourceError, loopback

NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_TYPES = {"tier": int, "schedule": int, "enabled": bool}


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
    _check_folders(path, sources)
    return sources


def _check_folders(path: Path, sources: list[Source]) -> None:
    folders = {source.name: Path(source.address) for source in sources if source.kind == "folder"}
    for called in of_one_name(folders.values()):
        named = ", ".join(name for name, folder in folders.items() if folder.absolute().name == called)
        raise SourceError(
            f"{path}: the folders of {named} are all called {called}, and an article in one would count as a newer "
            "version of that in another; rename them, or declare the folder above them"
        )


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
    if "local" in table:
        problems += _wrong_local(table["local"])
    return problems


def _wrong_local(local: str) -> list[str]:
    try:
        loopback(local)
    except ValueError as error:
        return [str(error)]
    return []
