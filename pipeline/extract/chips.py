"""Counts of accelerators: "100,000 Nvidia GB300 GPUs", "400 000 puces H100"."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.languages import Language, common
from pipeline.extract.phrases import GAP, Phrases

WORDS_BETWEEN = 7  # between the count and the chips


class Chips(NamedTuple):
    """Where the chips that a number counts end, and their model when it is written."""

    end: int
    model: str | None


class ChipWords:
    """What one language calls accelerators."""

    def __init__(self, language: Language) -> None:
        shared, table = common()["chips"], language.table("chips")
        self._model = re.compile(rf"({'|'.join(shared['models'])})(?:s|['’]s)?(?![^\W_])")
        self._nouns = Phrases(dict.fromkeys((*shared["nouns"], *table.get("nouns", ())), True))
        self._fillers = Phrases(dict.fromkeys(table.get("fillers", ()), True))
        self._brands = Phrases(dict.fromkeys(shared["brands"], True), cased=True)
        self._not_before = Phrases(dict.fromkeys(table.get("not_before", ()), True))

    def after(self, text: str, at: int) -> Chips | None:
        """The chips that begin at `at` or after a few words that may describe them."""
        model, end = None, 0
        for _ in range(WORDS_BETWEEN):
            if found := self._model.match(text, at):
                model, at = model or found[1], found.end()
                end = at
            elif noun := self._nouns.match(text, at):
                at = end = noun[1]
            elif between := self._brands.match(text, at) or self._fillers.match(text, at):
                at = between[1]
            else:
                break
            at = _after_gap(text, at)
        return Chips(end, model) if end and not self._not_before.match(text, _after_gap(text, end)) else None


def _after_gap(text: str, at: int) -> int:
    found = GAP.match(text, at)
    return found.end() if found else at
