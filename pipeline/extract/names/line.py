"""A sentence in which names are looked for, and which of its tokens a name may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.words import Words


@dataclass(slots=True)
class Line:
    """The words of a sentence and their language; `blocked` tokens belong to quantities or dates."""

    words: Words
    lexicon: Lexicon
    blocked: Sequence[bool]

    def free(self, at: int) -> bool:
        """Whether there is a token at `at` that a name may take."""
        return at < len(self.blocked) and not self.blocked[at]

    def ordinary(self, at: int) -> bool:
        """Whether the word at `at` names nothing by itself, whatever its capital."""
        return self.words.raw[at] in self.lexicon.not_names
