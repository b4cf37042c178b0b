"""What a language's words mean to the engine: phrases of `languages/<lang>.toml`, looked up token by token.

A phrase is a tuple of lower-case tokens; `Lexicon.longest` finds the longest one that starts at a token. The labels are
listed at the top of languages/en.toml.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

LANGUAGES = Path(__file__).parent
TOKEN = re.compile(r"\w+|[^\w\s]")
_BRACKET = re.compile(r"\[([^\]]*)\]|~(\w+)")
_SEPARABLE = re.compile(r"([\w ]+)\|(?=\w)")
SHORTEST_COMPOUND = 7  # letters; longer words may be compounds that end with a cue
LONGEST_NAME = 13  # longer words are compounds of nouns
WORDS_REMEMBERED = 1 << 14  # long words whose ending is known; a language uses the same ones again and again
_SURENESS = frozenset({"talks", "plan", "hearsay", "modal"})
_DEEDS = frozenset({"raise", "acquire"})
NO_LABELS: frozenset[str] = frozenset()
_GAP = " ... "
_PARTED = frozenset({"procure", "supply", "guarantee", "destined"})
_PREPOSITIONS = frozenset({"by", "from", "into", "with", "to", "for", "in", "on", "at"})
_PLAIN = {"’": "'", "ʼ": "'", "‘": "'", "‑": "-", "–": "-"}
Phrase = tuple[str, ...]


def plain(text: str) -> str:
    """Lower case with straight apostrophes and hyphens; the same length as `text`."""
    lowered = text.lower()
    flat = lowered if len(lowered) == len(text) else text
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
        yield f"{verb}{_GAP}{particle}"
        yield f"{particle}{infinitive}{verb}"


class Closing(NamedTuple):
    """The second part of a phrase with a gap. `particle`: that of a separable verb, which ends its clause; `near`: a
    preposition that only adverbs part from its verb."""

    text: str
    label: str
    particle: bool
    near: bool = False


class Lexicon:
    """The phrases of one language with their labels."""

    def __init__(self, tables: dict[str, dict[str, list[str]]]) -> None:
        self.tables = tables
        self._phrases: dict[Phrase, frozenset[str]] = {}
        self._words: dict[str, frozenset[str]] = {}  # phrases of one word
        self._longest: dict[str, dict[str, int]] = {}  # length of the longest phrase by its first and second word
        self._suffixes: dict[str, frozenset[str]] = {}
        self.gapped: dict[str, list[Closing]] = {}
        endings, grammar = tables.get("endings", {}), tables.get("grammar", {})
        for label, patterns in self._labelled(tables):
            for pattern in patterns:
                separable = _SEPARABLE.match(pattern) is not None
                for form in verb_forms(pattern, endings, str(grammar.get("infinitive", ""))):
                    self.add(form, label, particle=separable)
        self._let_adverbs_part(_PARTED)
        self._let_plans_mean_deeds()
        self._suffix_ends = tuple(self._suffixes)
        self._ending = lru_cache(WORDS_REMEMBERED)(self._find_ending)
        names = tables.get("names", {})
        self.nouns_capitalised, self.genitive_s = bool(names.get("nouns_capitalised")), bool(names.get("genitive_s"))
        self._noun_endings = tuple(names.get("noun_endings", ()))
        self.verb_final, self.free_order = bool(grammar.get("verb_final")), bool(grammar.get("free_order"))
        self.nouns_take_articles = bool(grammar.get("nouns_take_articles"))
        self.passing = frozenset(grammar.get("passing", ()))
        self.buys_to = bool(grammar.get("buys_to"))
        self._enclitics = tuple(f"r{pronoun}" for pronoun in grammar.get("enclitics", ()))
        self._infinitive_end = str(grammar.get("infinitive_end", ""))
        self.plural_verb = str(grammar.get("plural_verb", ""))
        self.not_names = frozenset(tables.get("not_names", {}).get("words", ()))

    @staticmethod
    def _labelled(tables: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, list[str]]]:
        yield from tables.get("cues", {}).items()
        for prefix in ("anaphora", "trades", "stages"):
            for key, patterns in tables.get(prefix, {}).items():
                yield f"{prefix}:{key}", patterns
        places = tables.get("places", {})
        yield "country", places.get("countries", [])
        yield "nationality", places.get("nationalities", [])

    def add(self, form: str, label: str, *, particle: bool = False) -> None:
        """Let a phrase carry a label (besides those that it has); one with a gap may close with a `particle`."""
        if form.startswith("*"):
            self._suffixes[form[1:]] = self._suffixes.get(form[1:], frozenset()) | {label}
            return
        if _GAP in form:
            self._add_gapped(form, label, particle=particle)
            return
        phrase = tokens(form)
        if len(phrase) > 1:
            self._phrases[phrase] = self._phrases.get(phrase, frozenset()) | {label}
            lengths = self._longest.setdefault(phrase[0], {})
            lengths[phrase[1]] = max(lengths.get(phrase[1], 0), len(phrase))
        elif phrase:
            self._words[phrase[0]] = self._words.get(phrase[0], frozenset()) | {label}

    def _add_gapped(self, form: str, label: str, *, particle: bool) -> None:
        """A phrase in two parts ("sammelt ... ein"): the opening one's text -> the closing one's, and the label."""
        parts = [tokens(part) for part in form.split(_GAP)]
        for part in parts:
            if len(part) > 1:
                self.add(" ".join(part), "gap")
        opening, closing = (" ".join(part) for part in parts)
        self.gapped.setdefault(opening, []).append(Closing(closing, label, particle))

    def _let_adverbs_part(self, events: frozenset[str]) -> None:
        """A verb and its preposition may stand apart: `relies on` also `relies entirely on`."""
        for phrase, labels in list(self._phrases.items()):
            last = self._words.get(phrase[-1], NO_LABELS)
            if not last.isdisjoint(_PREPOSITIONS) and labels & events:
                opening = " ".join(phrase[:-1])
                if len(phrase) > 2 and phrase[:-1] not in self._phrases:
                    if phrase[0] in self._words:
                        continue  # `will go to`: as one phrase `will go` would hide what `will` says
                    self.add(opening, "gap")
                closings = [Closing(phrase[-1], label, particle=False, near=True) for label in sorted(labels)]
                self.gapped.setdefault(opening, []).extend(closings)

    def _let_plans_mean_deeds(self) -> None:
        """A phrase that tells how sure a deed is (`aims to raise`, `quiere comprar`) means its verb besides."""
        for phrase, labels in self._phrases.items():
            if labels <= _SURENESS:
                self._phrases[phrase] = labels | (self._words.get(phrase[-1], NO_LABELS) & _DEEDS)

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
        if (lengths := self._longest.get(word)) and at + 1 < len(words) and words[at + 1] in lengths:
            for length in range(min(lengths[words[at + 1]], len(words) - at), 1, -1):
                if labels := self._phrases.get(tuple(words[at : at + length])):
                    return length, labels
        if labels := self._words.get(word, NO_LABELS):
            return 1, labels
        if len(word) >= SHORTEST_COMPOUND and (labels := self._ending(word)):
            return 1, labels
        return 0, NO_LABELS

    def _bare_infinitive(self, word: str) -> frozenset[str]:
        """The labels of an infinitive that ends in a pronoun: `costruirlo`, `comprarla`."""
        if not word.endswith(self._enclitics):
            return NO_LABELS
        pronoun = next(end for end in self._enclitics if word.endswith(end))
        return self._words.get(word[: 1 - len(pronoun)] + self._infinitive_end, NO_LABELS)

    def _find_ending(self, word: str) -> frozenset[str]:
        """The labels of the first suffix that a word ends with."""
        if len(word) == SHORTEST_COMPOUND or not word.endswith(self._suffix_ends):
            return self._bare_infinitive(word)
        return next(labels for suffix, labels in self._suffixes.items() if word.endswith(suffix))

    def common_noun(self, word: str) -> bool:
        """Whether a capitalised word is an ordinary noun, in a language that writes nouns so: a cue, or by its
        ending."""
        compound = len(word) >= LONGEST_NAME or (len(word) > 4 and word.endswith(self._noun_endings))
        return compound or self.longest((word,), 0)[0] > 0

    def patterns(self, table: str, key: str) -> list[str]:
        """The raw patterns of a table, for those who fill them in (`[descriptions]`)."""
        return self.tables.get(table, {}).get(key, [])


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, read once."""
    with (LANGUAGES / f"{lang}.toml").open("rb") as file:
        return Lexicon(tomllib.load(file))


@cache
def tells_a_trade(labels: frozenset[str]) -> bool:
    """Whether words say what kind of organisation somebody is: company, start-up, chipmaker."""
    return "org_noun" in labels or any(label.startswith("trades:") for label in labels)
