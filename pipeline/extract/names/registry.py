"""Which names of an article are one: known ones by the gazetteer, unknown ones by their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extract.grammar.stream import Entity
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.acting import acts
from pipeline.extract.names.bare_nouns import is_bare_name, is_listed_with, is_noun, stands_bare
from pipeline.extract.names.compounds import part_compounds
from pipeline.extract.names.defined_terms import names_the_one_before, opening_bracket
from pipeline.extract.names.doubtful import goes_on_in_capitals, has_legal_form, heads_list, is_marked
from pipeline.extract.names.entity_kinds import kind_of, trade_of
from pipeline.extract.names.gazetteer import gazetteer
from pipeline.extract.names.mentions import Draft, Found, Key, Mention, key_of, written
from pipeline.extract.names.short_forms import join_short_forms
from pipeline.extract.names.vocabulary import ORG_WORDS
from pipeline.extract.names.words import Words

_LONGEST_CODE = 6  # letters of a stock exchange's code
_BEFORE_CODE = 5  # tokens between a name and its code: `Foo Inc. (NASDAQ: FOO)`


class Registry:
    """The entities of one article."""

    def __init__(self) -> None:
        self._known: dict[str, Entity] = {}
        self._unknown: dict[Key, Entity] = {}
        self._sure: set[Key | str] = set()
        self._lowercase: set[str] = set()
        self._genitives: set[Key] = set()
        self._terms: set[Key] = set()
        self._bare: Counter[Key] = Counter()

    def learn(self, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        """Take every name of the article, so that a short form can join its long form wherever it stands."""
        self._lowercase = {raw for draft in drafts for raw in draft.words.raw if raw.islower()}
        if lexicon.nouns_capitalised:
            part_compounds(drafts)
        for draft in drafts:
            for found in draft.found:
                self._note_if_sure(draft.words, found)
                if lexicon.nouns_capitalised and not found.known and stands_bare(Mention(draft.words, found, lexicon)):
                    self._bare[key_of(draft.words, found)] += 1
        self._join_longer_names(drafts)
        mentions = [[Mention(draft.words, found, lexicon) for found in draft.found] for draft in drafts]
        self._note_terms(mentions)
        for line in mentions:
            before: Found | None = None
            for mention in line:
                if not mention.found.known and not (before and self._is_code_of(before, mention)):
                    self._take(mention, before)
                before = mention.found
        if lexicon.nouns_capitalised:
            self._find_short_forms(drafts)
        if lexicon.genitive_s:
            self._join_genitives(drafts)
        join_short_forms(self._unknown, list(self._known.values()))

    def _join_longer_names(self, drafts: Sequence[Draft]) -> None:
        """`Helion Mind`, wherever Helion stands, is no Helion: a known first word that never stands without another."""
        longer: dict[str, Counter[Key]] = {}
        for draft in drafts:
            for before, after in pairwise([*draft.found, None]):
                if before is not None and before.known is not None:
                    tail = key_of(draft.words, after) if after is not None and _goes_on(before, after) else ()
                    longer.setdefault(before.known.key, Counter())[tail] += 1
        joined = {known for known, tails in longer.items() if len(tails) == 1 and () not in tails and tails.total() > 1}
        for draft in drafts if joined else ():
            for i, (before, after) in reversed(list(enumerate(pairwise(draft.found)))):
                if before.known is not None and before.known.key in joined:
                    draft.found[i : i + 2] = [replace(before, last=after.last, core=after.core, known=None)]

    def known(self, key: str) -> Entity:
        """The entity of a known organisation, by its id."""
        if key not in self._known:
            known = gazetteer().by_key[key]
            self._known[key] = Entity(known.name, known.kind, known.trade, known=True, parent=known.parent)
        return self._known[key]

    def entity(self, mention: Mention) -> Entity | None:
        """The entity of a name, or None when it turned out to be no name."""
        found = mention.found
        if not found.known:
            return self._unknown.get(key_of(mention.words, found))
        doubtful = found.known.common and found.initial and found.known.key not in self._sure
        if doubtful and not acts(mention):
            return None
        entity = self.known(found.known.key)
        entity.written = entity.written or written(mention.words, found)
        return entity

    def owns(self, mention: Mention) -> bool:
        """Whether a name stands in the genitive without an apostrophe (Nvidias Anteil)."""
        return mention.found.genitive or key_of(mention.words, mention.found) in self._genitives

    def _note_if_sure(self, words: Words, found: Found) -> None:
        """Remember a name that stands once where its capital tells that it is one."""
        if found.known and not (found.initial and found.known.common):
            self._sure.add(found.known.key)
            self.known(found.known.key)
        elif not found.known and not found.initial:
            self._sure.add(key_of(words, found))

    def _note_terms(self, mentions: Sequence[Sequence[Mention]]) -> None:
        """Remember what a filing defines as a term for a thing (`a loan (the "Facility")`): no name anywhere in it."""
        for line in mentions:
            for before, mention in pairwise([None, *line]):
                if mention is None or mention.found.known or opening_bracket(mention) is None:
                    continue
                if not names_the_one_before(mention, before.found if before else None):
                    self._terms.add(key_of(mention.words, mention.found))

    def _is_code_of(self, before: Found, mention: Mention) -> bool:
        """Let a code in brackets after a name be another name of it: `Foo Inc. (NASDAQ: FOO)`, `Foo (the "Issuer")`."""
        words, found = mention.words, mention.found
        if names_the_one_before(mention, before):
            return self._is_another_name(before, mention)
        between = words.lower[before.last : found.first]
        code = words.raw[found.first]
        if "(" not in between or len(between) > _BEFORE_CODE:
            return False
        if found.size > 1 or not code.isupper() or len(code) > _LONGEST_CODE:
            return False
        return self._is_another_name(before, mention)

    def _is_another_name(self, before: Found, mention: Mention) -> bool:
        """Let a name mean the one before it, if that is one."""
        entity = self.known(before.known.key) if before.known else self._unknown.get(key_of(mention.words, before))
        if entity is not None:
            self._unknown[key_of(mention.words, mention.found)] = entity
        return entity is not None

    def _take(self, mention: Mention, before: Found | None) -> None:
        """Make an entity of an unlisted name, unless its capital is not that of a name."""
        key = key_of(mention.words, mention.found)
        if not key or key in self._unknown or key in self._terms:
            return
        if not (legal := has_legal_form(mention)) and self._is_ordinary(mention, key, before):
            return
        name = written(mention.words, mention.found)
        if len(key) == 1 and (len(key[0]) == 1 or (len(key[0]) == 2 and name.isupper())):
            return  # `X`, `EU`
        self._unknown[key] = Entity(name, "company" if legal else kind_of(mention), trade_of(mention))

    def _is_ordinary(self, mention: Mention, key: Key, before: Found | None) -> bool:
        """Whether words owe their capital to the place where they stand, and nothing shows that they are a name."""
        if not mention.found.initial or key in self._sure or is_marked(mention):
            return False
        if key[0] in self._lowercase or is_noun(mention):
            return True
        if goes_on_in_capitals(mention):
            return False
        return not (
            heads_list(mention)
            or acts(mention)
            or is_bare_name(mention, recurs=self._bare[key] > 1)
            or self._in_list(mention, before)
        )

    def _in_list(self, mention: Mention, before: Found | None) -> bool:
        """Whether a name stands in a list right after one that is sure."""
        if before is None or not is_listed_with(mention, before):
            return False
        return before.known is not None or key_of(mention.words, before) in self._unknown

    def _find_short_forms(self, drafts: Sequence[Draft]) -> None:
        """`Nordwerk`, of Nordwerk AI, is a name even where it looks like a noun."""
        firms = {
            key[0] for key, e in self._unknown.items() if len(key) == 2 and key[1] in ORG_WORDS and e.kind == "company"
        }
        for draft in drafts:
            taken = {at for found in draft.found for at in range(found.first, found.last)}
            for at, word in enumerate(draft.words.lower):
                if word in firms and at not in taken and draft.words.raw[at][0].isupper():
                    draft.found.append(Found(at, at + 1, None, True, at + 1))
                    self._unknown.setdefault((word,), next(e for key, e in self._unknown.items() if key[0] == word))
            draft.found.sort(key=lambda found: found.first)

    def _join_genitives(self, drafts: Sequence[Draft]) -> None:
        """`Foos` is the genitive of Foo when the article has Foo, too."""
        for key in set(_unlisted(drafts)):
            stem = (*key[:-1], key[-1][:-1]) if key and key[-1].endswith("s") else ()
            if stem in self._unknown:
                self._unknown[key] = self._unknown[stem]
                self._genitives.add(key)


def _goes_on(known: Found, after: Found) -> bool:
    """Whether an unknown word stands right behind a known company's name of one word."""
    firm = known.known is not None and known.known.kind == "company" and known.size == 1
    return firm and after.known is None and after.first == known.last and after.size == 1


def _unlisted(drafts: Sequence[Draft]) -> Iterator[Key]:
    return (key_of(draft.words, found) for draft in drafts for found in draft.found if not found.known)
