"""Which names of an article are one: known ones by the gazetteer, unknown ones by their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extract.grammar.stream import Entity
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.acting import acts
from pipeline.extract.names.bare_nouns import is_listed_with
from pipeline.extract.names.doubtful import has_legal_form
from pipeline.extract.names.entity_kinds import kind_of, trade_of
from pipeline.extract.names.evidence import Evidence
from pipeline.extract.names.gazetteer import Known
from pipeline.extract.names.mentions import Draft, Key, Mention, written
from pipeline.extract.names.short_forms import find_first_words, join_short_forms

_LONGEST_CODE = 6  # letters of a stock exchange's code
_BEFORE_CODE = 5  # tokens between a name and its code: `Foo Inc. (NASDAQ: FOO)`


class Registry:
    """The entities of one article."""

    def __init__(self) -> None:
        self._known: dict[str, Entity] = {}
        self._unknown: dict[Key, Entity] = {}
        self._evidence = Evidence()
        self._forms: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def learn(self, drafts: Sequence[Draft], lexicon: Lexicon) -> None:
        """Take every name of the article, so that a short form can join its long form wherever it stands."""
        self._evidence.gather(drafts)
        self._take_listed(drafts)
        for draft in drafts:
            self._take_unlisted(draft.names)
        if lexicon.nouns_capitalised:
            find_first_words(self._unknown, drafts, lexicon)
        join_short_forms(self._unknown, list(self._known.values()))

    def _take_listed(self, drafts: Sequence[Draft]) -> None:
        """Make an entity of every listed name that is surely one."""
        for draft in drafts:
            for known in (name.found.known for name in draft.names):
                if known and self._evidence.is_sure(known):
                    self.known(known)

    def _take_unlisted(self, line: Sequence[Mention]) -> None:
        """Make entities of the unlisted names of a sentence; a code may mean the name before it."""
        for before, mention in pairwise([None, *line]):
            if mention and not mention.found.known and not (before and self._is_code_of(before, mention)):
                self._take(mention, before)

    def known(self, known: Known) -> Entity:
        """The entity of a known organisation, by the name under which the text first has it."""
        if known.key not in self._known:
            self._known[known.key] = Entity(known.name, known.kind, known.trade, known=True, parent=known.parent)
        return self._known[known.key]

    def is_name(self, mention: Mention) -> bool:
        """Whether what looks like a name turned out to be one."""
        found = mention.found
        if not found.known:
            return mention.key in self._unknown
        doubtful = found.known.common and found.initial and not self._evidence.is_sure(found.known)
        return not doubtful or acts(mention)

    def entity(self, mention: Mention) -> Entity | None:
        """The entity of a name, or None when it turned out to be no name."""
        found = mention.found
        if not self.is_name(mention):
            return None
        if not found.known:
            return self._unknown[mention.key]
        entity = self.known(found.known)
        forms = self._forms[found.known.key]
        forms[written(mention.words, found)] += 1
        entity.written = max(forms, key=forms.__getitem__)
        return entity

    def _is_code_of(self, before: Mention, mention: Mention) -> bool:
        """Let a code in brackets after a name be another name of it: `Foo Inc. (NASDAQ: FOO)`."""
        words, found = mention.words, mention.found
        between = words.lower[before.last : found.first]
        code = words.raw[found.first]
        if "(" not in between or len(between) > _BEFORE_CODE:
            return False
        if found.size > 1 or not code.isupper() or len(code) > _LONGEST_CODE:
            return False
        return self._is_another_name(before, mention)

    def _is_another_name(self, before: Mention, mention: Mention) -> bool:
        """Let a name mean the one before it, if that is one."""
        known = before.found.known
        entity = self.known(known) if known else self._unknown.get(before.key)
        if entity is not None:
            self._unknown[mention.key] = entity
        return entity is not None

    def _take(self, mention: Mention, before: Mention | None) -> None:
        """Make an entity of an unlisted name, unless its capital is not that of a name."""
        key = mention.key
        if not key or key in self._unknown:
            return
        legal, in_list = has_legal_form(mention), self._in_list(mention, before)
        if not legal and self._evidence.is_ordinary(mention, in_list=in_list):
            return
        name = written(mention.words, mention.found)
        if len(key) == 1 and (len(key[0]) == 1 or (len(key[0]) == 2 and name.isupper())):
            return  # `X`, `EU`
        self._unknown[key] = Entity(name, "company" if legal else kind_of(mention), trade_of(mention))

    def _in_list(self, mention: Mention, before: Mention | None) -> bool:
        """Whether a name stands in a list right after one that is sure."""
        if before is None or not is_listed_with(mention, before.found):
            return False
        return before.found.known is not None or before.key in self._unknown
