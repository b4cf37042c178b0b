"""Counts of accelerators: "100,000 Nvidia GB300 GPUs", "400 000 puces H100"."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.languages import Language, common
from pipeline.extract.languages.phrases import Phrases, Written, after_gap

WORDS_BETWEEN = 7  # between the count and the chips


class Chips(NamedTuple):
    """Where the chips that a number counts end, and their model when it is written."""

    end: int
    model: str | None


class ChipWords:
    """What one language calls accelerators."""

    def __init__(self, language: Language) -> None:
        shared, table = common()["chips"], language.table("chips")
        self._model = re.compile(rf"({'|'.join(shared['models'])})(?:s|'s)?(?![^\W_])")
        self._nouns = Phrases(dict.fromkeys((*shared["nouns"], *table.get("nouns", ())), True))
        self._fillers = Phrases(dict.fromkeys(table.get("fillers", ()), True))
        self._brands = Phrases(dict.fromkeys(shared["brands"], True), cased=True)
        self._not_before = Phrases(dict.fromkeys(table.get("not_before", ()), True))

    @property
    def firsts(self) -> frozenset[str]:
        """How what may follow a number of chips starts, in lower case."""
        return self._nouns.firsts | self._fillers.firsts | self._brands.firsts

    def is_model(self, written: Written, at: int) -> bool:
        """Whether a chip's model starts at `at`."""
        return self._model.match(written.text, at) is not None

    def after(self, written: Written, at: int) -> Chips | None:
        """The chips that begin at `at` or after a few words that may describe them."""
        model, end = None, 0
        for _ in range(WORDS_BETWEEN):
            if found := self._model.match(written.text, at):
                model, at = model or found[1], found.end()
                end = at
            elif noun := self._nouns.match(written, at):
                at = end = noun[1]
            elif between := self._brands.match(written, at) or self._fillers.match(written, at):
                at = between[1] + 2 * written.text.startswith("'s", between[1])
            else:
                break
            at = after_gap(written, at)
        return Chips(end, model) if end and not self._not_before.match(written, after_gap(written, end)) else None
