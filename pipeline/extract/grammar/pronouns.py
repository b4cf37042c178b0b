"""Pronouns that are also articles or stand for many things (het, sie, es): where one is the subject of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import VERBS
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, TERM, Token

_FINITE = VERBS | {"perfect", "plan", "modal", "hearsay", "conditional", "talks", "sell", "cede"}
_AFTER_SUBJECT = PREPOSITIONS | {"determiner", "not", "done", "adverb"}
_NO_SUBJECT = frozenset({"pronoun", "both"})


def settle_pronouns(stream: Sequence[Token], plural: str) -> None:
    """Leave the label to the subjects among them; beside a verb in the `plural` one stands for `both`, if it can."""
    for i, token in enumerate(stream):
        if "pronoun" not in token.labels:
            continue
        verb = _verb_of(stream, i)
        if verb is None:
            token.labels -= _NO_SUBJECT
        elif plural and verb.text.split()[0].endswith(plural) and "person_pronoun" not in token.labels:
            token.labels &= {"both"}
        else:
            token.labels = (token.labels & {"pronoun", "person_pronoun"}) | {"subject_pronoun"}


def _verb_of(stream: Sequence[Token], at: int) -> Token | None:
    """The finite verb right before or behind a pronoun that is its subject."""
    if at + 1 < len(stream) and _opens_clause(stream, at) and _is_finite(stream[at + 1]):
        return stream[at + 1]
    before = stream[at - 1] if at else None
    if before is None or not _is_finite(before) or not _goes_on(stream, at):
        return None
    return before


def _is_finite(token: Token) -> bool:
    return bool(token.labels & _FINITE) and not token.labels & {"participle", "determiner"} and token.type != NAME


def _opens_clause(stream: Sequence[Token], at: int) -> bool:
    return at == 0 or stream[at - 1].type == MARK or bool(stream[at - 1].labels & {"and", "but"})


def _goes_on(stream: Sequence[Token], at: int) -> bool:
    """Whether what follows is no noun that an article would belong to."""
    if "determiner" not in stream[at].labels or at + 1 == len(stream):
        return True
    after = stream[at + 1]
    return after.type in (QUANTITY, DATE, TERM) or bool(after.labels & _AFTER_SUBJECT)
