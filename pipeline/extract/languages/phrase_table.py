"""The phrases of one language and what they mean, looked up token by token.

A phrase is a tuple of lower-case tokens; `PhraseTable.longest` finds the longest one that starts at a token.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.languages.forms import GAP, Phrase, tokens

SHORTEST_COMPOUND = 7  # letters; longer words may be compounds that end with a cue
WORDS_REMEMBERED = 1 << 14  # words whose labels are known; a language uses the same ones again and again
NO_LABELS: frozenset[str] = frozenset()
_NOTHING = (0, NO_LABELS)


class Closing(NamedTuple):
    """The second part of a phrase with a gap. `particle`: that of a separable verb, which ends its clause; `near`: a
    preposition that only adverbs part from its verb."""

    text: str
    label: str
    particle: bool
    near: bool = False


class PhraseTable:
    """Phrases with their labels: of one word, of several, in two parts, and endings of longer words.

    `enclitics`: pronouns that an infinitive may end in, and `infinitive_end` what it ends in without one.
    """

    def __init__(self, enclitics: Sequence[str], infinitive_end: str) -> None:
        self._phrases: dict[Phrase, frozenset[str]] = {}
        self._words: dict[str, frozenset[str]] = {}  # phrases of one word
        self.openers: dict[str, dict[str, int]] = {}  # length of the longest phrase by its first and second word
        self._suffixes: dict[str, frozenset[str]] = {}
        self._suffix_ends: tuple[str, ...] = ()
        self.gapped: dict[str, list[Closing]] = {}
        self._enclitics = tuple(f"r{pronoun}" for pronoun in enclitics)
        self._infinitive_end = infinitive_end
        self.alone = lru_cache(WORDS_REMEMBERED)(self._alone)

    def add(self, form: str, label: str, *, particle: bool = False) -> None:
        """Let a phrase carry a label (besides those that it has); one with a gap may close with a `particle`."""
        self.alone.cache_clear()
        if form.startswith("*"):
            self._suffixes[form[1:]] = self._suffixes.get(form[1:], frozenset()) | {label}
            self._suffix_ends = tuple(sorted(self._suffixes, key=len, reverse=True))
            return
        if GAP in form:
            self._add_gapped(form, label, particle=particle)
            return
        phrase = tokens(form)
        if len(phrase) > 1:
            self._phrases[phrase] = self._phrases.get(phrase, frozenset()) | {label}
            lengths = self.openers.setdefault(phrase[0], {})
            lengths[phrase[1]] = max(lengths.get(phrase[1], 0), len(phrase))
        elif phrase:
            self._words[phrase[0]] = self._words.get(phrase[0], frozenset()) | {label}

    def _add_gapped(self, form: str, label: str, *, particle: bool) -> None:
        """A phrase in two parts ("sammelt ... ein"): the opening one's text -> the closing one's, and the label."""
        parts = [tokens(part) for part in form.split(GAP)]
        for part in parts:
            if len(part) > 1:
                self.add(" ".join(part), "gap")
        opening, closing = (" ".join(part) for part in parts)
        self.gapped.setdefault(opening, []).append(Closing(closing, label, particle))

    def forms(self) -> Iterator[tuple[str, frozenset[str]]]:
        """Every phrase with its labels; one that only ends words starts with *, one with a gap is told by its
        opening."""
        yield from self._words.items()
        for phrase, labels in self._phrases.items():
            yield " ".join(phrase), labels
        for ending, labels in self._suffixes.items():
            yield f"*{ending}", labels
        for opening, closings in self.gapped.items():
            yield opening, frozenset(closing.label for closing in closings)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, frozenset[str]]:
        """Length in tokens and labels of the longest phrase that starts at `words[at]`; (0, none) when there is
        none."""
        word = words[at]
        if (lengths := self.openers.get(word)) and at + 1 < len(words) and words[at + 1] in lengths:
            for length in range(min(lengths[words[at + 1]], len(words) - at), 1, -1):
                if labels := self._phrases.get(tuple(words[at : at + length])):
                    return length, labels
        labels = self.alone(word)
        return (1, labels) if labels else _NOTHING

    def _alone(self, word: str) -> frozenset[str]:
        """The labels of a word by itself: its own, else those of its ending."""
        labels = self._words.get(word, NO_LABELS)
        return labels or (self._ending(word) if len(word) >= SHORTEST_COMPOUND else NO_LABELS)

    def _bare_infinitive(self, word: str) -> frozenset[str]:
        """The labels of an infinitive that ends in a pronoun: `costruirlo`, `comprarla`."""
        if not word.endswith(self._enclitics):
            return NO_LABELS
        pronoun = next(end for end in self._enclitics if word.endswith(end))
        return self._words.get(word[: 1 - len(pronoun)] + self._infinitive_end, NO_LABELS)

    def _ending(self, word: str) -> frozenset[str]:
        """The labels of the longest suffix that a word ends with."""
        if len(word) == SHORTEST_COMPOUND or not word.endswith(self._suffix_ends):
            return self._bare_infinitive(word)
        return next(self._suffixes[suffix] for suffix in self._suffix_ends if word.endswith(suffix))
