"""Stages of rounds: a lettered series, a seed or growth stage; they stand for their round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extract.grammar.stream import Token

_ROUNDS = frozenset({"stages:seed", "stages:pre-seed", "stages:growth"})
STAGES = _ROUNDS | {"stages:series"}
"""Labels of the words that may tell a stage."""


def is_stage(stream: Sequence[Token], at: int) -> bool:
    """A lettered series or a seed stage stands for its round."""
    labels = stream[at].labels
    if "stages:series" in labels:
        return bool(series_letter(stream, at))
    return not labels.isdisjoint(_ROUNDS)


def series_letter(stream: Sequence[Token], at: int) -> str:
    """The letter of a lettered series (`Series A`, `Serie-A-Runde`), empty when there is none.

    What bears a label is a word of one letter (`la serie e il film`): of a series its capital has taken them.
    """
    after = stream[at + 1 : at + 3]
    letter = after[-1] if len(after) == 2 and after[0].text == "-" else next(iter(after), None)
    lettered = letter is not None and len(letter.text) == 1 and letter.text.isascii() and letter.text.isalpha()
    return letter.text if letter is not None and lettered and not letter.labels else ""


def stage_told(stream: Sequence[Token], places: Iterable[int]) -> str | None:
    """The first stage that the tokens at some places tell: `series-a`, `seed`."""
    for i in places:
        for label in sorted(stream[i].labels) if stream[i].labels else ():
            if label.startswith("stages:") and label != "stages:series":
                return label.removeprefix("stages:")
            if label == "stages:series" and (letter := series_letter(stream, i)):
                return f"series-{letter}"
    return None
