"""Names of organisations, people, projects and places in one article.

Known ones come from config/organizations.toml; unknown ones are found by form (capitals, legal suffixes) and typed by
context. All forms of one name in an article are one Entity.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.extract.lexicon import TOKEN, Lexicon, tokens
from pipeline.settings import CONFIG

LEGAL = frozenset(
    ["inc", "corp", "corporation", "ltd", "llc", "plc", "sa", "sas", "ag", "gmbh", "se", "nv", "bv", "spa", "srl", "co", "asa", "ab", "oy", "oyj", "kg", "kgaa", "pbc", "lp"]
)
ORG_WORDS = frozenset(
    ["capital", "ventures", "venture", "partners", "labs", "lab", "ai", "technologies", "technology", "energy", "systems", "group", "holdings", "bank", "banque", "fund", "cloud", "robotics", "networks", "infrastructure", "management", "investments", "equity", "energie", "digital", "industries", "semiconductor", "semiconductors", "computing", "centers", "centres", "platforms", "media", "health", "therapeutics", "pharma", "bio", "motors", "power", "dynamics", "intelligence", "analytics", "security", "software", "studios", "solutions", "global", "international", "associates", "advisors"]
)
PLACE_WORDS = frozenset(["county", "parish", "valley", "city", "park", "island", "bay", "township", "district", "province"])
PROJECT_WORDS = frozenset(["project", "projet", "proyecto", "progetto", "projeto", "projekt", "campus"])
_LOOSE = "&"


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


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence: lower-case words, words as written, spans."""

    lower: tuple[str, ...]
    raw: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens [first, last) of a sentence."""

    first: int
    last: int
    known: Known | None
    initial: bool


class Gazetteer:
    """The names of config/organizations.toml, looked up token by token."""

    def __init__(self, tables: dict[str, list[dict[str, str | list[str]]]]) -> None:
        self.by_first: dict[str, list[Known]] = {}
        self.makers: list[tuple[str, Known]] = []
        for row in tables["organizations"]:
            self._add_organization(row)
        for place in tables["places"]:
            self._add(str(place), str(place), "place:" + str(place), "place", "", common=False)
        for entries in self.by_first.values():
            entries.sort(key=lambda k: -len(k.words))
        self.given_names = frozenset(str(name) for name in tables["given_names"])

    def _add_organization(self, row: dict[str, str | list[str]]) -> None:
        name, kind, trade = str(row["name"]), str(row["kind"]), str(row.get("trade", ""))
        common = row.get("common", ())
        for table in ("aliases", "tickers", "former"):
            for alias in row.get(table, ()):
                self._add(alias, name, str(row["id"]), kind, trade, common=alias in common)
        main = self._add(name, name, str(row["id"]), kind, trade, common=name in common)
        self.makers += [(product, main) for product in row.get("makes", ())]

    def _add(self, alias: str, name: str, key: str, kind: str, trade: str, *, common: bool) -> Known:
        words = tokens(alias)
        known = Known(words, tuple(raw_tokens(alias)), key, name, kind, trade, common)
        self.by_first.setdefault(words[0], []).append(known)
        return known

    def match(self, words: Words, at: int) -> Known | None:
        """The longest known name that starts at token `at`, with the same capitals."""
        for known in self.by_first.get(words.lower[at], ()):
            last = at + len(known.words)
            if words.lower[at:last] == known.words and _same_case(known.raws, words.raw[at:last]):
                return known
        return None


def raw_tokens(text: str) -> list[str]:
    """Tokens as written."""
    return TOKEN.findall(text)


def _same_case(known: Sequence[str], written: Sequence[str]) -> bool:
    """Capitals agree: short acronyms letter by letter, other words by their first letter (or all capitals)."""
    for a, b in zip(known, written, strict=True):
        if a.isupper() and len(a) <= 4:
            if a != b:
                return False
        elif (a[0].isupper() and not b[0].isupper()) or (
            a[0].islower() and a.isalpha() and b[0].isupper() and not b.isupper() and len(known) == 1 and a[1:] == b[1:]
        ):
            return False
    return True


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of config/organizations.toml, read once."""
    with (CONFIG / "organizations.toml").open("rb") as file:
        return Gazetteer(tomllib.load(file))


