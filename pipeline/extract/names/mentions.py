"""A name where it stands: its tokens, the words around it, and what those words mean in its language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Protocol

from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.languages.phrase_table import NO_LABELS
from pipeline.extract.names.gazetteer import Known
from pipeline.extract.names.vocabulary import LEGAL
from pipeline.extract.names.words import Words

_OF_NAMES = frozenset({"lead", "join"})  # cues that govern the name behind them
Key = tuple[str, ...]
_PARTICLE_REACH = 24  # tokens from a verb to its particle


@dataclass(slots=True)
class Found:
    """A name at tokens [first, last) of a sentence, [first, core) without its legal suffix.

    `initial`: its capital tells nothing, because it opens a sentence or stands in a headline; `genitive`: it owns what
    follows without an apostrophe (Nvidias Anteil).
    """

    first: int
    last: int
    known: Known | None
    initial: bool
    core: int
    genitive: bool = False

    @property
    def size(self) -> int:
        """Its number of tokens without the legal suffix."""
        return self.core - self.first


@dataclass(slots=True)
class Mention:
    """A name with its sentence and the lexicon of its language."""

    words: Words
    found: Found
    lexicon: Lexicon
    first: int = field(init=False)
    """Its first token."""
    last: int = field(init=False)
    """The token after it and its legal suffix."""
    _key: Key | None = None

    def __post_init__(self) -> None:
        self.first, self.last = self.found.first, self.found.last

    @property
    def key(self) -> Key:
        """What is the same wherever a name stands: its lower-case words without marks and legal suffixes."""
        if self._key is None:
            parts = [word for word in self.parts if word.isalnum()]
            while len(parts) > 1 and parts[-1] in LEGAL:
                parts.pop()
            self._key = tuple(parts)
        return self._key

    def until(self, last: int, core: int) -> Mention:
        """The same name with another end, which makes it an unlisted one."""
        return Mention(self.words, replace(self.found, last=last, core=core, known=None), self.lexicon)

    @property
    def parts(self) -> tuple[str, ...]:
        """Its lower-case words without a legal suffix that stands apart."""
        return self.words.lower[self.found.first : self.found.core]

    def word(self, at: int) -> str:
        """The lower-case word at a token; empty outside the sentence."""
        return self.words.lower[at] if 0 <= at < len(self.words.lower) else ""

    def phrase(self, at: int) -> tuple[int, frozenset[str]]:
        """Length and labels of the longest phrase of the language at a token; none outside the sentence."""
        return self.words.phrase(self.lexicon, at) if 0 <= at < len(self.words.lower) else (0, NO_LABELS)

    def labels(self, at: int) -> frozenset[str]:
        """What the language says of the words at a token; nothing outside the sentence."""
        return self.words.phrase(self.lexicon, at)[1] if 0 <= at < len(self.words.lower) else NO_LABELS

    def verb(self, at: int) -> frozenset[str]:
        """The labels of a word, with those of a phrase that closes further on (`sammelt ... ein`)."""
        closings = self.lexicon.gapped.get(self.word(at), ())
        rest = self.words.lower[at + 1 : at + 1 + _PARTICLE_REACH] if closings else ()
        return self.labels(at).union(
            c.label for c in closings if c.text.split()[0] in rest and c.label not in _OF_NAMES
        )

    @property
    def before(self) -> frozenset[str]:
        """The labels of the word before the name."""
        return self.labels(self.first - 1)

    @property
    def after(self) -> frozenset[str]:
        """The labels of the words after the name."""
        return self.labels(self.last)


class Draft(Protocol):
    """What is read of a sentence to tell which of its names are one."""

    words: Words
    names: list[Mention]


def written(words: Words, found: Found) -> str:
    """A name as the article writes it, without legal suffixes."""
    last = found.core
    while last - found.first > 1 and words.lower[last - 1] in LEGAL:
        last -= 1
    tokens = range(found.first, last)
    return "".join(words.raw[i] if i == found.first or words.touches(i) else f" {words.raw[i]}" for i in tokens)
