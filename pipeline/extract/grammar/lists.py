"""Lists of names: which names of a sentence stand in one, and so in one case."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar.frames import AUXILIARIES, BREAKS, EVENTS, NOUNS, VERBAL, VERBS
from pipeline.extract.grammar.governors import ROLE_CUES, Governor
from pipeline.extract.grammar.prepositions import PREPOSITIONS
from pipeline.extract.grammar.stream import DATE, MARK, QUANTITY, WORD, Token, is_possessive

_LONGEST_STEP = 10  # tokens from one member of a list to the next
_APPOSITION = 14  # tokens from a name over what explains it to the next
_MOST_WORDS = 4  # that may explain the next member
_BOUND = 3  # words that say how exact a figure is (`as much as`)
_JOINING = frozenset({"and", "join"})
_NO_CLAUSE = PREPOSITIONS | _JOINING | {"relative"}
_NO_LIST = EVENTS | BREAKS | VERBAL
_NO_APPOSITION = _NO_LIST | {"and"}


def lists_on(stream: Sequence[Token], group: list[int], at: int, label: str) -> bool:
    """Whether the name at `at` goes on with a list of names; `label` is the case of the list."""
    return (
        _joined(stream, group[-1], at, label)
        and not _pronoun_apart(stream, group[-1], at)
        and not _new_clause(stream, group[-1], at)
        and not _closed(stream, group, at)
        and not _opens_clause(stream, group, at, label)
    )


def _joined(stream: Sequence[Token], a: int, b: int, label: str) -> bool:
    """Whether only marks, `and` and a few words stand between two names; what stands in brackets is passed over."""
    if _place_and_firm(stream, a, b, label):
        return False
    if _person_behind(stream, a, b):
        return False
    if _past_apposition(stream, a, b):
        return True
    if b - a > _LONGEST_STEP or is_possessive(stream, a) or "media" in (stream[a].value.kind, stream[b].value.kind):
        return False
    joined, words, depth = False, 0, 0
    for token in stream[a + 1 : b]:
        if token.type == MARK and token.text in "()":
            depth += 1 if token.text == "(" else -1
        elif depth > 0:
            continue
        elif (token.type == MARK and token.text in ",/&+") or token.labels & _JOINING:
            joined = True
        elif token.type in (QUANTITY, DATE, MARK) or token.labels & _NO_LIST:
            return False
        elif token.labels & PREPOSITIONS:
            repeated = label in (*token.labels, *ROLE_CUES)  # `by Foo and by Bar`
            if not joined or words or not repeated:
                return False
        elif "determiner" not in token.labels:
            words += 1
    return joined and words <= _MOST_WORDS


def _pronoun_apart(stream: Sequence[Token], a: int, b: int) -> bool:
    """`Foo led it, and Bar`: a comma behind a pronoun ends its clause."""
    pronoun = stream[a].reference and "pronoun" in stream[a].labels
    return pronoun and any(t.text == "," for t in stream[a + 1 : b])


def _person_behind(stream: Sequence[Token], a: int, b: int) -> bool:
    """`Asked about the start-up, Jane Doe said`: a description and, past a mere comma, a person are no list."""
    firm = stream[a].reference and stream[a].value.firm
    return firm and stream[b].value.kind == "person" and not any(t.labels & _JOINING for t in stream[a + 1 : b])


def _past_apposition(stream: Sequence[Token], a: int, b: int) -> bool:
    """`Foo, a publisher of tools, and Bar`: commas enclose what only explains the first of two names."""
    last = b - 1
    while last > a and "determiner" in stream[last].labels:
        last -= 1
    if (
        b - a > _APPOSITION
        or stream[a + 1].text != ","
        or "and" not in stream[last].labels
        or stream[last - 1].text != ","
    ):
        return False
    inside = stream[a + 2 : last - 1]
    return len(inside) > 0 and all(t.type == WORD and not t.labels & _NO_APPOSITION for t in inside)


def _place_and_firm(stream: Sequence[Token], a: int, b: int, label: str) -> bool:
    """`in Foo and Bar will`: a place and who acts are no list."""
    kinds = {stream[a].value.kind, stream[b].value.kind}
    return label == "in" and "place" in kinds and "company" in kinds


def _new_clause(stream: Sequence[Token], a: int, b: int) -> bool:
    """`With the purchase of Foo, Bar becomes ...`: two names with a comma alone between them, and then a verb."""
    between = [t.text for t in stream[a + 1 : b] if "determiner" not in t.labels]
    opened = any("and" in t.labels or t.text == "," for t in stream[max(0, a - 2) : a])
    if between != [","] or opened or b + 1 >= len(stream):
        return False
    return stream[b + 1].type == WORD and not stream[b + 1].labels & _NO_CLAUSE


def _closed(stream: Sequence[Token], group: list[int], at: int) -> bool:
    """Whether a list has had its `and`, so that a name after a mere comma opens a new clause (`of A and B, C ...`)."""
    if len(group) < 2:
        return False
    ended = any("and" in t.labels and t.text != "&" for t in stream[group[-2] + 1 : group[-1]])
    return ended and not any(t.labels & _JOINING for t in stream[group[-1] + 1 : at])


def _opens_clause(stream: Sequence[Token], group: list[int], at: int, label: str) -> bool:
    """Whether a name after a comma acts, and so is not governed with the one before (`in Foo, and Bar will invest`)."""
    following = stream[at + 1 : at + 2]
    verb = any(t.labels & VERBS and not t.labels & NOUNS for t in following)
    given = _gives_a_sum(stream, at)  # `in Foo, and Bar up to $2bn`
    acts = verb or given or any(t.labels & AUXILIARIES for t in following)
    apart = given or any(t.text == "," for t in stream[group[-1] + 1 : at])
    return acts and apart and len(group) == 1 and label in PREPOSITIONS


def _gives_a_sum(stream: Sequence[Token], at: int) -> bool:
    """Whether a figure stands right behind a name, or behind the words that say how exact it is."""
    for i in range(at + 1, min(at + 2 + _BOUND, len(stream))):
        if stream[i].type == QUANTITY:
            return i == at + 1 or stream[i].value.bound != "exact"
        if stream[i].type != WORD or stream[i].labels & _NO_LIST:
            return False
    return False


def cue_between(stream: Sequence[Token], first: int, at: int, label: str) -> Governor | None:
    """A role cue inside a list (`led by A and B, with C joining`, `A as well as investors including B`)."""
    for i in range(at - 1, first, -1):
        labels = stream[i].labels
        for cue in ROLE_CUES:
            if cue in labels:
                return Governor(cue, i)
        if label == "lead" and "with" in labels:
            return Governor("join", i)  # `led by Foo, with Bar and Baz`
    return None
