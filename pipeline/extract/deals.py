"""Statements: what one sentence says of deals. Each figure finds its event, each event its parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract.article import Article, Reading
from pipeline.extract.frames import EVENTS, FRAMES, NOUNS, VERBS, Case, case_beside, cases
from pipeline.extract.measures import ALIAS, DEBT, EQUITY, NONE, SUM, VALUATION, measure_role
from pipeline.extract.status import status_of
from pipeline.extract.stream import DATE, MARK, NAME, QUANTITY, Entity, Token

LISTS = frozenset({"investors", "leads", "partners"})
# Who supplies whom when the words leave it open: the earlier trade supplies the later one.
CHAIN = {t: i for i, t in enumerate(
    ("equipment", "power", "chips", "servers", "datacenter", "cloud", "hyperscaler", "", "lab", "software", "capital")
)}  # fmt: skip
MONEY_EVENTS = frozenset(
    {"raise", "raise_weak", "round", "invest", "investment", "stake", "hold", "acquire", "acquisition", "supply",
     "procure", "contract", "guarantee", "guarantee_noun", "spend", "capex", "build"}
)  # fmt: skip
COMPUTE_EVENTS = frozenset(
    {"supply", "procure", "contract", "supplier", "build", "spend", "capex", "customer", "investment", "invest"}
)
WEIGHT = {
    "contract": -1.0,
    "build": -2.0,
    "procure": -0.5,
    "supply": -0.5,
    "hold": -2.0,
    "raise_weak": -0.5,
    "stake": -1.5,
    "spend": -0.5,
    "customer": -3.0,
    "supplier": -1.0,
    "invest": 0.3,
    "acquire": 0.0,
}


@dataclass(slots=True)
class Statement:
    """A claim in the making. `fields` are those of a claim; parties are entities until the end."""

    kind: str
    reading: int
    event: int
    fields: dict[str, Any] = field(default_factory=dict)
    parties: dict[str, list[Entity]] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    fragment: bool = False
    guessed: bool = False
    answers: Statement | None = None
    sure: bool = False


@dataclass(slots=True)
class Sentence:
    """What reading one sentence needs at hand."""

    article: Article
    number: int
    reading: Reading
    stream: list[Token]
    case: dict[int, Case]
    roles: dict[int, str]
    events: list[int]


def read_sentence(article: Article, number: int, earlier: list[Statement]) -> list[Statement]:
    """The statements of one sentence."""
    from pipeline.extract.denials import read_denial

    reading = article.readings[number]
    stream = reading.tokens
    events = [i for i, t in enumerate(stream) if t.type != NAME and (t.labels & EVENTS or _stage(stream, i))]
    measures = [i for i, t in enumerate(stream) if t.type == QUANTITY]
    if not events and not measures:
        return []
    roles = {i: measure_role(stream, i) for i in measures}
    sentence = Sentence(article, number, reading, stream, cases(stream), roles, events)
    found: list[Statement] = []
    used: set[int] = set()
    for i in measures:
        if roles[i] != SUM:
            continue
        event = attach(sentence, i)
        if event is None:
            continue
        label = event_label(sentence, event, i)
        used.add(event)
        statement = build(sentence, event, label, i)
        if statement:
            found.append(statement)
    for event in events:
        if event not in used:
            statement = build(sentence, event, event_label(sentence, event, None), None)
            if statement:
                found.append(statement)
    denial = read_denial(article, sentence, earlier + found)
    return found + ([denial] if denial else [])


def attach(sentence: Sentence, figure: int) -> int | None:
    """The event that a figure belongs to: the nearest one that can carry it, adjacent nouns and governing verbs first."""
    stream = sentence.stream
    money = stream[figure].value.kind == "money"
    allowed = MONEY_EVENTS if money else COMPUTE_EVENTS
    best: tuple[float, int] | None = None
    for event in sentence.events:
        labels = stream[event].labels & allowed or ({"round"} if money and _stage(stream, event) else set())
        if not labels:
            continue
        score = (
            max(WEIGHT.get(label, 0.0) for label in labels)
            - _distance(stream, figure, event)
            + _adjacent(stream, figure, event)
        )
        if best is None or score > best[0]:
            best = (score, event)
    return best[1] if best else None


def _distance(stream: Sequence[Token], a: int, b: int) -> float:
    low, high = min(a, b), max(a, b)
    cost = 0.0
    for token in stream[low + 1 : high]:
        if token.type == MARK:
            cost += {";": 5.0, ":": 2.0, ",": 0.8, "(": 1.5, ")": 0.5}.get(token.text, 0.4)
        elif "but" in token.labels:
            cost += 4.0
        elif token.type == QUANTITY:
            cost += 1.5
        elif "relative" in token.labels:
            cost += 1.0
        else:
            cost += 0.3
    return cost


def _adjacent(stream: Sequence[Token], figure: int, event: int) -> float:
    labels = stream[event].labels
    if labels & NOUNS:
        if figure < event <= figure + 4 and not any(
            t.type in (MARK, QUANTITY) or t.labels & {"at", "for", "by", "with"} for t in stream[figure + 1 : event]
        ):
            return 5.0
        if event < figure <= event + 4 and any(
            t.labels & {"of", "worth"} or t.text == ":" for t in stream[event + 1 : figure]
        ):
            return 4.0
    if (
        labels & VERBS
        and event < figure <= event + 5
        and not any(t.type == QUANTITY for t in stream[event + 1 : figure])
    ):
        return 2.5
    return 0.0


def _stage(stream: Sequence[Token], at: int) -> bool:
    """A lettered series or a seed stage stands for its round."""
    labels = stream[at].labels
    if "stages:series" in labels:
        return at + 1 < len(stream) and len(stream[at + 1].text) == 1 and stream[at + 1].text.isalpha()
    return bool(labels & {"stages:seed", "stages:pre-seed", "stages:growth"})


def event_label(sentence: Sentence, event: int, figure: int | None) -> str:
    """One label for an event word that may mean several (to buy: a company, or chips)."""
    labels = sentence.stream[event].labels & EVENTS
    if not labels:
        return "round"
    near = sentence.stream[max(0, event - 3) : event + 8]
    compute = any("compute" in t.labels for t in near)
    kind = sentence.stream[figure].value.kind if figure is not None else None
    if {"acquire", "procure"} <= labels:
        if kind in ("power", "chips") or (compute and not _object_is_company(sentence, event)):
            return "procure"
        return "acquire"
    for label in (
        "round",
        "raise",
        "invest",
        "acquisition",
        "guarantee_noun",
        "guarantee",
        "supply",
        "procure",
        "spend",
    ):
        if label in labels and not (label == "invest" and "spend" in labels and figure is not None):
            return label
    return min(labels)


def _object_is_company(sentence: Sentence, event: int) -> bool:
    for i in range(event + 1, min(event + 5, len(sentence.stream))):
        token = sentence.stream[i]
        if token.type == NAME:
            following = sentence.stream[i + 1] if i + 1 < len(sentence.stream) else None
            return (
                token.value is not None
                and token.value.kind in ("company", "unknown")
                and not (following and ("compute" in following.labels or "poss" in following.labels))
            )
    return False


def assign(sentence: Sentence, event: int, label: str) -> dict[str, list[int]]:
    """Role -> name tokens, by case and nearness; a name fills one role."""
    frame = FRAMES.get(label, {})
    ranked: list[tuple[float, str, int]] = []
    for i, case in sentence.case.items():
        entity = sentence.stream[i].value
        if entity is None or not entity.party:
            continue
        how = case_beside(sentence.stream, case, i, event)
        role = frame.get(how)
        if role is None:
            continue
        score = 10.0 - _distance(sentence.stream, i, event) + (3.0 if case.anchor == event else 0.0)
        if how in ("lead", "join"):
            score += 1.0
        score += _leaning(sentence, entity, role)
        if how in ("of", "with", "for", "at", "in") and case.anchor < event and label in NOUNS:
            score -= 1.5
        ranked.append((score, role, i))
    chosen: dict[str, list[int]] = {}
    taken: set[int] = set()
    for score, role, i in sorted(ranked, key=lambda r: (-r[0], r[2])):
        entity = sentence.stream[i].value
        if id(entity) in taken or score < 0:
            continue
        if role in LISTS or role == "party" or role not in chosen:
            chosen.setdefault(role, []).append(i)
            taken.add(id(entity))
    return chosen


# How likely an organisation of a trade plays a role, where grammar leaves it open. Points of the score of `assign`.
_LEANING = {
    "recipient": {"capital": -3.0, "chips": -1.0, "hyperscaler": -1.0, "lab": 0.5, "media": -9.0},
    "investors": {"capital": 1.0, "chips": 0.5, "hyperscaler": 0.5, "lab": -0.5},
}


def _leaning(sentence: Sentence, entity: Entity, role: str) -> float:
    points = _LEANING.get(role, {}).get(entity.trade, 0.0)
    if role == "recipient":
        points += 0.8 * (entity is sentence.article.topic) - 3.0 * (entity.kind in ("person", "government"))
    return points


def build(sentence: Sentence, event: int, label: str, figure: int | None) -> Statement | None:
    """The statement that an event (with its figure) makes, or None."""
    from pipeline.extract import kinds

    return kinds.build(sentence, event, label, figure)


__all__ = [
    "ALIAS", "CHAIN", "DATE", "DEBT", "EQUITY", "NONE", "SUM", "VALUATION", "Sentence", "Statement", "assign",
    "read_sentence", "status_of",
]  # fmt: skip
