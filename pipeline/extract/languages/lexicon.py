"""What a language's words mean to the engine: the phrases of `languages/<lang>.toml`, and how the language is written.

docs/extraction-labels.md says what each label means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Any

from pipeline.extract.languages.forms import is_separable, verb_forms
from pipeline.extract.languages.phrase_table import NO_LABELS, WORDS_REMEMBERED, Closing, PhraseTable

LONGEST_NAME = 13  # longer words are compounds of nouns
_SURENESS = frozenset({"talks", "plan", "hearsay", "modal"})
_DEEDS = frozenset({"raise", "acquire"})
_PARTED = frozenset({"procure", "supply", "guarantee", "destined"})
_PREPOSITIONS = frozenset({"by", "from", "into", "with", "to", "for", "in", "on", "at"})
_EVENTS = frozenset(
    {"raise", "raise_weak", "invest", "give", "take", "hold", "acquire", "pay", "spend", "supply", "procure", "build",
     "guarantee", "sell", "cede", "partner", "valuation", "announce"}
)  # fmt: skip


class Lexicon(PhraseTable):
    """The phrases of one language with their labels, and the traits of its grammar.

    `makers`: products with the id of who makes each, for "the ChatGPT maker" and its like: labels `maker:<id>`.
    """

    def __init__(self, tables: Mapping[str, Any], makers: Iterable[tuple[str, str]]) -> None:
        grammar, names = tables.get("grammar", {}), tables.get("names", {})
        super().__init__(grammar.get("enclitics", ()), str(grammar.get("infinitive_end", "")))
        self.tables = tables
        self.cues = frozenset(tables.get("cues", {}))
        self._fill(str(grammar.get("infinitive", "")))
        self._let_adverbs_part(_PARTED)
        self._let_plans_mean_deeds()
        for product, maker in makers:
            for pattern in self.patterns("descriptions", "maker"):
                self.add(pattern.replace("{}", product), f"maker:{maker}")
        self.nouns_capitalised, self.genitive_s = bool(names.get("nouns_capitalised")), bool(names.get("genitive_s"))
        self._noun_endings = tuple(names.get("noun_endings", ()))
        self.adjective_endings = tuple(names.get("adjective_endings", ()))
        self.adverb_endings = tuple(names.get("adverb_endings", ()))
        self.plural_endings = tuple(names.get("plural_endings", ()))
        self.verb_final, self.free_order = bool(grammar.get("verb_final")), bool(grammar.get("free_order"))
        self.nouns_take_articles = bool(grammar.get("nouns_take_articles"))
        self.passing = frozenset(grammar.get("passing", ()))
        self.negations = frozenset(grammar.get("negations", ()))
        self.bare = frozenset(grammar.get("bare", ()))
        self.pending = frozenset(grammar.get("pending", ()))
        self.only = frozenset(grammar.get("only", ()))
        self.idle_negations = frozenset(grammar.get("idle_negations", ()))
        self.buys_to = bool(grammar.get("buys_to"))
        self.plural_verb = str(grammar.get("plural_verb", ""))
        self.not_names = frozenset(tables.get("not_names", {}).get("words", ()))

    def _fill(self, infinitive: str) -> None:
        """Add every form of every pattern; `infinitive` is what stands inside that of a separable verb. An event in the
        conditional (`lèverait`) is hearsay, too."""
        endings = self.tables.get("endings", {})
        conditional = tuple(self.tables.get("grammar", {}).get("conditional", ()))
        for label, patterns in self._labelled(self.tables):
            for pattern in patterns:
                for form in verb_forms(pattern, endings, infinitive):
                    self.add(form, label, particle=is_separable(pattern))
                    if conditional and label in _EVENTS and any(word.endswith(conditional) for word in form.split()):
                        self.add(form, "conditional")

    @staticmethod
    def _labelled(tables: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
        yield from tables.get("cues", {}).items()
        for prefix in ("anaphora", "trades", "stages"):
            for key, patterns in tables.get(prefix, {}).items():
                yield f"{prefix}:{key}", patterns
        places = tables.get("places", {})
        yield "country", places.get("countries", [])
        yield "nationality", places.get("nationalities", [])

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

    @cached_property
    def common_noun(self) -> Callable[[str], bool]:
        """Whether a capitalised word is an ordinary noun, in a language that writes nouns so: a cue, or by its
        ending."""
        return lru_cache(WORDS_REMEMBERED)(self._common_noun)

    def _common_noun(self, word: str) -> bool:
        compound = len(word) >= LONGEST_NAME or (len(word) > 4 and word.endswith(self._noun_endings))
        return compound or bool(self.alone(word))

    @cached_property
    def ends_organisation(self) -> Callable[[str], bool]:
        """Whether a word may be the last one of what means an organisation, at least in some phrase."""
        last = {form.rsplit(" ", 1)[-1] for form, labels in self.forms() if tells_an_organisation(labels)}
        return lru_cache(WORDS_REMEMBERED)(lambda word: word in last or tells_an_organisation(self.alone(word)))

    def patterns(self, table: str, key: str) -> list[str]:
        """The raw patterns of a table, for those who fill them in (`[descriptions]`)."""
        found: list[str] = self.tables.get(table, {}).get(key, [])
        return found


@cache
def tells_a_trade(labels: frozenset[str]) -> bool:
    """Whether words say what kind of organisation somebody is: company, start-up, chipmaker."""
    return "org_noun" in labels or any(label.startswith("trades:") for label in labels)


@cache
def tells_a_stage(labels: frozenset[str]) -> bool:
    """Whether words may tell the stage of a round: series, seed."""
    return any(label.startswith("stages:") for label in labels)


@cache
def is_anaphoric(labels: frozenset[str]) -> bool:
    """Whether words mean an organisation or project told of before: `the group`, `the chipmaker`, `the campus`."""
    return any(label.startswith("anaphora:") for label in labels)


@cache
def tells_an_organisation(labels: frozenset[str]) -> bool:
    """Whether words mean an organisation: by its trade (`chipmaker`), or one told before (`the group`)."""
    return tells_a_trade(labels) or is_anaphoric(labels)