def title_case(words: Words) -> bool:
    """A headline in which most longer words have a capital: there a capital tells nothing."""
    long = [raw for raw in words.raw if len(raw) > 3 and raw.isalpha()]
    return len(long) > 2 and sum(raw[0].isupper() for raw in long) > 0.6 * len(long)


def capitalised(raw: str) -> bool:
    """A word that may be (part of) a name: a capital first, or one inside (xAI, iPhone)."""
    return raw[0].isupper() or (
        len(raw) > 2 and not raw.islower() and raw[0].islower() and raw.isalnum() and any(c.isupper() for c in raw)
    )


def find(words: Words, lexicon: Lexicon, blocked: Sequence[bool]) -> list[Found]:
    """Every name of a sentence, known or by form; `blocked` tokens belong to quantities or dates."""
    found: list[Found] = []
    at, count = 0, len(words.lower)
    gaz = gazetteer()
    start_open = True
    doubtful = title_case(words) or lexicon.nouns_capitalised
    while at < count:
        raw = words.raw[at]
        if blocked[at] or not raw[0].isalnum():
            start_open = (start_open and not raw[0].isalnum()) or raw in ".:!?|•"
            at += 1
            continue
        known = gaz.match(words, at) if words.lower[at] in gaz.by_first else None
        if known and not any(blocked[at : at + len(known.words)]):
            last = _extend(words, at + len(known.words), blocked, lexicon)
            grown = last > at + len(known.words)
            found.append(Found(at, last, None if grown else known, start_open))
            at, start_open = last, False
            continue
        last = _unknown(words, at, blocked, lexicon) if capitalised(raw) else at
        if last > at:
            found.append(Found(at, last, None, start_open or doubtful))
        start_open = False
        at = max(last, at + 1)
    return found


def _extend(words: Words, at: int, blocked: Sequence[bool], lexicon: Lexicon) -> int:
    """Where a known name ends: `Nvidia Corp` takes its suffix, `Foo Capital` its organisation word."""
    while (
        at < len(words.raw)
        and not blocked[at]
        and (words.lower[at] in ORG_WORDS and words.raw[at][0].isupper() and words.raw[at] not in lexicon.not_names)
    ):
        at += 1
    return at


def _unknown(words: Words, at: int, blocked: Sequence[bool], lexicon: Lexicon) -> int:
    """The end of a run of capitalised words that starts at `at`, or `at` when it is no name."""
    gaz = gazetteer()
    last = at
    while last < len(words.raw) and not blocked[last]:
        raw, lower = words.raw[last], words.lower[last]
        if raw == _LOOSE and last > at and last + 1 < len(words.raw) and capitalised(words.raw[last + 1]):
            last += 1
            continue
        if raw in ".-" and last > at and last + 1 < len(words.raw) and _glued(words, last):
            last += 1
            continue
        if raw.isdigit() and last > at and len(raw) <= 2 and words.spans[last][0] == words.spans[last - 1][1] + 1:
            last += 1
            break
        if not raw[0].isalpha() or not capitalised(raw):
            break
        if raw in lexicon.not_names and not (last > at and lower in ORG_WORDS):
            break
        length, labels = lexicon.longest(words.lower, last)
        if length and ("nationality" in labels or "country" in labels) and last == at:
            break
        if last > at and lower in gaz.by_first and gaz.match(words, last) and lower not in ORG_WORDS:
            break
        last += 1
    return last


def _glued(words: Words, at: int) -> bool:
    """Whether a dot or hyphen joins two parts of one name without spaces (Character.AI, d-Matrix)."""
    return (
        words.spans[at][0] == words.spans[at - 1][1]
        and words.spans[at + 1][0] == words.spans[at][1]
        and words.raw[at + 1][0].isupper()
    )
