"""Scale words and marks after a number in digits: "2.5 billion", "300 M€", "100 mil M€", "1,7 Md€"."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.extract.languages import Language
from pipeline.extract.languages.phrases import Phrases, Written, after_gap

MOST_SCALES = 3  # "100 mil M€" has two


class Scale(NamedTuple):
    """Where a scale ends, what it multiplies by; `bare`: also without a currency; `half` is added to the number."""

    end: int
    factor: float = 1
    bare: bool = True
    half: float = 0


class Scales:
    """The scale words and marks of one language."""

    def __init__(self, language: Language) -> None:
        table, numbers = language.table("scales"), language.table("numbers")
        marks: dict[str, float] = table.get("marks", {})
        self._words: Phrases[float] = Phrases(table.get("words", {}))
        self._marks: Phrases[float] = Phrases(marks, cased=True)
        self._marks_after_sign: Phrases[float] = Phrases({**marks, **table.get("marks_after_sign", {})}, cased=True)
        self._bare = frozenset(table.get("bare", ()))
        self._half = Phrases(dict.fromkeys(numbers.get("half_after", ()), True))

    @property
    def firsts(self) -> frozenset[str]:
        """How a scale starts, in lower case."""
        return self._words.firsts | self._marks.firsts | self._half.firsts

    def after(self, written: Written, at: int, *, signed: bool, words: bool = True) -> Scale:
        """The scales after a number, multiplied. `signed`: a currency stands before it; `words`: not only marks."""
        scale, marks = Scale(at), self._marks_after_sign if signed else self._marks
        for _ in range(MOST_SCALES):
            begin = after_gap(written, scale.end)
            if words and (word := self._words.match(written, begin)):
                scale = Scale(word[1], scale.factor * word[0])
            elif (mark := marks.match(written, begin)) and not _compound(written, scale.end, begin, mark[1]):
                return Scale(mark[1], scale.factor * mark[0], written.text[begin : mark[1]] in self._bare)
            else:
                break
        if scale.factor > 1 and (half := self._half.match(written, after_gap(written, scale.end))):
            return scale._replace(end=half[1], half=0.5)
        return scale


def _compound(written: Written, number_end: int, begin: int, end: int) -> bool:
    """Whether a mark away from its number belongs to a longer word: "5 T-shirts", "4,096 B300 chips"."""
    after = written.text[end : end + 2]
    return begin > number_end and (after[:1].isdigit() or (after[:1] == "-" and after[1:].isalpha()))
