"""Sentences that tell of nobody and nothing: no name, no figure, no date, and no word that may stand for a name.

Most sentences of a report are such. They need no types of their words, unless a sentence beside them asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.registry import Registry
from pipeline.extract.reading.descriptions import may_refer
from pipeline.extract.reading.drafts import Draft

_DEED, _CLITIC, _SPEAKS = 1, 2, 3  # the most telling last
_SPEAKING = frozenset({"country", "both", "wrong"})  # a state that acts, two firms told before, a figure taken back
_CLITICS = frozenset({"clitic", "dative", "partitive"})  # what an article is before anything but a verb
WORDS_REMEMBERED = 1 << 14


def is_silent(draft: Draft, registry: Registry, lexicon: Lexicon) -> bool:
    """Whether a sentence names, measures and refers to nothing."""
    if draft.spans:
        return False
    signs = list(map(_signs(lexicon), draft.words.lower))
    if _SPEAKS in signs or (_CLITIC in signs and _refers(signs)):
        return False
    return not any(map(registry.is_name, draft.names))


def _refers(signs: list[int]) -> bool:
    """Whether a clitic stands before a verb of a deal, or its auxiliary."""
    return any(sign == _CLITIC and _DEED in signs[i + 1 : i + 3] for i, sign in enumerate(signs))


@cache
def _signs(lexicon: Lexicon) -> Callable[[str], int]:
    """What a word may tell, by itself or as that one of a phrase which the fewest phrases hold."""
    forms = [(form.split(), labels) for form, labels in lexicon.forms()]
    held = Counter(word for words, _ in forms for word in words)
    telling: dict[str, int] = {}
    for words, labels in forms:
        rarest = min(words, key=held.__getitem__)
        telling[rarest] = max(telling.get(rarest, 0), _sign(labels))

    @lru_cache(WORDS_REMEMBERED)
    def signs(word: str) -> int:
        return max(telling.get(word, 0), _sign(lexicon.longest((word,), 0)[1]))

    return signs


@cache
def _sign(labels: frozenset[str]) -> int:
    clitic = "clitic" in labels
    alone = labels - _CLITICS if clitic else labels
    if may_refer(alone) or alone & _SPEAKING or any(label.startswith("maker:") for label in alone):
        return _SPEAKS
    return _CLITIC if clitic else _DEED * (not labels.isdisjoint(VERBS))
