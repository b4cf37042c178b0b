"""What an article as a whole shows of its names, when a capital tells nothing: how they stand elsewhere in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.extract.names.acting import acts
from pipeline.extract.names.bare_nouns import is_bare_name, is_noun, stands_bare
from pipeline.extract.names.doubtful import goes_on_in_capitals, heads_list, is_defined, is_marked
from pipeline.extract.names.gazetteer import Known
from pipeline.extract.names.mentions import Draft, Key, Mention


class Evidence:
    """What speaks for and against the names of one article, wherever they stand in it."""

    def __init__(self) -> None:
        self._sure: set[Key | str] = set()
        self._written: set[str] = set()
        self._terms: set[Key] = set()
        self._bare: Counter[Key] = Counter()

    def gather(self, drafts: Sequence[Draft]) -> None:
        """Note the words as they are written, and the names whose place tells something."""
        self._written = set().union(*(draft.words.raw for draft in drafts))
        for draft in drafts:
            for name in draft.names:
                self._note(name)

    def _note(self, mention: Mention) -> None:
        """Remember whether the place of a name tells that it is one, and how often it stands bare."""
        found = mention.found
        if found.known:
            if not (found.initial and found.known.common):
                self._sure.add(found.known.key)
            return
        key = mention.key
        if is_defined(mention):
            self._terms.add(key)
        if not found.initial:
            self._sure.add(key)
        self._bare[key] += stands_bare(mention)

    def is_sure(self, known: Known) -> bool:
        """Whether a listed name stands once where it can be no common word."""
        return known.key in self._sure

    def is_ordinary(self, mention: Mention, *, in_list: bool) -> bool:
        """Whether words owe their capital to the place where they stand, and nothing shows that they are a name.

        `in_list`: they stand in a list right after a name.
        """
        key = mention.key
        if key in self._terms:
            return True
        if not mention.found.initial or key in self._sure or is_marked(mention):
            return False
        if key[0] in self._written or is_noun(mention):
            return True
        if goes_on_in_capitals(mention):
            return False
        if in_list or heads_list(mention) or acts(mention):
            return False
        return not is_bare_name(mention, recurs=self._bare[key] > 1)
