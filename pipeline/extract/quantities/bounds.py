"""How exact a quantity is said to be: about, up to, at least, by the words before and after it."""

from __future__ import annotations

import re
from typing import Literal, cast

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import Phrases, Written, after_gap

Bound = Literal["exact", "about", "up_to", "at_least"]
KINDS: tuple[Bound, ...] = ("about", "up_to", "at_least")
LOOK_BACK = 48  # code points that hold the longest phrase of a language with its articles
MOST_WORDS = 5
MOST_SKIPPED = 3
_ADDED = re.compile(r" ?[$€£0-9]")
_OPENING = "(\"'“”„«»‘[—–-"


class Bounds:
    """The bound phrases of one language."""

    def __init__(self, language: Language) -> None:
        table = language.table("bounds")
        self._before = {" ".join(_words(p)): kind for kind in KINDS for p in table.get(kind, ())}
        self._skip = frozenset(word for phrase in table.get("skip", ()) for word in _words(phrase))
        self._articles = frozenset(language.table("numbers").get("articles", ()))
        self._last = frozenset(phrase.split()[-1] for phrase in self._before)
        after = {phrase: cast(Bound, kind) for kind, phrases in table.get("after", {}).items() for phrase in phrases}
        self._after: Phrases[Bound] = Phrases(after)

    def before(self, written: Written, start: int) -> Bound | None:
        """The bound of the words right before `start`."""
        last = written.lower[max(0, start - LOOK_BACK) : start].rsplit(None, 1)[-1:]
        if not last or not self._leads(last[0]):
            return None
        words = preceding_words(written, start)
        article = False  # `banks about a $2bn bond`: before an article a word is a preposition
        for _ in range(MOST_SKIPPED + 1):
            if not words:
                return None
            if words[-1] in self._last:
                for length in range(min(MOST_WORDS, len(words)), 0, -1):
                    if (kind := self._before.get(" ".join(words[-length:]))) and not (article and length == 1):
                        return kind
            if words[-1] not in self._skip:
                return None
            article = words.pop() in self._articles
        return None

    def _leads(self, word: str) -> bool:
        """Whether a word may be the last of what says how exact a quantity is."""
        tail = word[word.rstrip("'").rfind("'") + 1 :].lstrip(_OPENING) or word
        return tail in self._last or tail in self._skip

    def after(self, written: Written, end: int) -> tuple[Bound, int] | None:
        """The bound of the words right after `end`, and where they end."""
        found = self._after.match(written, after_gap(written, end))
        if found and written.text[found[1] - 1] == "+" and _ADDED.match(written.text, found[1]):
            return None  # "37 M€ + 20 M€"
        return found


def preceding_words(written: Written, start: int) -> list[str]:
    """The words right before `start`, lower case, as far back as a bound phrase reaches."""
    return _words(written.lower[max(0, start - LOOK_BACK) : start])


def _words(text: str) -> list[str]:
    """The words; an elided article or preposition ("d'environ") is a word of its own."""
    return [word.lstrip(_OPENING) or word for word in text.replace("’", "'").replace("'", "' ").split()]
