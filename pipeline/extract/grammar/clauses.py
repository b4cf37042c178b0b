"""Relative clauses of a sentence: what stands inside one says nothing of what stands outside."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.stream import MARK, Stream, Token

_SPEAKING = frozenset({"speaker_verb", "report_verb", "report_noun", "hearsay", "deny"}) | VERBS
_INSERTED = 6  # tokens from a subject to its verb that hold an insertion
_AUXILIARIES = 4  # and from its second comma to the verb
_SHORTEST = 2  # tokens of a relative clause before a comma may close it


def clause_numbers(stream: Sequence[Token]) -> list[int]:
    """For each token the number of its clause: 0 the main one, each relative clause its own, closed by a comma."""
    if isinstance(stream, Stream):
        stream.clauses = stream.clauses or _numbers(stream)
        return stream.clauses
    return _numbers(stream)


def _numbers(stream: Sequence[Token]) -> list[int]:
    numbers: list[int] = []
    current, opened, total = 0, -1, 0
    for i, token in enumerate(stream):
        if "relative" in token.labels and not _complementizer(stream, i):
            total += 1
            current, opened = total, i
        elif current and token.type == MARK and token.text in ",;.–—" and _closes(stream, opened, i):
            current = 0
        numbers.append(current)
    return numbers


def past_insertion(stream: Sequence[Token], subject: int, verb: int) -> bool:
    """`Foo, the builder in which Bar holds a stake, has landed`: two commas close an insertion behind a subject."""
    if verb - subject < _INSERTED or stream[subject + 1].text != ",":
        return False
    comma = next(
        (i for i in range(verb - 1, max(subject + 1, verb - 1 - _AUXILIARIES), -1) if stream[i].type == MARK), None
    )
    return comma is not None and stream[comma].text == "," and all(t.text != ";" for t in stream[subject:verb])


def _complementizer(stream: Sequence[Token], at: int) -> bool:
    """`said that`, `annonce que`: no relative clause; nor is one that opens the sentence (`That deal ...`)."""
    return at == 0 or bool(stream[at - 1].labels & _SPEAKING) or ("definite" in stream[at].labels and at < 2)


def _closes(stream: Sequence[Token], opened: int, at: int) -> bool:
    """Whether a comma ends the relative clause: it has its verb or enough words, and no list goes on."""
    if at - opened <= _SHORTEST:
        return False
    following = stream[at + 1].labels if at + 1 < len(stream) else frozenset()
    return not following & {"and", "relative"}
