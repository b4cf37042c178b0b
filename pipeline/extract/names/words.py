"""The words of a sentence, as written and in lower case, with their places in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.extract.languages.lexicon import Lexicon


@dataclass(slots=True)
class Words:
    """The tokens of one sentence: lower-case words, words as written, spans, and the phrases looked up so far."""

    lower: tuple[str, ...]
    raw: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    _phrases: dict[int, tuple[int, frozenset[str]]] = field(default_factory=dict, compare=False, repr=False)

    def phrase(self, lexicon: Lexicon, at: int) -> tuple[int, frozenset[str]]:
        """Length and labels of the longest phrase of the sentence's own language at `at`, looked up once."""
        found = self._phrases.get(at)
        if found is None:
            found = self._phrases[at] = lexicon.longest(self.lower, at)
        return found

    def phrase_starts(self, lexicon: Lexicon) -> list[int]:
        """Where phrases of several words start."""
        lower = self.lower
        opened = enumerate(map(lexicon.openers.get, lower[:-1]))
        return [i for i, seconds in opened if seconds and lower[i + 1] in seconds and self.phrase(lexicon, i)[0] > 1]

    def touches(self, at: int) -> bool:
        """Whether no space stands before the word at `at`."""
        return self.spans[at][0] == self.spans[at - 1][1]

    def capital(self, at: int) -> bool:
        """Whether there is a word at `at` that starts with a capital."""
        return at < len(self.raw) and self.raw[at][0].isupper()

    def follows(self, at: int, *expected: str) -> bool:
        """Whether these lower-case words stand from `at` on."""
        return self.lower[at : at + len(expected)] == expected
