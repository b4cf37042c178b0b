"""The forms that a pattern of a language's data file stands for: `hold[s|ing|]`, `clos~e`, `ein|sammel~w`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

TOKEN = re.compile(r"\w+|\S")
GAP = " ... "
"""Between the two parts of a phrase that other words part."""
_BRACKET = re.compile(r"\[([^\]]*)\]|~(\w+)")
_SEPARABLE = re.compile(r"([\w ]+)\|(?=\w)")
_PLAIN = {"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "–": "-"}
Phrase = tuple[str, ...]


def lowered(text: str) -> str:
    """Lower case of the same length: the few capitals that grow in lower case (`İ`) stay."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := c.lower()) == 1 else c for c in text)


def plain(text: str) -> str:
    """Lower case with straight apostrophes and hyphens; the same length as `text`."""
    flat = lowered(text)
    for sign, plain_sign in _PLAIN.items():
        flat = flat.replace(sign, plain_sign)
    return flat


def tokens(text: str) -> Phrase:
    """The tokens of a phrase as the lexicon stores them."""
    return tuple(TOKEN.findall(plain(text)))


def expand(pattern: str, endings: dict[str, list[str]]) -> Iterator[str]:
    """Every form of a pattern: `clos~e` by the ending class, `hold[s|ing|]` by its own list."""
    parts: list[list[str]] = []
    at = 0
    for match in _BRACKET.finditer(pattern):
        parts.append([pattern[at : match.start()]])
        parts.append(match[1].split("|") if match[1] is not None else endings[match[2]])
        at = match.end()
    parts.append([pattern[at:]])
    for choice in product(*parts):
        yield "".join(choice)


def is_separable(pattern: str) -> bool:
    """Whether a pattern is that of a verb with a particle that may stand apart from it."""
    return _SEPARABLE.match(pattern) is not None


def verb_forms(pattern: str, endings: dict[str, list[str]], infinitive: str) -> Iterator[str]:
    """Every form of a pattern; a separable verb (`ein|sammel~w`) stands as one word, apart, and about `infinitive`.

    German has its `zu` inside the word (einzusammeln), Dutch its ` te ` between two (op te halen).
    """
    separable = _SEPARABLE.match(pattern)
    if separable is None:
        yield from expand(pattern, endings)
        return
    particle, gap = separable[1], " " if " " in separable[1] else ""  # `op tafel leggen`
    for verb in expand(pattern[separable.end() :], endings):
        yield particle + gap + verb
        yield f"{verb}{GAP}{particle}"
        yield f"{particle}{infinitive}{verb}"
