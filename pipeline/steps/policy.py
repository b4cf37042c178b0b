"""Configuration as policies: reference data in the form in which it stands on the log."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.events import canonical
from pipeline.sources import Source
from pipeline.steps.problem import Problem


def policy_body(path: Path) -> str:
    """A configuration file as canonical JSON; Problem for what is no TOML."""
    try:
        return canonical(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise Problem(f"{path} is no TOML: {error}; mend it there") from error


def sources_body(sources: Sequence[Source], before: str | None) -> str:
    """What is known of sources, `{"source": [...]}` by name: these, and those known before.

    A source that is declared no longer stays the publisher of what was read from it. No path of this machine and no
    port of a local server is kept, so that the same sources give the same body everywhere.
    """
    known = {table["name"]: table for table in json.loads(before)["source"]} if before else {}
    known |= {source.name: _table(source) for source in sources}
    return canonical({"source": [known[name] for name in sorted(known)]})


def _table(source: Source) -> dict[str, Any]:
    table = {
        "name": source.name,
        "kind": source.kind,
        "address": source.address,
        "publisher": source.publisher,
        "terms": source.terms,
        "tier": source.tier,
        "schedule": source.schedule,
        "enabled": source.enabled,
    }
    if source.kind == "folder":
        del table["address"]
    return table
