"""How well a name fits a role: what grammar says for it, and what organisations of its trade usually do."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.facts.relative_clauses import case_in_relative
from pipeline.extract.facts.statements import LISTS, Sentence
from pipeline.extract.grammar.cases import Case
from pipeline.extract.grammar.clauses import past_insertion
from pipeline.extract.grammar.distances import distance
from pipeline.extract.grammar.frames import EVENTS, NOUNS, VERBS
from pipeline.extract.grammar.prepositions import before_insertion
from pipeline.extract.grammar.stream import WORD, Entity, Token

_START = 6.0  # a name scores this, less its distance, plus what speaks for it
_FARTHEST = 12.0  # beyond it distance costs no more
_INSERTED = 1.0  # what an insertion costs between a subject and its verb
_TOPIC = 0.8  # what speaks for the organisation that the article is about
_SUPPLYING = frozenset({"bare", "by", "from", "at", "on"})
_MANY = LISTS | {"party", "customer"}  # roles that the names of a long list may play
_LONG_LIST = 3  # names of a list that hardly play one role together
# How likely an organisation of a kind or trade plays a role where grammar leaves it open.
_LEANING: dict[str, dict[str, float]] = {
    "recipient": {"capital": -2.5, "chips": -0.8, "hyperscaler": -0.8, "lab": 0.8, "person": -6, "government": -5,
                  "project": -1},
    "investors": {"capital": 1.5, "chips": 0.5, "hyperscaler": 0.5, "lab": -0.5, "person": -0.5, "project": -4},
    "leads": {"capital": 1.0, "project": -4, "lab": -0.5},
    "acquirer": {"person": -3, "government": -4, "project": -5},
    "target": {"capital": -1.5, "hyperscaler": -1.5, "person": -6, "government": -6},
    "provider": {"capital": -2.5, "person": -6, "government": -4, "software": -0.5},
    "customer": {"capital": -2.5, "person": -6, "government": -2},
    "owner": {"person": -6, "government": -4},
    "builder": {"person": -6, "government": -4},
    "guarantor": {"person": -3},
    "beneficiary": {"person": -4, "capital": -1},
    "partners": {"person": -9, "project": -4, "capital": -1},
    "party": {"person": -6, "project": -1},
}  # fmt: skip


def leaning(sentence: Sentence, entity: Entity, role: str, case: Case) -> float:
    """What speaks for a name in a role whatever the grammar."""
    table = _LEANING.get(role, {})
    points = table.get(entity.trade, 0.0) + table.get(entity.kind, 0.0)
    if role == "recipient" and entity is sentence.article.topic:
        points += _TOPIC
    if role not in _MANY and case.size >= _LONG_LIST and not (role == "provider" and case.label in _SUPPLYING):
        points -= 4.0
    return points


def fit(sentence: Sentence, name: int, event: int, how: str, figure: int | None) -> float:
    """How well a name goes with an event, in the case that it has beside it: nearness, and the word it hangs on."""
    away = min(_away(sentence, name, event, figure), _FARTHEST)
    verb = sentence.stream[event].labels & VERBS
    if how == "subject" and verb and past_insertion(sentence.stream, name, event):
        away = min(away, _INSERTED)
    case = sentence.case[name]
    return _START - away + _by_head(sentence.stream, case, event) + _by_case(sentence.stream, case, name, event, how)


def _away(sentence: Sentence, name: int, event: int, figure: int | None) -> float:
    """The distance of a name, or of its list or preposition, from the event or its figure."""
    stream, case = sentence.stream, sentence.case[name]
    if case.anchor >= 0 and case.label != "bare":
        at = case.anchor
    else:
        at = min(i for i, c in sentence.case.items() if c.group == case.group)
    away = distance(stream, at, event)
    if told := case_in_relative(stream, name, event):
        away = min(away, distance(stream, told[1], event) + 1.0)
    if figure is not None:
        away = min(away, distance(stream, at, figure) + 0.5)
    return away


def _by_head(stream: Sequence[Token], case: Case, event: int) -> float:
    """What the word that a name hangs on says for it: the event itself, or something else."""
    head = head_of(stream, case)
    if event in (case.anchor, head):
        return 3.0
    if head is None:
        return 0.0
    if (
        case.label == "by"
        and head < case.anchor
        and stream[head].labels & VERBS
        and (head < event or stream[event].labels & VERBS)
    ):
        return -4.0  # `Foo, owned by Bar, builds`: whose deed that is, not this one
    if case.label == "of" and "definite" in stream[head].labels:  # `like that of Foo`
        return 3.0
    if case.label == "from" and case.anchor < event and stream[head].labels & NOUNS:
        return -3.0  # `a loan from Foo to buy`
    if case.label in ("by", "of") and not stream[head].labels & EVENTS:
        return -1.5
    if case.label == "with" and stream[head].type == WORD and not stream[head].labels:
        return -2.5
    return 0.0


def _by_case(stream: Sequence[Token], case: Case, name: int, event: int, how: str) -> float:
    """What its case beside the event says for a name."""
    if how in ("lead", "join") or (how == "by" and case.label == "bare"):
        return 2.0
    if how == "poss" and case.poss and 0 < event - name <= 2:  # `Foo's round`
        return 2.0
    if how == "title":  # `a spokesman of Foo denies` speaks for Foo, `Foo boss Jane Doe denies` for herself
        return -1.0
    if how == "object" and any(t.labels & VERBS and "done" not in t.labels for t in stream[event + 1 : name]):
        return -2.0
    return 0.0


def head_of(stream: Sequence[Token], case: Case) -> int | None:
    """The word that a preposition hangs on: the one before it."""
    if case.label in ("bare", "lead", "join") or case.anchor < 1:
        return None
    return before_insertion(stream, case.anchor)
