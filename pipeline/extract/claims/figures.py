"""What the figures of a sentence tell, each with its event or without one."""

from __future__ import annotations

from pipeline.extract.claims.lone_figures import is_planned, priced_site
from pipeline.extract.facts.amounts import set_measure
from pipeline.extract.facts.meanings import event_label
from pipeline.extract.facts.recall import deal_told
from pipeline.extract.facts.statements import Sentence, Statement
from pipeline.extract.facts.windows import bears, is_figure
from pipeline.extract.grammar.stream import Entity
from pipeline.extract.kinds import build
from pipeline.extract.kinds.contributions import contribution, followed
from pipeline.extract.kinds.lone_givers import givers


def tell_figures(sentence: Sentence, figures: list[int], attached: dict[int, int]) -> None:
    """Add what the figures tell to the sentence; `attached`: the event of those that have one."""
    for figure in figures:
        event = attached.get(figure)
        sentence.earlier += _with_event(sentence, figure, event) if event is not None else _alone(sentence, figure)


def _with_event(sentence: Sentence, figure: int, event: int) -> list[Statement]:
    if is_figure(sentence.stream[figure], "money"):
        if investors := givers(sentence, figure, attached=True) or _one_of_several_givers(sentence, figure):
            return contribution(sentence, figure, investors)
    return build(sentence, event, event_label(sentence, event, figure), figure)


def _one_of_several_givers(sentence: Sentence, figure: int) -> list[Entity]:
    """`$10bn from Foo and $5bn from Bar`: of several givers with a sum each the one of a sum."""
    stream = sentence.stream
    for run in sentence.pairs:
        from_each = all(sum_ < name and bears(stream[sum_ + 1 : name], "from") for sum_, name in run)
        if from_each and figure in dict(run):
            return [stream[dict(run)[figure]].value]
    return []


def _alone(sentence: Sentence, figure: int) -> list[Statement]:
    if is_figure(sentence.stream[figure], "money"):
        return _lone_sum(sentence, figure)
    return build(sentence, figure, "build", figure) if is_planned(sentence, figure) else []


def _lone_sum(sentence: Sentence, figure: int) -> list[Statement]:
    """A sum without an event word: somebody's share, or the price of what was told."""
    if not sentence.events and any(case.label == "lead" for case in sentence.case.values()):
        return build(sentence, figure, "round", figure)  # `In May came $1bn more, with Foo in the lead`
    if more := followed(sentence, figure):
        return more
    if investors := givers(sentence, figure, attached=False):
        return contribution(sentence, figure, investors)
    if told := deal_told(sentence, figure):
        set_measure(sentence, told, figure)
        return []
    if (site := priced_site(sentence.stream, figure)) is not None:
        return build(sentence, site, "capex", figure)
    return []
