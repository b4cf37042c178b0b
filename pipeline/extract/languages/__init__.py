"""What each language calls numbers, money, units, bounds and dates: one TOML file a language, read once.

`common.toml` holds what needs no language (currency signs, ISO 4217 codes, unit symbols, chip models) and the words of
names, `und.toml` what little can be read when the language is unknown. A new language is a new file beside these, its
code in `events/language.py`, and the words for its media in `articles/media.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
UNDETERMINED = "und"
NO_LANGUAGE = frozenset({"common"})


class UnknownLanguageError(LookupError):
    """There is no data file for this language."""

    def __init__(self, code: str) -> None:
        super().__init__(f"no data file for language {code!r}; there is {', '.join(available())}")


@dataclass(frozen=True)
class Language:
    """A language's tables by name, as its data file has them (docs/extraction.md says what each one means)."""

    code: str
    tables: Mapping[str, Any]

    def table(self, name: str) -> Mapping[str, Any]:
        """One table; empty when the file leaves it out."""
        found: Mapping[str, Any] = self.tables.get(name, {})
        return found


def available() -> tuple[str, ...]:
    """The codes (ISO 639-1) of the languages that have a data file."""
    codes = {path.stem for path in FOLDER.glob("*.toml")}
    return tuple(sorted(codes - NO_LANGUAGE - {UNDETERMINED}))


@cache
def load(code: str) -> Language:
    """The data of a language.

    Raises UnknownLanguageError when there is no file for `code`. The code never becomes a path: only codes that the
    folder lists are opened.
    """
    if code != UNDETERMINED and code not in available():
        raise UnknownLanguageError(code)
    return Language(code, _read(code))


@cache
def common() -> Mapping[str, Any]:
    """The tables that hold in every language."""
    return _read("common")


def _read(name: str) -> Mapping[str, Any]:
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
