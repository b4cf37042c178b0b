"""The SQL files as relations: a file's name is its relation's name, and what it selects from has to be there first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from pipeline.settings import SQL

_USED = re.compile(r"\b(?:FROM|JOIN)\s+(?:base\.)?([a-z_][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Relation:
    """One SQL file: its name, its layer (the folder), its one statement, and what its header says."""

    name: str
    layer: str
    sql: str
    header: Mapping[str, str]

    @property
    def stays(self) -> bool:
        """Whether the file keeps it: what readers see, and in the schema base the tables under their views."""
        return "CREATE TEMP TABLE" not in self.sql

    def uses(self, names: Iterable[str]) -> set[str]:
        """Those of `names` that the statement selects from: what stands after FROM or JOIN, never after a comma."""
        return set(_USED.findall(re.sub(r"--[^\n]*", "", self.sql))) & set(names) - {self.name}


def load(*layers: str, folder: Path = SQL) -> dict[str, Relation]:
    """The relations of these layers by name, in the order of their names."""
    found = [_read(path) for layer in layers for path in sorted((folder / layer).glob("*.sql"))]
    return {relation.name: relation for relation in found}


def _read(path: Path) -> Relation:
    text = path.read_text(encoding="utf-8")
    header = dict(re.findall(r"^-- (\w+): (.*)$", text, re.MULTILINE))
    return Relation(path.stem, path.parent.name, text, header)


def in_order(uses: Mapping[str, set[str]]) -> list[str]:
    """Names so that each comes after all that it uses; equal ones by name, so that every build goes the same way."""
    sorter = TopologicalSorter(uses)
    try:
        sorter.prepare()
    except CycleError as error:
        raise ValueError(f"sql/: these relations need one another: {' -> '.join(error.args[1])}") from error
    ordered: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        ordered += ready
        sorter.done(*ready)
    return ordered
