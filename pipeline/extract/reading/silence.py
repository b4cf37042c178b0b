"""Sentences without a name, a figure, a date, or a word that may stand for a name, which can tell no deal.

Most sentences of a report are such. They need no types of their words, unless a sentence beside them asks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.languages.lexicon import Lexicon
from pipeline.extract.names.registry import Registry
from pipeline.extract.names.words import Words
from pipeline.extract.reading.descriptions import may_refer
from pipeline.extract.reading.drafts import Draft

_DEED, _CLITIC, _HINTS, _SPEAKS = 1, 2, 3, 4  # the most telling last
_SPEAKING = frozenset({"country", "both", "wrong"})  # a state that acts, two firms told before, a figure taken back
_CLITICS = frozenset({"clitic", "dative", "partitive"})  # what an article is before anything but a verb
_VERBAL = VERBS | {"perfect", "conditional", "plan", "participle"}  # verbs and their auxiliaries
WORDS_REMEMBERED = 1 << 14


def is_silent(draft: Draft, registry: Registry, lexicon: Lexicon) -> bool:
    """Whether a sentence names, measures and refers to nothing."""
    if draft.spans:
        return False
    words = draft.words.lower
    signs = list(map(_signs(lexicon), words))
    if _SPEAKS in signs or (_HINTS in signs and _phrase_speaks(draft.words, lexicon)):
        return False
    if (_CLITIC in signs or _HINTS in signs) and _refers(words, signs, lexicon):
        return False
    return not any(map(registry.is_name, draft.names))


def _phrase_speaks(words: Words, lexicon: Lexicon) -> bool:
    """Whether a phrase that may stand for a name stands there as a whole."""
    return any(_sign(words.phrase(lexicon, at)[1]) == _SPEAKS for at in words.phrase_starts(lexicon))


def _refers(words: Sequence[str], signs: list[int], lexicon: Lexicon) -> bool:
    """Whether a clitic stands right before a verb of a deal, or its auxiliary."""
    for i, sign in enumerate(signs[:-1]):
        if sign not in (_CLITIC, _HINTS) or not any(after in (_DEED, _HINTS) for after in signs[i + 1 : i + 3]):
            continue
        if "clitic" in lexicon.alone(words[i]) and _is_verbal(words, i + 1, lexicon):
            return True
    return False


def _is_verbal(words: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a word, the phrase that starts with it, or one that this may open is a verb or an auxiliary."""
    length, labels = lexicon.longest(words, at)
    if not labels.isdisjoint(_VERBAL) or not lexicon.alone(words[at]).isdisjoint(_VERBAL):
        return True
    closings = lexicon.gapped.get(" ".join(words[at : at + max(length, 1)]), ())
    return any(closing.label in _VERBAL for closing in closings)


@cache
def _signs(lexicon: Lexicon) -> Callable[[str], int]:
    """What a word tells by itself, or hints at as that one of a phrase which the fewest phrases hold."""
    forms = [(form.split(), labels) for form, labels in lexicon.forms()]
    held = Counter(word for words, _ in forms for word in words)
    telling: dict[str, int] = {}
    for words, labels in forms:
        rarest, parted = min(words, key=held.__getitem__), " ".join(words) in lexicon.gapped
        telling[rarest] = max(telling.get(rarest, 0), _sign(labels) if parted else min(_sign(labels), _HINTS))

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
