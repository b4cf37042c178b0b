"""The word that governs a name: the preposition or role cue to its left, or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.grammar.frames import ACTING, BREAKS, VERBS
from pipeline.extract.grammar.introductions import introducing_noun
from pipeline.extract.grammar.prepositions import REACH, preposition
from pipeline.extract.grammar.stream import DATE, MARK, NAME, QUANTITY, WORD, Token
from pipeline.extract.languages.lexicon import is_anaphoric

ROLE_CUES = ("lead", "join")
_CLOSED = VERBS | BREAKS | {"report_noun"}
_TALKS = frozenset({"talks"})
_OPENING = 3  # the last token at which a verb opens its sentence
_ADORNING = frozenset(
    {"determiner", "definite", "nationality", "org_noun"}
)  # what stands between a clause's head and its name
_TYING_MARKS = "-'’\"“„«*"


class Governor(NamedTuple):
    """What gives a name its case: the label, and the token that bears it (-1: none)."""

    label: str
    anchor: int


def governor(stream: Sequence[Token], at: int, owners: Mapping[int, Governor]) -> Governor:
    """Walk left from a name to the word that governs it; `owners` are the possessive names before it."""
    name, at = at, introducing_noun(stream, at)
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        token = stream[i]
        if token.type == WORD and not token.labels:
            continue
        if token.type == NAME:
            if _is_seat(stream, i):
                continue
            return owners.get(i, Governor("bare", i))
        if token.type == MARK and token.text not in _TYING_MARKS:
            return _behind_mark(stream, i, beside=i == at - 1)
        if i == at - 1 and "copula" in token.labels:
            return Governor("bare", i)  # `Next in line is Foo`
        if "join" in token.labels and "relative" in token.labels and _opens_clause(stream, name):
            return Governor("bare", i)  # `un campus dont Foo a réservé`
        if cue := _role_cue(stream, i):
            return Governor("kin" if runs_firm(stream, i, name) else cue, i)
        if "and" in token.labels:
            break
        if "relative" in token.labels and all(t.labels <= _ADORNING for t in stream[i + 1 : at]):
            return Governor("bare", i)  # `el campus en el que Foo invertirá`: the preposition is the antecedent's
        if label := preposition(stream, i):
            led = label == "by" and i > 0 and "lead" in stream[i - 1].labels  # `liderada pela Foo`
            return Governor("lead", i - 1) if led else Governor(label, i)
        if token.type in (QUANTITY, DATE) or token.labels & _CLOSED or token.labels == _TALKS:
            return Governor("bare", i)
    return Governor("bare", -1)


def _behind_mark(stream: Sequence[Token], mark: int, *, beside: bool) -> Governor:
    """What governs a name behind a mark, or right `beside` it: only a noun for investors or leaders before a comma."""
    if mark and stream[mark].text in ",:":
        if beside and mark > 1 and "join" in stream[mark - 1].labels:
            return Governor("join", mark - 1)  # `its existing backers, Foo and Bar`
        if "lead" in stream[mark - 1].labels:
            return Governor("lead", mark - 1)  # `À la manœuvre, le fonds Foo`
    return Governor("bare", -1)


def _opens_clause(stream: Sequence[Token], name: int) -> bool:
    """Whether a verb follows a name, or a pronoun stands in its place: it is the subject of its clause."""
    after = name + 1
    return "pronoun" in stream[name].labels or any(t.labels & ACTING for t in stream[after : after + 1])


def _role_cue(stream: Sequence[Token], at: int) -> str | None:
    """`led by`, `joined by`, or a verb of these with its subject after it."""
    labels = stream[at].labels
    if "lead" in labels or ("lead_verb" in labels and "join" not in labels and _nobody_before(stream, at)):
        return "lead"
    if "join" in labels:
        return "join"
    inverted = _inverted_clause(stream, at) or _opens_sentence(stream, at)
    return "join" if "join_verb" in labels and inverted else None


def runs_firm(stream: Sequence[Token], at: int, name: int) -> bool:
    """`Foo, led by Jane Doe`, `the group led by Jane Doe`: who runs a firm leads no round."""
    person = stream[name].value is not None and stream[name].value.kind == "person"
    if not person or "lead" not in stream[at].labels:
        return False
    head = next((t for t in reversed(stream[max(0, at - 2) : at]) if t.text != ","), None)
    return head is not None and (head.type == NAME or is_anaphoric(head.labels))


def _is_seat(stream: Sequence[Token], at: int) -> bool:
    """`supplied by California-based Foo`: where the name behind it sits."""
    place = stream[at].value is not None and stream[at].value.kind == "place"
    return place and at + 2 < len(stream) and stream[at + 1].text == "-" and stream[at + 2].type == WORD


def _inverted_clause(stream: Sequence[Token], at: int) -> bool:
    """Whether a relative clause has its subject after its verb: `à laquelle ont aussi souscrit Foo et Bar`."""
    for token in reversed(stream[max(0, at - 5) : at]):
        if token.type == NAME:
            return False
        if "relative" in token.labels:
            return True
    return False


def _opens_sentence(stream: Sequence[Token], at: int) -> bool:
    """`Also participating were Foo and Bar`, `Y ont également souscrit Foo et Bar`: nobody stands before the verb."""
    return at <= _OPENING and all(t.type == WORD for t in stream[:at])


def _nobody_before(stream: Sequence[Token], at: int) -> bool:
    """Whether a verb of leading has its subject after it: `Die Runde führte Foo an`, `Leading the round was Foo`."""
    near = stream[max(0, at - 5) : at + 4]
    if " " not in stream[at].text and not any(t.labels & {"round", "deal"} for t in near):
        return False  # a phrase names the round itself ("lidera a rodada")
    for token in reversed(stream[:at]):
        if token.type == NAME:
            return False
        if token.type == MARK and token.text in ",;:.":
            return True
    return True
