"""The words of a sentence, as written and in lower case, with their places in the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence: lower-case words, words as written, spans."""

    lower: tuple[str, ...]
    raw: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def touches(self, at: int) -> bool:
        """Whether no space stands before the word at `at`."""
        return self.spans[at][0] == self.spans[at - 1][1]

    def capital(self, at: int) -> bool:
        """Whether there is a word at `at` that starts with a capital."""
        return at < len(self.raw) and self.raw[at][0].isupper()

    def follows(self, at: int, *expected: str) -> bool:
        """Whether these lower-case words stand from `at` on."""
        return self.lower[at : at + len(expected)] == expected
