"""The names of config/organizations.toml: known organisations, people, projects and places, looked up word by word."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.languages.forms import TOKEN, tokens
from pipeline.extract.names.words import Words
from pipeline.settings import ORGANIZATIONS

LONGEST_ACRONYM = 4
SHORTEST_WORD = 3  # letters of an acronym that some newspapers write like a word


@dataclass(frozen=True, slots=True)
class Known:
    """One alias of a known organisation."""

    words: tuple[str, ...]
    raws: tuple[str, ...]
    key: str
    name: str
    kind: str
    trade: str
    common: bool
    parent: str = ""


class Gazetteer:
    """The names of config/organizations.toml, looked up token by token."""

    def __init__(self, tables: dict[str, list[dict[str, str | list[str]]]]) -> None:
        self.by_first: dict[str, list[Known]] = {}
        self.by_key: dict[str, Known] = {}
        self.makers: list[tuple[str, Known]] = []
        names = {str(row["id"]): str(row["name"]) for row in tables["organizations"]}
        for row in tables["organizations"]:
            self._add_organization(row, names)
        for place in tables["places"]:
            self._add(str(place), str(place), "place:" + str(place), "place", "", common=False)
        for entries in self.by_first.values():
            entries.sort(key=lambda k: -len(k.words))
        aliases = [known for entries in self.by_first.values() for known in entries if len(known.words) == 1]
        self.brands = {product.lower(): maker for product, maker in self.makers} | {k.words[0]: k for k in aliases}
        """Who is meant by a lower-case word: its own name, or that of a product (`instinct`)."""
        self._seconds = {
            first: frozenset(known.words[1:2] for known in entries)
            for first, entries in self.by_first.items()
            if all(len(known.words) > 1 for known in entries)
        }
        """What follows a word that is no name by itself, as tuples of one."""
        self.lower_firsts = frozenset(
            first for first, entries in self.by_first.items() if any(not k.raws[0][0].isupper() for k in entries)
        )
        """With what names start that are written without a capital; no other one is in lower case (`match`)."""
        self.lower_genitives = self.lower_firsts | {f"{first}s" for first in self.lower_firsts}
        self.given_names = frozenset(str(name) for name in tables["given_names"])

    def _add_organization(self, row: dict[str, str | list[str]], names: dict[str, str]) -> None:
        name, kind, trade = str(row["name"]), str(row["kind"]), str(row.get("trade", ""))
        common = row.get("common", ())
        owner = next((str(row[k]) for k in ("subsidiary_of", "vehicle_of", "project_of") if k in row), "")
        parent = names.get(owner, "")
        for table in ("aliases", "tickers", "former"):
            for alias in row.get(table, ()):
                self._add(alias, name, str(row["id"]), kind, trade, common=alias in common, parent=parent)
        for alias in row.get("translations", ()):
            self._add(alias, alias, str(row["id"]), kind, trade, common=alias in common, parent=parent)
        main = self._add(name, name, str(row["id"]), kind, trade, common=name in common, parent=parent)
        self.makers += [(product, main) for product in row.get("makes", ())]

    def _add(self, alias: str, name: str, key: str, kind: str, trade: str, *, common: bool, parent: str = "") -> Known:
        words = tokens(alias)
        known = Known(words, tuple(raw_tokens(alias)), key, name, kind, trade, common, parent)
        self.by_first.setdefault(words[0], []).append(known)
        self.by_key[key] = known
        return known

    def match(self, words: Words, at: int) -> Known | None:
        """The longest known name that starts at token `at`, with the same capitals."""
        first = words.lower[at]
        if first in self._seconds and words.lower[at + 1 : at + 2] not in self._seconds[first]:
            return None
        for known in self.by_first.get(first, ()):
            last = at + len(known.words)
            if words.lower[at:last] == known.words and _same_case(known.raws, words.raw[at:last]):
                return None if _goes_on(known.raws, words, last) else known
        return None

    def is_place(self, text: str) -> bool:
        """Whether a text is the name of a known place and nothing else."""
        return f"place:{text}" in self.by_key

    def genitive(self, words: Words, at: int) -> Known | None:
        """A known name of one word with a genitive s (Nvidias Anteil)."""
        lower, raw = words.lower[at], words.raw[at]
        if not lower.endswith("s") or lower[:-1] not in self.by_first:
            return None
        return self.match(Words((lower[:-1],), (raw[:-1],), ((0, 0),)), 0)


def raw_tokens(text: str) -> list[str]:
    """Tokens as written."""
    return TOKEN.findall(text)


def _same_case(known: Sequence[str], written: Sequence[str]) -> bool:
    """Capitals agree: acronyms have all of them or the first (`Amd`), other words the first (or all of them)."""
    for a, b in zip(known, written, strict=True):
        if a.isupper() and len(a) <= LONGEST_ACRONYM:
            if b not in (a, a.capitalize() if len(a) >= SHORTEST_WORD else a):
                return False
        elif (a[0].isupper() and not b[0].isupper()) or (
            a[0].islower() and a.isalpha() and b[0].isupper() and not b.isupper() and len(known) == 1 and a[1:] == b[1:]
        ):
            return False
    return True


def _goes_on(known: Sequence[str], words: Words, last: int) -> bool:
    """Whether an acronym in small letters is only the first word of another name: `Tim Cook` is not TIM."""
    acronym = len(known) == 1 and known[0].isupper() and not words.raw[last - 1].isupper()
    return acronym and len(known[0]) <= LONGEST_ACRONYM and words.capital(last)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of config/organizations.toml, read once."""
    with ORGANIZATIONS.open("rb") as file:
        return Gazetteer(tomllib.load(file))
