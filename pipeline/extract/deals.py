"""Statements: what one sentence says of deals. Each figure finds its event, each event its parties."""

from __future__ import annotations

from pipeline.extract.article import Article
from pipeline.extract.attach import attach, event_label, is_stage
from pipeline.extract.cases import cases
from pipeline.extract.denials import read_denial
from pipeline.extract.frames import EVENTS
from pipeline.extract.kinds import build
from pipeline.extract.measures import SUM, measure_roles
from pipeline.extract.statements import Sentence, Statement
from pipeline.extract.stream import NAME, QUANTITY


def read_sentence(article: Article, number: int, earlier: list[Statement]) -> list[Statement]:
    """The statements of one sentence; `earlier` are those of the sentences before it."""
    reading = article.readings[number]
    stream = reading.tokens
    events = [i for i, t in enumerate(stream) if t.type != NAME and (t.labels & EVENTS or is_stage(stream, i))]
    if not events and not any(t.type == QUANTITY for t in stream):
        return []
    sentence = Sentence(article, number, reading, stream, cases(stream), measure_roles(stream), events, list(earlier))
    used: set[int] = set()
    for figure, role in sentence.roles.items():
        event = attach(sentence, figure) if role == SUM else None
        if event is not None:
            used.add(event)
            sentence.earlier += build(sentence, event, event_label(sentence, event, figure), figure)
    for event in events:
        if event not in used:
            sentence.earlier += build(sentence, event, event_label(sentence, event, None), None)
    denial = read_denial(sentence)
    sentence.earlier += [denial] if denial else []
    return sentence.earlier[len(earlier) :]
