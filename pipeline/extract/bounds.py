"""How exact a quantity is said to be: about, up to, at least, by the words before and after it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.extract.languages import Language
from pipeline.extract.phrases import GAP, Phrases

LOOK_BACK = 48  # code points that hold the longest phrase of a language with its articles
MOST_WORDS = 5
MOST_SKIPPED = 3
_APOSTROPHE = re.compile("['’]")
_OPENING = "(\"'“”„«»‘[—–-"


class Bounds:
    """The bound phrases of one language."""

    def __init__(self, language: Language) -> None:
        table = language.table("bounds")
        self._before = {" ".join(_words(p)): kind for kind in KINDS for p in table.get(kind, ())}
        self._last = frozenset(phrase.split()[-1] for phrase in self._before)
        self._skip = frozenset(word for phrase in table.get("skip", ()) for word in _words(phrase))
        after: Mapping[str, list[str]] = table.get("after", {})
        self._after = Phrases({phrase: kind for kind, phrases in after.items() for phrase in phrases})

    def before(self, text: str, start: int) -> str | None:
        """The bound of the words right before `start`."""
        words = preceding_words(text, start)
        for _ in range(MOST_SKIPPED + 1):
            if not words:
                return None
            if words[-1] in self._last:
                for length in range(min(MOST_WORDS, len(words)), 0, -1):
                    if kind := self._before.get(" ".join(words[-length:])):
                        return kind
            if words[-1] not in self._skip:
                return None
            words.pop()
        return None

    def after(self, text: str, end: int) -> tuple[str, int] | None:
        """The bound of the words right after `end`, and where they end."""
        found = GAP.match(text, end)
        return self._after.match(text, found.end() if found else end)


KINDS = ("about", "up_to", "at_least")


def preceding_words(text: str, start: int) -> list[str]:
    """The words right before `start`, lower case, as far back as a bound phrase reaches."""
    return _words(text[max(0, start - LOOK_BACK) : start])


def _words(text: str) -> list[str]:
    """Lower-case words; an elided article or preposition ("d'environ") is a word of its own."""
    return [word.lstrip(_OPENING) or word for word in _APOSTROPHE.sub("' ", text.lower()).split()]
